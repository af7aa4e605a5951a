"""Folding of typed text: width, letter case, dashes, apostrophes and blanks do not count."""

import re
import unicodedata
from collections.abc import Iterable

CUT = 100
KATAKANA = "\u30a1-\u30fa\u30fc"
JAPANESE = f"\u3005-\u3007\u3041-\u3096{KATAKANA}\u3400-\u9fff"
LETTER = rf"[^\W_{JAPANESE}]"
"""A letter or figure of a script with blanks between words."""
IS_JAPANESE = re.compile(f"[{JAPANESE}]")
OPENING = "\u00bf\u00a1"
"""Signs before the first word of a question, and of a call, where a language marks where they begin."""
LISTING = "\u3001"
"""The comma of Japanese, between the items of a list too."""
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63", "-"))
# The ten digits of a script stand beside each other, so that one of every ten signs finds them.
TENTHS = filter(str.isdecimal, map(chr, range(0x0660, 0xAC00, 10)))
DIGITS = {ord(one) - unicodedata.decimal(one) + digit: f"{digit}" for one in TENTHS for digit in range(10)}
"""The digits of every script that a language is written in."""
APOSTROPHES = str.maketrans(dict.fromkeys("\u0060\u00b4\u02bc\u2018\u2019", "'"))
"""Telephones write the curved ones by themselves."""
SAME = DASHES | DIGITS
LONG_VOWEL_AS_DASH = re.compile(r"(?<=[0-9])\u30fc(?=[0-9])")
OTHER_FIGURES = ("<super>", "<sub>", "<fraction>", "<circle>")
PARTS = {"1/2": ".5", "1/4": ".25", "3/4": ".75", "½": ".5", "¼": ".25", "¾": ".75"}
MIXED = re.compile(r"(?<![\w.,:/-])(\d{1,3}) (1/2|[13]/4)(?![\w/])|(?:(\d) ?)?([½¼¾])")
"""A number with a part of one behind it, or a part alone in one sign: *1/2* alone may be a day."""


def plain(text: str, cut: int = CUT) -> str:
    """
    The text, cut, in NFKC and case folded, with one kind of dash, one of apostrophe, and single blanks.

    Halves and quarters are decimals; raised, lowered, circled figures and other fractions become U+FFFD: folding would
    turn 10² into 102.
    """
    text = decimals(text)
    if text.isascii():
        return " ".join(text[:cut].lower().translate(APOSTROPHES).split())
    kept = text[:cut].translate(APOSTROPHES)
    if not unicodedata.is_normalized("NFKC", kept):
        other = (ord(sign) for sign in set(kept) if unicodedata.decomposition(sign).startswith(OTHER_FIGURES))
        kept = unicodedata.normalize("NFKC", kept.translate(dict.fromkeys(other, "\ufffd")))
    folded = unicodedata.normalize("NFKC", kept.casefold()).translate(SAME)
    return " ".join(LONG_VOWEL_AS_DASH.sub("-", folded).split())


def decimals(text: str) -> str:
    """The text with halves and quarters as decimals: *1½*, *1 1/2*."""
    mixed = "/" in text or not text.isascii()
    return MIXED.sub(lambda one: f"{one[1] or one[3] or 0}{PARTS[one[2] or one[4]]}", text) if mixed else text


def is_letter(sign: str) -> bool:
    """Is it a letter or figure of a script with blanks between words?"""
    return sign.isalnum() and not IS_JAPANESE.match(sign)


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Text without some stretches, its places kept."""
    for start, end in stretches:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def squeezed(text: str) -> str:
    """Folded text without blanks, hyphens, underscores and slashes."""
    return re.sub(r"[\s_/-]+", "", text)
