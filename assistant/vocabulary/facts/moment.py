"""`type: date-time`: a day and a time of day on a clock that the question names."""

import datetime as dt
import re
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.fact import FACTS, Asked, Axis
from assistant.vocabulary.wording import Value

MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
NOON = dt.time(12)
FIRST, END = (dt.datetime.combine(day, dt.time()) for day in (FIRST_DAY, LAST_DAY + dt.timedelta(days=1)))


def read_moment(text: str) -> dt.datetime:
    """
    A local day and time from `YYYY-MM-DDTHH:MM`, with seconds or without. Raises `Refusal`: `moment-wanted`,
    `no-such-moment` or `day-outside`.
    """
    if not MOMENT.fullmatch(text):
        raise Refusal("moment-wanted")
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise Refusal("no-such-moment") from None
    if not FIRST <= moment < END:
        raise Refusal("day-outside")
    return moment


def _noon(place: int) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromordinal(place), NOON)


@FACTS.register
class MomentFact(Asked):
    """A day and a time on a clock that the question names; no offset."""

    example = "{type: date-time, question: When did you write?, label: Written}"

    type: Literal["date-time"]
    """What kind of answer it has."""

    def kind(self) -> str:
        return "moment"

    def read(self, text: str) -> Value:
        return read_moment(text)

    def axis(self) -> Axis:
        return Axis(FIRST_DAY.toordinal(), LAST_DAY.toordinal(), _noon, of_days=True)
