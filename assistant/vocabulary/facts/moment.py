"""`type: date`, `type: date-time`, `type: time`: a day, a moment, a time of day."""

import datetime as dt
import re
from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.fact import FACTS, PASSED, Asked, Axis
from assistant.vocabulary.wording import Value

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
NOON = dt.time(12)
FIRST, END = (dt.datetime.combine(day, dt.time()) for day in (FIRST_DAY, LAST_DAY + dt.timedelta(days=1)))
MINUTES = 24 * 60


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
    holds = "day"

    type: Literal["date"]
    """What kind of answer it has."""
    expected: Literal["first-of-month", "end-of-month"] | None = None
    """Which day of a month it is by the document: another one is taken, and the answer says that it may be wrong."""

    def read(self, text: str) -> Value:
        return read_day(text)

    def framed(self) -> tuple[str, ...]:
        return (PASSED,)

    def axis(self) -> Axis:
        return Axis(FIRST_DAY.toordinal(), LAST_DAY.toordinal(), dt.date.fromordinal, of_days=True)


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


@FACTS.register
class MomentFact(Asked):
    """A day and a time on a clock that the question names; no offset."""

    example = "{type: date-time, question: When did you write?, label: Written}"
    holds = "moment"

    type: Literal["date-time"]
    """What kind of answer it has."""

    def read(self, text: str) -> Value:
        return read_moment(text)

    def axis(self) -> Axis:
        return Axis(
            FIRST_DAY.toordinal(),
            LAST_DAY.toordinal(),
            lambda place: dt.datetime.combine(dt.date.fromordinal(place), NOON),
            of_days=True,
        )


@FACTS.register
class TimeFact(Asked):
    """A time of day on a clock that the question names."""

    example = "{type: time, question: When does it begin?, label: Beginning}"
    holds = "time"

    type: Literal["time"]
    """What kind of answer it has."""

    def read(self, text: str) -> Value:
        """`HH:MM`. Raises `Refusal`: `time-wanted` or `no-such-time`."""
        if not TIME.fullmatch(text):
            raise Refusal("time-wanted")
        try:
            return dt.time.fromisoformat(text)
        except ValueError:
            raise Refusal("no-such-time") from None

    def samples(self) -> tuple[Value, ...]:
        return (dt.time(0), dt.time(12), dt.time(23, 59))

    def ends(self) -> tuple[Value, ...]:
        return (dt.time(9), dt.time(21))

    def axis(self) -> Axis:
        return Axis(0, MINUTES - 1, lambda minute: dt.time(*divmod(minute, 60)))
