"""Rules and facts in; an answer, a need or every fault out. See `engine.decide`."""

import datetime as dt

from assistant.decide.engine import decide
from assistant.decide.outcome import Answer, FactFault, Invalid, Judged, Needs, Outcome
from assistant.model.quantity import Duration
from assistant.vocabulary.facts.moment import read_day, read_moment
from assistant.vocabulary.trail import Counted, Taken, Tested
from assistant.vocabulary.wording import Value

__all__ = [
    "Answer",
    "Counted",
    "FactFault",
    "Invalid",
    "Judged",
    "Needs",
    "Outcome",
    "Taken",
    "Tested",
    "Value",
    "canonical",
    "decide",
    "read_day",
    "read_moment",
]


def canonical(value: Value) -> str:
    """The canonical text of a value: what stands in links, batch files and the API."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, tuple) and not isinstance(value, Duration):
        return ",".join(value)
    return str(value)
