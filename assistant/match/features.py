"""
From text to a vector: what is read for each word, known or not.

A word that no phrase has is read as the known word most like it (rapidfuzz, optimal string alignment), where one is
like enough; it counts as the known word, and its letters as they stand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.terms import HIRAGANA, Terms
from assistant.match.vectors import Space, Vector, damped
from assistant.match.words import RUN, STRETCH, Cut, Stems, cut, folded, is_japanese, runs, tokens

ALIKE = 0.74
MOST_STRANGE = 12
NAMED = 2
"""A name has so many words at most."""
SHORT_CODE = 3
LONGER = 1 / ALIKE
LEAST_LETTERS, LEAST_SIGNS, LEAST_HIRAGANA = 3, 2, 4
"""Of a word, of a Japanese stretch, of hiragana alone. Shorter ones are little words: or, is, はい, いつ, いいえ."""


@dataclass(frozen=True, slots=True)
class Features:
    """Folded text cut into runs, kana taken for kanji, with the things that it names by any of their names."""

    runs: tuple[str, ...]
    kana: Mapping[str, str]
    named: tuple[tuple[str, str], ...]
    stems: Stems

    @classmethod
    def of(cls, text: str, terms: Terms) -> "Features":
        """The first 500 characters."""
        read, kana = terms.read(folded(text))
        return cls(tuple(runs(read)), kana, tuple(terms.named(read)), terms.stems)

    @property
    def cuts(self) -> tuple[list[str], list[str]]:
        """The fine cut, with things named, and the coarse one."""
        made = cut(self.runs, self.stems)
        return [*made.fine, *dict.fromkeys(thing for thing, _ in self.named)], made.coarse

    @property
    def compared(self) -> str:
        """The words in Latin letters in sorted order, as wording is compared."""
        return " ".join(sorted(run for run in self.runs if not is_japanese(run)))

    @property
    def words(self) -> list[str]:
        """The stems of words in Latin letters."""
        return [self.stems.of(run) for run in self.runs if not is_japanese(run)]


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
    name: str
    """The feature of all that it says, where that is one word, two beside each other, or a stretch of one script."""


@dataclass(frozen=True, slots=True)
class Reader:
    """
    Reads questions in one space. `vocabulary` holds the known words in Latin letters by their length, sorted; `other`
    are the stems of words that no phrase has and that are known all the same.
    """

    space: Space
    terms: Terms
    vocabulary: Mapping[int, Sequence[str]]
    other: frozenset[str] = frozenset()

    def read(self, text: str) -> Question:
        """The question as it counts."""
        typed = self._without_codes(Features.of(text, self.terms))
        instead = self._instead(typed.runs)
        meant = [instead.get(run, run) for run in typed.runs]
        cuts = [cut(found, typed.stems) for found in ((meant, typed.runs) if instead else (meant,))]
        known, letters = [*cuts[0].fine, *dict.fromkeys(thing for thing, _ in typed.named)], cuts[-1].coarse
        strange = [typed.stems.of(run) for run in typed.runs if run not in instead and not is_japanese(run)]
        strange += [feature for feature, _ in cuts[-1].japanese]
        numbers = self.space.numbers((*known, *letters, *strange))
        found = damped(feature for feature in known if feature in numbers)
        unread = {feature: 1.0 for feature in strange if feature not in numbers}
        vector = self.space.vector((found | unread, damped(letters)), numbers)
        words = tokens(typed.runs)
        return Question(
            vector,
            tuple(typed.kana.get(word, word) for word in words),
            tuple(tokens(meant)),
            typed.compared,
            _origins(vector, numbers, typed, cuts, words),
            any(len(run) >= _least(run) for run in typed.runs),
            self._name(meant),
        )

    def knowing(self, words: Iterable[str]) -> "Reader":
        """It with words that are taken for no other."""
        return replace(self, other=self.other.union(map(self.terms.stems.of, words)))

    def _name(self, runs: Sequence[str]) -> str:
        if len(runs) == 1 and is_japanese(runs[0]):
            return STRETCH + runs[0]
        words = [self.terms.stems.of(run) for run in runs]
        return "".join(words) if len(words) <= NAMED and not any(map(is_japanese, words)) else ""

    def respelt(self, text: str) -> str:
        """Folded text with known words for those that no phrase has."""
        read = folded(text)
        instead = self._instead(runs(read))
        return RUN.sub(lambda run: instead.get(run[0], run[0]), read) if instead else read

    def _without_codes(self, typed: Features) -> Features:
        """
        Without what holds figures and stands in no phrase, also in groups of three, such as numbers of telephones that
        are not ours, beside other words: numbers of parts and orders are not what is asked.
        """
        codes = [run for run in typed.runs if len(run) >= SHORT_CODE and sum(map(str.isdigit, run)) > 1]
        known = self.space.numbers(codes)
        strange = {run for run in codes if len(run) > SHORT_CODE and run not in known}
        if not all(map(str.isdigit, typed.runs)):
            beside = (pair for pair in pairwise(typed.runs) if all(len(one) >= SHORT_CODE for one in pair))
            strange |= {one for pair in beside if all(map(str.isdigit, pair)) for one in pair if one not in known}
        return replace(typed, runs=tuple(run for run in typed.runs if run not in strange)) if strange else typed

    def _instead(self, found: Sequence[str]) -> dict[str, str]:
        """The known word for each unknown one, the first dozen of them."""
        words = {run: self.terms.stems.of(run) for run in found if run.isalpha() and not is_japanese(run)}
        numbers = self.space.numbers(words.values())
        strange = [run for run, word in words.items() if word not in numbers and word not in self.other][:MOST_STRANGE]
        return {run: best for run in strange if (best := self.most_like(words[run]))}

    def most_like(self, word: str) -> str | None:
        """The known word most like a stem, where one is like enough."""
        best, score = None, ALIKE
        for length in range(int(len(word) * ALIKE), int(len(word) * LONGER) + 1):
            found = process.extractOne(
                word, self.vocabulary.get(length, ()), scorer=OSA.normalized_similarity, score_cutoff=score
            )
            if found and (best is None or found[1] > score):
                best, score = found[0], found[1]
        return best


def _origins(
    vector: Vector, numbers: Mapping[str, int], typed: Features, cuts: Iterable[Cut], words: Sequence[str]
) -> tuple[tuple[int, ...], ...]:
    found: dict[int, tuple[int, ...]] = dict.fromkeys(vector.features, ())
    things = [
        (thing, [at for at, word in enumerate(words) if word in name or name in word]) for thing, name in typed.named
    ]
    for feature, places in chain(things, *(part for made in cuts for part in made)):
        if (number := numbers.get(feature)) in found:
            held = found[number]
            found[number] = tuple(dict.fromkeys((*held, *places))) if held or len(places) > 1 else tuple(places)
    return tuple(found.values())


def _least(run: str) -> int:
    """How long a run is at least that is no little word."""
    if not is_japanese(run):
        return LEAST_LETTERS
    return LEAST_HIRAGANA if HIRAGANA.fullmatch(run) else LEAST_SIGNS
