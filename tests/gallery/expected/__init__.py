"""What the policies of the gallery say, worked out anew in plain Python: a module for each, with nothing of ours."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

NOTHING: Mapping[str, str] = {}


class Worked(NamedTuple):
    """What must come out: the verdict, days by their public name, and values, as canonical text."""

    verdict: str
    dates: Mapping[str, str] = NOTHING
    values: Mapping[str, str] = NOTHING


Aspect = Literal["free", "due", "covered"]
Case = tuple[str, Aspect, dt.date, Mapping[str, str]]
"""Topic, aspect, the day asked about, and facts as canonical text: all that the answer needs."""
Work = Callable[[str, str, dt.date, Mapping[str, str]], Worked]
