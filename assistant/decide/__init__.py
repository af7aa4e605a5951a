"""Rules and facts in; an answer, a need or every fault out. See `engine.decide`."""

from assistant.decide.engine import decide
from assistant.decide.outcome import Answer, Counted, FactFault, Invalid, Judged, Needs, Outcome, Taken, Tested, Value
from assistant.decide.values import canonical, likely, read, read_day, read_moment

__all__ = [
    "Answer", "Counted", "FactFault", "Invalid", "Judged", "Needs", "Outcome", "Taken", "Tested", "Value",
    "canonical", "decide", "likely", "read", "read_day", "read_moment",
]  # fmt: skip
