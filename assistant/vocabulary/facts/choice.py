"""`type: choice`: one of a fixed set of options."""

from typing import Annotated, Literal

from pydantic import Field

from assistant.errors import Refusal
from assistant.model.record import Id, Record, Text
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.wording import Value


class Option(Record):
    """One answer to a choice. `spellings` are other ways in which people write it, in any language."""

    label: Text
    """What people choose."""
    help: Text | None = None
    """A sentence beside it, where people may hesitate."""
    spellings: tuple[str, ...] = ()
    """Other ways in which people write it, in any language."""


@FACTS.register
class Choice(Asked):
    """One of a fixed set of options, by id."""

    example = (
        "{type: choice, question: Which room?, label: Room, options: {great: {label: Great}, small: {label: Small}}}"
    )

    type: Literal["choice"]
    """What kind of answer it has."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]
    """The answers by id, in the order in which people see them."""

    def kind(self) -> str:
        return "ids"

    def read(self, text: str) -> Value:
        if text not in self.options:
            raise Refusal("no-such-option", given=text[:60], options=", ".join(self.options))
        return text

    def choices(self) -> tuple[str, ...]:
        return tuple(self.options)
