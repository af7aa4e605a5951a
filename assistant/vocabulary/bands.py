"""Bands: which of some stretches a number lies in."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import BeforeValidator

from assistant.model.record import Amount, Record

GIVEN = "band:"
"""What stands before a band's id where it is given in place of the number."""


class Below(Record):
    """An upper edge that does not belong to its band."""

    below: Amount
    """The number below which the band lies."""


def _edge(raw: object) -> object:
    return None if raw == "none" else raw


Edge = Annotated[Amount | Below | None, BeforeValidator(_edge, json_schema_input_type=Amount | Below | Literal["none"])]
"""A band's upper edge, which belongs to it, or with `below` does not; `none` for the last band."""
Bands = Mapping[str, Amount | Below | None]


def finder(bands: Bands) -> Callable[[int | Decimal], str | None]:
    """What finds the first band whose upper edge a number does not exceed; None where it exceeds all."""
    uppers = [
        (band, *((edge.below, True) if isinstance(edge, Below) else (edge, False))) for band, edge in bands.items()
    ]

    def find(number: int | Decimal) -> str | None:
        for band, edge, below in uppers:
            if edge is None or (number < edge if below else number <= edge):
                return band
        return None

    return find


def rising(bands: Bands) -> bool:
    """Whether each upper edge lies above the one before, and the last band, and no other, has none."""
    *inner, last = bands.values()
    places = [(edge.below, 0) if isinstance(edge, Below) else (edge, 1) for edge in inner if edge is not None]
    return last is None and len(places) == len(inner) and all(a < b for a, b in pairwise(places))


def edges(bands: Bands) -> tuple[Decimal, ...]:
    """The numbers at which a band ends."""
    return tuple(edge.below if isinstance(edge, Below) else edge for edge in bands.values() if edge is not None)


def given_band(value: object) -> str | None:
    """The band that is given in place of a number; None where the number is."""
    return value.removeprefix(GIVEN) if isinstance(value, str) and value.startswith(GIVEN) else None
