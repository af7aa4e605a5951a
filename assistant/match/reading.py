"""
From text to a vector: what is read for each word, known or not.

A word that no phrase has is read as the known word most like it (rapidfuzz, optimal string alignment), where one is
like enough; it counts as the known word, and its letters as they stand.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.terms import Terms
from assistant.match.vectors import Space, Vector, damped
from assistant.match.words import coarse, fine, folded, is_japanese, runs, sources, stem, tokens

ALIKE = 0.74
MOST_STRANGE = 12
LONGER = 1 / ALIKE
HIRAGANA = re.compile("[\u3041-\u3096ー]+")
LEAST_LETTERS, LEAST_SIGNS, LEAST_HIRAGANA = 3, 2, 4
"""Of a word, of a Japanese stretch, of hiragana alone. Shorter ones are little words: or, is, はい, いつ, いいえ."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Folded text cut into runs, kana read as kanji, with the things that it names by any of their names."""

    runs: tuple[str, ...]
    kana: Mapping[str, str]
    named: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str, terms: Terms) -> "Reading":
        """The first 500 characters."""
        read, kana = terms.read(folded(text))
        return cls(tuple(runs(read)), kana, tuple(terms.named(read)))

    @property
    def features(self) -> tuple[list[str], list[str]]:
        """The fine cut, with things named, and the coarse one."""
        return [*fine(self.runs), *dict.fromkeys(thing for thing, _ in self.named)], coarse(self.runs)

    @property
    def compared(self) -> str:
        """The words in Latin letters in sorted order, as wording is compared."""
        return " ".join(sorted(run for run in self.runs if not is_japanese(run)))

    @property
    def words(self) -> list[str]:
        """The stems of words in Latin letters."""
        return [stem(run) for run in self.runs if not is_japanese(run)]


@dataclass(frozen=True, slots=True)
class Question:
    """
    A question as read: its vector, its words as typed and as understood, and where each known feature comes from: by
    the feature's place in the vector, the numbers of its words. It says something where any run is more than a little
    word.
    """

    vector: Vector
    typed: tuple[str, ...]
    read: tuple[str, ...]
    compared: str
    origins: tuple[tuple[int, ...], ...]
    says_something: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions in one space. `vocabulary` holds the known words in Latin letters by their length, sorted."""

    space: Space
    terms: Terms
    vocabulary: Mapping[int, tuple[str, ...]]

    @classmethod
    def build(cls, space: Space, terms: Terms, words: Collection[str]) -> "Reader":
        """From the words of all phrases."""
        lengths: dict[int, list[str]] = {}
        for word in sorted(words):
            lengths.setdefault(len(word), []).append(word)
        return cls(space, terms, {length: tuple(found) for length, found in sorted(lengths.items())})

    def read(self, text: str) -> Question:
        """The question as it counts."""
        reading = Reading.of(text, self.terms)
        instead = self._instead(reading.runs)
        known_runs = [instead.get(run, run) for run in reading.runs]
        known, plain = Reading(tuple(known_runs), {}, reading.named).features[0], coarse(reading.runs)
        found = damped(feature for feature in known if feature in self.space.numbers)
        strange = [run for run in reading.runs if run not in instead]
        unread = {one: 1.0 for run in strange for one in fine([run]) if one not in self.space.numbers}
        vector = self.space.vector((found | unread, damped(plain)))
        typed = tokens(reading.runs)
        return Question(
            vector,
            tuple(reading.kana.get(word, word) for word in typed),
            tuple(tokens(known_runs)),
            reading.compared,
            self._origins(vector, reading, known_runs, typed),
            any(len(run) >= _least(run) for run in reading.runs),
        )

    def _origins(
        self, vector: Vector, reading: Reading, known_runs: Sequence[str], typed: Sequence[str]
    ) -> tuple[tuple[int, ...], ...]:
        found: dict[int, list[int]] = {number: [] for number in vector.features.tolist()}
        pairs = [*sources(known_runs), *sources(reading.runs)]
        pairs += [
            (thing, at)
            for thing, name in reading.named
            for at, word in enumerate(typed)
            if word in name or name in word
        ]
        for feature, at in dict.fromkeys(pairs):
            number = self.space.numbers.get(feature)
            if number in found:
                found[number].append(at)
        return tuple(map(tuple, found.values()))

    def _instead(self, found: Sequence[str]) -> dict[str, str]:
        """The known word for each unknown one, the first dozen of them."""
        numbers = self.space.numbers
        strange = [run for run in found if run.isalpha() and not is_japanese(run) and stem(run) not in numbers]
        instead = {}
        for run in list(dict.fromkeys(strange))[:MOST_STRANGE]:
            if best := self._most_like(stem(run)):
                instead[run] = best
        return instead

    def _most_like(self, word: str) -> str | None:
        best, score = None, ALIKE
        for length in range(int(len(word) * ALIKE), int(len(word) * LONGER) + 1):
            found = process.extractOne(
                word, self.vocabulary.get(length, ()), scorer=OSA.normalized_similarity, score_cutoff=score
            )
            if found and (best is None or found[1] > score):
                best, score = found[0], found[1]
        return best


def _least(run: str) -> int:
    """How long a run is at least that is no little word."""
    if not is_japanese(run):
        return LEAST_LETTERS
    return LEAST_HIRAGANA if HIRAGANA.fullmatch(run) else LEAST_SIGNS
