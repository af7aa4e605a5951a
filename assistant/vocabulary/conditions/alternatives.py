"""`any`, `none`, `all_of`: one of several sets of conditions, or none of them; several tests of one name."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, WithJsonSchema

from assistant.errors import Wording, worded
from assistant.model.record import as_list
from assistant.vocabulary.condition import CONDITIONS, SETS, Test, When, asked
from assistant.vocabulary.trail import Against, Ask, Condition, Get, Names, Run, Tested
from assistant.vocabulary.wording import SetsLabel

Sets = Annotated[tuple[When, ...], Field(min_length=1), BeforeValidator(as_list), WithJsonSchema(SETS)]


class Alternatives(Condition):
    """Sets of conditions, of which each holds where all that is in it does."""

    listed = False
    fits = frozenset()
    wanted: ClassVar[bool]
    """Whether it holds where one of the sets does, or where none does."""
    said: ClassVar[Wording]
    """The condition in words."""

    def __hash__(self) -> int:
        """Alike for alike ones: the sets themselves are mappings."""
        return hash((type(self), tuple(tuple(one.items()) for one in self.sets())))

    def sets(self) -> tuple[Mapping[str, Condition], ...]:
        found: tuple[Mapping[str, Condition], ...] = getattr(self, self.key())
        return found

    def reads(self) -> Iterator[tuple[str, str]]:
        """What is asked in each set."""
        for one in self.sets():
            for name, test in one.items():
                if not test.sets():
                    yield "name", name
                yield from test.reads()

    def renamed(self, names: Mapping[str, str]) -> Self:
        renamed = tuple(
            {names.get(name, name): test.renamed(names) for name, test in one.items()} for one in self.sets()
        )
        return self.model_copy(update={self.key(): renamed})

    def compiled(self, name: str, names: Names) -> Ask:
        """Asks set by set, each up to the first condition that fails, and no further than to the first that holds."""
        sets = [[test.compiled(about, names) for about, test in asked(one)] for one in self.sets()]

        def found(run: Run) -> bool:
            return any(all(ask.of(run).held for ask in one) for one in sets)

        get: Get = found
        return Ask((get,), lambda held: Tested(name, "yes" if held else "no", self, None, held is self.wanted))

    def explain(self, name: str, against: Against = None) -> Wording:
        return self.said.holding(sets=SetsLabel(tuple(tuple(asked(one)) for one in self.sets())))


@CONDITIONS.register
class AnyOf(Alternatives):
    """Holds where one of these sets of conditions does; they are asked from the top. A key of `when`, not a test."""

    example = "{any: [{room: great}, {guests: {at_most: 50}}]}"
    wanted = True
    said = worded("One of these holds: {sets}")

    any: Sets
    """The sets: a list of mappings as under `when`."""


@CONDITIONS.register
class NoneOf(Alternatives):
    """Holds where none of these sets of conditions does; they are asked from the top. A key of `when`, not a test."""

    example = "{none: [{event_on: {weekday: sun}}]}"
    wanted = False
    said = worded("None of these holds: {sets}")

    none: Sets
    """The sets: a list of mappings as under `when`."""


@CONDITIONS.register
class AllOf(Condition):
    """Holds where each of these tests does. Several tests may also be written side by side: {after: a, before: b}."""

    example = "{event_on: {after: on, before: term-end}}"

    listed = False
    fits = frozenset()

    all_of: Annotated[tuple[Test, ...], Field(min_length=2), WithJsonSchema(SETS)]
    """The tests, asked one by one."""

    def each(self) -> tuple[Condition, ...]:
        return self.all_of

    def compiled(self, name: str, names: Names) -> Ask:
        raise TypeError("its tests are asked one by one")

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{sets}", sets=SetsLabel((tuple((name, test) for test in self.all_of),)))
