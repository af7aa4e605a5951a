"""Where statements come from: the document, the outline of its clauses, and how its doubts are read."""

import hashlib
import re
import unicodedata
from typing import Annotated

from pydantic import StringConstraints

from assistant.model.record import ClauseId, Count, Day, Flag, ReadingId, Record, Text

MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|[*#|\[\]]")


def fingerprint(text: str) -> str:
    """
    Sixteen hex digits that stand for a clause's wording.

    Width, letter case, markup and white space do not count, so that a new rendering of the same words keeps its print.
    """
    words = "".join(MARKUP.sub(" ", unicodedata.normalize("NFKC", text)).casefold().split())
    return hashlib.sha256(words.encode()).hexdigest()[:16]


class Document(Record):
    """The document that a policy rests on, as it names itself."""

    title: Text
    reference: str | None = None
    date: Day | None = None
    replaces: str | None = None
    address: str | None = None


class Clause(Record):
    """One clause of the document: its id, where a reader finds it, what it is about, and the print of its wording."""

    id: ClauseId
    place: Text
    gist: Text
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    lines: tuple[Count, Count]
    left_out: Text | None = None
    """Why nothing rests on this clause, where nothing does."""


class Outline(Record):
    """Every clause of the document, in its order."""

    clauses: tuple[Clause, ...]


class Reading(Record):
    """How a doubt in the source is read: what is unclear, which reading holds, and why."""

    id: ReadingId
    doubt: Text
    reading: Text
    because: Text
    cites: tuple[ClauseId, ...] = ()
    general: Flag = False
    """Holds for the policy as a whole and is shown on its page, though no single answer rests on it."""
