"""Messages as the catalogues keep them, with how far each has come, for whoever works on them; and their count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

import polib

from assistant.errors import ContentError, Fault
from assistant.i18n.catalogues import (
    INTERFACE_DOMAIN,
    INTERFACE_DOMAINS,
    WORKBENCH_DOMAIN,
    by_context,
    place,
    read_catalogue,
    strings,
)
from assistant.i18n.comparison import Spellings
from assistant.i18n.defects import entry_faults, pair_of
from assistant.i18n.language import Language
from assistant.i18n.load import sound_languages
from assistant.i18n.po import parse
from assistant.i18n.questions import optional
from assistant.workbench.catalogues.glossary import GLOSSARY

State = Literal["sound", "stale", "missing", "faulty"]
"""Shown to readers; made from another source text (fuzzy); not written; set aside because it has a fault."""
STATES: tuple[State, ...] = ("missing", "stale", "faulty", "sound")
UNSEEN = frozenset({WORKBENCH_DOMAIN, GLOSSARY})
"""What readers never see, so that a language is whole without it."""
PAGE = "Page: "
"""Begins the note that names the page on which a sentence is shown."""


@dataclass(frozen=True, slots=True)
class Kept:
    """
    A message of one catalogue: its texts, its state, and where it stands.

    `said` holds one text for each plural form; `previous` is the source text that a stale translation was made from,
    empty where that is not known; `comment` is what a translator remarks on it; `line` counts from 1.
    """

    language: str
    domain: str
    context: str
    source: str
    plural: str
    said: tuple[str, ...]
    state: State
    previous: str
    notes: tuple[str, ...]
    files: tuple[str, ...]
    line: int
    faults: tuple[Fault, ...]
    comment: str = ""

    @property
    def id(self) -> str:
        """A short name for addresses, the same while the message is the same."""
        return message_id(self.domain, self.context, self.source)

    @property
    def counts(self) -> bool:
        """Whether it counts in how far a catalogue has come: one that may stay empty does once it is written."""
        return any(self.said) or self.state != "sound"

    @property
    def name(self) -> str:
        """What the message is known by in its catalogue."""
        return self.context if by_context(self.domain) else self.source

    @property
    def file(self) -> str:
        """The catalogue, in the locales folder."""
        return f"{self.language}/{self.domain}.po"

    @property
    def page(self) -> str:
        """The page on which it is shown, without its language; empty where no note names one."""
        return next((note.removeprefix(PAGE) for note in self.notes if note.startswith(PAGE)), "")


def message_id(domain: str, context: str, source: str) -> str:
    """A short name of a message; a policy's and a topic's stay the same when they are rewritten."""
    known_by = (domain, context) if by_context(domain) else (domain, context, source)
    return sha256("\0".join(known_by).encode()).hexdigest()[:10]


def read_kept(locales: Path, language: str, spellings: Spellings | None = None) -> tuple[Kept, ...]:
    """
    Every message of every catalogue of a language; of the policies that it leaves out none is missing. Raises
    `ContentError` with everything that is no catalogue.
    """
    found: list[Kept] = []
    faults: list[Fault] = []
    spellings, own = spellings or Spellings(locales), sound_languages(locales).get(language)
    # The policies, then everything else, by name.
    files = (locales / language).glob("*.po")
    for path in sorted(files, key=lambda path: (not path.stem.startswith("policy-"), path.stem)):
        try:
            messages = _messages(path, read_catalogue(path), spellings, own.without if own else ())
            left_out = own is not None and own.leaves_out(path.stem)
            found += (replace(one, state="sound") if left_out and not any(one.said) else one for one in messages)
        except ContentError as error:
            faults += error.faults
    if faults:
        raise ContentError(faults)
    return tuple(found)


def parse_kept(language: str, domain: str, text: str, spellings: Spellings) -> tuple[Kept, ...]:
    """The messages of a catalogue that stands in no folder, without those that cannot be read."""
    path = Path(language) / f"{domain}.po"
    return tuple(_messages(path, parse(text.encode(), str(path))[0], spellings))


def _messages(path: Path, file: polib.POFile, spellings: Spellings, without: Sequence[str] = ()) -> Iterator[Kept]:
    shown = path.stem in INTERFACE_DOMAINS or path.stem.startswith("policy-")
    pair = pair_of(file, path.parent.name, spellings)
    for entry in file:
        if not entry.obsolete:
            said = tuple(strings(entry))
            wrong = tuple(entry_faults(path, entry, pair)) if shown and all(said) and not entry.fuzzy else ()
            yield Kept(
                path.parent.name,
                path.stem,
                entry.msgctxt or "",
                entry.msgid,
                entry.msgid_plural,
                said,
                _state(entry, said, wrong, without),
                (entry.previous_msgid or "") if entry.fuzzy else "",
                tuple(entry.comment.splitlines()),
                tuple(name for name, _ in entry.occurrences),
                place(path, entry)[1],
                wrong,
                entry.tcomment,
            )


def _state(entry: polib.POEntry, said: tuple[str, ...], wrong: tuple[Fault, ...], without: Sequence[str]) -> State:
    if not all(said) and not optional(entry, without):
        return "missing"
    if entry.fuzzy:
        return "stale"
    return "faulty" if wrong else "sound"


@dataclass(frozen=True, slots=True)
class Tally:
    """How far messages have come: how many of each state, and of all."""

    counts: Mapping[State, int]

    @classmethod
    def of(cls, kept: Iterable[Kept]) -> "Tally":
        """Counts these messages."""
        found = Counter(one.state for one in kept if one.counts)
        return cls({state: found[state] for state in STATES})

    @property
    def all(self) -> int:
        """Every message."""
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        """The share that readers see, rounded down: a hundred only when nothing is left."""
        return 100 * self.counts["sound"] // self.all if self.all else 100


def met(kept: Iterable[Kept], language: Language | None) -> "Tally":
    """
    The tally of the sentences that readers meet, as pages count them (`i18n.load`): neither what people ask and how
    they name things, nor the policies that the language leaves out.
    """
    shown = (one for one in kept if one.domain == INTERFACE_DOMAIN or one.domain.startswith("policy-"))
    return Tally.of(one for one in shown if not (language and language.leaves_out(one.domain)))


def by_domain(kept: Iterable[Kept]) -> dict[str, Tally]:
    """The tally of each catalogue of a language."""
    groups: dict[str, list[Kept]] = {}
    for one in (each for each in kept if each.counts):
        groups.setdefault(one.domain, []).append(one)
    return {domain: Tally.of(group) for domain, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Change:
    """A message that is not what it was: `kinds` are `new`, `source`, `translation`; `before` is how it was."""

    kept: Kept
    kinds: tuple[str, ...]
    before: Kept | None


def changes_since(then: Iterable[Kept], now: Iterable[Kept]) -> list[Change]:
    """The messages that are new, or have another source text or translation than they had then."""
    were = {one.id: one for one in then}
    found = []
    for one in now:
        source, said = (was.source, was.said) if (was := were.get(one.id)) else (one.source, one.said)
        differs = {"new": not was, "source": source != one.source, "translation": said != one.said}
        if kinds := tuple(kind for kind, different in differs.items() if different):
            found.append(Change(one, kinds, was))
    return found
