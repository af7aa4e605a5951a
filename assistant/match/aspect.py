"""Which of the three questions is asked: free, due or covered, by the cue words of each language."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

from assistant.match.lexicon import Entry, Lexicon, Span, signs_of
from assistant.match.markers import Markers
from assistant.match.terms import HIRAGANA
from assistant.match.words import KANA_ALIKE, folded, runs
from assistant.model.rule import Aspect
from assistant.model.topic import Cue
from assistant.parsing.plain import LISTING, blanked

SENTENCE = re.compile(r"\?|(?:\w+\s+){5}\w|[\u3041-\u3093].{6}")
ENDED = re.compile(r"(?:[^.?!;\u3002]|[.](?! |$))+[.?!;\u3002]?")
INSTEAD: dict[Aspect, tuple[Aspect, ...]] = {
    "free": ("covered", "due"),
    "due": ("covered", "free"),
    "covered": ("free", "due"),
}
UNTIL, LONG, CLOCK, DAY, WHOLE = "until", "how-long", "clock", "day", "sentence"
NAMING = ("due", "free", "covered", UNTIL, LONG, "for-nothing", "question")
"""Kinds of cues that name an aspect; others also name a thing, such as a day."""
LITTLE = ("clauses.fillers", "clauses.pronouns", "clauses.small", "ours", "determiners", "question.asking")
FEW = 6
"""So many other words at most stand in a text that may name nothing but an aspect."""
TAG = 12
"""A question of so few signs behind a sentence asks whether that is so: *true?*"""
BESIDE: tuple[tuple[str, str, int], ...] = (
    (UNTIL, "for-nothing", 25), (LONG, "for-nothing", 25), ("for-nothing", UNTIL, 12)
)  # fmt: skip
"""Cues that together ask until when something is free, one before the other with so many signs between at most."""
MEANS: dict[str, Aspect] = {
    "due": "due",
    "free": "free",
    "time": "due",
    "covered": "covered",
    "there": "due",
    "question": "covered",
    CLOCK: "due",
    WHOLE: "covered",
}
"""Kinds of cues and the aspect that each means, the plainest first; a whole sentence that says nothing is the last."""
FAINT = (CLOCK, WHOLE)
"""Kinds of cues that tell less than the story does."""
Stretch = tuple[int, int]
Meaning = Mapping[Cue, Aspect]
"""What some kinds of cues mean for one topic."""
NO_MEANING: Meaning = {}


class Asked(NamedTuple):
    """
    Kinds of cues, those of the first question of when or how much before: of what asks, of the story, of both, and of
    each part of a question that has several, which stand at `places`. `bare`: it names nothing but an aspect.
    """

    cues: tuple[str, ...]
    story: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    bare: bool = False
    parts: tuple[tuple[str, ...], ...] = ()
    places: tuple[Stretch, ...] = ()

    def beside(self, kinds: Sequence[str]) -> "Asked":
        """The same with cues of these kinds, in whatever words a time or a day is named."""
        return self._replace(cues=tuple(dict.fromkeys((*self.cues, *kinds))), said=(*self.said, *kinds))


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Cue words of all languages, by their kind: found as whole words, in Japanese anywhere.

    A cue right behind one of `joins` begins a part of its own: *is it free, and how long …*; behind one of `contrasts`
    stands what asks where only a time is told before it. `little` are words that
    name nothing; a text with one of `denials` says that something is not so, in however few words: *shows no picture*.
    """

    lexicons: Mapping[str, Lexicon]
    joins: frozenset[str] = frozenset()
    little: Lexicon = field(default_factory=Lexicon)
    denials: Lexicon = field(default_factory=Lexicon)
    contrasts: Lexicon = field(default_factory=Lexicon)

    @classmethod
    def build(cls, lines: Mapping[str, Sequence[str]]) -> "Cues":
        """From the lines of each kind (`match.lexicon.Entry.line`)."""
        return cls({kind: Lexicon.build(Entry.line(_alike(line)) for line in cues) for kind, cues in lines.items()})

    def among(self, markers: Markers) -> "Cues":
        """The same in texts with these markers."""
        little = Lexicon.of(sorted(frozenset[str]().union(*map(markers.words, LITTLE))))
        denials = Lexicon.of(markers.words("denial.before"))
        contrasts = Lexicon.of([*map(_alike, markers.words("whereas"))])
        joins = markers.words("measure.range_to")
        return replace(self, joins=joins, little=little, denials=denials, contrasts=contrasts)

    def asked(self, text: str) -> Asked:
        """What the sentences that ask have cues for, and all others, since a story names days and money."""
        typed = folded(text)
        text = typed.translate(KANA_ALIKE)
        signs = signs_of(text)
        spans = {kind: list(lexicon.spans(text, signs)) for kind, lexicon in self.lexicons.items()}
        sentences = [one.span() for one in ENDED.finditer(text) if one[0].strip()]
        turns = list(self.contrasts.spans(text, signs))
        asking = [_turned(one, turns, spans) for one in _asking(text, sentences, spans)]
        said = tuple(_kinds(spans, every := [(0, len(text))]))
        story = () if asking == sentences else (*said, *_whole(text, every))
        little = {one.end: one.start for one in self.little.spans(text, signs)}
        places = list(_parts(text, asking, spans, self.joins, little))
        parts = [(*_kinds(spans, [one]), *_whole(text, [one])) for one in places] if len(places) > 1 else []
        told = () if next(self.denials.spans(typed, signs), None) is None else (WHOLE,)
        tag = any(end - start <= TAG for start, end in asking[-1:])  # *…, true?* is no question beside the first
        several = () if tag else ([*_kinds(spans, [one])] for one in asking)
        first = next((kinds for kinds in several if {"due", "free"} & {*kinds}), [])
        cues = dict.fromkeys((*first, *_kinds(spans, asking), *(_whole(text, asking) or told)))
        return Asked(tuple(cues), story, said, self._bare(typed, spans), tuple(parts), tuple(places))

    def _bare(self, text: str, spans: Mapping[str, Sequence[Span]]) -> bool:
        """Is there nothing else than cues of the aspects, and little words?"""
        found = [one[:2] for kind in NAMING for one in spans.get(kind, ())]
        rest = blanked(text, found)
        words = [one for one in runs(rest) if not HIRAGANA.fullmatch(one)]
        if not found or len(words) > FEW:
            return False
        return all(HIRAGANA.fullmatch(one) for one in runs(blanked(rest, [one[:2] for one in self.little.spans(rest)])))


def _asking(text: str, sentences: Sequence[Stretch], spans: Mapping[str, Sequence[Span]]) -> Sequence[Stretch]:
    """The sentences that ask; a last one of few signs that asks for nothing itself, with the one before it."""
    wanted = [one.start for one in spans.get("question", ())]
    asking = [
        (start, end) for start, end in sentences if text[end - 1] == "?" or any(start <= one < end for one in wanted)
    ] or sentences[-1:]
    if sentences[-1:] != asking[-1:] and "?" not in text and {*_kinds(spans, sentences[-1:])} & {"due", "free", UNTIL}:
        asking = [*asking, *sentences[-1:]]  # *Please help. When will it be there*
    short = sum(end - start for start, end in asking) <= TAG and {*_kinds(spans, asking)} <= {"question"}
    return sentences[-2:] if short and asking == sentences[-1:] else asking


def _turned(asking: Stretch, turns: Sequence[Span], spans: Mapping[str, Sequence[Span]]) -> Stretch:
    """What asks behind a contrast, where only a time is told before it: *it expired in June, but can we still …?*"""
    start, end = asking
    for one in turns:
        before, behind = ({*_kinds(spans, [place])} - {"time", CLOCK} for place in ((start, one.start), (one.end, end)))
        if start < one.start < end and behind and not before:
            return one.end, end
    return asking


def _alike(text: str) -> str:
    return folded(text).translate(KANA_ALIKE)


def _kinds(spans: Mapping[str, Sequence[Span]], places: Sequence[Stretch]) -> Iterator[str]:
    """The kinds of cues that stand in some stretches, the plainest first."""
    here = {
        kind: [one for one in every if any(start <= one.start < end for start, end in places)]
        for kind, every in spans.items()
    }
    for one, other, most in BESIDE:
        if any(0 <= b.start - a.end <= most for a, b in product(here.get(one, ()), here.get(other, ()))):
            yield "free"
            here[UNTIL] = here[LONG] = []
    yield from (kind for kind in (UNTIL, LONG, *MEANS) if here.get(kind))


def _whole(text: str, places: Sequence[Stretch]) -> tuple[str, ...]:
    return (WHOLE,) if any(SENTENCE.search(text, *place) for place in places) else ()


def _parts(
    text: str, asking: Sequence[Stretch], spans: Mapping[str, Sequence[Span]], joins: Collection[str],
    little: Mapping[int, int],
) -> Iterator[Stretch]:  # fmt: skip
    """
    The sentences that ask, cut before cues behind a word that joins, with `little` words between at most, which end
    and start there: *and is it*. A comma behind a verb is a condition's, and joins only behind another cue.
    """
    cues = [one for kind in ("due", "free") for one in spans.get(kind, ())]
    told = {one.end for every in spans.values() for one in every}
    cuts = set()
    for at in {one.start for one in cues}:
        read = text[:at].rstrip()
        if read[-1:] in (",", LISTING):
            last = len(read) - 1
            while last in little and last not in told:
                last = little[last]
            cuts |= {at} if last in told else set()
        if read[-1:] in joins and not HIRAGANA.fullmatch(read[-2:-1]):
            cuts.add(at)
        while read.rsplit(" ", 1)[-1] not in joins and len(read) in little:
            read = text[: little[len(read)]].rstrip()
        if read.rsplit(" ", 1)[-1] in joins:
            cuts.add(at)
    for start, end in asking:
        ends = [*sorted(at for at in cuts if start < at < end), end]
        yield from zip([start, *ends[:-1]], ends, strict=True)


def aspect_of(asked: Asked, offered: Sequence[Aspect], own: Meaning = NO_MEANING) -> Aspect | None:
    """
    The aspect to answer, of those that a topic offers: its `own` meaning of a cue, else the first that the text has a
    cue for; where it offers none of these, the one that comes nearest. A whole sentence that says
    nothing else asks whether something is so, `covered`. `None` where bare keywords do not say and the topic offers
    several, or none.
    """
    faint = [kind for kind in asked.cues if kind in FAINT]
    plain = (kind for kind in asked.cues if kind not in FAINT)
    said = [MEANS[kind] for kind in (*plain, *asked.story, *faint) if kind in MEANS]
    first = [aspect for kind, aspect in own.items() if kind in asked.cues]
    if mentioned := next((aspect for aspect in (*first, *said) if aspect in offered), None):
        return mentioned
    if len(offered) == 1:
        return offered[0]
    nearest = INSTEAD[said[0]] if said else ()
    return next((aspect for aspect in nearest if aspect in offered), None)


def others_of(asked: Asked, offered: Sequence[Aspect], first: Aspect | None) -> tuple[Aspect, ...]:
    """The other aspects of a topic that parts of a question ask for."""
    said = _of_parts(asked)
    return tuple(one for one in said if one != first and one in offered) if first in said else ()


def unanswered(asked: Asked, offered: Sequence[Aspect], own: Meaning = NO_MEANING) -> tuple[Aspect, ...]:
    """
    The aspects that parts of a question ask for beside others, and that its topic has no answer to; of one part what it
    costs, which no other answer stands for.
    """
    said = _of_parts(asked)
    if any(one in offered for one in said):
        return tuple(one for one in said if one not in offered)
    return ("free",) if asked.cues[:1] == ("free",) and offered and "free" not in {*own, *offered} else ()


def _of_parts(asked: Asked) -> Collection[Aspect]:
    """The aspects that parts of a question plainly ask for, each once, in their order."""
    plain = [[kind for kind in kinds if kind in MEANS] for kinds in asked.parts]
    return dict.fromkeys(MEANS[kinds[0]] for kinds in plain if kinds[:1] not in ([], [WHOLE], [CLOCK], ["question"]))


def named(asked: Asked, own: Meaning = NO_MEANING) -> frozenset[Aspect]:
    """The aspects for which the text has a cue; that it is a question is one only where nothing else is asked for."""
    plain = [kind for kind in asked.said if kind != "question"] or asked.said
    return frozenset((*(MEANS[kind] for kind in plain if kind in MEANS), *(own[kind] for kind in own if kind in plain)))
