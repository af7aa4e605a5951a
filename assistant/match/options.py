"""
Wordings found in a text: which options it names.

A wording begins and ends where words do, and a longer one takes its stretch from shorter ones. A word of six letters
and more may be misspelt by one letter, of nine by two, every word of a wording for itself; what holds a figure may
not. Beside a negation, or where the text asks whether a thing is needed, nothing is stated.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.lexicon import Lexicon
from assistant.match.negation import asked, denied, negated
from assistant.match.wordings import DETERMINERS, IGNORED, Wording
from assistant.match.words import KANA_ALIKE, is_japanese, stem

KATAKANA = re.compile(r"[ァ-ヺー]")
WORD = re.compile(r"[a-z0-9']+")
NEAR_CUE = 12
ALONE_BEFORE, ALONE_BEHIND = re.compile(r"(?:^|[,;/、。|]) ?$"), re.compile(r" ?(?:$|[,;/、。|?])")
LISTED = re.compile(r"^[,、/] ?[\w-]+ ?(?:[,、/]|and |or )")
SHORTEST, LONG = 6, 9
ENDS = re.compile(r"[,;.?!。、]|\b(?:if|and|but|when)\b")


class Named(NamedTuple):
    """An option that a stretch of folded text names; `unsure` where the text denies it or asks about it."""

    fact: str
    option: str
    start: int
    end: int
    unsure: bool = False


def options_said(
    text: str, wordings: Sequence[Wording], cues: Mapping[str, Lexicon], words: Sequence[str]
) -> tuple[Named, ...]:
    """
    Every option that folded text names, for each fact of which it names just one; where it stands first.

    By wordings that count in the text, the cues of each fact, and the words of all wordings that may be misspelt
    (`misspellable`). Of a choice, what is denied leaves the others; of a yes-no nothing is left.
    """
    found: dict[str, list[Named]] = {}
    for named in (*_exact(text, wordings, cues), *_misspelt(text, wordings, cues, words)):
        found.setdefault(named.fact, []).append(named)
    single = (places for places in found.values() if _one(places))
    return tuple(min((p for p in places if not p.unsure), key=lambda place: place.start) for places in single)


def _one(places: Sequence[Named]) -> bool:
    """A denied option beside another one that is stated leaves no doubt, save between yes and no."""
    stated = {place.option for place in places if not place.unsure}
    denied = {place.option for place in places if place.unsure}
    return len(stated) == 1 and not denied & (stated | {"yes", "no"})


def misspellable(wordings: Iterable[Wording]) -> set[str]:
    """The words of wordings that are long enough to be misspelt, and hold no figure."""
    known = {word for wording in wordings for words in wording.words for word in words}
    return set(filter(_misspellable, known))


def _misspellable(word: str) -> bool:
    return len(word) >= SHORTEST and not any(sign.isdigit() for sign in word)


def _exact(text: str, wordings: Sequence[Wording], cues: Mapping[str, Lexicon]) -> Iterator[Named]:
    letters, places = _tightened(text)
    taken: dict[int, Wording] = {}
    for wording in wordings:
        for at in _starts(letters, wording.text):
            stretch = range(at, at + len(wording.text))
            start, end = places[at], _end(text, places[stretch[-1]] + 1)
            fresh = all(place not in taken or taken[place].text == wording.text for place in stretch)
            if fresh and _whole(text, start, end) and _counts(text, start, end, wording, cues):
                taken |= dict.fromkeys(stretch, wording)
                yield _named(text, start, end, wording)


def _misspelt(
    text: str, wordings: Sequence[Wording], cues: Mapping[str, Lexicon], known: Sequence[str]
) -> Iterator[Named]:
    here = [(w[0], w.start(), w.end()) for w in WORD.finditer(text) if w[0] not in DETERMINERS]
    alike = {word: _alike(word, known) for word, _, _ in here if _misspellable(word) and word not in known}
    close = frozenset().union(*alike.values())
    for wording in wordings if close else ():
        for meant in wording.words:
            for at in range(len(here) - len(meant) + 1) if not close.isdisjoint(meant) else ():
                stretch = here[at : at + len(meant)]
                pairs = ((word, one) for (word, _, _), one in zip(stretch, meant, strict=True))
                if all(word == one or one in alike.get(word, ()) for word, one in pairs):
                    start, end = stretch[0][1], stretch[-1][2]
                    if _counts(text, start, end, wording, cues):
                        yield _named(text, start, end, wording)


def _alike(word: str, known: Sequence[str]) -> frozenset[str]:
    """Those of the known words that this one may be a misspelling of: not another tense of them."""
    close = process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=None)
    return frozenset(
        meant
        for meant, distance, _ in close
        if distance <= (1 if len(meant) < LONG else 2)
        if not ((word.endswith("ed") or meant.endswith("ed")) and stem(word) == stem(meant))
    )


def _named(text: str, start: int, end: int, wording: Wording) -> Named:
    if wording.yes_no and asked(text, start, end):
        return Named(wording.fact, wording.option, start, end, unsure=True)
    if wording.yes_no and wording.option == "yes" and denied(text, start, end):
        return Named(wording.fact, "no", start, end)
    return Named(wording.fact, wording.option, start, end, negated(text, start, end))


def _tightened(text: str) -> tuple[str, list[int]]:
    ignored = {at for found in IGNORED.finditer(text) for at in range(found.start(), found.end())}
    places = [at for at in range(len(text)) if at not in ignored]
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


def _counts(text: str, start: int, end: int, wording: Wording, cues: Mapping[str, Lexicon]) -> bool:
    """A wording that needs a cue counts beside one, or where it stands alone."""
    if not wording.cued:
        return True
    before, behind = text[max(0, start - NEAR_CUE) : start], text[end : end + NEAR_CUE]
    alone = ALONE_BEFORE.search(text[:start]) and ALONE_BEHIND.match(text[end:]) and not LISTED.search(text[end:])
    beside = (ENDS.split(before)[-1], ENDS.split(behind)[0])
    return bool(alone or any(any(cues[wording.fact].spans(side)) for side in beside))
