"""The index of search phrases, made, and a matcher over it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from itertools import groupby
from unicodedata import normalize

import numpy as np

from assistant.indexing.evidence import Kinds, evidence_of
from assistant.indexing.held_out import Held, asked, limits_of
from assistant.indexing.vectors import Numbers, Rows, bounds_of, kept, space_of
from assistant.match.aspect import Cues
from assistant.match.evidence import Evidence, policies_of
from assistant.match.features import Features
from assistant.match.index import Index, Plain
from assistant.match.lexicon import Lexicon
from assistant.match.lexis import Lexis
from assistant.match.margin import UNASKED, UNDRAWN, Limits
from assistant.match.matrix import Array
from assistant.match.names import names_in
from assistant.match.question import Matcher, Renderings
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from assistant.match.vectors import Space
from assistant.match.words import cut, is_japanese, tokens
from assistant.model.policy import Library

NOTHING = Lexicon()
PARTS, MOST_ASKED = 4, 2_000
"""In so many parts phrases are asked of the others, to draw the limits; of very many phrases so many in each part."""

Made = tuple[dict[str, Array], Plain]
"""All of an index as arrays by name, and what else there is as values of JSON."""


def built(phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> Index:
    """An index of phrases by id."""
    known = terms or Terms()
    return Index.of(*made(phrases, known), known)


def made(phrases: Mapping[str, Sequence[Phrase]], terms: Terms) -> Made:
    """
    The same phrases give the same index, in whatever order the ids come.

    Its limits are drawn from the phrases, held out a part at a time and asked of an index of the others.
    """
    names = tuple(sorted(phrases))
    every = [phrase for name in names for phrase in phrases[name]]
    texts = [phrase.text for phrase in every]
    compared, vocabulary, alone = [], set[str](), _Alone(terms)

    def cuts() -> Iterator[Sequence[Sequence[str]]]:
        for phrase in every:
            features = Features.of(phrase.text, terms)
            compared.append(features.compared)
            vocabulary.update(features.words)
            alone.add(features, phrase.language)
            yield features.cuts

    space, rows, japanese = space_of(cuts())
    own = np.repeat(np.arange(len(names), dtype=np.int32), [len(phrases[name]) for name in names])
    stranger = names.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in names else None
    words = np.zeros(len(japanese), np.bool_)
    words[list(space.numbers(sorted(+alone.counts)).values())] = True
    proper = (names_in(normalize("NFKC", text), terms.stems) for text in texts)
    owners = ([name for name in found if name.owns and not name.opens] for found in proper)
    named = [[list(space.numbers(name.features).values()) for name in found] for found in owners]
    policies, kinds = np.array(policies_of(names), np.int32), Kinds(japanese, words)
    limits, first = _limits(rows, own, policies, kinds, stranger, named)
    evidence = evidence_of(rows, own, policies, kinds, stranger)
    arrays = {"prints": space.prints, "idf": space.idf, "leaning": evidence.leaning, "first": kept(first)}
    arrays |= _stored("said", texts) | _stored("compared", compared)
    for name, table in (("classes", evidence.classes), ("phrases", evidence.phrases), ("owned", evidence.owned)):
        arrays |= table.arrays(name)
    return arrays, _plain(names, evidence, space, vocabulary, limits)


class _Alone:
    """How often a feature is of one word that does not merely say what is asked. Many phrases have the same words."""

    def __init__(self, terms: Terms) -> None:
        self.counts: Counter[str] = Counter()
        self._of = cache(lambda word: frozenset(cut([word], terms.stems).fine))
        self._asks = cache(lambda word, language: _asks(word, terms.asking.get(language, NOTHING)))

    def add(self, features: Features, language: str) -> None:
        """
        What merely asks is told by the words of the phrase's own language: *of* is *or* in another. Of what does so in
        one language and not in another the greater part counts.
        """
        words, asking = {thing for thing, _ in features.named}, set[str]()
        for word in tokens(features.runs):
            (asking if self._asks(word, language) else words).update(self._of(word))
        self.counts.update(words)
        self.counts.subtract(asking - words)


def _asks(word: str, asking: Lexicon) -> bool:
    cue = next(asking.spans(word), None)
    return bool(cue and not cue.start and (cue.end == len(word) or not is_japanese(word)))


def _plain(names: Sequence[str], evidence: Evidence, space: Space, vocabulary: Iterable[str], limits: Limits) -> Plain:
    drawn = asdict(limits)
    return {
        "names": list(names),
        "bounds": list(evidence.bounds),
        "stranger": evidence.stranger,
        "strange": space.strange,
        "vocabulary": [list(same) for _, same in groupby(sorted(vocabulary, key=lambda one: (len(one), one)), len)],
        "weights": list(drawn.pop("weights")),
        "limits": drawn,
    }


def _stored(name: str, texts: Iterable[str]) -> dict[str, Array]:
    """The arrays of many texts (`match.index.Texts`)."""
    parts = [text.encode("utf-8", "surrogatepass") for text in texts]
    starts = bounds_of(np.array([len(part) for part in parts], np.int64))
    return {f"{name}-signs": Array(b"".join(parts)), f"{name}-starts": kept(starts, smallest=True)}


def _limits(
    rows: Rows,
    own: Numbers,
    policies: Numbers,
    kinds: Kinds,
    stranger: int | None,
    named: Sequence[Sequence[Sequence[int]]],
) -> tuple[Limits, Numbers]:
    """
    From phrases held out, asked of an index of the others in the same space; and the topic that came first for each.

    `named` are the names in each phrase of which it says something, each by the numbers of its features: it is strange
    where no other phrase of a topic has one of them.
    """
    # Counted within each topic, so that a phrase more moves none of another one into another part.
    numbers = np.arange(len(own)) - np.searchsorted(own, own) + 2 * own
    first, parts = np.full(len(own), UNASKED, np.int32), numbers % max(PARTS, len(own) // MOST_ASKED)
    every: list[Held] = []
    for part in range(PARTS if len(own) else 0):
        others, out = parts != part, np.flatnonzero(parts == part)
        evidence = evidence_of(rows.only(others), own[others], policies, kinds, stranger)
        held = asked(evidence, rows.only(~others))
        strange = [any(not any(map(evidence.of_topics, name)) for name in named[at]) for at in out.tolist()]
        every.append(held._replace(signs=np.column_stack((held.signs, np.array(strange, np.float32)))))
        first[out] = held.topic
    if not every:
        return UNDRAWN, first
    places = np.concatenate([np.flatnonzero(parts == part) for part in range(PARTS)])
    return limits_of(Held(*map(np.concatenate, zip(*every, strict=True))), own[places], stranger), first


def matcher_over(
    library: Library, index: Index, rendered: Renderings, cues: Cues, grammar: Mapping[str, Sequence[str]]
) -> Matcher:
    """From an index of their search phrases."""
    return Matcher.over(library, index, Lexis.of(library, rendered, grammar), rendered, cues, grammar)
