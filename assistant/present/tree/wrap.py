"""
Breaks a sentence into lines where nothing else will: inside a picture.

Widths are in em, by kind of letter, a little wider than common sans-serif fonts draw them. Japanese breaks after a
phrase, which mostly ends in hiragana or in a mark, and never leaves a closing mark or a small kana at a line's start.
"""

import unicodedata
from collections.abc import Iterator

NARROW, WIDE_LATIN = frozenset("iljtfrI.,:;'!|()[]’ "), frozenset("mwMW@%—")
NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮんン々”’),.:;!?]}%")
CLOSING = frozenset("、。・：；？！）］｝」』】〉》")
NOT_LAST = frozenset("（［｛「『【〈《“‘([{")
STEPS = 12


def width(text: str) -> float:
    """How wide a text is, in em."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.34
    return 0.92 if letter in WIDE_LATIN else 0.7 if letter.isupper() else 0.58


def lines(text: str, most: float) -> list[str]:
    """The text in as few lines as fit into `most` em, all about as long as each other."""
    best = _filled(text, most)
    shortest = most / 2
    for step in range(1, STEPS):
        tried = _filled(text, most - (most - shortest) * step / STEPS)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _filled(text: str, most: float) -> list[str]:
    found = [""]
    for phrase in _phrases(text):
        for piece in [phrase] if width(phrase.rstrip()) <= most else _letters(phrase):
            if found[-1] and width(found[-1] + piece.rstrip()) > most:
                found.append("")
            found[-1] += piece
    return [line.strip() for line in found]


def _phrases(text: str) -> Iterator[str]:
    """Pieces that stay together: a Latin word with the space after it, a Japanese phrase."""
    start = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if before == " " or (_breakable(before, after) and _ends(before) and not _hiragana(after)):
            yield text[start:place]
            start = place
    yield text[start:]


def _letters(phrase: str) -> Iterator[str]:
    """A phrase too long for a line, in its smallest pieces."""
    start = 0
    for place in range(1, len(phrase)):
        if phrase[place - 1] not in NOT_LAST and phrase[place] not in NOT_FIRST:
            yield phrase[start:place]
            start = place
    yield phrase[start:]


def _breakable(before: str, after: str) -> bool:
    japanese = {unicodedata.east_asian_width(letter) in "WF" for letter in (before, after)}
    return True in japanese and before not in NOT_LAST and after not in NOT_FIRST and after != " "


def _ends(letter: str) -> bool:
    return _hiragana(letter) or letter in CLOSING


def _hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u309f"
