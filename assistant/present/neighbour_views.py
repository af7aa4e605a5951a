"""What people see around an answer: the days that were counted, the answers near it, and those still possible."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.i18n.words import Rendered

Tone = Literal["yes", "no", "maybe", "plain"]
"""How a verdict feels: good news, bad news, good news on a condition, neither."""


@dataclass(frozen=True, slots=True)
class StripView:
    """
    One day of a strip, in parts for a small cell and as a whole; a `gap` stands for days that are left out.

    `month` is empty where the day before it lies in the same month. `label` says what the day is: "day 2", a holiday.
    """

    kind: Literal["start", "counts", "closed", "due", "gap"]
    label: str
    iso: str = ""
    text: str = ""
    weekday: str = ""
    number: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """
    Another answer, one fact or the day asked about away: what is changed, what the answer becomes, and its address.

    `on` is None where the day asked about is not what changes.
    """

    name: str
    label: str
    becomes: Rendered
    tone: Tone
    facts: Mapping[str, str]
    on: str | None


@dataclass(frozen=True, slots=True)
class PossibleView:
    """
    An answer that is still possible: what must hold for it among what is not known, and what else its dates and
    numbers depend on, as one list.
    """

    text: Rendered
    verdict: str
    tone: Tone
    where: tuple[str, ...]
    depends: str
