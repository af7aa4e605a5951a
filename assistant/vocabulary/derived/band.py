"""`band_of`: which band a number lies in."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from assistant.model.record import Amount, Id
from assistant.model.table import Table
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, Ground, KindOf, Work
from assistant.vocabulary.trail import Counted, Names, Run
from assistant.vocabulary.word import NAME


def _edge(raw: object) -> object:
    return None if raw == "none" else raw


Edge = Annotated[Amount | None, BeforeValidator(_edge, json_schema_input_type=Amount | Literal["none"])]
"""A band's upper edge, which belongs to it; `none` for the last band."""


class NoBand(ValueError):
    """A number lies in no band; `check` refuses bands of which the last has an edge."""


@DERIVATIONS.register
class DerivedBand(Derivation):
    """Which band a number lies in: the first whose upper edge it does not exceed; the last band has no edge."""

    band_of: Annotated[Id, NAME]
    """The number: a fact or something derived."""
    bands: Annotated[dict[Id, Edge], Field(min_length=2)]
    """Each band with its upper edge, rising; the last has `none`."""

    def compiled(self, name: str, names: Names, ground: Ground) -> Work:
        get, (cites, readings), bands = names.get(self.band_of), ground, tuple(self.bands.items())

        def work(run: Run) -> Counted:
            value = get(run)
            if not isinstance(value, int | Decimal):
                raise TypeError(f"not a number: {value!r}")
            for band, edge in bands:
                if edge is None or value <= edge:
                    return Counted(name, band, None, None, (), cites, readings)
            raise NoBand(f"{name}: {value} lies above every band")

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        return "ids", tuple(written.get("bands") or ())

    def choices(self) -> tuple[str, ...]:
        return tuple(self.bands)

    def side(self, counted: Counted) -> object:
        return counted.value
