"""What a translator is given: messages in order, gathered in one template for each domain."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from polib import POEntry

from assistant.i18n.words import Key
from assistant.model.record import Text

EVERYWHERE = ""
"""The source language of a domain that no language is the source of: each has a catalogue of its own."""


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
    work: bool = False
    """Only those who write content and catalogues, or run commands, are told so."""
    home: str = ""
    """The language that has no use for it, because it stands there already."""

    @property
    def has_gaps(self) -> bool:
        """Whether names in braces are filled in later."""
        return bool(Text.GAP.search(self.source + self.plural))

    def noted(self, note: str) -> "Message":
        """The same with one more note."""
        return replace(self, notes=(*self.notes, note))

    def beside(self, other: "Message") -> "Message":
        """The same, said in another place too: with the notes and files of both, and the room of the narrower place."""
        return replace(
            self,
            plural=self.plural or other.plural,
            notes=tuple(dict.fromkeys(self.notes + other.notes)),
            files=tuple(dict.fromkeys(self.files + other.files)),
            room=min(filter(None, (self.room, other.room)), default=0),
            work=self.work and other.work,
        )


def once(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Messages that say the same in the same context as one, with all their notes and files."""
    found: dict[Key, Message] = {}
    for message in messages:
        key = message.context, message.source
        found[key] = found[key].beside(message) if key in found else message
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
    beside: str = ""
    """The domain from which a message may move here, with its translation, and to which it may move."""
    elsewhere: frozenset[Key] = field(default=frozenset(), repr=False)
    """What makes a message the same, for those of `beside`."""

    def key(self, message: Message) -> Key:
        """What makes a message of this domain the same message."""
        return (message.context, "") if self.by_context else (message.context, message.source)

    def entry_key(self, entry: POEntry) -> Key:
        """The same of a message in a catalogue."""
        return (entry.msgctxt or "", "") if self.by_context else (entry.msgctxt or "", entry.msgid)

    def name(self, message: Message) -> str:
        """What people call a message: its context, or what it says where that is what it is known by."""
        return message.context if self.by_context else message.source
