"""The index of search phrases, and the ranking of what a question may be about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from assistant.match.channel import Channel, damped
from assistant.match.words import coarse, fine, folded, is_japanese, runs, stem

Outcome = Literal["sure", "doubt", "out-of-scope"]
OUT_OF_SCOPE: Outcome = "out-of-scope"
ALIKE = 0.74
MOST_STRANGE = 12
RESCORED = 12
WORDING_SHARE = 0.1
STRANGER_SHARE, CLEAR, SURE, LEAD = 0.5, 8.0, 16.0, 4.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """What people may type, in one language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Match:
    """
    One thing that the question may be about: its id, a score from 0 to 100, the phrase most like the question, and
    the question's words that count for it, a misspelt one with its reading (`anual→annual`).
    """

    id: str
    score: float
    phrase: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first; ties by id. `out-of-scope`: nothing here is meant. `doubt`: ask which of them is."""

    matches: tuple[Match, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _Class:
    id: str
    phrases: tuple[Phrase, ...]
    sorted_phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    runs: tuple[str, ...]
    read_as: Mapping[str, str]
    cosines: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """
    Phrases by id, in two cuts (`match.words`). Those under `out-of-scope` are a class like the others.

    A class scores the mean of its two cosines, and a tenth of the likeness of wording: the mean of its three most
    like phrases by rapidfuzz, of words in sorted order.
    """

    classes: tuple[_Class, ...]
    fine: Channel
    coarse: Channel
    vocabulary: tuple[str, ...]

    @classmethod
    def build(cls, phrases: Mapping[str, Sequence[Phrase]]) -> "Index":
        """The same phrases give the same index, in whatever order the ids come."""
        groups = [(name, tuple(phrases[name])) for name in sorted(phrases)]
        cut = [[runs(folded(phrase.text)) for phrase in group] for _, group in groups]
        words = {stem(run) for group in cut for phrase in group for run in phrase if not is_japanese(run)}
        return cls(
            tuple(_Class(name, group, tuple(map(_sorted, cut[at]))) for at, (name, group) in enumerate(groups)),
            Channel.build([[fine(phrase) for phrase in group] for group in cut]),
            Channel.build([[coarse(phrase) for phrase in group] for group in cut]),
            tuple(sorted(words)),
        )

    def rank(self, text: str) -> Ranking:
        """The topics that the question touches, a dozen at most, and how sure its first place is."""
        question = self._question(tuple(runs(folded(text))))
        touched = [number for number, cosine in enumerate(question.cosines) if cosine > 0]
        touched.sort(key=lambda number: (-question.cosines[number], self.classes[number].id))
        found = [self._match(number, question) for number in touched if self.classes[number].id == OUT_OF_SCOPE]
        topics = [number for number in touched if self.classes[number].id != OUT_OF_SCOPE]
        matches = sorted(
            (self._match(number, question) for number in topics[:RESCORED]), key=lambda match: (-match.score, match.id)
        )
        return Ranking(tuple(matches), outcome_of(matches, found[0].score if found else 0))

    def _question(self, found: tuple[str, ...]) -> _Question:
        read_as = self._read_as(found)
        read = damped(fine([read_as.get(run, run) for run in found]))
        known = {feature: share for feature, share in read.items() if feature in self.fine.idf}
        strange = [run for run in found if run not in read_as]
        unread = {one: 1.0 for run in strange for one in fine([run]) if one not in self.fine.idf}
        size = len(self.classes)
        pairs = zip(
            self.fine.cosines(known | unread, size), self.coarse.cosines(damped(coarse(found)), size), strict=True
        )
        return _Question(found, read_as, tuple((one + other) / 2 for one, other in pairs))

    def _read_as(self, found: Sequence[str]) -> dict[str, str]:
        strange = [run for run in found if run.isalpha() and not is_japanese(run) and stem(run) not in self.fine.idf]
        read_as = {}
        for run in list(dict.fromkeys(strange))[:MOST_STRANGE]:
            best = process.extractOne(stem(run), self.vocabulary, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
            if best:
                read_as[run] = best[0]
        return read_as

    def _match(self, number: int, question: _Question) -> Match:
        found = self.classes[number]
        likeness = process.extract(_sorted(question.runs), found.sorted_phrases, scorer=fuzz.ratio, limit=3)
        wording = sum(score for _, score, _ in likeness) / len(likeness) / 100
        score = 100 * (question.cosines[number] + WORDING_SHARE * wording) / (1 + WORDING_SHARE)
        score = round(max(0.0, min(100.0, score)), 4)
        return Match(found.id, score, found.phrases[likeness[0][2]].text, self._words(number, question))

    def _words(self, number: int, question: _Question) -> tuple[str, ...]:
        counting: dict[str, None] = {}
        for run in question.runs:
            read = question.read_as.get(run, run)
            if any(self.fine.holds(feature, number) for feature in fine([read]) if len(feature) > 1):
                counting[run if read == run else f"{run}→{read}"] = None
        return tuple(counting)


def outcome_of(topics: Sequence[Match], stranger: float) -> Outcome:
    """
    Out of scope where the best topic does not stand clear of `stranger`, the score of what no topic answers; sure
    where it stands well clear, and before the second.

    The limits come from our own phrases, an eighth held out at a time: half the stranger's score parts the two sorts
    best (area under the curve 0.95 in English, 0.96 in Japanese); `CLEAR` lies between the values that refuse a
    twentieth and a tenth of the topics' phrases; of what is called sure nine in ten are right.
    """
    clear = topics[0].score - STRANGER_SHARE * stranger if topics else 0.0
    if clear < CLEAR:
        return "out-of-scope"
    second = topics[1].score if len(topics) > 1 else 0.0
    return "sure" if clear >= SURE and topics[0].score - second >= LEAD else "doubt"


def _sorted(found: Sequence[str]) -> str:
    return " ".join(sorted(found))
