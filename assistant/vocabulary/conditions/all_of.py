"""`all_of`: several tests of one name."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from assistant.errors import Wording, worded
from assistant.vocabulary.condition import CONDITIONS, SETS, Test
from assistant.vocabulary.trail import Against, Ask, Condition, Names
from assistant.vocabulary.wording import SetsLabel


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
