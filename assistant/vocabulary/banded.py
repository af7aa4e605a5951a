"""What facts share that may be answered by a band in place of the number."""

from decimal import Decimal

from pydantic import model_validator

from assistant.errors import Refusal, told
from assistant.model.record import Id, Text, unfit
from assistant.vocabulary.bands import GIVEN, Edge, edges, given_band, rising
from assistant.vocabulary.fact import Asked
from assistant.vocabulary.wording import Value


class Banded(Asked):
    """A number; where it has bands, one of them will do where only the band decides."""

    bands: dict[Id, Edge] = {}
    """
    Bands with their upper edges, rising; the last has `none`: {small: 50, large: none}. Pages offer them, and take the
    number itself too; in addresses and files the answer is the number, or `band:small`. Rules may ask for a band by its
    id, and `band_of` hands it on; where a rule wants the number itself, it is asked for.
    """
    labels: dict[Id, Text] = {}
    """What people call each band."""

    @model_validator(mode="after")
    def _labelled(self) -> "Banded":
        """Raises where bands do not rise, or one has no label."""
        if self.bands.keys() != self.labels.keys():
            raise unfit(told("bands and labels do not have the same ids"), told("give each band its label"))
        if self.bands and not rising(self.bands):
            raise unfit(told("the bands do not rise to one without an edge"), told("order them, and end with none"))
        return self

    def ids(self) -> tuple[str, ...]:
        """The bands, which conditions may name."""
        return tuple(self.bands)

    def read_band(self, text: str) -> Value | None:
        """The band that is given as `band:small`; None for anything else. Raises `Refusal` for one that is none."""
        band = given_band(text) if self.bands else None
        if band is not None and band not in self.bands:
            raise Refusal("no-such-option", given=text[:60], options=", ".join(f"{GIVEN}{one}" for one in self.bands))
        return text if band is not None else None

    def turns(self, step: Decimal) -> tuple[Decimal, ...]:
        """The numbers at, just before and just after each edge of a band."""
        return tuple(edge + way * step for edge in edges(self.bands) for way in (-1, 0, 1))
