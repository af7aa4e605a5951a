"""What a document says, in sections and points, with its contacts and its procedures."""

from assistant.model.record import ClauseIds, Id, Record, Text, WebAddress
from assistant.model.topic import Point
from assistant.vocabulary.condition import When


class Section(Record):
    """A part of the summary, in the document's order."""

    id: Id
    """Its id."""
    title: Text
    """Its heading."""
    points: tuple[Point, ...]
    """What it says, one thing a point."""


class Contact(Record):
    """How to reach people. Numbers and addresses are as the document gives them."""

    name: Text
    """Who or what is reached."""
    phone: str | None = None
    """The number, as the document gives it."""
    email: str | None = None
    """The address, as the document gives it."""
    url: WebAddress | None = None
    """The address, as the document gives it."""
    hours: Id | None = None
    """The opening hours' id, as in policy.yaml."""
    note: Text | None = None
    """A sentence beside it."""
    cites: ClauseIds
    """The clauses that say so."""


class Step(Point):
    """A step of a procedure; one that concerns some answers only is shown with those."""

    when: When = {}
    """
    The conditions under which an answer shows it, of facts, `on` and what is derived in rules.yaml. It is shown too
    where what they ask is not known, and wherever the procedure stands without an answer: its text names its case.
    """


class Term(Record):
    """A word of the document that not everybody knows, in `words.yaml`."""

    name: Text
    """The word as the document writes it."""
    also: tuple[str, ...] = ()
    """What people call it besides, in any language: what it is short for, other spellings."""
    general: Text | None = None
    """What the word means in general, where the document does not say it."""
    means: Text | None = None
    """What the document says of it."""
    find_out: Text | None = None
    """Where somebody finds out which one they have, or whether they have it."""
    cites: ClauseIds = ()
    """The clauses that say so."""


class Part(Record):
    """The steps of one of those who take part in a procedure: the partner, the desk."""

    id: Id
    """Its id."""
    who: Text
    """Who takes these steps."""
    steps: tuple[Step, ...]
    """The steps, in their order."""


class Procedure(Record):
    """A way to do something, step by step."""

    title: Text
    """What it is for, beginning with a verb: "Request a new key"."""
    about: Text | None = None
    """A sentence under it."""
    parts: tuple[Part, ...]
    """The steps of each who takes part."""


class Summary(Record):
    """`summary.yaml`: everything of substance that the document says."""

    lede: Text
    """One or two sentences that say what the policy is."""
    sections: tuple[Section, ...]
    """What the document says, part by part."""
    contacts: dict[Id, Contact] = {}
    """How to reach people, by id."""
    procedures: dict[Id, Procedure] = {}
    """How things are done, by id."""
