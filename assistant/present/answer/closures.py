"""Why a day is not worked, in words."""

import datetime as dt

from assistant.i18n.fill import Rendered
from assistant.model.calendar import WEEKDAYS
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, SEASON, WEEKEND
from assistant.vocabulary.doors import NO_HOURS

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
    return writer.words.named(f"holiday {kept.country}", why)
