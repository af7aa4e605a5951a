"""`type: date`: a calendar day."""

import datetime as dt
import re
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.fact import FACTS, Asked, Axis
from assistant.vocabulary.wording import Value

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> dt.date:
    """A day from `YYYY-MM-DD`. Raises `Refusal`: `day-wanted`, `no-such-day` or `day-outside`."""
    if not DAY.fullmatch(text):
        raise Refusal("day-wanted")
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise Refusal("no-such-day") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal("day-outside")
    return day


@FACTS.register
class DayFact(Asked):
    """A calendar day."""

    example = "{type: date, question: When is your event?, label: Event}"

    type: Literal["date"]
    """What kind of answer it has."""

    def kind(self) -> str:
        return "day"

    def read(self, text: str) -> Value:
        return read_day(text)

    def axis(self) -> Axis:
        return Axis(FIRST_DAY.toordinal(), LAST_DAY.toordinal(), dt.date.fromordinal, of_days=True)
