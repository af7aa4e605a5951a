"""How a date was counted, in words, with each day that was skipped and why."""

import datetime as dt
from collections.abc import Collection, Mapping

from assistant.decide import Counted, Taken, Value
from assistant.model.policy import Policy
from assistant.present.answer.closures import why_closed
from assistant.present.answer.explanation import explained
from assistant.present.answer.standing import has_passed
from assistant.present.answer.strip import strip
from assistant.present.views import DateView, DayView, StepView
from assistant.present.writer import Writer


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
        first = (StepView(writer.words.say("{label}: {day}", label=label, day=day)),)
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
        start = words.say("{label}: {day}", label=writer.label(counted.started_from), day=amount)
    else:
        start = words.say("It starts from {amount}", amount=amount)
    return (StepView(start), *(StepView(explained(writer, one.step.explain(one))) for one in counted.reckoned))


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
