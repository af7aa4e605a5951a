"""
How questions and phrases are cut into features.

Words are folded in width and case, British and American spelling, and lightly stemmed; two neighbours also count as
one word, so that "swap out", "swap-out" and "swapout" meet, and so do neighbours with small words between them.
Japanese has no blanks and is cut into single signs, pairs, and stretches of kanji or katakana; a single hiragana says
nothing. A second, coarser cut
forgives misspelling: groups of letters inside words, and Japanese with all kana alike.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from assistant.parsing.lines import words_of
from assistant.parsing.numerals import without_language
from assistant.parsing.plain import IS_JAPANESE, JAPANESE, plain

CUT = 500
RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+(?:'[^\W_{JAPANESE}]+)*")
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
SCRIPTS = re.compile("[\u3041-\u3096]+|[\u30a1-\u30fa\u30fc]+|[\u3005-\u3007\u3400-\u9fff]+")
KANA_ALIKE = {sign: sign - 0x60 for sign in range(0x30A1, 0x30F7)}
COARSE = "~"
STRETCH = "#"
"""Mark a feature of the coarser cut, and a stretch of one script."""
Source = tuple[str, Sequence[int]]
"""A feature, and the numbers of the tokens that it comes from."""


class Stems:
    """
    Words without their commonest endings, by the `stems` of some grammars (`parsing.grammar`).

    `little` are words that do not count between two others; `owning` stand between an owner and what is owned.
    """

    def __init__(self, endings: Sequence[str] = (), little: Iterable[str] = (), owning: Sequence[str] = ()) -> None:
        self.written, self.little = (list(endings), sorted(little), list(owning)), frozenset(little)
        self.owning = tuple(owning)
        self._steps = [_step(line) for line in endings]
        self.of = lru_cache(20_000)(self._of)

    @classmethod
    def by(cls, words: Mapping[str, Sequence[str]]) -> "Stems":
        """From the words of all languages by their path (`parsing.grammar.joined`)."""
        every = without_language(words)
        return cls(*(words_of(every, path) for path in ("stems.endings", "stems.little", "clauses.of_before")))

    def _of(self, word: str) -> str:
        """The word without its endings, one of each step; a word with a figure stays as it is."""
        if not word.isalpha() and "'" not in word:
            return word
        for pattern, instead in self._steps:
            if found := pattern.search(word):
                word = word[: found.start()] + instead[found[0]]
        return word


def _step(line: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One step of endings, the longest first: the pattern of all, and what stands in the place of each."""
    pairs = [[part.strip() for part in one.split(">")] for one in line.split(",")]
    instead = {ending.lstrip(".^"): new for ending, new in pairs}
    ways = sorted((ending for ending, _ in pairs), key=lambda ending: -len(ending.lstrip(".^")))
    return re.compile("|".join(map(_ending, ways))), instead


def _ending(written: str) -> str:
    ending = written.lstrip(".^")
    letters = r"\w" * (len(written) - len(ending))
    before = "^" if written.startswith("^") else f"(?<={letters})"
    return f"{before}{re.escape(ending)}$"


def folded(text: str) -> str:
    """The first 500 characters in the one form that everything here works on."""
    return plain(text, CUT)[:CUT]


def runs(text: str) -> list[str]:
    """The words of folded text, and its Japanese runs, in order."""
    return RUN.findall(text)


def has_japanese(feature: str) -> bool:
    """Does any Japanese sign stand in it?"""
    return not feature.isascii() and bool(IS_JAPANESE.search(feature))


def is_japanese(run: str) -> bool:
    """Is it Japanese script?"""
    return bool(IS_JAPANESE.match(run))


def grams(run: str, least: int, most: int) -> list[str]:
    """Every stretch of `least` to `most` signs."""
    return [run[at : at + size] for size in range(least, most + 1) for at in range(len(run) - size + 1)]


def tokens(found: Sequence[str]) -> list[str]:
    """The words of an explanation: Latin words, and Japanese runs parted where the script changes."""
    return [token for run in found for token in (SCRIPTS.findall(run) if is_japanese(run) else (run,))]


class Cut(NamedTuple):
    """
    Runs cut into features, each as often as it stands there, with the numbers of the tokens that it comes from: stems,
    neighbours as one, Japanese, and those of the coarser cut.
    """

    stems: Sequence[Source]
    pairs: Sequence[Source]
    japanese: Sequence[Source]
    marked: Sequence[Source]

    @property
    def fine(self) -> list[str]:
        """Stems, neighbouring stems as one; single and paired Japanese signs, and stretches of one script."""
        return [feature for feature, _ in (*self.stems, *self.pairs, *self.japanese)]

    @property
    def coarse(self) -> list[str]:
        """Groups of three and four letters inside words, and Japanese signs and pairs with all kana alike; marked."""
        return [feature for feature, _ in self.marked]


def cut(found: Sequence[str], stems: Stems) -> Cut:
    """Runs cut into the features of both cuts."""
    words: list[tuple[str, int]] = []
    japanese: list[Source] = []
    marked: list[Source] = []
    at = 0
    for run in found:
        parts = SCRIPTS.findall(run) if is_japanese(run) else [run]
        if is_japanese(run):
            owners = [at + number for number, part in enumerate(parts) for _ in part]
            japanese += _signs(run, owners)
            # Kanji or katakana without a break are mostly one word.
            whole = ((n, part) for n, part in enumerate(parts) if len(part) > 1 and not "\u3041" <= part[0] <= "\u3096")
            japanese += [(STRETCH + part, (at + n,)) for n, part in whole]
            marked += [(COARSE + sign, of) for sign, of in _signs(run.translate(KANA_ALIKE), owners)]
            words.append(("", at))
        else:
            words.append((stems.of(run), at))
            marked += [(COARSE + gram, (at,)) for gram in grams(f" {run} ", 3, 4)]
        at += len(parts)
    pairs = list(_paired(words, stems.little).items())
    return Cut([(word, (at,)) for word, at in words if word], pairs, japanese, marked)


def _paired(words: Sequence[tuple[str, int]], little: Set[str]) -> dict[str, list[int]]:
    """Neighbours as one word, also with little words between them, each once, with the places of all."""
    found: dict[str, list[int]] = {}
    for row in (words, [pair for pair in words if pair[0] not in little]):
        for (one, at), (other, behind) in pairwise(row):
            if one and other:
                found.setdefault(one + other, []).extend((at, behind))
    return found


def _signs(run: str, owners: Sequence[int]) -> list[Source]:
    """Single signs but hiragana, and pairs."""
    single: list[Source] = [
        (sign, (owner,)) for sign, owner in zip(run, owners, strict=True) if not "\u3041" <= sign <= "\u3096"
    ]
    return [*single, *zip(map(add, run, run[1:]), pairwise(owners), strict=True)]
