"""
Misspelt words of facts: months, things, and what is said of them, read as they are meant.

Only a word that nothing here knows is read as another, and only as one that a slip of the fingers makes of it. Words
that deny, ask or bound are never put in its place, nor are the names of options, which have limits of their own.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.vectors import Space
from assistant.match.words import Stems

WORD = re.compile(r"[a-z]{5,}")
LONG, LONGEST = 7, 9
"""From so many letters on any one of them may be wrong, and two of them."""
SOUNDED = frozenset("aeiou")
MOST = 12


class Spelling(NamedTuple):
    """The words that may be misspelt, those that are known besides, and the space of all phrases."""

    meant: Sequence[str]
    known: frozenset[str]
    space: Space | None
    stems: Stems

    @classmethod
    def of(cls, meant: Iterable[str], known: Iterable[str], space: Space | None, stems: Stems) -> "Spelling":
        """From lines of words, folded."""
        words = frozenset(word for line in meant for word in WORD.findall(line))
        others = frozenset(word for line in known for word in WORD.findall(line))
        return cls(sorted(words), words | others, space, stems)

    def corrected(self, text: str) -> tuple[str, Sequence[int]]:
        """Folded text with the words that are meant, and for each sign of it where it stands in the text itself."""
        strange = [one for one in WORD.finditer(text) if one[0] not in self.known][:MOST]
        stems = {one[0]: self.stems.of(one[0]) for one in strange}
        used = self.space.numbers(stems.values()) if self.space and stems else {}
        instead = {word: self._meant(word) for word, stem in stems.items() if stem not in used}
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
        close = process.extract(word, self.meant, scorer=OSA.distance, score_cutoff=2, limit=None)
        found = [(distance, meant) for meant, distance, _ in close if self._slipped(word, meant, int(distance))]
        best = [meant for distance, meant in found if distance == min(found)[0]]
        return best[0] if len(best) == 1 else ""

    def _slipped(self, word: str, meant: str, distance: int) -> bool:
        """Not another form of the word, and not another word that happens to be near."""
        if word[0] != meant[0] or self.stems.of(word) == self.stems.of(meant):
            return False
        if min(len(word), len(meant)) >= LONG:
            return distance <= (1 if len(meant) < LONGEST else 2)
        moved = sorted(word) == sorted(meant)
        left_out = set(meant) - set(word) if len(word) == len(meant) - 1 else None
        return distance == 1 and (moved or (left_out is not None and left_out <= SOUNDED))
