"""From one day to another: what counts of days, months and years between them share."""

from typing import Annotated

from pydantic import Field

from assistant.model.record import Id
from assistant.vocabulary.word import CALENDAR, DAY_OR_NAME, Word


class Stretch(Word):
    """From one day, which is not counted, to another, which is. Moments count as their days."""

    from_: Annotated[str, DAY_OR_NAME] = Field(alias="from")
    """The day from which is counted: a name, or a day."""
    to: Annotated[str, DAY_OR_NAME]
    """The day up to which is counted: a name, or a day."""


class WorkedStretch(Stretch):
    """From one day, which is not counted, to another, which is. Moments count as their days."""

    calendar: Annotated[Id | None, CALENDAR] = None
    """The calendar whose working days alone are counted."""
