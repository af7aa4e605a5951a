"""`band_of`: which band a number lies in."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.model.record import Id
from assistant.model.table import Table
from assistant.vocabulary.bands import Edge, finder, given_band
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.trail import Counted, Names, Run
from assistant.vocabulary.word import NAME


class NoBand(ValueError):
    """A number lies in no band; `check` refuses bands of which the last has an edge."""


@DERIVATIONS.register
class DerivedBand(Derivation):
    """
    Which band a number lies in: the first whose upper edge it does not exceed; the last band has no edge. Where a fact
    was answered by its band, that band.
    """

    example = "{label: Zone, band_of: distance, bands: {near: 5, far: {below: 20}, beyond: none}, cites: [zones]}"

    band_of: Annotated[Id, NAME]
    """The number: a fact or something derived."""
    bands: Annotated[dict[Id, Edge], Field(min_length=2)]
    """Each band with its upper edge, rising; the last has `none`; an edge that does not belong to it: {below: 50}."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        number, given = names.get(self.band_of), names.given(self.band_of)
        find = finder(self.bands)

        def work(run: Run) -> Counted:
            value = given(run)
            if not isinstance(value, int | Decimal):
                band = given_band(value)
                if band not in self.bands:
                    number(run)  # of another's band: the number itself is asked for
                    raise TypeError(f"not a number: {value!r}")
            elif (band := find(value)) is None:
                raise NoBand(f"{name}: {value} lies above every band")
            return Counted(name, band, None, None, (), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "ids", tuple(written.get("bands") or ())

    def choices(self) -> tuple[str, ...]:
        return tuple(self.bands)

    def side(self, counted: Counted) -> object:
        return counted.value
