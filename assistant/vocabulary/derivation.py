"""What is derived, beside its own word: its label, clauses and readings; and what is read, worked out once."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator

from assistant.model.record import ClauseId, ReadingId, Text, as_list, unique
from assistant.model.table import Table
from assistant.vocabulary.trail import Counted, Names, Read, Run, Step
from assistant.vocabulary.word import Registry, Word

T = TypeVar("T")


def together(reads: tuple[Read, ...]) -> Read:
    """Several things that are read as one: the thing itself where it is the only one, else a tuple."""
    if len(reads) == 1:
        return reads[0]
    if len(reads) == 2:
        one, other = reads
        return lambda run: (one(run), other(run))
    return lambda run: tuple([read(run) for read in reads])


def remembered(depends: Read, work: Callable[[Run], T]) -> Callable[[Run], T]:
    """What comes of the ids that something depends on, worked out once for each of them. Nobody may change it."""
    known: dict[object, T] = {}

    def found(run: Run) -> T:
        return known.get(key := depends(run)) or known.setdefault(key, work(run))

    return found


Work = Callable[[Run], Counted]
"""Works out something derived. Raises `Wanted`, or `Refusal` for a day beyond the range."""
Ground = tuple[tuple[str, ...], tuple[str, ...]]
"""The clauses and the readings that something rests on."""
GroundOf = Callable[[Run], Ground]
"""Gives them: they may depend on which cell of a table is read."""


class Rests(NamedTuple):
    """What something rests on: `of` gives it, and depends on no more than what `reads` give."""

    reads: tuple[Read, ...]
    of: GroundOf


def fixed(cites: tuple[str, ...], readings: tuple[str, ...] = ()) -> Rests:
    """What always rests on the same."""
    return Rests((), lambda run: (cites, readings))


def joined(parts: Sequence[Rests]) -> Rests:
    """All parts as one, which is put together once for each way in which it comes out."""
    reads = tuple(dict.fromkeys(read for part in parts for read in part.reads))

    def of(run: Run) -> Ground:
        cites, readings = zip(*(part.of(run) for part in parts), strict=True)
        return unique(cites), unique(readings)

    return Rests(reads, remembered(together(reads), of))


class Derivation(Word):
    """
    Something that is worked out when a rule first needs it: from facts, `on`, tables and other derived things. What it
    needs is asked for in the order written.
    """

    label: Text
    """What people call it: "Last day for the notice"."""
    cites: Annotated[tuple[ClauseId, ...], BeforeValidator(as_list)]
    """The clauses that say so."""
    readings: Annotated[tuple[ReadingId, ...], BeforeValidator(as_list)] = ()
    """The readings behind it."""

    @abstractmethod
    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        """A function that works it out; what comes of it rests on what `ground` gives then."""

    @classmethod
    @abstractmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> "KindOf":
        """
        What it is as `written` in content: a `day`, `moment`, `time`, `number`, `money`, `ids` or `any`; and the ids
        that it may be. `of` gives the kind of another name.
        """

    def choices(self) -> tuple[str, ...]:
        """Every id that it may be, where it is one; else none."""
        return ()

    def passed(self) -> tuple[Step, ...]:
        """The steps that it takes."""
        return ()

    @property
    def edged(self) -> bool:
        """Whether it has edges of its own."""
        return type(self).side is not Derivation.side

    def side(self, counted: Counted) -> object:
        """On which side of edges of its own it came out, for the walk; None where it has none."""
        return None


KindOf = tuple[str, tuple[str, ...]]
DERIVATIONS: Registry[Derivation] = Registry("derived", "one of these is wanted", "derived")
Derived = Annotated[Derivation, DERIVATIONS]
