"""The index of search phrases, and the ranking of what a question may be about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from rapidfuzz import fuzz

from assistant.match.evidence import Evidence, Weighed, policies_of
from assistant.match.features import Question, Reader
from assistant.match.margin import Limits
from assistant.match.matrix import WHOLE, Array, Matrix, Numbers, Packed, Weights, of_kind
from assistant.match.ranking import OUT_OF_SCOPE, Match, Ranking, Word
from assistant.match.terms import Terms
from assistant.match.vectors import Space

RANKED, MEANT = 8, 3
"""More topics than are shown, since wording may change their order; so many phrases are compared by their wording."""
WORDING_SHARE = 0.1
OFTEN = 3
"""So many phrases of topics speak of what they deal with."""


class Plain(TypedDict):
    """What an index is beside its arrays, as values of JSON."""

    names: list[str]
    bounds: list[int]
    stranger: int | None
    strange: float
    vocabulary: list[Sequence[str]]
    weights: list[float]
    limits: dict[str, float]


@dataclass(frozen=True, slots=True)
class Texts:
    """Many texts in UTF-8, one behind the other: text n stands from `starts[n]` to `starts[n + 1]`."""

    signs: Array
    starts: Numbers

    @classmethod
    def stored(cls, arrays: Mapping[str, Array], name: str) -> "Texts":
        """From arrays, each under the name and its own."""
        return cls(of_kind(arrays[f"{name}-signs"], "B"), of_kind(arrays[f"{name}-starts"], *WHOLE))

    def __getitem__(self, number: int) -> str:
        return self.signs[self.starts[number] : self.starts[number + 1]].tobytes().decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Index:
    """
    Phrases by id. Those under `out-of-scope` are a class like the others, and no match.

    A class scores as `indexing.evidence` says, and a tenth of the likeness of wording: the mean of its three phrases
    that are nearest by cosine, compared by rapidfuzz, of words in sorted order. `phrases` are all of them, class by
    class; `compared` what is compared of each; `first` the topic that came first for each when the index was made of
    others (`indexing.held_out`).
    """

    names: tuple[str, ...]
    phrases: Texts
    compared: Texts
    reader: Reader
    evidence: Evidence
    limits: Limits
    first: Array

    @classmethod
    def of(cls, arrays: Mapping[str, Array], plain: "Plain", terms: Terms) -> "Index":
        """The same again. Raises `KeyError` or `TypeError` where an array is missing or of another kind."""
        space = Space(of_kind(arrays["prints"], "Q"), of_kind(arrays["idf"], "f"), plain["strange"])
        vocabulary = {len(words[0]): words for words in plain["vocabulary"]}
        leaning, policies = of_kind(arrays["leaning"], "f"), policies_of(plain["names"])
        table, count = Packed if "classes" in arrays else Matrix, len(plain["names"])
        evidence = Evidence(
            table.stored(arrays, "classes", count),
            Matrix.stored(arrays, "phrases", plain["bounds"][-1]),
            Matrix.stored(arrays, "owned", count),
            plain["bounds"],
            leaning,
            policies,
            plain["stranger"],
        )
        return cls(
            tuple(plain["names"]),
            Texts.stored(arrays, "said"),
            Texts.stored(arrays, "compared"),
            Reader(space, terms, vocabulary).knowing(terms.words),
            evidence,
            Limits(tuple(plain["weights"]), **plain["limits"]),
            of_kind(arrays["first"], "i"),
        )

    def rank(self, text: str, strange: bool = False, bare: bool = False) -> Ranking:
        """
        The topics that the question touches, those next to it, and how sure its first place is.

        `strange`: a thing in it is of a name that nothing here knows (`match.names`), and it is never sure. `bare`: it
        names no topic at all, and is asked back whatever its words come near.
        """
        question = self.reader.read(text)
        weighed = self.evidence.weigh(question.vector)
        if not weighed.topics or not (question.says_something or bare):
            return Ranking(least_clearance=self.limits.clear, least_lead=self.limits.lead)
        matches = self._matches(question, weighed)
        clearance = self.limits.clearance((*weighed.signs, float(strange)))
        lead = weighed.lead(self.names.index(matches[0].id))
        vague = self.limits.says_little(weighed.owned, weighed.rival)
        outcome = self.limits.outcome(clearance, lead, vague)
        # Topics may speak of something by this bare name, whatever phrases stand out of scope.
        named = map(self.evidence.of_topics, self.reader.space.numbers([question.name]).values())
        if bare or (strange and outcome == "sure") or (outcome == OUT_OF_SCOPE and any(n >= OFTEN for n in named)):
            outcome = "doubt"
        beyond = "" if outcome == "sure" or (own := self.evidence.stranger) is None else self._nearest(own, weighed)
        return Ranking(matches, outcome, clearance, lead, self.limits.clear, self.limits.lead, vague, bare, beyond)

    def _nearest(self, number: int, weighed: Weighed) -> str:
        """The phrase of a class that comes nearest."""
        return self.phrases[self.evidence.bounds[number] + _nearest(weighed.likeness[number])[0]]

    def _matches(self, question: Question, weighed: Weighed) -> tuple[Match, ...]:
        topics = weighed.topics[:RANKED]
        words = list(zip(question.typed, question.read, strict=True))
        places = {word: place for place, word in enumerate(dict.fromkeys(words))}
        origins = [[places[words[at]] for at in every] for every in question.origins]
        shares = self.evidence.classes.parted(topics, *question.vector, origins, len(places))
        found = [
            self._match(number, question, weighed, _speaking(list(places), row))
            for number, row in zip(topics, zip(*shares, strict=True), strict=True)
        ]
        return tuple(match for _, match in sorted(found, key=lambda one: (-one[0], one[1].id)))

    def _match(self, number: int, question: Question, weighed: Weighed, words: tuple[Word, ...]) -> tuple[float, Match]:
        """The score as it counts, and the match, whose score ends at 100."""
        first, places, wording = self.evidence.bounds[number], _nearest(weighed.likeness[number]), 0.0
        if question.compared:
            alike = [fuzz.ratio(question.compared, self.compared[first + at]) for at in places]
            wording = sum(alike) / len(alike) / 100
        total = (weighed.scores[number] + WORDING_SHARE * wording) / (1 + WORDING_SHARE)
        score = round(100 * max(0.0, min(1.0, total)), 4)
        return round(total, 6), Match(self.names[number], score, self._nearest(number, weighed), words)


def _nearest(cosines: Weights) -> list[int]:
    """Where the greatest of them stand, best first; of those that are equal the first."""
    places: list[int] = []
    for cosine in sorted(cosines, reverse=True)[:MEANT]:
        behind = places[-1] + 1 if places and cosines[places[-1]] == cosine else 0
        places.append(cosines.index(cosine, behind))
    return places


def _speaking(words: Sequence[tuple[str, str]], shares: Sequence[float]) -> tuple[Word, ...]:
    """The words that speak for a match."""
    total = sum(share for share in shares if share > 0) or 1.0
    pairs = zip(words, shares, strict=True)
    return tuple(Word(*pair, round(share / total, 4)) for pair, share in pairs if share > 0)
