"""An earlier edition of a policy, and who finds one; what stands beside it: what changed in it, and who approved it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.model.policy import Policy
from assistant.model.record import Count, Day, Id, Record

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


class Line(NamedTuple):
    """One thing that was told and is told: its label, then and now; empty where it was or is not."""

    label: str
    then: str
    now: str


class Said(Record):
    """A change in one language: where it happens, as labels and values, and line by line what is told."""

    topic: str
    question: str
    where: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


class Changed(Record):
    """One change of answers, by its plainest case; `cases` are all that change so, `also` the questions besides."""

    topic: Id
    aspect: Id
    facts: dict[str, str]
    on: Day
    cases: Count
    also: tuple[str, ...] = ()
    said: dict[str, Said]


class Part(Record):
    """A topic, a question, a fact or an option that came or went, and how it is called, by language."""

    kind: str
    name: str
    said: dict[str, str]


class Changes(Record):
    """What changed from the edition `before` to this one, both by name, and from which day on it is served."""

    edition: str
    before: str | None = None
    since: Day
    changes: tuple[Changed, ...] = ()
    came: tuple[Part, ...] = ()
    went: tuple[Part, ...] = ()
    reworded: Count = 0
    """So many sentences say the same in other words, or are new or gone."""


class Approval(Record):
    """Who approved an edition, in all the words in which it is served, and when it is to be looked at again."""

    edition: str
    wording: str
    """The fingerprint of its sentences in every language."""
    name: str
    role: str
    day: Day
    note: str = ""
    review: Day | None = None


class Publication(NamedTuple):
    """What is told of a policy beside its answers: changes, the latest first; who approved what it says at present."""

    changes: tuple[Changes, ...] = ()
    approval: Approval | None = None
