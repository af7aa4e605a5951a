"""What a document says, in sections and points, with its contacts and its procedures."""

from assistant.model.record import Id, Record, Text
from assistant.model.rule import ClauseIds
from assistant.model.topic import Point


class Section(Record):
    """A part of the summary, in the document's order."""

    id: Id
    title: Text
    points: tuple[Point, ...]


class Contact(Record):
    """How to reach people. Numbers and addresses are as the document gives them."""

    name: Text
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    hours: Id | None = None
    note: Text | None = None
    cites: ClauseIds


class Part(Record):
    """The steps of one of those who take part in a procedure: the partner, the desk."""

    id: Id
    who: Text
    steps: tuple[Point, ...]


class Procedure(Record):
    """A way to do something, step by step."""

    title: Text
    about: Text | None = None
    parts: tuple[Part, ...]


class Summary(Record):
    """`summary.yaml`: everything of substance that the document says."""

    lede: Text
    sections: tuple[Section, ...]
    contacts: dict[Id, Contact] = {}
    procedures: dict[Id, Procedure] = {}
