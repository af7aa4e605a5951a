"""What a translator is given: messages in order, gathered in one template for each domain."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from unicodedata import east_asian_width

from assistant.model.record import Text

Key = tuple[str, str]
INTERFACE = "en"
"""The language in which the code itself speaks."""
EVERYWHERE = ""
"""The source language of a domain that no language is the source of: each has a catalogue of its own."""
TRANSLATIONS = ("ui.po", "policy-*.po")
"""The files that hold translations; the others hold lists that each language writes for itself."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to translate: its context, its source text, where it stands and what a translator should know."""

    source: str
    context: str = ""
    plural: str = ""
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    room: int = 0
    """How wide its translation may be, as `width` counts; 0 where it may be of any length."""

    @property
    def has_gaps(self) -> bool:
        """Whether names in braces are filled in later."""
        return bool(Text.GAP.search(self.source + self.plural))


def width(text: str) -> int:
    """The room that a text takes on a line: 1 for each character, 2 for each full-width one, whatever its script."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def once(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Messages that say the same in the same context as one, with all their notes and files."""
    found: dict[Key, Message] = {}
    for message in messages:
        first = found.setdefault((message.context, message.source), message)
        found[message.context, message.source] = replace(
            first,
            plural=first.plural or message.plural,
            notes=tuple(dict.fromkeys(first.notes + message.notes)),
            files=tuple(dict.fromkeys(first.files + message.files)),
        )
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Template:
    """
    All messages of one domain, in the order in which a translator meets them.

    `language` is the source's. Where `by_context`, a message is the same as before when its context is, whatever it
    says now; elsewhere a new wording is a new message.
    """

    domain: str
    language: str
    messages: tuple[Message, ...] = field(repr=False)
    by_context: bool = True

    def key(self, context: str, source: str) -> Key:
        """What makes a message of this domain the same message."""
        return (context, "") if self.by_context else (context, source)

    def into(self, language: str) -> "Template":
        """The template for a catalogue of `language`: without the glossary's terms of that language itself."""
        return replace(self, messages=tuple(message for message in self.messages if message.context != language))
