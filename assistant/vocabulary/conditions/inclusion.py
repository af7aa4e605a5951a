"""`one_of`, `includes`, `includes_any`, `includes_all`: which of some options a value is, or holds among several."""

from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from assistant.errors import Wording, worded
from assistant.model.record import Id, as_list
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.wording import Label, Options, Value, Worth

Several = Annotated[tuple[Id, ...], Field(min_length=1), BeforeValidator(as_list)]


class Inclusion(Condition):
    """Asks which options are among those that are chosen."""

    of_ids = True
    fits = frozenset({"several"})

    holds: ClassVar[Callable[..., bool]]
    """Whether it holds where the first of these are chosen, and the second are asked for."""
    listed_as: ClassVar[type[Options | Worth]] = Options

    @property
    def wanted(self) -> tuple[str, ...]:
        """The options that it asks for."""
        found: str | tuple[str, ...] = getattr(self, self.key())
        return (found,) if isinstance(found, str) else found

    def compiled(self, name: str, names: Names) -> Ask:
        """The condition as a function of the options that are chosen. Raises `TypeError` for anything else."""
        wanted, holds = frozenset(self.wanted), self.holds

        def tested(value: Value) -> Tested:
            if not isinstance(value, tuple):
                raise TypeError(f"not several options: {value!r}")
            return Tested(name, value, self, None, holds(frozenset(map(str, value)), wanted))

        return Ask((names.get(name),), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        return worded("{subject}: with {options}", subject=Label(name), options=self.listed_as(self.wanted, name))


@CONDITIONS.register
class Includes(Inclusion):
    """Holds where this option is among those that are chosen."""

    example = "{extras: {includes: chairs}}"
    holds = staticmethod(frozenset.issuperset)

    includes: Id
    """The option's id."""


@CONDITIONS.register
class IncludesAny(Inclusion):
    """Holds where at least one of these options is among those that are chosen."""

    example = "{extras: {includes_any: [chairs, sound]}}"
    holds = staticmethod(lambda chosen, wanted: not chosen.isdisjoint(wanted))

    includes_any: Several
    """The options' ids."""


@CONDITIONS.register
class IncludesAll(Inclusion):
    """Holds where all of these options are among those that are chosen."""

    example = "{extras: {includes_all: [chairs, sound]}}"
    holds = staticmethod(frozenset.issuperset)
    listed_as = Worth

    includes_all: Several
    """The options' ids."""


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
