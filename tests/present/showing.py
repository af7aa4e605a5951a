"""Every text of a view, however deep it lies."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from assistant.i18n.words import Rendered


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
