"""An earlier edition of a policy, and who finds one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.model.policy import Policy

Translations = Mapping[str, Mapping[tuple[str, str], str]]
"""By language: what a sentence, by its path and its source, was in it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A policy as it was, less its examples, with its holidays, and what its sentences were in other languages."""

    policy: Policy
    translations: Translations


Earlier = Callable[[str, str], Edition | None]
"""An earlier edition of a policy, by the ids of both; None where it is not known."""
