"""`type: choices`: several of a fixed set of options."""

from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Literal

from pydantic import Field

from assistant.errors import Refusal
from assistant.model.record import Count, Id
from assistant.vocabulary.fact import FACTS, Asked
from assistant.vocabulary.facts.choice import Option
from assistant.vocabulary.wording import Value

FEW = 5
"""Of so many options the walk tries every set; of more, each alone, each two, all but each, and all."""


@FACTS.register
class Choices(Asked):
    """Several of a fixed set of options, by id: at least `least`, at most `most`."""

    example = (
        "{type: choices, question: What else?, label: Extras, options: {chairs: {label: Chairs}, "
        "sound: {label: Sound}}}"
    )

    type: Literal["choices"]
    """What kind of answer it has."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]
    """The answers by id, in the order in which people see them."""
    least: Count = 1
    """How many are to be chosen at least."""
    most: Count | None = None
    """How many may be chosen at most; without it, all."""

    def kind(self) -> str:
        return "several"

    def ids(self) -> tuple[str, ...]:
        return tuple(self.options)

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
