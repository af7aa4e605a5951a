"""Why a day is not worked, in words."""

from assistant.i18n.fill import Rendered
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, SEASON, WEEKEND
from assistant.vocabulary.doors import NO_HOURS


def why_closed(writer: Writer, calendar: str | None, why: str) -> Rendered:
    """Why a day is not worked, in words. Two countries may give one name to different holidays."""
    if why == WEEKEND:
        return writer.words.say("weekend")
    if why == NO_HOURS:
        return writer.words.say("no opening hours")
    days = writer.policy.about.calendars[calendar] if calendar else None
    if days is not None and why.startswith(SEASON):
        return writer.text(days.closed_each_year[int(why.removeprefix(SEASON))].label)
    kept = days.holidays if days is not None else None
    if why == COMPANY or kept is None:
        return writer.words.say("company holiday")
    return writer.words.named(f"holiday {kept.country}", why)
