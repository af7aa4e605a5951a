"""A topic: what it is about, and up to three questions about it. Examples: worked cases beside it."""

from typing import Literal

from assistant.model.derived import Derived
from assistant.model.record import Day, Id, Record, Text
from assistant.model.rule import ASPECTS, Aspect, ClauseIds, Ids, Item, Verdict


class Point(Record):
    """One thing that the document says, in our words."""

    id: Id
    text: Text
    cites: ClauseIds


class Topic(Record):
    """One subject that people ask about. A topic without rules is a summary only."""

    id: Id
    title: Text
    about: Text
    points: tuple[Point, ...] = ()
    procedures: Ids = ()
    related: Ids = ()
    free: tuple[Item, ...] = ()
    due: tuple[Item, ...] = ()
    covered: tuple[Item, ...] = ()
    derived: dict[Id, Derived] = {}

    def rules(self, aspect: Aspect) -> tuple[Item, ...]:
        """The rule list of one aspect; empty where the topic does not offer it."""
        lists: dict[Aspect, tuple[Item, ...]] = {"free": self.free, "due": self.due, "covered": self.covered}
        return lists[aspect]

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """The questions that this topic answers, in the order free, due, covered."""
        return tuple(aspect for aspect in ASPECTS if self.rules(aspect))


class Expected(Record):
    """What an example demands. Exactly these dates, notes and values; `needs` is the fact asked for next."""

    verdict: Verdict | None = None
    dates: dict[Id, str] = {}
    notes: Ids = ()
    values: dict[Id, str] = {}
    needs: Id | None = None
    status: Literal["answered", "needs", "invalid"] = "answered"


class Example(Record):
    """A worked case that the policy's owner can read; it runs as a test in every language."""

    name: str
    topic: Id
    aspect: Aspect
    on: Day
    facts: dict[Id, str] = {}
    expect: Expected


class Examples(Record):
    """One file under `examples/`."""

    examples: tuple[Example, ...]
