"""`type: choice`, `type: choices`, `type: yes-no`: what is chosen from a fixed set, one or several of it."""

from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Literal

from pydantic import Field

from assistant.errors import Refusal
from assistant.model.record import Count, Id, Record, Text
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.wording import Value

FEW = 5
"""Of so many options the walk tries every set; of more, each alone, each two, all but each, and all."""


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
    holds = "ids"

    type: Literal["choice"]
    """What kind of answer it has."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]
    """The answers by id, in the order in which people see them."""

    def read(self, text: str) -> Value:
        if text not in self.options:
            raise Refusal("no-such-option", given=text[:60], options=", ".join(self.options))
        return text

    def choices(self) -> tuple[str, ...]:
        return tuple(self.options)


@FACTS.register
class Choices(Asked):
    """Several of a fixed set of options, by id: at least `least`, at most `most`."""

    example = (
        "{type: choices, question: What else?, label: Extras, options: {chairs: {label: Chairs}, "
        "sound: {label: Sound}}}"
    )
    holds = "several"

    type: Literal["choices"]
    """What kind of answer it has."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]
    """The answers by id, in the order in which people see them."""
    least: Count = 1
    """How many are to be chosen at least."""
    most: Count | None = None
    """How many may be chosen at most; without it, all."""

    def ids(self) -> tuple[str, ...]:
        return tuple(self.options)

    def framed(self) -> tuple[str, ...]:
        return self.ids()

    def read(self, text: str) -> Value:
        """The ids in the order of the options, with commas between. Raises `Refusal`, also for another order."""
        given = text.split(",") if text else []
        for one in given:
            if one not in self.options:
                raise Refusal("no-such-option", given=one[:60], options=", ".join(self.options))
        if given != [one for one in self.options if one in given]:
            raise Refusal("options-disordered", options=",".join(one for one in self.options if one in given))
        if len(given) < self.least:
            raise Refusal("too-few-options", least=str(self.least))
        if self.most is not None and len(given) > self.most:
            raise Refusal("too-many-options", most=str(self.most))
        return tuple(given)

    def samples(self) -> tuple[Value, ...]:
        return tuple(self._sets())

    def ends(self) -> tuple[Value, ...]:
        return self.samples()

    def toggled(self, value: Value) -> Iterator[tuple[str, ...]]:
        """The sets of options that have one more than this one, or one less, as far as they may be chosen."""
        chosen = value if isinstance(value, tuple) else ()
        for one in self.options:
            found = tuple(each for each in self.options if (each in chosen) != (each == one))
            if self.least <= len(found) <= (self.most if self.most is not None else len(found)):
                yield found

    def _sets(self) -> Iterator[tuple[str, ...]]:
        every, most = tuple(self.options), self.most if self.most is not None else len(self.options)
        sizes = range(self.least, most + 1)
        for size in sizes if len(every) <= FEW else sorted({*sizes} & {0, 1, 2, len(every) - 1, len(every), most}):
            yield from combinations(every, size)


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
    holds = "ids"

    type: Literal["yes-no"]
    """What kind of answer it has."""
    yes: Text | None = None
    """What yes means, where a bare yes would leave doubt."""
    no: Text | None = None
    """What no means, where a bare no would leave doubt."""
    spellings: Sides = Sides()
    """Parts of sentences by which people say it: `out of warranty` for no."""

    def read(self, text: str) -> Value:
        if text not in ("yes", "no"):
            raise Refusal("yes-or-no-wanted")
        return text

    def choices(self) -> tuple[str, ...]:
        return ("yes", "no")
