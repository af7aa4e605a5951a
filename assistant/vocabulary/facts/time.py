"""`type: time`: a time of day."""

import datetime as dt
import re
from typing import Literal

from assistant.errors import Refusal
from assistant.vocabulary.fact import FACTS, Asked, Axis
from assistant.vocabulary.wording import Value

TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
MINUTES = 24 * 60


def _at(minute: int) -> dt.time:
    return dt.time(*divmod(minute, 60))


@FACTS.register
class TimeFact(Asked):
    """A time of day on a clock that the question names."""

    example = "{type: time, question: When does it begin?, label: Beginning}"

    type: Literal["time"]
    """What kind of answer it has."""

    def kind(self) -> str:
        return "time"

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
        return Axis(0, MINUTES - 1, _at)
