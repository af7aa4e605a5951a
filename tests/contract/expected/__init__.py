"""What the harbour's terms come to, worked out anew with nothing of ours: a day, a minute, a cent at a time."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

Facts = Mapping[str, str]
NOTHING: Mapping[str, str] = {}


class Reply(NamedTuple):
    """
    What must come out: the verdict, dates as canonical text, values as they stand in answers (counts of days, months
    and years as numbers, all else as text), and the calendars with announced days off.
    """

    verdict: str
    dates: Mapping[str, str] = NOTHING
    values: Mapping[str, str | int] = NOTHING
    announced: tuple[str, ...] = ()


Work = Callable[[Facts, dt.date], Reply]
