"""Folding of typed text: width, letter case, dashes and blanks do not count; numerals may be kanji or words."""

import re
import unicodedata

CUT = 100
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-"))
LONG_VOWEL_AS_DASH = re.compile(r"(?<=[0-9])ー(?=[0-9])")
OTHER_FIGURES = ("<super>", "<sub>", "<fraction>", "<circle>")
KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
KANJI = "".join(KANJI_DIGITS) + "十百千"
_DIGIT = "[一二三四五六七八九]"
IN_TENS = re.compile(rf"(?:({_DIGIT}?)(千))?(?:({_DIGIT}?)(百))?(?:({_DIGIT}?)(十))?({_DIGIT}?)")
WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}


def plain(text: str, cut: int = CUT) -> str:
    """
    The text, cut, in NFKC and case folded, with one kind of dash and single blanks.

    Raised, lowered, circled figures and fractions become U+FFFD: folding would turn 10² into 102.
    """
    other = (ord(sign) for sign in set(text[:cut]) if unicodedata.decomposition(sign).startswith(OTHER_FIGURES))
    kept = text[:cut].translate(dict.fromkeys(other, "\ufffd"))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", kept).casefold()).translate(DASHES)
    return " ".join(LONG_VOWEL_AS_DASH.sub("-", folded).split())


def squeezed(text: str) -> str:
    """Folded text without blanks, hyphens, underscores and slashes."""
    return re.sub(r"[\s_/-]+", "", text)


def whole(text: str) -> int | None:
    """A whole number in digits, kanji (十二, 二〇二六) or an English word up to twenty; `None` for anything else."""
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    if text in WORDS:
        return WORDS[text]
    if len(text) > 1 and all(sign in KANJI_DIGITS for sign in text):
        return int("".join(str(KANJI_DIGITS[sign]) for sign in text[:9]))
    if text in ("〇", "零"):
        return 0
    found = IN_TENS.fullmatch(text)
    return _added(found) if text and found else None


def _added(found: re.Match[str]) -> int:
    sums = ((1, 2, 1000), (3, 4, 100), (5, 6, 10))
    large = sum((KANJI_DIGITS[found[digit]] if found[digit] else 1) * unit for digit, sign, unit in sums if found[sign])
    return large + (KANJI_DIGITS[found[7]] if found[7] else 0)
