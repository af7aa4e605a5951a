"""What is read in an asking: several things as one, and what comes of them worked out once."""

from collections.abc import Callable
from typing import TypeVar

from assistant.vocabulary.trail import Read, Run

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
