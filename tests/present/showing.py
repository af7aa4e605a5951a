"""A case asked and presented, and every text of a view, however deep it lies."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from assistant.decide import decide
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.ask import View, find
from assistant.present.answer.page import present
from assistant.present.writer import Writer


def noon(day: dt.date) -> dt.datetime:
    """A moment that is the same day wherever our policies are."""
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def ask(
    library: Library, words: Words, policy: str, topic: str, aspect: str, facts: Mapping[str, str], on: dt.date,
    now: dt.datetime | None = None,
) -> View:  # fmt: skip
    """Decides and presents, as read `now`, or on the day asked about."""
    known, asked = find(library, policy, topic, aspect)
    return present(Writer(known, words), decide(known, topic, asked, facts, on), facts, now or noon(on))


def rendered(view: object) -> Iterator[Rendered]:
    """Every sentence with its language."""
    if isinstance(view, Rendered):
        yield view
    elif isinstance(view, tuple):
        for one in view:
            yield from rendered(one)
    elif is_dataclass(view):
        for field in fields(view):
            yield from rendered(getattr(view, field.name))


def texts(view: object) -> Iterator[str]:
    """Every text, sentences and plain ones alike."""
    if isinstance(view, str):
        yield view
    elif isinstance(view, tuple):
        for one in view:
            yield from texts(one)
    elif is_dataclass(view):
        for field in fields(view):
            yield from texts(getattr(view, field.name))
