"""Where what a text says stands in it as it was typed, rather than folded."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.match.understanding import Offered, Stated
from assistant.match.words import CUT
from assistant.parsing.plain import LONG_VOWEL_AS_DASH, MIXED, plain

JOINED = "\uff9e\uff9f"
"""The voicing marks of half-width kana, which fold into one sign with the kana before them."""
Place = TypeVar("Place", Stated, Offered)


def as_typed(typed: str, found: Sequence[Place], read: Sequence[int]) -> tuple[Place, ...]:
    """
    The same facts in the order of the text, their places moved from the folded to the typed text.

    Where signs fold across each other the whole text stands for the place.
    """
    if not found:
        return ()
    typed = typed[:CUT]
    places = _places(typed) or [(0, len(typed))] * len(plain(typed, CUT))
    moved = (replace(one, start=places[read[one.start]][0], end=places[read[one.end - 1]][1]) for one in found)
    return tuple(sorted(moved, key=lambda one: (one.start, one.end, one.fact)))


def _places(typed: str) -> list[tuple[int, int]] | None:
    known = plain(typed, CUT)
    if len(known) == len(typed) and all(map(_alike, known, typed)):
        return [(at, at + 1) for at in range(len(typed))]
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(typed):
        piece = plain(typed[start:end])
        if piece or (signs and signs[-1] != " "):
            signs += piece or " "
            places += [(start, end)] * len(piece or " ")
    if LONG_VOWEL_AS_DASH.sub("-", "".join(signs)).rstrip(" ") != known:
        return None
    return places


def _alike(known: str, typed: str) -> bool:
    """Is the one sign what becomes of the other?"""
    return known in (typed, typed.lower()) or (known == " " and typed.isspace()) or known == plain(typed)


def _clusters(typed: str) -> Iterator[tuple[int, int]]:
    start, within = 0, {at for one in MIXED.finditer(typed) for at in range(one.start() + 1, one.end())}
    for at in range(1, len(typed) + 1):
        if at == len(typed) or not (at in within or typed[at] in JOINED or unicodedata.combining(typed[at])):
            if typed:
                yield start, at
            start = at
