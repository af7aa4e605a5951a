"""
How questions and phrases are cut into features.

Words are folded in width and case, British and American spelling, and lightly stemmed; two neighbours also count as
one word, so that "swap out", "swap-out" and "swapout" meet. Japanese has no blanks and is cut into single signs and
pairs. A second, coarser cut forgives misspelling: groups of letters inside words, and Japanese with all kana alike.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.typed.plain import plain

CUT = 500
JAPANESE = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff"
RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+(?:'[^\W_{JAPANESE}]+)*")
IS_JAPANESE = re.compile(rf"[{JAPANESE}]")
KANA_ALIKE = {sign: sign - 0x60 for sign in range(ord("ァ"), ord("ヶ") + 1)}
ENDINGS = (
    (re.compile(r"'(?:s|ve|re|ll|d|m)?$"), ""),
    (re.compile(r"(?<=en)s(?=e[sd]?$|ing$)"), "c"),
    (re.compile(r"^program(?:me)?(s?)$"), r"program\1"),
    (re.compile(r"^cent(?:re|er)(s?)$"), r"center\1"),
    (re.compile(r"(?<=\w\w)is(?=e[sd]?$|ing$|ations?$)"), "iz"),
    (re.compile(r"(?<=\w\w)ies$"), "y"),
    (re.compile(r"(?<=\w\w)(?<![suio])s$"), ""),
    (re.compile(r"(?<=\w\w\w)(?:ing|ed)$"), ""),
    (re.compile(r"(?<=\w\w)([bdfgklmnprt])\1$"), r"\1"),
    (re.compile(r"(?<=\w\w\w)e$"), ""),
)


def folded(text: str) -> str:
    """The first 500 characters in the one form that everything here works on."""
    return plain(text, CUT)


def runs(text: str) -> list[str]:
    """The words of folded text, and its Japanese runs, in order."""
    return RUN.findall(text)


def is_japanese(run: str) -> bool:
    """Is it Japanese script?"""
    return bool(IS_JAPANESE.match(run))


def stem(word: str) -> str:
    """The word without its commonest endings; a word with a figure stays as it is."""
    if not word.isalpha() and "'" not in word:
        return word
    for ending, instead in ENDINGS:
        word = ending.sub(instead, word)
    return word


def grams(run: str, least: int, most: int) -> list[str]:
    """Every stretch of `least` to `most` signs."""
    return [run[at : at + size] for size in range(least, most + 1) for at in range(len(run) - size + 1)]


def fine(found: Sequence[str]) -> list[str]:
    """Stems, neighbouring stems as one, and single and paired Japanese signs."""
    words = ["" if is_japanese(run) else stem(run) for run in found]
    pairs = [one + other for one, other in pairwise(words) if one and other]
    japanese = [gram for run in found if is_japanese(run) for gram in grams(run, 1, 2)]
    return [word for word in words if word] + pairs + japanese


def coarse(found: Sequence[str]) -> list[str]:
    """Groups of three and four letters inside words, and Japanese signs and pairs with all kana alike."""
    return [
        gram
        for run in found
        for gram in (grams(run.translate(KANA_ALIKE), 1, 2) if is_japanese(run) else grams(f" {run} ", 3, 4))
    ]
