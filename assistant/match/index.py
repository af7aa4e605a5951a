"""The index of search phrases, and the ranking of what a question may be about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from assistant.match.classes import FEW_WEIGHTS, Table, centroids, learnt
from assistant.match.leaning import leaning_of, leans
from assistant.match.limits import Held, Limits, limits_of
from assistant.match.postings import Postings
from assistant.match.ranking import OUT_OF_SCOPE, Match, Outcome, Phrase, Ranking, Word
from assistant.match.reading import Question, Reader, Reading
from assistant.match.terms import Terms
from assistant.match.vectors import Numbers, Rows, Space, Weights, space_of
from assistant.match.words import has_japanese

RESCORED, MEANT = 12, 3
WORDING_SHARE = 0.1
PARTS = 4
"""One phrase in so many is asked of the others, to draw the limits."""
LEFT_OUT = 1_000


@dataclass(frozen=True, slots=True)
class Index:
    """
    Phrases by id. Those under `out-of-scope` are a class like the others, and no match.

    A class scores as `match.classes` says, and a tenth of the likeness of wording: the mean of its three phrases that
    are nearest by cosine, compared by rapidfuzz, of words in sorted order. Where classes are very many, they are not
    sharpened, and all phrases of the best ones are compared.
    """

    names: tuple[str, ...]
    phrases: tuple[tuple[Phrase, ...], ...]
    compared: tuple[str, ...]
    bounds: Numbers
    stranger: int | None
    reader: Reader
    classes: Table | Postings
    nearest: Postings | None
    leaning: Weights
    limits: Limits

    @classmethod
    def build(cls, phrases: Mapping[str, Sequence[Phrase]], terms: Terms | None = None) -> "Index":
        """The same phrases give the same index, in whatever order the ids come."""
        names = tuple(sorted(phrases))
        groups = tuple(tuple(phrases[name]) for name in names)
        known, compared, vocabulary = terms or Terms(), [], set()

        def features() -> Iterator[Sequence[Sequence[str]]]:
            for group in groups:
                for phrase in group:
                    reading = Reading.of(phrase.text, known)
                    compared.append(reading.compared)
                    vocabulary.update(reading.words)
                    yield reading.features

        space, rows = space_of(features())
        own = np.repeat(np.arange(len(names), dtype=np.int32), [len(group) for group in groups])
        bounds = np.concatenate(([0], np.cumsum([len(group) for group in groups]))).astype(np.int32)
        stranger = names.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in names else None
        classes: Table | Postings
        nearest: Postings | None = None
        if len(space.numbers) * len(names) > FEW_WEIGHTS:
            space, classes, leaning, limits = _many(space, rows, own, bounds, stranger)
        else:
            classes, nearest, leaning, limits = _few(space, rows, own, bounds, stranger)
        reader = Reader.build(space, known, vocabulary)
        return cls(names, groups, tuple(compared), bounds, stranger, reader, classes, nearest, leaning, limits)

    def plain(self) -> tuple[dict[str, NDArray[np.generic]], dict[str, object]]:
        """All of it as arrays by name, and what else there is as values of JSON; its terms are known elsewhere."""
        space = self.reader.space
        arrays: dict[str, NDArray[np.generic]] = {"bounds": self.bounds, "leaning": self.leaning, "idf": space.idf}
        for name, one in (("classes", self.classes), ("nearest", self.nearest)):
            held = one.__slots__ if one else ()
            arrays |= {f"{name}-{part}": value for part in held if isinstance(value := getattr(one, part), np.ndarray)}
        return arrays, {
            "names": self.names, "phrases": [[[one.text, one.language] for one in group] for group in self.phrases],
            "compared": self.compared, "stranger": self.stranger, "features": list(space.numbers),
            "strange": space.strange, "vocabulary": list(self.reader.vocabulary.values()),
            "limits": asdict(self.limits),
        }  # fmt: skip

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]], plain: Mapping[str, Any], terms: Terms) -> "Index":
        """The same again."""
        space = Space({name: at for at, name in enumerate(plain["features"])}, arrays["idf"], plain["strange"])
        vocabulary = {len(words[0]): tuple(words) for words in plain["vocabulary"]}
        many = "classes-weights" in arrays and "classes-members" in arrays
        classes = _postings(arrays, "classes", len(plain["names"])) if many else Table(arrays["classes-weights"])
        nearest = None if many else _postings(arrays, "nearest", len(plain["compared"]))
        limits = Limits(**{**plain["limits"], "weights": tuple(plain["limits"]["weights"])})
        return cls(
            tuple(plain["names"]), tuple(tuple(Phrase(*one) for one in group) for group in plain["phrases"]),
            tuple(plain["compared"]), arrays["bounds"], plain["stranger"], Reader(space, terms, vocabulary), classes,
            nearest, arrays["leaning"], limits,
        )  # fmt: skip

    def rank(self, text: str) -> Ranking:
        """The topics that the question touches, a dozen at most, and how sure its first place is."""
        question = self.reader.read(text)
        scores, likeness = self.classes.scores(question.vector), None
        if self.nearest is not None:
            likeness = self.nearest.scores(question.vector)
        stranger = self.stranger
        touched = _first(scores, RESCORED + 1)
        topics = [number for number in touched if number != stranger][:RESCORED]
        if not topics or not question.says_something:
            return Ranking(least_clearance=self.limits.clear, least_lead=self.limits.lead)
        near = np.zeros_like(scores) if likeness is None else _best(likeness, self.bounds)
        held = Held(scores[None, :], near[None, :], np.array([leans(question.vector, self.leaning)], np.float32))
        clearance = float(held.clearance(stranger, self.limits.weights)[0])
        matches = self._matches(question, scores, likeness, topics)
        first = next(number for number in topics if self.names[number] == matches[0].id)
        lead = float(scores[first] - max((float(scores[number]) for number in touched if number != first), default=0.0))
        outcome = self._outcome(clearance, lead)
        return Ranking(matches, outcome, clearance, lead, self.limits.clear, self.limits.lead)

    def _outcome(self, clearance: float, lead: float) -> Outcome:
        if clearance < self.limits.clear:
            return "out-of-scope"
        return "sure" if lead >= self.limits.lead else "doubt"

    def _matches(
        self, question: Question, scores: Weights, likeness: Weights | None, topics: Sequence[int]
    ) -> tuple[Match, ...]:
        shares = self.classes.shares(question.vector, np.array(topics, np.int32))
        spoken = _of_words(shares, question)
        found = [
            self._match(number, float(scores[number]), question, likeness, column)
            for number, column in zip(topics, spoken.T, strict=True)
        ]
        return tuple(sorted(found, key=lambda match: (-match.score, match.id)))

    def _match(self, number: int, score: float, question: Question, likeness: Weights | None, spoken: Weights) -> Match:
        first, last = int(self.bounds[number]), int(self.bounds[number + 1])
        places = range(first, last)
        if likeness is not None:
            places = (first + np.argsort(-likeness[first:last], kind="stable")[:MEANT]).tolist()
        alike = process.extract(question.compared, [self.compared[at] for at in places], scorer=fuzz.ratio, limit=MEANT)
        wording = sum(one[1] for one in alike) / len(alike) / 100 if question.compared else 0.0
        phrase = self.phrases[number][places[0 if likeness is not None else alike[0][2]] - first]
        total = round(100 * max(0.0, min(1.0, (score + WORDING_SHARE * wording) / (1 + WORDING_SHARE))), 4)
        return Match(self.names[number], total, phrase.text, _words(question, spoken))


def _postings(arrays: Mapping[str, NDArray[Any]], name: str, size: int) -> Postings:
    return Postings(arrays[f"{name}-members"], arrays[f"{name}-weights"], arrays[f"{name}-starts"], size)


def _few(
    space: Space, rows: Rows, own: Numbers, bounds: Numbers, stranger: int | None
) -> tuple[Table, Postings, Weights, Limits]:
    """The classes, the postings of the phrases, which way features lean, and the limits."""
    size, classes = len(space.numbers), len(bounds) - 1
    japanese = np.fromiter(map(has_japanese, space.numbers), np.bool_, size)
    nearest = Postings.build(rows.features, rows.owners(), rows.weights, (size, len(own)))
    kept = np.arange(len(own)) % PARTS > 0
    others, asked = rows.only(kept), np.flatnonzero(~kept)
    table, leaning = learnt(others, own[kept], size, classes), leaning_of(others, own[kept] == stranger, japanese)
    held = Held.empty(len(asked), classes)
    for at, number in enumerate(asked.tolist()):
        row = rows.row(number)
        likeness = nearest.scores(row)
        likeness[~kept] = 0.0
        held.scores[at], held.nearest[at] = table.scores(row), _best(likeness, bounds)
        held.leaning[at] = leans(row, leaning)
    limits = limits_of(held, own[asked], stranger)
    return learnt(rows, own, size, classes), nearest, leaning_of(rows, own == stranger, japanese), limits


def _many(
    space: Space, rows: Rows, own: Numbers, bounds: Numbers, stranger: int | None
) -> tuple[Space, Postings, Weights, Limits]:
    """The features that are left, the classes, which way features lean, and the limits, from a thousand phrases."""
    cut = centroids(rows, own, len(space.numbers), len(bounds) - 1)
    asked = np.unique(np.linspace(0, len(own) - 1, min(LEFT_OUT, len(own))).astype(np.int64))
    scores = cut.left_out(rows, own, asked.tolist())
    held = Held(scores, np.zeros_like(scores), np.zeros(len(asked), np.float32))
    nowhere = np.zeros(int(cut.kept.sum()), np.float32)
    return space.only(cut.kept), cut.classes, nowhere, limits_of(held, own[asked], stranger)


def _first(scores: Weights, count: int) -> list[int]:
    """The numbers of the best positive scores, best first, ties by number."""
    least = float(np.partition(scores, -count)[-count]) if len(scores) > count else 0.0
    found = np.flatnonzero((scores >= least) & (scores > 0))
    return [int(number) for number in found[np.argsort(-scores[found], kind="stable")][:count]]


def _best(likeness: Weights, bounds: Numbers) -> Weights:
    """The greatest of each class; nothing for a class without phrases."""
    best: Weights = np.maximum.reduceat(np.append(likeness, np.float32(0)), bounds[:-1])
    best[bounds[:-1] == bounds[1:]] = 0.0
    return best


def _of_words(shares: Weights, question: Question) -> Weights:
    """What each word of the question adds to each score: a feature's share parted among the words that it is from."""
    found = np.zeros((len(question.typed), shares.shape[1]), np.float32)
    places = [(feature, word, len(words)) for feature, words in enumerate(question.origins) for word in words]
    if places:
        features, words, parts = np.array(places, np.int64).T
        np.add.at(found, words, shares[features] / parts[:, None])
    return found


def _words(question: Question, spoken: Weights) -> tuple[Word, ...]:
    """The words that speak for a match, each once."""
    shares: dict[tuple[str, str], float] = {}
    for typed, read, share in zip(question.typed, question.read, spoken.tolist(), strict=True):
        shares[typed, read] = shares.get((typed, read), 0.0) + share
    total = sum(share for share in shares.values() if share > 0) or 1.0
    return tuple(Word(*pair, round(share / total, 4)) for pair, share in shares.items() if share > 0)
