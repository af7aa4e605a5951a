"""What translators see: how far a message is, what changed in its source, who uses a term, where a phrase leads."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from assistant.i18n import N_
from assistant.i18n.catalogues import INTERFACE_DOMAINS
from assistant.i18n.faults import fault_record
from assistant.i18n.fill import Rendered
from assistant.i18n.language import INTERFACE
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX
from assistant.i18n.words import Words, key_of
from assistant.model.policy import Library
from assistant.workbench.catalogues.glossary import Term, unrendered, used
from assistant.workbench.catalogues.messages import PAGE, UNSEEN, Kept
from assistant.workbench.catalogues.notes import say_note

if TYPE_CHECKING:  # what it takes to measure is slow to import
    from assistant.workbench.evaluation.measurement import LeftOut

Standing = Literal["source", "sound", "stale", "missing", "faulty", "new"]
"""How a sentence stands in a language: it is its source, as its message is, or it is in no catalogue yet."""
NAMES: Mapping[Standing, str] = {
    "source": N_("Source"),
    "sound": N_("Translated"),
    "stale": N_("Stale"),
    "missing": N_("Missing"),
    "faulty": N_("Set aside"),
    "new": N_("Not in the catalogue yet"),
}
REASONS: Mapping[Standing, str] = {
    "source": "",
    "sound": "",
    "stale": N_("The source has changed since it was translated, so readers see the source."),
    "missing": N_("It is not translated, so readers see the source."),
    "faulty": N_("The translation has a fault, so readers see the source."),
    "new": N_("The catalogue is not in step with the content: run policy-assistant i18n sync."),
}
DOMAINS: Mapping[str, str] = {
    "ui": N_("Interface"),
    "workbench": N_("Commands and checks"),
    "questions": N_("Search phrases"),
    "terms": N_("Names of things"),
    "glossary": N_("Glossary"),
}
ALIKE = 0.5
"""The share of common pieces from which on two texts are shown as one with changes."""
PIECE = re.compile(r"[A-Za-z0-9']+|\{[a-z0-9_]+\}|\s+|.", re.DOTALL)


class Shelf:
    """The messages of one language, found by the sentences that a page says."""

    def __init__(self, language: str, kept: Iterable[Kept]) -> None:
        self.language = language
        self.messages = tuple(kept)
        self.by_id = {one.id: one for one in self.messages}
        self._by_key = {key_of(one.context, one.source): one for one in self.messages}
        self._by_context = {one.context: one for one in self.messages if one.domain.startswith("policy-")}

    def standing(self, context: str, source: str, language: str) -> tuple[Standing, Kept | None]:
        """How a sentence stands, and its message; one whose source has changed since is known by its context."""
        if language == self.language:
            return "source", None
        kept = self._by_key.get(key_of(context, source))
        return (kept.state, kept) if kept else ("new", self._by_context.get(context))


Pieces = tuple[tuple[str, str], ...]
"""A text in pieces, each with what became of it: `same`, `gone` or `fresh`."""


def changed(old: str, new: str) -> Pieces:
    """
    Both texts in one, in pieces: words, and single letters of Japanese.

    Texts that share little stand one behind the other.
    """
    before, after = PIECE.findall(old), PIECE.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ("gone", old), ("fresh", new)
    pieces: list[tuple[str, str]] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        gone, fresh = "".join(before[i:j]), "".join(after[k:m])
        pieces += [("same", gone)] if kind == "equal" else [("gone", gone), ("fresh", fresh)]
    return tuple(piece for piece in pieces if piece[1])


@dataclass(frozen=True, slots=True)
class MessageView:
    """
    A message to work on.

    `source_lang` is empty where the message has no text in a language; `pieces` mark what changed in the source, `was`
    what changed in the translation; `page` is the address on which it is shown; `faults` say what is wrong
    and how to mend it.
    """

    kept: Kept
    title: str
    label: str
    reason: str
    source_lang: str
    pieces: Pieces
    was: Pieces
    notes: tuple[str, ...]
    page: str
    faults: tuple[Mapping[str, object], ...]


def message_view(kept: Kept, library: Library, words: Words, before: Kept | None = None) -> MessageView:
    """A message in the words of whoever looks at it, with what changed since it was as `before`."""
    previous = kept.previous or (before.source if before else "")
    was = before.said[0] if before and len(before.said) == 1 else ""
    return MessageView(
        kept,
        domain_title(kept.domain, library, words),
        words.say(NAMES[kept.state]),
        words.say(REASONS[kept.state]) if REASONS[kept.state] else "",
        source_language(kept, library),
        changed(previous, kept.source) if previous not in ("", kept.source) else (),
        changed(was, kept.said[0]) if was not in ("", kept.said[0]) else (),
        tuple(say_note(note, words) for note in kept.notes if not note.startswith(PAGE)),
        f"/{kept.language}{kept.page}" if kept.page else "",
        tuple(fault_record(fault, words) for fault in kept.faults),
    )


def source_language(kept: Kept, library: Library) -> str:
    """The language of a message's source text; empty where it is a bare name."""
    if kept.domain == "glossary":
        return kept.context
    policy = (
        kept.context.removeprefix(PREFIX).partition("/")[0]
        if kept.domain == "questions"
        else kept.domain.removeprefix("policy-")
    )
    if policy in library.policies:
        return library.policies[policy].about.language
    return INTERFACE if kept.domain in (*INTERFACE_DOMAINS, "questions") else ""


def domain_title(domain: str, library: Library, words: Words) -> Rendered:
    """What a catalogue holds."""
    policy = library.policies.get(domain.removeprefix("policy-"))
    if policy is not None:
        return words.text(policy.about.short, policy.about.language)
    return words.say(DOMAINS[domain]) if domain in DOMAINS else Rendered(domain, words.language.id)


def chosen(kept: Iterable[Kept], domain: str = "", state: str = "", text: str = "") -> list[Kept]:
    """The messages of a catalogue, or of all that readers meet, in a state, with a text; each where it is given."""
    wanted = text.casefold()
    return [
        one
        for one in kept
        if (one.domain == domain if domain else one.domain not in UNSEEN)
        if not state or (state == one.state and one.counts)
        if not wanted or any(wanted in held.casefold() for held in (one.context, one.source, *one.said))
    ]


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term, and the messages whose source uses it: those that render it as the glossary allows, and the others."""

    term: Term
    kept: tuple[Kept, ...]
    broken: tuple[Kept, ...]


def term_uses(terms: tuple[Term, ...], kept: Iterable[Kept], library: Library) -> Iterator[TermUse]:
    """Each term with the messages of policies and of the interface that use it, by language and name."""
    uses: dict[Term, tuple[list[Kept], list[Kept]]] = {term: ([], []) for term in terms}
    for one in kept:
        if one.state == "sound" and (one.domain in INTERFACE_DOMAINS or one.domain.startswith("policy-")):
            language = source_language(one, library)
            broken = {term for said in one.said for term in unrendered(terms, language, one.source, said)}
            for term in used(terms, language, one.source):
                uses[term][term in broken].append(one)
    for term in sorted(terms, key=lambda one: (one.language, one.name)):
        yield TermUse(term, *map(tuple, uses[term]))


@dataclass(frozen=True, slots=True)
class PhraseView:
    """A phrase, whether it finds its own topic, and the title that it leads to otherwise: `None` where to none."""

    text: str
    found: bool | None
    leads_to: Rendered | None


@dataclass(frozen=True, slots=True)
class TopicTried:
    """A topic's phrases, those that miss it first; `kept` is the message that holds them."""

    name: str
    title: Rendered
    kept: Kept | None
    phrases: tuple[PhraseView, ...]

    @property
    def missed(self) -> int:
        """How many lead elsewhere."""
        return sum(one.found is False for one in self.phrases)


def topics_tried(
    library: Library,
    phrases: Mapping[str, Sequence[str]],
    tried: "Sequence[LeftOut] | None",
    shelf: Shelf,
    words: Words,
) -> list[TopicTried]:
    """Every topic; `tried` is what came of the phrases, `None` while that is not known."""
    first = {(one.id, one.phrase.text): one.first for one in tried or () if one.phrase.language == shelf.language}
    titles = {name: words.text(topic.title, policy.about.language) for name, (policy, topic) in library.topics.items()}
    entries = {one.context: one for one in shelf.messages if one.domain == "questions"}
    topics = []
    for name, title in titles.items():
        shown = [_view(name, text, first, titles, tried is not None) for text in phrases.get(name, ())]
        shown.sort(key=lambda one: one.found is not False)
        topics.append(TopicTried(name, title, entries.get(PREFIX + name), tuple(shown)))
    refused = tuple(PhraseView(text, None, None) for text in phrases.get(OUT_OF_SCOPE, ()))
    title = Rendered(words.say("Questions that no topic answers"), words.language.id)
    return [*topics, TopicTried(OUT_OF_SCOPE, title, entries.get(OUT_OF_SCOPE), refused)]


def _view(
    name: str, text: str, first: Mapping[tuple[str, str], str | None], titles: Mapping[str, Rendered], known: bool
) -> PhraseView:
    if not known:
        return PhraseView(text, None, None)
    leads_to = first.get((name, text))
    return PhraseView(text, leads_to == name, titles.get(leads_to) if leads_to and leads_to != name else None)
