"""`one_of`, `includes`, `includes_any`, `includes_all`: which of some options a value is, or holds among several."""

from abc import abstractmethod
from typing import Annotated

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.record import Id, as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.wording import Every, Label, Options, Value

Several = Annotated[tuple[Id, ...], Field(min_length=1), BeforeValidator(as_list)]


class Inclusion(Condition):
    """Asks which options are among those that are chosen."""

    of_ids = True
    fits = frozenset({"several"})

    @abstractmethod
    def holds(self, chosen: frozenset[str]) -> bool:
        """Whether it holds where these are chosen."""

    @abstractmethod
    def options(self, name: str) -> Options | Every:
        """The options of the fact `name` that it asks for."""

    def compiled(self, name: str, names: Names) -> Ask:
        """The condition as a function of the options that are chosen. Raises `TypeError` for anything else."""

        def tested(value: Value) -> Tested:
            if not isinstance(value, tuple):
                raise TypeError(f"not several options: {value!r}")
            return Tested(name, value, self, None, self.holds(frozenset(map(str, value))))

        return Ask((names.get(name),), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{subject}: with {options}", subject=Label(name), options=self.options(name))


@CONDITIONS.register
class Includes(Inclusion):
    """Holds where this option is among those that are chosen."""

    example = "{extras: {includes: chairs}}"

    includes: Id
    """The option's id."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return self.includes in chosen

    def options(self, name: str) -> Options:
        return Options((self.includes,), name)


@CONDITIONS.register
class IncludesAny(Inclusion):
    """Holds where at least one of these options is among those that are chosen."""

    example = "{extras: {includes_any: [chairs, sound]}}"

    includes_any: Several
    """The options' ids."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return not chosen.isdisjoint(self.includes_any)

    def options(self, name: str) -> Options:
        return Options(self.includes_any, name)


@CONDITIONS.register
class IncludesAll(Inclusion):
    """Holds where all of these options are among those that are chosen."""

    example = "{extras: {includes_all: [chairs, sound]}}"

    includes_all: Several
    """The options' ids."""

    def holds(self, chosen: frozenset[str]) -> bool:
        return chosen.issuperset(self.includes_all)

    def options(self, name: str) -> Every:
        return Every(self.includes_all, name)


@CONDITIONS.register
class OneOf(Condition):
    """Holds where the choice, the yes/no, the band or the table's mark is one of these ids."""

    known_as = ("in", "is", "equals", "eq")
    example = "{room: [great, small]}"

    of_ids = True
    fits = frozenset({"ids"})

    one_of: Several
    """The ids for which it holds."""

    def compiled(self, name: str, names: Names) -> Ask:
        ids = frozenset(self.one_of)
        return Ask((names.banded(name),), lambda value: Tested(name, value, self, None, value in ids))

    def side(self, value: Value, against: Value | None) -> bool:
        return value in self.one_of

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{subject}: {options}", subject=Label(name), options=Options(self.one_of, name))
