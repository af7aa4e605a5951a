"""Why a day is not worked, in words."""

from assistant.i18n.fill import Rendered
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, WEEKEND


def why_closed(writer: Writer, calendar: str | None, why: str) -> Rendered:
    """Why a day is not worked, in words. Two countries may give one name to different holidays."""
    if why == WEEKEND:
        return writer.words.say("weekend")
    kept = writer.policy.about.calendars[calendar].holidays if calendar else None
    if why == COMPANY or kept is None:
        return writer.words.say("company holiday")
    return writer.words.named(f"holiday {kept.country}", why)
