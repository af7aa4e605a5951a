"""Did you mean: what to write instead of a name that nobody knows."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from assistant.errors import Wording, told

FEW = 12
"""As many names as this are listed whole."""
ALIKE = 60.0
"""From 0 to 100: what is less alike than this is no misspelling."""


def closest(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Those of `known` that are like `name`, the most alike first."""
    found = process.extract(name, sorted(known), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=most)
    return tuple(other for other, _, _ in found)


def alike(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` that is most like `name`; None where none is."""
    return next(iter(closest(name, known, 1)), None)


def guess(name: str, known: Iterable[str]) -> Wording | None:
    """The question whether another name was meant; None where none is alike."""
    best = alike(name, known)
    return told("did you mean '{name}'?", name=best) if best else None


def near(name: str, known: Iterable[str], otherwise: Wording) -> Wording:
    """How to mend a name: the known one that is like it; else all that are known, if they are few; else `otherwise`."""
    names = list(known) if isinstance(known, Sequence) else sorted(known)
    return guess(name, names) or (one_of(names) if 0 < len(names) <= FEW else otherwise)


def one_of(names: Iterable[str]) -> Wording:
    """All that may be written."""
    return told("write one of these: {names}", names=", ".join(names))
