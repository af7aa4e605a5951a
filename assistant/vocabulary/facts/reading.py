"""Another reading of the document, which an answer may be asked for under: no question, but a fact like any other."""

from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import Text
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.wording import Value

OTHER, OURS = "other", "ours"
"""The other reading, and the one that holds where nothing is said: only the other is ever given."""


def reading_fact(reading: str) -> str:
    """The name under which another reading is given and tested: `reading.R4`."""
    return f"reading.{reading}"


@FACTS.register
class ReadingFact(Asked):
    """Whether a doubt in the document is read the other way. It is made from the policy's readings."""

    listed = False
    holds = "ids"

    type: Literal["reading"]
    """What kind of answer it has."""
    other: Text
    """The other reading."""

    def read(self, text: str) -> Value:
        if text != OTHER:
            raise Refusal("no-such-option", given=text[:60], options=OTHER)
        return text

    def choices(self) -> tuple[str, ...]:
        return (OTHER,)
