"""The dates of an answer that are still to come, for a calendar (RFC 5545)."""

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.i18n.words import Words
from assistant.model.record import FIRST_DAY
from assistant.present.answer.headlines import DOORS
from assistant.present.views import AnswerView, DateView

# Slow to import, and few answers are put into a calendar.
if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

BEFORE_A_DAY = dt.timedelta(hours=-15), dt.timedelta(hours=9), dt.timedelta(hours=17)
"""At nine in the morning of the day before, as a day begins at midnight; else on the day itself."""
BEFORE_A_MOMENT = dt.timedelta(days=-1), dt.timedelta(hours=-1)
"""The first of these that is still to come; else at the moment itself."""


def to_come(view: AnswerView) -> tuple[DateView, ...]:
    """The dates that have not passed, of those whose clock is known; a day has passed when it is over."""
    return tuple(date for date in view.dates if date.zone and not date.passed)


def deadlines(view: AnswerView) -> tuple[DateView, ...]:
    """Those that are worth an event: what the headline names, where it does; a day since which one may act is none."""
    dates = () if view.verdict == "dated" and view.standing.kind == "now" else to_come(view)
    return tuple(date for date in dates if date.text in view.headline.text) or dates


def turns(view: AnswerView) -> dt.datetime | None:
    """When a date of it has passed, a door opens or closes, or it stands otherwise; None where nothing does."""
    doors = (one.door.until for one in view.contacts if one.door and one.door.until)
    stands = [view.standing.until] if view.standing.until else []
    return min((*map(_over, to_come(view)), *doors, *stands), key=dt.datetime.timestamp, default=None)


def _over(date: DateView) -> dt.datetime:
    value = _value(date)
    if isinstance(value, dt.datetime):
        return value
    return dt.datetime.combine(value + dt.timedelta(days=1), dt.time(), ZoneInfo(date.zone))


def as_calendar(view: AnswerView, permalink: str, now: dt.datetime, words: Words) -> bytes | None:
    """
    A calendar with an event for each deadline to come; None where there is none.

    An event keeps its id for as long as the facts are the same; its stamp and its number are those of `now`, so that a
    calendar that already has it takes over a day that has moved.
    """
    dates = deadlines(view)
    years = [_value(date).year for date in dates]
    return calendar_of((_event(view, date, permalink, now, words) for date in dates), years) if dates else None


def calendar_of(events: "Iterable[Event]", years: Sequence[int] = ()) -> bytes:
    """A calendar of these events; of `years` where any of them stands on a clock."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//policy-assistant//EN")
    calendar.add("version", "2.0")
    for one in events:
        calendar.add_component(one)
    if years:
        calendar.add_missing_timezones(dt.date(min(years) - 1, 1, 1), dt.date(max(years) + 1, 1, 1))
    return bytes(calendar.to_ical())


def _value(date: DateView) -> dt.date:
    if "T" not in date.iso:
        return dt.date.fromisoformat(date.iso)
    return dt.datetime.fromisoformat(date.iso).replace(tzinfo=ZoneInfo(date.zone))


def _event(view: AnswerView, date: DateView, permalink: str, now: dt.datetime, words: Words) -> "Event":
    unsure = any(one.doubt for one in view.caveats)
    label = words.say("{label} (not certain)", label=date.label) if unsure else date.label
    title = words.say("{label}: {value}", label=view.place.policy_title, value=label)
    doubts = "".join(f"\n{one}" for one in (*(each.text for each in view.caveats), view.settled) if one)
    about = f"{view.headline}{doubts}\n\n{permalink}\n\n{view.governs}"
    here = now.astimezone(ZoneInfo(date.zone))
    made = event(_id(view, date), _value(date), title, about, here, ahead=view.verdict not in DOORS)
    made.add("url", permalink)
    return made


def event(name: str, value: dt.date, title: str, about: str, now: dt.datetime, ahead: bool = True) -> "Event":
    """
    An event of one whole day on the clock of `now`, or at a moment, under its id, with a reminder still to come:
    `ahead` of it, or at the moment itself, as where a door opens.
    """
    from icalendar import Alarm, Event

    made, alarm = Event(), Alarm()
    made.add("uid", f"{name}@policy-assistant")
    made.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    made.add("sequence", (now.date() - FIRST_DAY).days)
    made.add("dtstart", value)
    start = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time(), now.tzinfo)
    if start is not value:
        made.add("dtend", value + dt.timedelta(days=1))
        made.add("transp", "TRANSPARENT")
    made.add("summary", title)
    made.add("description", about)
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    early = (one for one in (BEFORE_A_MOMENT if start is value else BEFORE_A_DAY) if ahead and start + one > now)
    alarm.add("trigger", next(early, dt.timedelta()))
    made.add_component(alarm)
    return made


def _id(view: AnswerView, date: DateView) -> str:
    place = view.place
    facts = "&".join(f"{one.fact}={one.value}" for one in view.given)
    return sha256(f"{place.policy}/{place.topic}/{place.aspect}/{date.name}?{facts}".encode()).hexdigest()[:32]
