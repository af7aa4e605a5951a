"""
Wordings found in a text: which options it names.

A wording begins and ends where words do, and a longer one takes its stretch from shorter ones. A word of six letters
and more may be misspelt by one letter, of nine by two, every word of a wording for itself; what holds a figure may
not. Beside a negation, or where the text asks whether a thing is needed, nothing is stated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.match.cues import cue_pattern
from assistant.match.wordings import IGNORED, Wording
from assistant.match.words import KANA_ALIKE, is_japanese

KATAKANA = re.compile(r"[ァ-ヺー]")
WORD = re.compile(r"[a-z0-9']+")
NEAR_CUE = 12
JOINED_FROM = 4
_ON = r"(?!(?:if|for|with|without|when|since|because|as|while|and|but)\b)[\w'-]+ "
NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|without|except|nor|unlike|neither|cannot|dont|doesnt|isnt|instead of|rather than|other than)"
    rf"|n't) (?:{_ON}){{0,2}}$"
)
NEGATED_BEHIND = re.compile(
    r"(?:では|じゃ|で|とは|は|が|も|に|を)*(?:な[いくか]|無[いく]|ありませ|ございませ)|以外|を除|にはなって(?:い?な|い?ませ)"
)
ENDS = re.compile(r"[,;.?!。、]|\b(?:if|and|but|when)\b")
ASKED_BEFORE = re.compile(
    rf"\b(?:(?:do|does|did|must|should|shall|why|will|would) (?:the |my |our |a )?[\w']+ (?:still |really |also )?"
    rf"(?:need|require|have to|be)|must|should|needs?|have to|has to|required?|necessary)(?: to)? (?:{_ON}){{0,3}}$"
    rf"|\b(?:whether|with or) (?:{_ON}){{0,4}}$"
)
ASKED_BEHIND = re.compile(
    r" ?(?:still )?(?:(?:is|are|be|really) )*(?:needed|required|necessary|mandatory|compulsory|a must|or not)\b"
    r"|[がはもをでに]*(?:必要|要[りるし]|いります|いりませ|いるか|いるの|いる\?|不可欠|必須|条件|なければ|ないと|でないと|じゃないと)"
    r"|[がはもをで]*(?:である|です|でしょう|なの|の|ある|あり|い)*(?:ます)?(?:か(?:どうか|否か|\?|$|、|。|確認)|の有無)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An option that a stretch of folded text names; `option` is empty where the text denies or asks about it."""

    fact: str
    option: str
    start: int
    end: int


def options_said(text: str, wordings: Sequence[Wording]) -> tuple[Named, ...]:
    """Every option that folded text names, for each fact of which it names just one; where it stands first."""
    found: dict[str, list[Named]] = {}
    for named in (*_exact(text, wordings), *_misspelt(text, wordings)):
        found.setdefault(named.fact, []).append(named)
    single = (places for places in found.values() if len({place.option for place in places}) == 1)
    return tuple(min(places, key=lambda place: place.start) for places in single if places[0].option)


def _exact(text: str, wordings: Sequence[Wording]) -> Iterator[Named]:
    letters, places = _tightened(text)
    taken: dict[int, Wording] = {}
    for wording in wordings:
        for at in _starts(letters, wording.text):
            stretch = range(at, at + len(wording.text))
            start, end = places[at], _end(text, places[stretch[-1]] + 1)
            fresh = all(place not in taken or taken[place].text == wording.text for place in stretch)
            if fresh and _whole(text, start, end) and _beside_cue(text, start, end, wording):
                taken |= dict.fromkeys(stretch, wording)
                yield _named(text, start, end, wording)


def _misspelt(text: str, wordings: Sequence[Wording]) -> Iterator[Named]:
    known = {word for wording in wordings for word in wording.words}
    words = [(found[0], found.start(), found.end()) for found in WORD.finditer(text)]
    strangers = [not _figured(word) and len(word) >= 6 and word not in known for word, _, _ in words]
    if not any(strangers):
        return
    for wording in wordings:
        for meant in _cuts(wording.words):
            for at in range(len(words) - len(meant) + 1):
                here = words[at : at + len(meant)]
                if all(map(_alike, (word for word, _, _ in here), meant)) and any(strangers[at : at + len(meant)]):
                    start, end = here[0][1], here[-1][2]
                    if _beside_cue(text, start, end, wording):
                        yield _named(text, start, end, wording)


def _cuts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words, and all of them written as one, save short ones: "I cancelled" is not "cancelled"."""
    if words:
        yield words
    if len(words) > 1 and all(len(word) >= JOINED_FROM for word in words):
        yield ("".join(words),)


def _alike(word: str, meant: str) -> bool:
    if word == meant:
        return True
    budget = 0 if len(meant) < 6 else 1 if len(meant) < 9 else 2
    return bool(budget) and not _figured(word + meant) and OSA.distance(word, meant, score_cutoff=budget) <= budget


def _figured(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _named(text: str, start: int, end: int, wording: Wording) -> Named:
    unsure = _negated(text, start, end) or (wording.yes_no and _asked(text, start, end))
    return Named(wording.fact, "" if unsure else wording.option, start, end)


def _tightened(text: str) -> tuple[str, list[int]]:
    places = [at for at, sign in enumerate(text) if not IGNORED.match(sign)]
    return "".join(text[at] for at in places).translate(KANA_ALIKE), places


def _starts(letters: str, wording: str) -> Iterator[int]:
    at = letters.find(wording)
    while at >= 0:
        yield at
        at = letters.find(wording, at + 1)


def _end(text: str, end: int) -> int:
    """Behind the long vowel that ends a word, or a plural's s."""
    if text[end : end + 1] == "ー":
        return end + 1
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum() and text[end - 1].isalnum()
    return end + 1 if plural and len(WORD.findall(text[:end])[-1]) > 2 else end


def _whole(text: str, start: int, end: int) -> bool:
    return not _continues(text[:start][-1:], text[start]) and not _continues(text[end : end + 1], text[end - 1])


def _continues(outer: str, inner: str) -> bool:
    if not outer:
        return False
    if KATAKANA.match(inner):
        return bool(KATAKANA.match(outer))
    return outer.isalnum() and inner.isalnum() and not is_japanese(outer) and not is_japanese(inner)


def _beside_cue(text: str, start: int, end: int, wording: Wording) -> bool:
    pattern = cue_pattern(wording.cues)
    if pattern is None:
        return True
    before, behind = text[max(0, start - NEAR_CUE) : start], text[end : end + NEAR_CUE]
    return bool(pattern.search(ENDS.split(before)[-1]) or pattern.search(ENDS.split(behind)[0]))


def _negated(text: str, start: int, end: int) -> bool:
    return bool(NEGATED_BEFORE.search(text[:start]) or NEGATED_BEHIND.match(text[end:]))


def _asked(text: str, start: int, end: int) -> bool:
    return bool(ASKED_BEFORE.search(text[:start]) or ASKED_BEHIND.match(text[end:]))
