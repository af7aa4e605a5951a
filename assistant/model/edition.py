"""An earlier edition of a policy, and who finds one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.model.policy import Policy

Translations = Mapping[str, Mapping[tuple[str, str], str]]
"""By language: what a sentence, by its path and its source, was in it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A policy as it was, less its examples, with its holidays, and what its sentences were in other languages."""

    policy: Policy
    translations: Translations


class Name(NamedTuple):
    """
    How an edition is named in links and as a file: its fingerprint, and as the how many-th of its policy it was frozen.

    0 stands for one that was made before they were counted.
    """

    edition: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.edition}-{self.number}" if self.number else self.edition


def named(text: str) -> Name:
    """A name as it is written."""
    edition, _, number = text.rpartition("-")
    return Name(edition, int(number)) if edition and number.isascii() and number.isdigit() else Name(text)


Earlier = Callable[[str, str], Edition | None]
"""An earlier edition of a policy, by the ids of both; None where it is not known."""
