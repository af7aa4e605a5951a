"""Where statements come from: the document, the outline of its clauses, and how its doubts are read."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assistant.model.record import ClauseId, Count, Day, Flag, Ids, ReadingId, Record, Text, WebAddress

UNREAD = "unread"
"""The fingerprint of a clause that is of no document yet, and is never gone from one."""


class Document(Record):
    """The document that a policy rests on, as it names itself."""

    title: Text
    """Its title."""
    reference: str | None = None
    """Its number or code."""
    date: Day | None = None
    """The day on its face."""
    replaces: str | None = None
    """The document that it takes the place of."""
    address: str | None = None
    """Where it can be read: a web address."""


class OtherDocument(Record):
    """Another document that belongs to a policy, or that it points to."""

    title: Text
    """Its title."""
    date: Day | None = None
    """The day on its face."""
    address: str | None = None
    """Where it can be read: a web address."""
    held: Flag = True
    """`no` where its clauses are not held here: answers that rest on a clause which points to it say so."""


class Clause(Record):
    """One clause of the document: its id, where a reader finds it, what it is about, and the print of its wording."""

    id: ClauseId
    """Its id: `contract.term`."""
    place: Text
    """Where a reader finds it: "Section 3, paragraph 2"."""
    gist: Text
    """What it says, in one sentence of our own."""
    fingerprint: Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{16}|unread)$")]
    """
    Stands for its wording, so that a new edition of the document shows what has changed; `unread` where the outline was
    begun without the document.
    """
    lines: tuple[Count, Count]
    """Its first and last line in the text of the document."""
    left_out: Text | None = None
    """Why nothing rests on this clause, where nothing does."""
    points_to: Ids = ()
    """Other documents that it points to."""


class Outline(Record):
    """Every clause of the document, in its order."""

    clauses: tuple[Clause, ...]
    """Each clause, in the order of the document."""
    gone: tuple[ClauseId, ...] = ()
    """Ids of clauses that the document no longer has. They are given to no other clause."""


class Quote(Record):
    """A clause in the document's own words, and the fingerprint that they have."""

    fingerprint: str
    """That of the clause, as in source.yaml: other words are not shown."""
    text: str
    """The words, line by line."""


class Quoted(Record):
    """What whoever runs the site has put beside a policy, in a file of its name: its document's own words."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    """The language of the words."""
    address: WebAddress | None = None
    """Where the document itself can be read."""
    clauses: dict[ClauseId, Quote] = {}
    """The words of each clause, by its id."""


class Reading(Record):
    """How a doubt in the source is read: what is unclear, which reading holds, and why."""

    id: ReadingId
    """R and a number: `R1`."""
    doubt: Text
    """What is unclear."""
    reading: Text
    """Which reading holds."""
    because: Text
    """Why."""
    cites: tuple[ClauseId, ...] = ()
    """The clauses in doubt."""
    turns: Literal["at-the-cut-off"] | Flag = False
    """
    Read the other way, the verdict may be another: answers that rest on it say so beside their headline. Where only the
    very moment of a cut-off is in doubt, write `at-the-cut-off`.
    """
    other: Text | None = None
    """The other reading, where an answer may be asked for under it."""
    general: Flag = False
    """Holds for the policy as a whole and is shown on its page, though no single answer rests on it."""
