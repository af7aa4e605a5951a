"""
How questions and phrases are cut into features.

Words are folded in width and case, British and American spelling, and lightly stemmed; two neighbours also count as
one word, so that "swap out", "swap-out" and "swapout" meet, and so do neighbours with small words between them.
Japanese has no blanks and is cut into single signs, pairs, and stretches of kanji or katakana; a single hiragana says
nothing. A second, coarser cut
forgives misspelling: groups of letters inside words, and Japanese with all kana alike.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from assistant.parsing.numerals import joined
from assistant.parsing.plain import IS_JAPANESE, JAPANESE, plain

CUT = 500
RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+(?:'[^\W_{JAPANESE}]+)*")
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
SCRIPTS = re.compile("[\u3041-\u3096]+|[\u30a1-\u30fa\u30fc]+|[\u3005-\u3007\u3400-\u9fff]+")
KANA_ALIKE = {sign: sign - 0x60 for sign in range(0x30A1, 0x30F7)}
COARSE = "~"
STRETCH = "#"
"""Mark a feature of the coarser cut, and a stretch of one script."""


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
        every = joined(words)
        return cls(*(every.get(path, ()) for path in ("stems.endings", "stems.little", "clauses.of_before")))

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


def fine(found: Sequence[str], stems: Stems) -> list[str]:
    """Stems, neighbouring stems as one; single and paired Japanese signs, and stretches of one script."""
    words = ["" if is_japanese(run) else stems.of(run) for run in found]
    japanese = [gram for run in found if is_japanese(run) for gram in (*_signs(run), *_stretches(run))]
    return [
        *filter(None, words),
        *dict.fromkeys(pair for pair, _ in _paired(words, range(len(words)), stems.little)),
        *japanese,
    ]


def coarse(found: Sequence[str]) -> list[str]:
    """Groups of three and four letters inside words, and Japanese signs and pairs with all kana alike; marked."""
    return [
        COARSE + gram
        for run in found
        for gram in (_signs(run.translate(KANA_ALIKE)) if is_japanese(run) else grams(f" {run} ", 3, 4))
    ]


def tokens(found: Sequence[str]) -> list[str]:
    """The words of an explanation: Latin words, and Japanese runs parted where the script changes."""
    return [token for run in found for token in (SCRIPTS.findall(run) if is_japanese(run) else (run,))]


def sources(found: Sequence[str], stems: Stems) -> Iterator[tuple[str, int]]:
    """Each feature of either cut with the number of a token that it comes from; a pair is given for each of its two."""
    at = 0
    words: list[str] = []
    places: list[int] = []
    for run in found:
        parts = SCRIPTS.findall(run) if is_japanese(run) else [run]
        owners = [at + number for number, part in enumerate(parts) for _ in part]
        if is_japanese(run):
            yield from ((STRETCH + part, at + number) for number, part in enumerate(parts))
            for cut, mark in ((run, ""), (run.translate(KANA_ALIKE), COARSE)):
                for size in (1, 2):
                    for start in range(len(run) - size + 1):
                        yield from ((mark + cut[start : start + size], owner) for owner in owners[start : start + size])
        else:
            yield stems.of(run), at
            yield from ((gram, at) for gram in coarse([run]))
        words.append("" if is_japanese(run) else stems.of(run))
        places.append(at)
        at += len(parts)
    yield from _paired(words, places, stems.little)


def _paired(words: Sequence[str], places: Iterable[int], little: Set[str]) -> Iterator[tuple[str, int]]:
    """Neighbours as one word, also with little words between them, once for the place of each of the two."""
    every = list(zip(words, places, strict=False))
    for row in (every, [pair for pair in every if pair[0] not in little]):
        for (one, at), (other, behind) in pairwise(row):
            if one and other:
                yield one + other, at
                yield one + other, behind


def _stretches(run: str) -> list[str]:
    """Kanji and katakana without a break, marked: what is mostly one word."""
    return [STRETCH + part for part in SCRIPTS.findall(run) if len(part) > 1 and not "\u3041" <= part[0] <= "\u3096"]


def _signs(run: str) -> list[str]:
    """Single signs but hiragana, and pairs."""
    return [sign for sign in run if not "\u3041" <= sign <= "\u3096"] + [one + other for one, other in pairwise(run)]
