"""How a date was counted, in words and as a strip of days, with each day that was skipped and why."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count, pairwise

from assistant.decide import Answer, Counted, Needs, Taken, Value
from assistant.decide.unknown import counted_next
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_day_parts, format_list
from assistant.i18n.language import in_digits
from assistant.model.calendar import WEEKDAYS
from assistant.model.policy import Policy
from assistant.model.quantity import Duration
from assistant.model.rule import Rule
from assistant.present.answer.explanation import explained
from assistant.present.answer.standing import has_passed
from assistant.present.views import DateView, DayView, StepView, StripView, ValueView
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, OBSERVED, ONE_DAY, SEASON, WEEKEND
from assistant.vocabulary.days import as_day
from assistant.vocabulary.dependencies import every
from assistant.vocabulary.doors import NO_HOURS
from assistant.vocabulary.step import Cell
from assistant.vocabulary.wording import EndOfDay


def date_view(writer: Writer, public: str, counted: Counted, zone: str, now: dt.datetime) -> DateView:
    """A date with its counting; `zone` is the time zone in which it stands, empty where that is not known."""
    value = counted.value
    if not isinstance(value, dt.date):
        raise TypeError(f"{public} is not a date: {value!r}")
    iso = value.isoformat(timespec="minutes") if isinstance(value, dt.datetime) else value.isoformat()
    label = writer.label(counted.name)
    return DateView(
        public, label, iso, writer.day(value), _steps(writer, counted), writer.cite(counted.cites),
        strip(writer, counted), zone, has_passed(value, now, zone or writer.policy.about.time_zone),
    )  # fmt: skip


def _steps(writer: Writer, counted: Counted) -> tuple[StepView, ...]:
    first: tuple[StepView, ...] = ()
    if counted.started_from and isinstance(counted.start, dt.date):
        label, day = writer.label(counted.started_from), writer.day(counted.start)
        first = (StepView(writer.words.say("{label}: {value}", label=label, value=day)),)
    return (
        *first,
        *(StepView(explained(writer, taken.step.explain(taken)), _skipped(writer, taken)) for taken in counted.steps),
    )


def reckoned(writer: Writer, counted: Counted) -> tuple[StepView, ...]:
    """How an amount was worked out, step by step."""
    if not counted.reckoned or counted.start is None:
        return ()
    words, amount = writer.words, writer.value(counted.start, counted.started_from)
    if counted.started_from:
        start = words.say("{label}: {value}", label=writer.label(counted.started_from), value=amount)
    else:
        start = words.say("It starts from {amount}", amount=amount)
    return (StepView(start), *(StepView(explained(writer, one.step.explain(one))) for one in counted.reckoned))


def counts(writer: Writer, answers: Iterable[Answer], looked_up: bool = False) -> tuple[ValueView, ...]:
    """
    How many working days these answers count to each of their dates, of which calendar: several where they do not
    agree. `looked_up`: only what somebody has to look up who knows the rule, told as working days.
    """
    found: dict[tuple[str, str], set[int]] = {}
    for name, counted in ((name, one) for answer in answers for name, one in answer.dates.items()):
        for taken in counted.steps:
            step, amount = taken.step, taken.amount
            if not taken.calendar or step.passes != "numbered" or not isinstance(amount, int):
                continue
            if not (looked_up and isinstance(getattr(step, step.key()), int)):
                found.setdefault((name, taken.calendar), set()).add(abs(amount))
    return tuple(_count(writer, *one, sorted(days), "wd" if looked_up else "d") for one, days in found.items())


def _count(writer: Writer, name: str, calendar: str, days: Sequence[int], unit: str) -> ValueView:
    label = writer.text(writer.policy.about.calendars[calendar].label)
    said = [writer.duration(Duration(Decimal(count), unit)) for count in days]
    told = format_list(said, writer.language, "or")
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        told = writer.words.say("{opens} to {closes}", opens=in_digits(days[0], writer.language), closes=said[-1])
    return ValueView(name, label, told, ())


def times(writer: Writer, answers: Iterable[Answer]) -> tuple[ValueView, ...]:
    """The times of day that these answers look up in a table on the way to their dates: several where they differ."""
    found: dict[str, set[dt.time]] = {}
    for taken in (step for answer in answers for one in answer.dates.values() for step in one.steps):
        cell, amount = getattr(taken.step, taken.step.key()), taken.amount
        if isinstance(cell, Cell) and isinstance(amount, dt.time):
            found.setdefault(cell.table, set()).add(amount)
    told = ((name, [writer.day(time) for time in sorted(every)]) for name, every in found.items())
    label = {name: writer.text(writer.policy.tables[name].about.label) for name in found}
    return tuple(ValueView(name, label[name], format_list(one, writer.language, "or"), ()) for name, one in told)


def foreseen(writer: Writer, answers: Sequence[Answer]) -> tuple[list[Rendered], list[Rendered]]:
    """
    What can be said of the dates of answers of which nobody knows which is meant: the day where all have the same, else
    how many days are counted to it; and, where no days are counted, the labels of the others. That the last one has
    passed is said.
    """
    say, known, others = writer.words.say, list[Rendered](), list[Rendered]()
    numbers, last = {one.name: one for one in counts(writer, answers)}, next(reversed(answers[0].dates), "")
    for public, counted in answers[0].dates.items():
        label = writer.label(counted.name)
        if all(other.dates[public].value == counted.value for other in answers):
            told = say("{label}: {value}", label=label, value=writer.value(counted.value))
            over = public == last and as_day(counted.value) < answers[0].on
            known.append(say("{value} (passed)", value=told) if over else told)
        elif public in numbers:
            known.append(say("{label}: {days}", label=numbers[public].label, days=numbers[public].text))
        else:
            others.append(label)
    return known, [] if numbers else others


def certain(writer: Writer, needs: Needs, facts: Mapping[str, str]) -> tuple[str, list[Rendered]]:
    """What to ask for next, and what is certain by then: dates, and what is noted whatever comes out."""
    ask, dates = counted_next(writer.policy, needs, facts)
    say = writer.words.say
    told = (say("{label}: {value}", label=writer.label(one.name), value=writer.value(one.value))
            for one in dates.values())  # fmt: skip
    rules = every(writer.policy.topics[needs.topic].rules(needs.aspect))
    notes = [[use.note for use in rule.notes if not use.when] for rule in rules if isinstance(rule, Rule)]
    shared = tuple(name for name in notes[0] if all(name in each for each in notes))
    return ask, [*told, *(one.text for one in writer.notes(shared))]


def _skipped(writer: Writer, taken: Taken) -> tuple[DayView, ...]:
    return tuple(
        DayView(day, writer.day(day), why_closed(writer, taken.calendar, why, day)) for day, why in taken.skipped
    )


def zone_of(policy: Policy, counted: Counted, facts: Mapping[str, Value], unknown: Collection[str] = ()) -> str:
    """
    The time zone in which a counted date stands, as the tz database names it: where its working days are kept by a part
    of a country that has a clock of its own, that part's; else the policy's. Empty where the part is not known.
    """
    kept = [calendar.holidays for calendar in policy.about.calendars.values() if calendar.holidays]
    if isinstance(counted.value, dt.datetime) and any(one.part_from in unknown for one in kept):
        return ""
    for taken in reversed(counted.steps):
        holidays = policy.about.calendars[taken.calendar].holidays if taken.calendar else None
        if holidays is not None:
            part = str(facts.get(holidays.part_from or "", ""))
            return holidays.zones.get(part, policy.about.time_zone)
    return policy.about.time_zone


MOST = 63
"""Nine weeks: a longer strip says less than its two ends."""
Cells = dict[dt.date, StripView]


def strip(writer: Writer, counted: Counted) -> tuple[StripView, ...]:
    """The days of a count in order; none where it starts on no day, or ends on the day on which it starts."""
    if not isinstance(counted.start, dt.date) or not isinstance(counted.value, dt.date):
        return ()
    start, end = _day(counted.start), _day(counted.value)
    cells: Cells = {}
    for taken in counted.steps:
        cells |= _passed(writer, taken)
    # A day that is closed says so even where the count starts on it.
    # NOTE: Beside the day on which a count starts
    cells.setdefault(start, StripView("start", writer.words.say("start")))
    cells[end] = StripView("due", _due(writer, counted, cells.get(end)))
    if len(cells) > MOST:
        cells = {day: cell for day, cell in cells.items() if day in (start, end)}
    return tuple(_laid_out(writer, cells)) if start != end else ()


def _day(value: dt.date) -> dt.date:
    """The day that a moment belongs to: the end of a day to the day that ends."""
    return (value.ended if isinstance(value, EndOfDay) else None) or as_day(value)


def _passed(writer: Writer, taken: Taken) -> Cells:
    """The days of one step: each day where working days are counted, else the one that it leads to."""
    before, after = _day(taken.before), _day(taken.after)
    if not taken.step.passes:
        return {after: StripView("counts", "")} if after != before else {}
    closed, number, cells = dict(taken.skipped), count(1), Cells()
    day = before if before in closed else before + ONE_DAY
    while day <= after:
        if day in closed:
            cells[day] = StripView("closed", why_closed(writer, taken.calendar, closed[day], day))
        elif taken.step.passes == "numbered":
            # NOTE: Beside a day that counts, with its number in the count
            cells[day] = StripView("counts", writer.words.say("day {number}", number=next(number)))
        else:
            cells[day] = StripView("counts", "")
        day += ONE_DAY
    return cells


def _due(writer: Writer, counted: Counted, cell: StripView | None) -> str:
    value = counted.value
    if isinstance(value, EndOfDay) and value.ended:
        return writer.words.say("midnight")
    if isinstance(value, dt.datetime):
        return writer.day(value.time())
    # NOTE: Beside the day to which a count leads
    return cell.label if cell and cell.label else writer.words.say("this day")


def _laid_out(writer: Writer, cells: Cells) -> Iterator[StripView]:
    days = sorted(cells)
    yield _dated(writer, days[0], cells[days[0]], True)
    for before, day in pairwise(days):
        between = (day - before).days - 1
        if between:
            yield StripView("gap", writer.words.plural("{count} day between", "{count} days between", between))
        yield _dated(writer, day, cells[day], bool(between) or day.month != before.month)


def _dated(writer: Writer, day: dt.date, cell: StripView, month_shown: bool) -> StripView:
    weekday, number, month = format_day_parts(day, writer.language)
    shown = month if month_shown else ""
    return StripView(cell.kind, cell.label, day.isoformat(), writer.day(day), weekday, number, shown)


FREE_DAYS = frozenset({"sat", "sun"})


def why_closed(writer: Writer, calendar: str | None, why: str, day: dt.date) -> Rendered:
    """
    Why a day is not worked, in words. Two countries may give one name to different holidays. A Saturday and a Sunday of
    which neither is worked are a weekend; a Monday is none.
    """
    days = writer.policy.about.calendars[calendar] if calendar else None
    if why == WEEKEND:
        worked = frozenset(days.weekdays) if days is not None else frozenset()
        free = WEEKDAYS[day.weekday()] in FREE_DAYS and not worked & FREE_DAYS
        return writer.words.say("weekend") if free else writer.words.say("regular closing day")
    if why == NO_HOURS:
        return writer.words.say("no opening hours")
    if days is not None and why.startswith(SEASON):
        return writer.text(days.closed_each_year[int(why.removeprefix(SEASON))].label)
    kept = days.holidays if days is not None else None
    if why == COMPANY or kept is None:
        return writer.words.say("company holiday")
    holiday = writer.words.named(f"holiday {kept.country}", why.removesuffix(OBSERVED))
    return writer.words.say("{holiday} (observed)", holiday=holiday) if why.endswith(OBSERVED) else holiday
