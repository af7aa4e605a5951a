"""Folding of typed text: width, letter case, dashes and blanks do not count."""

import re
import unicodedata

CUT = 100
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-"))
LONG_VOWEL_AS_DASH = re.compile(r"(?<=[0-9])ー(?=[0-9])")
OTHER_FIGURES = ("<super>", "<sub>", "<fraction>", "<circle>")


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
