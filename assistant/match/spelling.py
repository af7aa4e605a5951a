"""
Misspelt words of facts: months, things, what is said of them, and the names of options, read as they are meant.

Only a word that nothing here knows is read as another, and only as one that a slip of the fingers makes of it. Words
that deny, ask or bound are never put in its place, save for want of their apostrophe: *didnt*. What holds a figure is
never misspelt.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.vectors import Space
from assistant.match.words import Stems, is_japanese
from assistant.parsing.plain import LETTER

LATIN = r"a-z\u00df-\u024f"
WORD = re.compile(rf"(?<![{LATIN}0-9'])[{LATIN}]{{4,}}(?![{LATIN}0-9'])|[\u30a1-\u30fa\u30fc]{{4,}}")
KNOWN = re.compile(rf"{LETTER}{{4,}}|{WORD.pattern}")
"""A word in whatever letters: none that is known is read as another."""
SHORTENED = re.compile(rf"(?<![{LATIN}])[{LATIN}]+'[{LATIN}]+")
SHORTEST, LONG_NAME, LONG, LONGEST, VERY_LONG = 5, 6, 7, 9, 12
"""
Of words that are no names. Of longer ones also a consonant may be left out or one too many, a vowel be another; of long
names any letter be wrong, of very long ones two, and so of other words that are longer still.
"""
SOUNDED, DRAWN = frozenset("aeiou"), frozenset("\u30c3\u30f3\u30fc")
"""Vowels, and the signs of katakana that are easily left out."""
MARKS = re.compile("[\u3099\u309a]")
MOST = 12
Kept = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str], Mapping[str, str], Sequence[str]]


class Spelling(NamedTuple):
    """
    The words that may be misspelt, their stems, the names among them, all known words, the space of phrases; and words
    with an apostrophe by what they are without it. `written` are words of translations, and none is misspelt.
    """

    meant: Sequence[str]
    forms: frozenset[str]
    names: frozenset[str]
    known: frozenset[str]
    space: Space | None
    stems: Stems
    shortened: Mapping[str, str]
    written: frozenset[str]

    @classmethod
    def of(
        cls,
        meant: Iterable[str],
        names: Iterable[str],
        known: Iterable[str],
        space: Space | None,
        stems: Stems,
        particles: Iterable[str] = (),
        written: Iterable[str] = (),
    ) -> "Spelling":
        """
        From lines of words, folded; a name is all words of its line as one, where none is short: *lawnmower*. A word
        that ends with one of the `particles` may be another without its apostrophe.
        """
        meant, known, ends = list(meant), list(known), tuple(particles)
        short = {one.replace("'", ""): one for line in (*meant, *known) for one in SHORTENED.findall(line)}
        called = frozenset("".join(WORD.findall(line)) for line in names if not WORD.sub("", line).strip()) - {""}
        words = frozenset(word for line in meant for word in WORD.findall(line))
        long = {word for word in words if len(word) >= (LONG_NAME if is_japanese(word[0]) else SHORTEST)}
        found = sorted(called | long)
        every = called.union(*(KNOWN.findall(line) for line in (*meant, *known)))
        short = {bare: one for bare, one in short.items() if bare not in every and not one.endswith(ends)}
        ours = frozenset(word for text in written for word in KNOWN.findall(text)) - every - short.keys()
        return cls(found, frozenset(map(stems.of, found)), called, every, space, stems, short, ours)

    @classmethod
    def read(cls, kept: Kept, stems: Stems) -> "Spelling":
        """From what is kept of it."""
        meant, forms, names, known, shortened, ours = kept
        return cls(meant, frozenset(forms), frozenset(names), frozenset(known), None, stems, shortened, frozenset(ours))

    @property
    def kept(self) -> Kept:
        """It as JSON holds it, without the space and the stems."""
        known, ours = sorted(self.known), sorted(self.written)
        return self.meant, sorted(self.forms), sorted(self.names), known, self.shortened, ours

    def corrected(self, text: str) -> tuple[str, Sequence[int]]:
        """Folded text with the words that are meant, and for each sign of it where it stands in the text itself."""
        strange = [one for one in WORD.finditer(text) if one[0] not in self.known and one[0] not in self.written][:MOST]
        stems = {one[0]: self.stems.of(one[0]) for one in strange}
        used = self.space.numbers(stems.values()) if self.space and stems else {}
        instead = {
            word: self.shortened.get(word) or self._meant(word)
            for word, stem in stems.items()
            if word in self.shortened or stem not in used or stem in self.forms
        }
        parts, places, at = [], list(range(len(text))), 0
        for one in strange:
            if word := instead.get(one[0]):
                parts += [text[at : one.start()], word]
                at = one.end()
                first = sum(map(len, parts)) - len(word)
                places[first : first + len(one[0])] = [
                    min(one.start() + number, at - 1) if number < len(word) - 1 else at - 1
                    for number in range(len(word))
                ]
        return "".join([*parts, text[at:]]), places

    def _meant(self, word: str) -> str:
        if not is_japanese(word[0]) and SOUNDED.isdisjoint(word):
            short = [one for one in self.meant if one[0] + one[-1] == word[0] + word[-1] and _within(word, one)]
            return short[0] if len(short) == 1 else ""
        close = process.extract(word, self.meant, scorer=OSA.distance, score_cutoff=2, limit=None)
        found = [(distance, meant) for meant, distance, _ in close if self._slipped(word, meant, int(distance))]
        best = [meant for distance, meant in found if distance == min(found)[0]]
        return best[0] if len(best) == 1 else ""

    def _slipped(self, word: str, meant: str, distance: int) -> bool:
        """Not another form of the word, and not another word that happens to be near."""
        name = meant in self.names
        form = self.stems.of(word) == self.stems.of(meant) and (set(word) != set(meant) or meant.startswith(word))
        if word[0] != meant[0] or form or word.startswith(meant):
            return False
        if is_japanese(meant[0]):
            same = len(word) == len(meant) and (name or _unvoiced(word) == _unvoiced(meant))
            return distance == 1 and (same or bool(DRAWN & {*word} ^ DRAWN & {*meant}))
        if min(len(word), len(meant)) >= (LONG_NAME if name else VERY_LONG):
            return distance <= (1 if len(meant) < LONGEST else 2)
        other, left_out = set(word) - set(meant), set(meant) - set(word)
        slip = sorted(word) == sorted(meant) or (len(word) < len(meant) and (name or left_out <= SOUNDED))
        if min(len(word), len(meant)) >= LONG and not meant.startswith(word):
            slip = slip or len(word) != len(meant) or (other | left_out) <= SOUNDED
        return distance == 1 and slip and (name or len(word) >= SHORTEST)


def _unvoiced(word: str) -> str:
    """Kana without their marks: *ブ* and *プ* are taken for each other."""
    return MARKS.sub("", normalize("NFD", word))


def _within(short: str, word: str) -> bool:
    """Are these its letters in their order, as in *mgmt* for *management*?"""
    left = iter(word)
    return all(sign in left for sign in short)
