"""Ways to reach people: opening hours in words, and whether the door is open now."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from assistant.decide.neighbours import neighbours
from assistant.errors import Refusal
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_clock, format_day, format_list, format_weekday
from assistant.i18n.words import Words
from assistant.model.calendar import WEEKDAYS, Span, WorkingDays, week_days
from assistant.model.rule import Aspect
from assistant.model.summary import Contact
from assistant.present.people import ContactView, DoorView, PeopleView
from assistant.present.question import notice
from assistant.present.sentences import MAY_MOVE
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import calendar_for
from assistant.vocabulary.doors import Doors

MIDNIGHT = dt.time()


def contacts_of(writer: Writer, now: dt.datetime, procedures: Sequence[str] = ()) -> tuple[ContactView, ...]:
    """
    Whom to reach: the contacts that the steps of procedures lead to, which rest on a clause of theirs; else all of the
    policy, those with a telephone first, then those that are there for nothing else. None says that it is open once the
    policy's services have ended.
    """
    here, cited = writer.here(now).replace(tzinfo=None), cited_by(writer, procedures)
    ours = led_to(writer, procedures)
    found = ours or writer.policy.summary.contacts.values()
    moment = None if notice(writer, here.date()) else here
    ranked = sorted(
        found, key=lambda one: (one.phone is None, one.email is None, len({*one.cites} - cited) if ours else 0)
    )
    return tuple(contact_view(writer, one, moment) for one in ranked)


def led_to(writer: Writer, procedures: Iterable[str]) -> tuple[Contact, ...]:
    """The contacts that the steps of procedures lead to: those that rest on a clause of theirs."""
    cited = cited_by(writer, procedures)
    return tuple(one for one in writer.policy.summary.contacts.values() if cited & set(one.cites))


def asked_of(writer: Writer, topic: str) -> tuple[str, ...]:
    """The procedures of a topic by which to find whom to ask: those that lead to anybody to ring or to write to."""
    own = tuple(writer.policy.topics[topic].procedures)
    return own if any(one.phone or one.email for one in led_to(writer, own)) else ()


def cited_by(writer: Writer, procedures: Iterable[str]) -> set[str]:
    """The clauses that the steps of procedures rest on."""
    parts = (part for name in procedures for part in writer.policy.summary.procedures[name].parts)
    return {clause for part in parts for step in part.steps for clause in step.cites}


def people(writers: Iterable[Writer], now: dt.datetime) -> tuple[PeopleView, ...]:
    """Whom to reach about each policy, in the order given."""
    return tuple(
        PeopleView(
            one.policy.id, one.text(one.policy.about.title), notice(one, one.here(now).date()), contacts_of(one, now)
        )
        for one in writers
    )


def contact_view(writer: Writer, contact: Contact, moment: dt.datetime | None) -> ContactView:
    """A contact; whether it is open at `moment`, on the policy's own clock, where one is given and that is known."""
    return ContactView(
        name=writer.text(contact.name),
        phone=contact.phone,
        email=contact.email,
        url=contact.url,
        hours=hours_text(writer, contact.hours) if contact.hours else None,
        note=writer.optional(contact.note),
        door=_door(writer, contact.hours, moment) if contact.hours and moment else None,
    )


def hours_asked(writer: Writer, topic: str, aspect: Aspect, known: Mapping[str, str]) -> Iterator[Rendered]:
    """The hours of each door of which a question of a topic asks whether it is open, as far as is `known` which."""
    asked = neighbours(writer.policy, topic, aspect)
    for name in sorted(asked.scope.asked(aspect, "hours", known)) if asked.of_the_day else ():
        label = writer.text(writer.policy.about.hours[name].label)
        yield writer.words.say("{label}: {value}", label=label, value=hours_text(writer, name))


def hours_text(writer: Writer, hours: str) -> Rendered:
    """Opening hours in a line: "Monday to Friday except public holidays, 08:00 to 18:30 (Adelaide time)"."""
    one, words = writer.policy.about.hours[hours], writer.words
    clock = writer.text(one.clock)
    if one.calendar is None:
        return words.say("Around the clock ({zone})", zone=clock)
    calendar = writer.policy.about.calendars[one.calendar]
    if not one.days:
        days = _except(words, calendar, _weekdays(words, [*map(WEEKDAYS.index, calendar.weekdays)]))
        # NOTE: Monday to Friday, 09:00 to 12:00 and 13:00 to 17:30 (Japan time)
        return words.say("{days}, {times} ({zone})", days=days, times=times_text(words, one.spans), zone=clock)
    lines = [
        # NOTE: Monday to Friday 09:00 to 12:00; several stand in a row, with commas between
        words.say("{days} {times}", days=_weekdays(words, week_days(written)), times=times_text(words, spans))
        for written, spans in one.days.items()
    ]
    joined = _except(words, calendar, format_list(lines, words.language))
    # NOTE: Several days with their times, and whose clock it is
    return words.say("{value} ({label})", value=joined, label=clock)


def times_text(words: Words, spans: Iterable[Span]) -> Rendered:
    """From when to when, in a list: "09:00 to 12:00 and 13:00 to 17:30"."""
    said = [
        # NOTE: 09:00 to 17:30
        words.say("{opens} to {closes}", opens=words.written(format_clock, span.opens), closes=_closing(words, span))
        for span in spans
    ]
    return format_list(said, words.language)


def _closing(words: Words, span: Span) -> str:
    time = words.written(format_clock, span.closes)
    if not span.overnight:
        return time
    # NOTE: Closing time behind midnight
    return words.say("{time} the next day", time=time) if span.closes != MIDNIGHT else words.say("midnight")


def _except(words: Words, calendar: WorkingDays, days: Rendered) -> Rendered:
    if calendar.holidays is None:
        return days
    if calendar.announced is not None:
        return words.say("{days} except public holidays and days off that are announced elsewhere", days=days)
    if calendar.holidays.banks:
        return words.say("{days} except bank and public holidays", days=days)
    return words.say("{days} except public holidays", days=days)


def _door(writer: Writer, hours: str, moment: dt.datetime) -> DoorView | None:
    """None where it depends on a fact, as then nobody can say without it, and where holidays are not known."""
    about, words = writer.policy.about, writer.words
    one = about.hours[hours]
    clock = writer.text(one.clock)
    days = about.calendars[one.calendar] if one.calendar else None
    if one.zone_from is not None or (days and days.holidays is not None and days.holidays.part_from is not None):
        return None
    zone = ZoneInfo(one.zone) if one.zone else None
    doors = Doors(one, calendar_for(days, None) if days else None, ZoneInfo(about.time_zone), zone)
    try:
        until = doors.closes(moment)
        if until is None and one.always:
            return DoorView(True, words.say("Open now"), None)
        turns = until or doors.opens(moment)[0]
    except Refusal:
        return None
    time = words.written(format_clock, turns.time())
    if until is not None:
        text = words.say("Open now, until {time} ({zone})", time=time, zone=clock)
    elif turns.date() == moment.date():
        text = words.say("Closed now, opens today at {time} ({zone})", time=time, zone=clock)
    else:
        day = words.written(format_day, turns.date())
        text = words.say("Closed now, opens on {day} at {time} ({zone})", day=day, time=time, zone=clock)
    doubt = words.say(MAY_MOVE) if days and may_be_off(days, moment.date(), turns.date()) else None
    return DoorView(until is not None, text, turns.replace(tzinfo=ZoneInfo(about.time_zone)), doubt)


def may_be_off(days: WorkingDays, first: dt.date, last: dt.date) -> bool:
    """Whether days off that are announced elsewhere may lie from one day to another."""
    between = (first + dt.timedelta(days=place) for place in range((last - first).days + 1))
    return days.announced is not None and any(season.holds(day) for day in between for season in days.announced_around)


def _weekdays(words: Words, places: Collection[int]) -> Rendered:
    """`Monday to Friday` where they follow each other, else a list."""
    names = [words.written(format_weekday, place) for place in sorted(places)]
    if len(names) > 2 and max(places) - min(places) + 1 == len(names):
        # NOTE: Weekdays by their names: Monday to Friday
        return words.say("{first} to {last}", first=names[0], last=names[-1])
    return format_list(names, words.language)
