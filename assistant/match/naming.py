"""
Wordings found in a text: which options it names.

A wording begins and ends where words do, and a longer one takes its stretch from shorter ones. A word of six letters
and more may be misspelt by one letter, of nine by two, every word of a wording for itself; what holds a figure may
not. Beside a negation, or where the text asks whether a thing is needed, nothing is stated.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.match.cues import cue_pattern
from assistant.match.wordings import DETERMINERS, IGNORED, Wording
from assistant.match.words import KANA_ALIKE, is_japanese, stem

KATAKANA = re.compile(r"[ァ-ヺー]")
WORD = re.compile(r"[a-z0-9']+")
NEAR_CUE = 12
ALONE_BEFORE, ALONE_BEHIND = re.compile(r"(?:^|[,;/、。|]) ?$"), re.compile(r" ?(?:$|[,;/、。|?])")
LISTED = re.compile(r"^[,、/] ?[\w-]+ ?(?:[,、/]|and |or )")
SHORTEST, LONG = 6, 9
_ON = r"(?!(?:if|for|with|without|when|since|because|as|while|and|but|on|at|from)\b)[\w'-]+ "
NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|no|never|without|except|nor|unlike|neither|cannot|dont|doesnt|isnt|instead of|than)"
    rf"|n't) (?:{_ON}){{0,3}}$"
)
NEGATED_BEHIND = re.compile(
    r"(?:では|じゃ|で|とは|は|が|も|に|を)*(?:な[いくか]|無[いく]|ありませ|ございませ)|以外|より|を除|にはなって(?:い?な|い?ませ)"
    r"|(?:は|も)(?:問題な|大丈夫|正常)"
    r"|(?:'?s| is| are| was| looks?| seems?) (?:all )?(?:fine|ok|okay|good|right|not the (?:problem|issue|cause))\b"
)
ASKED_WHOLE = (
    re.compile(
        r"(?:^|[,;.?!] )(?:so )?(?:is|are|was) (?!there)(?:the|my|our|your|this|that|it|they|these|a) (?:[\w-]+ ){0,2}$"
    ),
    re.compile(r" ?(?:still )?(?:$|[?.]|,? or )"),
)
DENIED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were) (?:not|no longer)|\b(?:is|are|was|were)n't|, not) (?:yet |been )?$"
)
DENIED_BEHIND = re.compile(r"(?:では|じゃ)(?:な[いく](?!と|て)|ありませ|なかった)")
ENDS = re.compile(r"[,;.?!。、]|\b(?:if|and|but|when)\b")
ASKED_BEFORE = re.compile(
    r"\b(?:(?:do|does|did|why|when|will|would) (?:the |my |our |a )?[\w']+ (?:still |really |also )?"
    rf"(?:need|require|have to)|must|should|needs?|have to|has to|required?|necessary)(?: to)? (?:{_ON}){{0,3}}$"
    rf"|\b(?:do|does|counts?|accepted|valid|enough|serves?) as (?:{_ON}){{0,2}}$"
    rf"|\b(?:know|check|tell|see|find out|sure|ask) if (?:{_ON}){{0,4}}$"
    rf"|\b(?:whether|with or) (?:{_ON}){{0,4}}$"
)
ASKED_BEHIND = re.compile(
    r" ?(?:still )?(?:(?:is|are|be|really) )*(?:needed|required|necessary|mandatory|compulsory|a must|or not)\b"
    r"|(?:である|[がはもをでにの])*(?:必要|要[りるし]|いります|いりませ|いるか|いるの|いる\?|不可欠|必須|条件|なければ|ないと|でないと|じゃないと)"
    r"|いと|と[^、。]{0,10}(?:ませんか|だめ|ダメ|いけ|なり)|ければ|くては|[がはもをで]*(?:である|です|でしょう|なの|の|ある|あり|い)*(?:ます)?(?:か(?:どうか|否か|\?|$|、|。|確認)|の有無)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An option that a stretch of folded text names; `unsure` where the text denies it or asks about it."""

    fact: str
    option: str
    start: int
    end: int
    unsure: bool = False


def options_said(text: str, wordings: Sequence[Wording]) -> tuple[Named, ...]:
    """
    Every option that folded text names, for each fact of which it names just one; where it stands first.

    Of a choice, what is denied leaves the others; of a yes-no nothing is left.
    """
    found: dict[str, list[Named]] = {}
    for named in (*_exact(text, wordings), *_misspelt(text, wordings)):
        found.setdefault(named.fact, []).append(named)
    single = (places for places in found.values() if _one(places))
    return tuple(min((p for p in places if not p.unsure), key=lambda place: place.start) for places in single)


def _one(places: Sequence[Named]) -> bool:
    """A denied option beside another one that is stated leaves no doubt, save between yes and no."""
    stated = {place.option for place in places if not place.unsure}
    denied = {place.option for place in places if place.unsure}
    return len(stated) == 1 and not denied & (stated | {"yes", "no"})


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
    known = {word for wording in wordings for words in wording.words for word in words}
    here = [(w[0], w.start(), w.end()) for w in WORD.finditer(text) if w[0] not in DETERMINERS]
    alike = {word: _alike(word, known) for word, _, _ in here if word not in known}
    close = frozenset().union(*alike.values())
    for wording in wordings if close else ():
        for meant in wording.words:
            for at in range(len(here) - len(meant) + 1) if not close.isdisjoint(meant) else ():
                stretch = here[at : at + len(meant)]
                if all(
                    word == one or one in alike.get(word, ()) for (word, _, _), one in zip(stretch, meant, strict=True)
                ):
                    start, end = stretch[0][1], stretch[-1][2]
                    if _beside_cue(text, start, end, wording):
                        yield _named(text, start, end, wording)


def _alike(word: str, known: set[str]) -> frozenset[str]:
    """Those of the known words that this one may be a misspelling of: not another tense of them."""
    if len(word) < SHORTEST or _figured(word):
        return frozenset()
    close = process.extract(word, sorted(known), scorer=OSA.distance, score_cutoff=2, limit=None)
    return frozenset(
        meant
        for meant, distance, _ in close
        if len(meant) >= SHORTEST and distance <= (1 if len(meant) < LONG else 2) and not _figured(meant)
        if not ((word.endswith("ed") or meant.endswith("ed")) and stem(word) == stem(meant))
    )


def _figured(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _named(text: str, start: int, end: int, wording: Wording) -> Named:
    if wording.yes_no and _asked(text, start, end):
        return Named(wording.fact, wording.option, start, end, unsure=True)
    if wording.yes_no and wording.option == "yes" and _denied(text, start, end):
        return Named(wording.fact, "no", start, end)
    return Named(wording.fact, wording.option, start, end, _negated(text, start, end))


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


def _beside_cue(text: str, start: int, end: int, wording: Wording) -> bool:
    pattern = cue_pattern(wording.cues)
    if pattern is None:
        return True
    before, behind = text[max(0, start - NEAR_CUE) : start], text[end : end + NEAR_CUE]
    alone = ALONE_BEFORE.search(text[:start]) and ALONE_BEHIND.match(text[end:]) and not LISTED.search(text[end:])
    return bool(alone or pattern.search(ENDS.split(before)[-1]) or pattern.search(ENDS.split(behind)[0]))


def _negated(text: str, start: int, end: int) -> bool:
    return bool(NEGATED_BEFORE.search(text[:start]) or NEGATED_BEHIND.match(text[end:]))


def _denied(text: str, start: int, end: int) -> bool:
    """Does a negation stand right beside it, so that there is no doubt what it denies?"""
    return bool(DENIED_BEFORE.search(text[:start]) or DENIED_BEHIND.match(text[end:]))


def _asked(text: str, start: int, end: int) -> bool:
    before, behind = text[:start], text[end:]
    whole = ASKED_WHOLE[0].search(before) and ASKED_WHOLE[1].match(behind)
    return bool(whole or ASKED_BEFORE.search(before) or ASKED_BEHIND.match(behind))
