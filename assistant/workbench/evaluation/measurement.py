"""
How well an index of phrases understands labelled questions, and what that costs; and each phrase where it has it not.

Making an index asks the second anyway, of a part of the phrases at a time and an index of the others (cross-validation;
Stone 1974, Cross-validatory choice and assessment of statistical predictions): its limits come of the same answers.
"""

import gc
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

from assistant.i18n.words import Words
from assistant.match.evidence import NONE
from assistant.match.index import Index
from assistant.match.margin import UNASKED
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from assistant.match.words import Stems
from assistant.workbench.evaluation.questions import Labelled, Phrases, mistyped

FALSE_REFUSALS = 0.05
FIRST = 3
MANY = 40
"""Of more phrases than these, only how many a topic has is listed."""
SHARED_BY_ALL = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType)

Found = tuple[Sequence[str], float]
"""Topics, best first, and the confidence that the question is about any of them: more is surer."""
Ask = Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one question was given: the first three topics, the confidence, and the milliseconds that it took."""

    topics: tuple[str, ...]
    confidence: float
    ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """
    Rates as fractions of 1, `None` where no question is of that kind; times; memory in millions of bytes.

    `oos_recall` is the share of the out-of-scope questions that are refused, where the limit of confidence is set as
    high as may be while at most a twentieth of the others are refused with them.
    """

    top_1: float | None
    top_3: float | None
    oos_recall: float | None
    p50_ms: float
    p99_ms: float
    build_s: float
    index_mb: float


def replies(ask: Ask, questions: Sequence[Labelled], typos: int = 0, seed: int = 0) -> list[Reply]:
    """Each question, with so many typing errors, asked once; the first also beforehand, to warm up."""
    texts = [mistyped(question.text, typos, seed) for question in questions]
    for text in texts[:1]:
        ask(text)
    return [_timed(ask, text) for text in texts]


def _timed(ask: Ask, text: str) -> Reply:
    start = time.perf_counter_ns()
    topics, confidence = ask(text)
    ms = (time.perf_counter_ns() - start) / 1e6
    return Reply(tuple(topics[:FIRST]), confidence, ms)


def hit_rate(questions: Sequence[Labelled], given: Sequence[Reply], first: int) -> float | None:
    """The share of the questions with a topic that have it among the first so many."""
    hits = [
        question.topic in reply.topics[:first]
        for question, reply in zip(questions, given, strict=True)
        if question.topic is not None
    ]
    return sum(hits) / len(hits) if hits else None


def refusal_rate(questions: Sequence[Labelled], given: Sequence[Reply]) -> float | None:
    """The share of the questions without a topic whose confidence lies below the limit (`Figures.oos_recall`)."""
    pairs = list(zip(questions, given, strict=True))
    kept = sorted(reply.confidence for question, reply in pairs if question.topic is not None)
    strange = [reply.confidence for question, reply in pairs if question.topic is None]
    if not kept or not strange:
        return None
    limit = kept[int(FALSE_REFUSALS * len(kept))]
    return sum(confidence < limit for confidence in strange) / len(strange)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so great a share of the values does not exceed: one of them, by nearest rank."""
    return sorted(values)[max(1, math.ceil(share * len(values))) - 1]


def size_of(root: object) -> int:
    """
    Bytes of all that hangs on an object, each object once, as `sys.getsizeof` has it.

    Classes, functions and modules, which are there without it, are left out.
    """
    seen, waiting, size = {id(root)}, [root], 0
    while waiting:
        one = waiting.pop()
        size += sys.getsizeof(one)
        # A view does not tell the collector whose numbers it shows.
        shown = [one.obj] if isinstance(one, memoryview) else []
        for other in [*gc.get_referents(one), *shown]:
            if id(other) not in seen and not isinstance(other, SHARED_BY_ALL):
                seen.add(id(other))
                waiting.append(other)
    return size


def asking(index: Index) -> Ask:
    """How an index is asked. Its confidence is what it refuses by; without any match, the least there is."""

    def ask(text: str) -> Found:
        ranking = index.rank(text)
        return [match.id for match in ranking.matches], ranking.clearance if ranking.matches else float("-inf")

    return ask


def measured(phrases: Phrases, questions: Sequence[Labelled], stems: Stems, typos: int = 0, seed: int = 0) -> Figures:
    """An index built from the phrases, whose words end as `stems` say, and asked the questions."""
    from assistant.indexing.index import built

    start = time.perf_counter()
    index = built(phrases, Terms.build({}, stems))
    build_s = time.perf_counter() - start
    given = replies(asking(index), questions, typos, seed)
    times = [reply.ms for reply in given]
    return Figures(
        top_1=hit_rate(questions, given, 1),
        top_3=hit_rate(questions, given, FIRST),
        oos_recall=refusal_rate(questions, given),
        p50_ms=statistics.median(times),
        p99_ms=percentile(times, 0.99),
        build_s=build_s,
        index_mb=size_of(index) / 1e6,
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A phrase that the index did not have, the id of its topic, and the id that came first: `None` where none did."""

    id: str
    phrase: Phrase
    first: str | None

    @property
    def found(self) -> bool:
        """Did its own topic come first?"""
        return self.first == self.id


def left_out(index: Index, phrases: Mapping[str, Sequence[Phrase]]) -> Iterator[LeftOut]:
    """Each phrase of a topic that was left out, once; `phrases` are those that the index was built from."""
    asked = ((name, phrase) for name in index.names for phrase in phrases[name])
    for (name, phrase), first in zip(asked, index.first.tolist(), strict=True):
        if name != OUT_OF_SCOPE and first != UNASKED:
            yield LeftOut(name, phrase, index.names[first] if first != NONE else None)


def lost_phrases(asked: Iterable[LeftOut], words: Words, whole: bool = False) -> str:
    """
    They by topic and language, each with the topic that it leads to; then for each language the share that do. Where
    they are many, only how many of each topic, unless the `whole` list is wanted.
    """
    return "\n".join(_lines(sorted(asked, key=_place), words, whole))


def _place(one: LeftOut) -> tuple[str, str]:
    return one.id, one.phrase.language


def _lines(asked: Sequence[LeftOut], words: Words, whole: bool) -> Iterator[str]:
    lost = [one for one in asked if not one.found]
    if lost:
        yield ""
        yield words.say("No faults, but phrases that do not find their own topic first when they are left out:")
    whole = whole or len(lost) <= MANY
    for (topic, language), group in groupby(lost, key=_place):
        heading, phrases = words.say("{topic}, {language}:", topic=topic, language=language), tuple(group)
        yield heading if whole else f"{heading} {len(phrases)}"
        for one in phrases if whole else ():
            leads_to = one.first or words.say("no topic")
            yield "  " + words.say("“{phrase}” leads to {topic}", phrase=one.phrase.text, topic=leads_to)
    if not whole:
        yield words.say("Every phrase: {command}", command="policy-assistant check --phrases")
    yield ""
    for language in sorted({one.phrase.language for one in asked}):
        found = [one.found for one in asked if one.phrase.language == language]
        yield words.say(
            "{language}: {share} of the phrases find their own topic first when they are left out.",
            language=language,
            share=f"{100 * sum(found) / len(found):.1f} %",
        )
