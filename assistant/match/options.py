"""
Wordings found in a text: which options it names, and whether it simply says so.

A wording begins and ends where words do, and a longer one takes its stretch from shorter ones. Misspelt words have been
read as they are meant (`match.spelling`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from assistant.match.denials import denied
from assistant.match.lexicon import Lexicon
from assistant.match.markers import SHORT, Marked
from assistant.match.ranges import in_code, in_name
from assistant.match.reach import doubted, named
from assistant.match.understanding import Said
from assistant.match.wordings import Ignored, Wording, written
from assistant.match.words import KANA_ALIKE, KATAKANA, is_japanese
from assistant.parsing.plain import JAPANESE

WORD = re.compile(r"[a-z0-9']+")
CODE_NAME = re.compile(r"(?<![a-z0-9])[a-z]{2,}[ -]?[0-9]{3,}(?=s?(?![a-z0-9]))")
FIGURE = re.compile("[0-9]")
NEAR_CUE = 12
MOST_NAMED = 24
"""A text that names more options is no question; the others do not count."""
OPPOSITE = {"yes": "no", "no": "yes"}
COUNTED = re.compile(rf"[0-9]{{1,2}}(?=[{JAPANESE}])")
"""Right behind a name, how many of it there are: *BCT2台*."""
OTHER_FIGURES = re.compile(r"\s?/?\s?[a-z]{0,4}[0-9]{3}")
"""Behind a name with a figure, or a word that joins it: the second half of two names, *SV9300/9500*."""


def options_said(
    marked: Marked, rest: str, typed: str, wordings: Sequence[Wording], cues: Mapping[str, Lexicon], ignored: Ignored,
    framed: Sequence[Said], sought: Collection[str] = (),
) -> Iterator[Said]:  # fmt: skip
    """
    Every option that folded text names; of those in `rest`, where days and times are blanked out; `typed` is all of it.

    By wordings that count in the text, and the cues of each fact. `framed` is what frames have read, `sought` the facts
    that are asked about.
    """
    codes = {found[0].replace(" ", "").replace("-", "") for found in CODE_NAME.finditer(rest)}
    others = set(map(_shape, codes.difference(one.text for one in wordings)))  # of *SV8100*, where *SV9100* is one
    named = list(islice(_exact(rest, typed, wordings, ignored), MOST_NAMED))
    plain = [(one.fact, end) for one, start, end in named if _counts(marked, start, end, one, cues)]
    corrected = [*plain, *((said.fact, said.end) for said in framed)]
    for one, start, end in named:
        before = [stop for fact, stop in corrected if fact == one.fact]
        if (one.fact, end) in plain or _corrects(marked, start, end, before):
            said = _said(marked, start, end, one, one.fact not in cues, one.fact in sought)
            yield said._replace(why=said.why or "several") if _shape(one.text) in others else said
        elif (
            one.named
            and not denied(marked, start, end)
            and not in_name(marked, start, end)
            and marked.holds(cues[one.fact], *marked.sentence(start, end))
        ):
            yield Said(one.fact, one.option, start, end, "several")


def _shape(text: str) -> str:
    """A name with figures, all figures alike: *sv####*; empty for one without."""
    return FIGURE.sub("#", text) if any(map(str.isdigit, text)) else ""


def _corrects(marked: Marked, start: int, end: int, others: Iterable[int]) -> bool:
    """Is it said instead of another option of its fact, which ends before it?"""
    right = marked.behind("correction_behind", end, 0) is not None
    return any(other <= start and (right or any(marked.within("correction", other, start))) for other in others)


def _said(marked: Marked, start: int, end: int, wording: Wording, cause: bool, sought: bool) -> Said:
    fact, option = wording.fact, wording.option
    if not wording.yes_no:
        ends = (
            end,
            *(one.end for one in marked.of("measure.range_to") if not marked.gap(end, one.start) and one.start >= end),
        )
        if any(sign.isdigit() for sign in wording.text) and any(OTHER_FIGURES.match(marked.text, at) for at in ends):
            return Said(fact, option, start, end, "several")
        if in_code(marked, start, end):
            return Said(fact, option, start, end, "other")
        why = named(marked, start, end, cause, sought)
        return Said(fact, option, start, end, why or ("unsure" if wording.part else None))
    why = doubted(marked, start, end)
    near = marked.before("denial.before", start, SHORT, "denial.ends") or marked.behind("denial.behind", end, SHORT + 1)
    if near:
        return Said(fact, OPPOSITE[option], min(start, near.start), max(end, near.end), why)
    if denied(marked, start, end):
        why = "denied"
    elif marked.behind("denial.before", end, 0):
        option, why = OPPOSITE[option], "unsure"  # *the programme doesn't …* denies something of it
    return Said(fact, option, start, end, why)


def _exact(text: str, typed: str, wordings: Sequence[Wording], ignored: Ignored) -> Iterator[tuple[Wording, int, int]]:
    letters, places = _tightened(text, ignored)
    taken: dict[int, Wording] = {}
    for wording in written([one for one in wordings if one.text in letters], typed, ignored.small):
        for at in _starts(letters, wording.text):
            stretch = range(at, at + len(wording.text))
            start, end = places[at], _end(text, places[stretch[-1]] + 1)
            fresh = all(place not in taken or taken[place].text == wording.text for place in stretch)
            if fresh and _whole(text, start, end):
                taken |= dict.fromkeys(stretch, wording)
                yield wording, start, end


def _tightened(text: str, ignored: Ignored) -> tuple[str, list[int]]:
    ends = [0, *(at for found in ignored.pattern.finditer(text) for at in found.span()), len(text)]
    kept = list(zip(ends[::2], ends[1::2], strict=True))
    letters = "".join(text[start:end] for start, end in kept)
    return letters.translate(KANA_ALIKE), [at for start, end in kept for at in range(start, end)]


def _starts(letters: str, wording: str) -> Iterator[int]:
    at = letters.find(wording)
    while at >= 0:
        yield at
        at = letters.find(wording, at + 1)


def _end(text: str, end: int) -> int:
    """Behind the long vowel that ends a word, or a plural's s."""
    if text[end : end + 1] == "\u30fc":
        return end + 1
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum() and text[end - 1].isalnum()
    return end + 1 if plural and len(WORD.findall(text[:end])[-1]) > 2 else end


def _whole(text: str, start: int, end: int) -> bool:
    end = found.end() if (found := COUNTED.match(text, end)) and text[end - 1].isalpha() else end
    return not _continues(text[:start][-1:], text[start]) and not _continues(text[end : end + 1], text[end - 1])


def _continues(outer: str, inner: str) -> bool:
    if not outer:
        return False
    if KATAKANA.match(inner):
        return bool(KATAKANA.match(outer))
    return outer.isalnum() and inner.isalnum() and not is_japanese(outer) and not is_japanese(inner)


def _counts(marked: Marked, start: int, end: int, wording: Wording, cues: Mapping[str, Lexicon]) -> bool:
    """
    A wording that needs a cue counts beside one, or where only *it is* stands beside it in its clause. What a frame
    says counts by the frame, and otherwise only instead of another option.
    """
    if not wording.cued or not wording.named:
        return not wording.cued
    left, right = marked.clause(start, end)
    idle = sum(marked.gap(*one[:2]) for one in marked.within("clauses.pronouns", left, start))
    fine = marked.behind("denial.fine", end, 0)
    alone = marked.gap(left, start) <= idle and not marked.text[fine.end if fine else end : right].strip()
    ends = not marked.text[end:right].strip()  # *the ticket goes in as normal*
    small = ends and any(
        not marked.text[one.end : start].strip() for one in marked.within("clauses.small", left, start)
    )
    beside = (left if small else max(left, start - NEAR_CUE), start), (end, min(right, end + NEAR_CUE))
    return alone or any(marked.holds(cues[wording.fact], *side) for side in beside)
