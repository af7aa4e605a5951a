"""`type: yes-no`."""

from typing import Literal

from assistant.errors import Refusal
from assistant.model.record import Record, Text
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.wording import Value


class Sides(Record):
    """What people write who mean yes, and who mean no."""

    yes: tuple[str, ...] = ()
    """What people write who mean yes."""
    no: tuple[str, ...] = ()
    """What people write who mean no."""


@FACTS.register
class YesNo(Asked):
    """
    `yes` or `no`; the labels say what each means where a bare yes would leave doubt.

    `spellings` are sentences or parts of them, such as `out of warranty` for `no`.
    """

    example = "{type: yes-no, question: Is it under warranty?, label: Warranty}"

    type: Literal["yes-no"]
    """What kind of answer it has."""
    yes: Text | None = None
    """What yes means, where a bare yes would leave doubt."""
    no: Text | None = None
    """What no means, where a bare no would leave doubt."""
    spellings: Sides = Sides()
    """Parts of sentences by which people say it: `out of warranty` for no."""

    def kind(self) -> str:
        return "ids"

    def read(self, text: str) -> Value:
        if text not in ("yes", "no"):
            raise Refusal("yes-or-no-wanted")
        return text

    def choices(self) -> tuple[str, ...]:
        return ("yes", "no")
