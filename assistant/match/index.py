"""The index of search phrases, and the ranking of what a question may be about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypedDict
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from assistant.match.evidence import Evidence, Kinds, Weighed, policies_of
from assistant.match.features import Features, Question, Reader
from assistant.match.margin import UNASKED, Held, Limits, limits_of
from assistant.match.names import names_in
from assistant.match.postings import Postings
from assistant.match.ranking import OUT_OF_SCOPE, Match, Phrase, Ranking, Word
from assistant.match.terms import Terms
from assistant.match.vectors import Array, Numbers, Places, Rows, Space, Weights, bounds_of, of_kind, space_of

RANKED, MEANT = 12, 3
WORDING_SHARE = 0.1
OFTEN = 3
"""So many phrases of topics speak of what they deal with."""
PARTS, MOST_ASKED = 4, 2_000
"""In so many parts phrases are asked of the others, to draw the limits; of very many phrases so many in each part."""


class Plain(TypedDict):
    """What an index is beside its arrays, as values of JSON."""

    names: list[str]
    stranger: int | None
    strange: float
    vocabulary: list[Sequence[str]]
    weights: list[float]
    limits: dict[str, float]


@dataclass(frozen=True, slots=True)
class Texts:
    """Many texts in UTF-8, one behind the other: text n stands from `starts[n]` to `starts[n + 1]`."""

    signs: NDArray[np.uint8]
    starts: Places

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """In order."""
        parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(np.frombuffer(b"".join(parts), np.uint8), bounds_of(np.array([len(part) for part in parts], int)))

    @classmethod
    def stored(cls, arrays: Mapping[str, Array], name: str) -> "Texts":
        """From arrays, each under the name and its own."""
        return cls(of_kind(arrays[f"{name}-signs"], np.uint8), of_kind(arrays[f"{name}-starts"], np.int64))

    def __getitem__(self, number: int) -> str:
        return self.signs[self.starts[number] : self.starts[number + 1]].tobytes().decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Index:
    """
    Phrases by id. Those under `out-of-scope` are a class like the others, and no match.

    A class scores as `match.training` says, and a tenth of the likeness of wording: the mean of its three phrases that
    are nearest by cosine, compared by rapidfuzz, of words in sorted order. `phrases` are all of them, class by class;
    `compared` what is compared of each; `first` the topic that came first for each when the index was made of others
    (`match.margin`).
    """

    names: tuple[str, ...]
    phrases: Texts
    compared: Texts
    reader: Reader
    evidence: Evidence
    limits: Limits
    first: Numbers

    @classmethod
    def build(cls, phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> "Index":
        """
        The same phrases give the same index, in whatever order the ids come.

        Its `limits` are drawn from the phrases, which takes as long as all the rest.
        """
        names = tuple(sorted(phrases))
        texts = [phrase.text for name in names for phrase in phrases[name]]
        known, compared, vocabulary, alone = terms or Terms(), [], set[str](), set[str]()

        def cuts() -> Iterator[Sequence[Sequence[str]]]:
            for text in texts:
                features = Features.of(text, known)
                compared.append(features.compared)
                vocabulary.update(features.words)
                alone.update(features.alone(known.asking))
                yield features.cuts

        space, rows, japanese = space_of(cuts())
        own = np.repeat(np.arange(len(names), dtype=np.int32), [len(phrases[name]) for name in names])
        stranger = names.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in names else None
        proper = [names_in(normalize("NFKC", text), known.stems) for text in texts]
        named = [[space.numbers(name.features) for name in found] for found in proper]
        words = np.zeros(len(space.prints), np.bool_)
        words[list(space.numbers(sorted(alone)).values())] = True
        policies, kinds = policies_of(names), Kinds(japanese, words)
        limits, first = _limits(rows, own, policies, kinds, stranger, named)
        evidence = Evidence.build(rows, own, policies, kinds, stranger)
        reader = Reader.build(space, known, vocabulary)
        return cls(names, Texts.of(texts), Texts.of(compared), reader, evidence, limits, first)

    def plain(self) -> tuple[dict[str, Array], "Plain"]:
        """All of it as arrays by name, and what else there is as values of JSON; its terms are known elsewhere."""
        evidence, space, limits = self.evidence, self.reader.space, asdict(self.limits)
        arrays: dict[str, Array] = {
            "prints": space.prints, "idf": space.idf, "leaning": evidence.leaning, "words": evidence.words,
            "first": self.first,
        }  # fmt: skip
        for name, held in (("postings", evidence.postings), ("phrases", self.phrases), ("compared", self.compared)):
            arrays |= {f"{name}-{part}": getattr(held, part) for part in held.__slots__}
        return arrays, {
            "names": list(self.names),
            "stranger": evidence.stranger,
            "strange": space.strange,
            "vocabulary": list(self.reader.vocabulary.values()),
            "weights": list(limits.pop("weights")),
            "limits": limits,
        }

    @classmethod
    def of(cls, arrays: Mapping[str, Array], plain: "Plain", terms: Terms) -> "Index":
        """The same again. Raises `KeyError` or `TypeError` where an array is missing or of another kind."""
        space = Space(of_kind(arrays["prints"], np.uint64), of_kind(arrays["idf"], np.float32), plain["strange"])
        vocabulary = {len(words[0]): words for words in plain["vocabulary"]}
        leaning, words = of_kind(arrays["leaning"], np.float32), of_kind(arrays["words"], np.bool_)
        postings = Postings.stored(arrays, "postings")
        return cls(
            tuple(plain["names"]),
            Texts.stored(arrays, "phrases"),
            Texts.stored(arrays, "compared"),
            Reader(space, terms, vocabulary),
            Evidence(postings, leaning, words, plain["stranger"], policies_of(plain["names"])),
            Limits(tuple(plain["weights"]), **plain["limits"]),
            of_kind(arrays["first"], np.int32),
        )

    def rank(self, text: str, strange: bool = False, bare: bool = False) -> Ranking:
        """
        The topics that the question touches, a dozen at most, and how sure its first place is.

        `strange`: it has a name that nothing here knows (`match.names`). `bare`: it names no topic at all, and is asked
        back whatever its words come near.
        """
        question = self.reader.read(text)
        weighed = self.evidence.weigh(question.vector)
        if not weighed.topics or not (question.says_something or bare):
            return Ranking(least_clearance=self.limits.clear, least_lead=self.limits.lead)
        matches = self._matches(question, weighed)
        clearance = self.limits.clearance(np.append(weighed.signs, np.float32(strange)))
        lead = weighed.lead(self.names.index(matches[0].id))
        outcome = self.limits.outcome(clearance, lead, weighed.owned)
        if bare or (outcome == OUT_OF_SCOPE and self._deals_with(question.name)):
            outcome = "doubt"
        vague = self.limits.says_little(weighed.owned)
        return Ranking(matches, outcome, clearance, lead, self.limits.clear, self.limits.lead, vague, bare)

    def _deals_with(self, name: str) -> bool:
        """Do topics speak of something by this bare name, whatever phrases stand out of scope?"""
        numbers = list(self.reader.space.numbers([name]).values())
        if not numbers:
            return False
        postings, stranger = self.evidence.postings, self.evidence.stranger
        beyond = postings.counts(stranger)[numbers[0]] if stranger is not None else 0
        return bool(postings.counts()[numbers[0]] - beyond >= OFTEN)

    def _matches(self, question: Question, weighed: Weighed) -> tuple[Match, ...]:
        topics = weighed.topics[:RANKED]
        shares = self.evidence.postings.shares(weighed.entries, topics, len(question.vector.features))
        words, spoken = _of_words(shares, question)
        found = [
            self._match(number, question, weighed, _speaking(words, column))
            for number, column in zip(topics, spoken, strict=True)
        ]
        return tuple(sorted(found, key=lambda match: (-match.score, match.id)))

    def _match(self, number: int, question: Question, weighed: Weighed, words: tuple[Word, ...]) -> Match:
        first = int(self.evidence.postings.bounds[number])
        places = (first + np.argsort(-weighed.likeness[number], kind="stable")[:MEANT]).tolist()
        wording = 0.0
        if question.compared:
            alike = [fuzz.ratio(question.compared, self.compared[at]) for at in places]
            wording = sum(alike) / len(alike) / 100
        total = (float(weighed.scores[number]) + WORDING_SHARE * wording) / (1 + WORDING_SHARE)
        score = round(100 * max(0.0, min(1.0, total)), 4)
        return Match(self.names[number], score, self.phrases[places[0]], words)


def _limits(
    rows: Rows,
    own: Numbers,
    policies: Places,
    kinds: Kinds,
    stranger: int | None,
    named: Sequence[Sequence[Mapping[str, int]]],
) -> tuple[Limits, Numbers]:
    """
    From phrases held out, asked of an index of the others in the same space; and the topic that came first for each.

    `named` are the names in each phrase, each by the numbers of its features: it is strange where no other phrase has
    one of them.
    """
    order, places = np.arange(len(own)) % max(PARTS, len(own) // MOST_ASKED), []

    def weighed() -> Iterator[tuple[Weighed, bool]]:
        for part in range(PARTS):
            kept = order != part
            others = Evidence.build(rows.only(kept), own[kept], policies, kinds, stranger)
            counts = others.postings.counts()
            for at in np.flatnonzero(~kept).tolist():
                places.append(at)
                yield others.weigh(rows.row(at)), any(not any(counts[n] for n in name.values()) for name in named[at])

    held, first = Held.of(weighed()), np.full(len(own), UNASKED, np.int32)
    first[places] = held.topic
    return limits_of(held, own[places], stranger), first


def _of_words(shares: Weights, question: Question) -> tuple[list[tuple[str, str]], list[list[float]]]:
    """
    The question's words, each once, and for each class what they add to its score.

    A feature's share is parted among the words that it is from.
    """
    words = list(dict.fromkeys(zip(question.typed, question.read, strict=True)))
    numbers = [words.index(pair) for pair in zip(question.typed, question.read, strict=True)]
    parts = np.zeros((len(words), len(shares)), np.float32)
    for feature, places in enumerate(question.origins):
        for place in places:
            parts[numbers[place], feature] += 1 / len(places)
    return words, (parts @ shares).T.tolist()


def _speaking(words: Sequence[tuple[str, str]], shares: Sequence[float]) -> tuple[Word, ...]:
    """The words that speak for a match."""
    total = sum(share for share in shares if share > 0) or 1.0
    pairs = zip(words, shares, strict=True)
    return tuple(Word(*pair, round(share / total, 4)) for pair, share in pairs if share > 0)
