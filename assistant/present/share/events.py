"""The dates of an answer that are still to come, for a calendar (RFC 5545)."""

import datetime as dt
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.i18n.words import Words
from assistant.present.views import AnswerView, DateView

# Slow to import, and few answers are put into a calendar.
if TYPE_CHECKING:
    from icalendar import Alarm, Event

BEFORE_A_DAY = dt.timedelta(hours=-15)
"""At nine in the morning of the day before: a day begins at midnight."""
BEFORE_A_MOMENT = dt.timedelta(days=-1)


def to_come(view: AnswerView, now: dt.datetime) -> tuple[DateView, ...]:
    """The dates that have not passed on the clocks on which they stand, if known; a day has passed when it is over."""
    return tuple(date for date in view.dates if date.zone and _value(date) >= _here(date, now))


def passes(view: AnswerView, now: dt.datetime) -> dt.datetime | None:
    """The moment at which the first of the dates to come has passed; None where there is none."""
    return min(map(_over, to_come(view, now)), default=None)


def _over(date: DateView) -> dt.datetime:
    value = _value(date)
    if isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value + dt.timedelta(days=1), dt.time(), ZoneInfo(date.zone))


def as_calendar(view: AnswerView, permalink: str, now: dt.datetime, words: Words) -> bytes | None:
    """
    A calendar with an event for each date to come; None where all have passed.

    An event keeps its id for as long as the facts are the same, so that a calendar that already has it renews it;
    the stamp is the start of the day asked about, so that the same answer makes the same file.
    """
    from icalendar import Calendar

    dates = to_come(view, now)
    if not dates:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//policy-assistant//EN")
    calendar.add("version", "2.0")
    for date in dates:
        calendar.add_component(_event(view, date, permalink, words))
    years = [_value(date).year for date in dates]
    calendar.add_missing_timezones(dt.date(min(years) - 1, 1, 1), dt.date(max(years) + 1, 1, 1))
    return bytes(calendar.to_ical())


def _value(date: DateView) -> dt.date:
    if "T" not in date.iso:
        return dt.date.fromisoformat(date.iso)
    return dt.datetime.fromisoformat(date.iso).replace(tzinfo=ZoneInfo(date.zone))


def _here(date: DateView, now: dt.datetime) -> dt.date:
    """Now, as a day where the date is one."""
    return now if "T" in date.iso else now.astimezone(ZoneInfo(date.zone)).date()


def _event(view: AnswerView, date: DateView, permalink: str, words: Words) -> "Event":
    from icalendar import Event

    event, value = Event(), _value(date)
    stamp = dt.datetime.combine(dt.date.fromisoformat(view.place.on), dt.time(), dt.UTC)
    title = words.say("{label}: {day}", label=date.label.text, day=view.place.topic_title.text)
    event.add("uid", f"{_id(view, date)}@policy-assistant")
    event.add("dtstamp", stamp)
    event.add("dtstart", value)
    if not isinstance(value, dt.datetime):
        event.add("dtend", value + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", title)
    event.add("description", f"{view.headline.text}\n\n{permalink}\n\n{view.governs}")
    event.add("url", permalink)
    event.add_component(_alarm(value, title))
    return event


def _alarm(value: dt.date, title: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", BEFORE_A_MOMENT if isinstance(value, dt.datetime) else BEFORE_A_DAY)
    return alarm


def _id(view: AnswerView, date: DateView) -> str:
    place = view.place
    facts = "&".join(f"{one.fact}={one.value}" for one in view.given)
    return sha256(f"{place.policy}/{place.topic}/{place.aspect}/{date.name}?{facts}".encode()).hexdigest()[:32]
