"""
What people ask in vain, brought together: alike questions as one gap, the most wanted first, each with a proposal.

Questions are alike by what the matcher itself sees in them: their features, as vectors in a space of their own. The one
asked most often leads a gap, and those that lie near enough to it join it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from assistant.errors import UnknownPage, Usage, told
from assistant.i18n.questions import OUT_OF_SCOPE, PREFIX, QUESTIONS, Lines, phrases
from assistant.i18n.words import Words
from assistant.loading import load_library
from assistant.match.terms import Terms
from assistant.match.understanding import Understanding, Understands
from assistant.match.words import folded, runs
from assistant.matching import load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.store.masking import MASK
from assistant.store.records import Question
from assistant.workbench.catalogues.locales import Locales, catalogue_text
from assistant.workbench.editions.versions import Versions

MEANT = 30.0
"""The score, of 100, from which on a question that finds no topic is proposed for the nearest one."""
Became = Literal["answered", "lost", "moved", "same"]


@dataclass(frozen=True, slots=True)
class Gap:
    """
    Alike questions in one language: how often they were asked, by what came of them, their distinct words, the oftenest
    first, and the last day on which one was asked.

    `phrase` is proposed for `topic` (`policy/topic`, or `out-of-scope`); `nearest` is the topic that comes nearest now,
    empty where none does.
    """

    language: str
    phrase: str
    topic: str
    nearest: str
    number: int
    outcomes: Mapping[str, int]
    texts: tuple[str, ...]
    last: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A question, how often it was asked, what came of it then and now, and the nearest topic each time."""

    language: str
    text: str
    number: int
    became: Became
    then: tuple[str, str]
    now: tuple[str, str]


def gaps_of(
    questions: Iterable[Question], matcher: Understands, terms: Terms, known: Mapping[str, Lines], now: dt.datetime
) -> list[Gap]:
    """
    The gaps that are still open, the most wanted first, by the present content.

    `known` are the search phrases of each language: what was accepted as out of scope is no gap any more, and what is
    sure by now is none, but for what was sure and left.
    """
    # What it works with is an extra, and slow to import.
    from assistant.indexing.vectors import clusters_of

    strangers = {lang: set(map(_form, lines.get(OUT_OF_SCOPE, ()))) for lang, lines in known.items()}
    found: list[Gap] = []
    for lang, group in _by_language(questions).items():
        kept = {
            text: (asked, understood)
            for text, asked in group.items()
            if text not in strangers.get(lang, ())
            and _open(asked, understood := matcher.understand(asked[0].text, now))
        }
        clusters = clusters_of(list(kept), [len(asked) for asked, _ in kept.values()], terms)
        found += [_gap(lang, [kept[text] for text in members]) for members in clusters]
    return sorted(found, key=lambda gap: (-gap.number, gap.language, gap.phrase))


def _form(text: str) -> str:
    """What counts of a text: its words, without marks and masks."""
    return " ".join(runs(folded(text.replace(MASK, " "))))


def _by_language(questions: Iterable[Question]) -> dict[str, dict[str, list[Question]]]:
    """The questions of each language, those together that differ in nothing that counts."""
    found: dict[str, dict[str, list[Question]]] = {}
    for one in questions:
        if text := _form(one.text):
            found.setdefault(one.language, {}).setdefault(text, []).append(one)
    return found


def _open(asked: Sequence[Question], understood: Understanding) -> bool:
    """Whether nothing answers it now: what was left is open while it leads where it was left."""
    return not understood.confident or any(one.outcome == "left" and one.topic == understood.nearest for one in asked)


def _gap(language: str, members: Sequence[tuple[Sequence[Question], Understanding]]) -> Gap:
    every = [one for asked, _ in members for one in asked]
    nearest, found = members[0][1].nearest, members[0][1].ranking.matches
    score = next((match.score for match in found if match.id == nearest), 0.0)
    strange = not nearest or (members[0][1].outcome == OUT_OF_SCOPE and score < MEANT)
    texts = tuple(asked[0].text for asked, _ in members)
    return Gap(
        language,
        " ".join(texts[0].replace(MASK, " ").split()),
        OUT_OF_SCOPE if strange else nearest,
        nearest,
        len(every),
        dict(Counter(one.outcome for one in every)),
        texts,
        max(one.day for one in every),
    )


def accept(folder: Path, library: Library, language: str, topic: str, phrase: str) -> Path:
    """
    Writes a phrase into a language's `questions.po`, as one more line for a topic or for `out-of-scope`.

    Raises:
        UnknownPage: no such language or topic.
        Usage: the phrase is empty, or stands somewhere already.
        ContentError: the file is not a catalogue.
    """
    locales = Locales(folder)
    if language not in locales.known:
        raise UnknownPage("language", language, tuple(locales.known))
    if topic != OUT_OF_SCOPE and topic not in library.topics:
        raise UnknownPage("topic", topic, tuple(library.topics))
    phrase = " ".join(phrase.replace(MASK, " ").split())
    if not _form(phrase):
        raise Usage(told("The phrase is empty."))
    for lang in locales.known:
        for other in locales.entries(lang, QUESTIONS):
            if _form(phrase) in map(_form, phrases(other.msgstr)):
                where = (other.msgctxt or "").removeprefix(PREFIX)
                raise Usage(told("“{phrase}” stands under {topic} already.", phrase=phrase, topic=where))
    file = locales.file(language, QUESTIONS)
    context = topic if topic == OUT_OF_SCOPE else PREFIX + topic
    entry = next((one for one in file if one.msgctxt == context and not one.obsolete), None)
    if entry is None:
        raise Usage(
            told("{language} has no entry for {topic} yet.", language=language, topic=topic),
            told("Run `policy-assistant i18n sync`."),
        )
    entry.msgstr = "\n".join([*phrases(entry.msgstr), phrase])
    path = locales.path(language, QUESTIONS)
    locales.write(path, catalogue_text(file, file.metadata, file.header))
    return path


def replayed(
    questions: Iterable[Question], then: Understands | None, present: Understands, now: dt.datetime
) -> list[Replayed]:
    """
    Every stored question asked again: what comes of it now, and came of it then, by another content or as it was noted.

    Those first that changed, and of them the most wanted.
    """
    found: list[Replayed] = []
    for lang, group in _by_language(questions).items():
        for asked in group.values():
            last = max(asked, key=lambda one: one.day)
            was = _told(then.understand(last.text, now)) if then else (last.outcome, last.topic)
            is_ = _told(present.understand(last.text, now))
            found.append(Replayed(lang, last.text, len(asked), _became(was, is_), was, is_))
    return sorted(found, key=lambda one: (one.became == "same", one.became, -one.number, one.language, one.text))


def _told(understood: Understanding) -> tuple[str, str]:
    return understood.outcome, understood.nearest


def _became(then: tuple[str, str], now: tuple[str, str]) -> Became:
    (was, before), (is_, after) = then, now
    if is_ == "sure" and was != "sure" and (was != "left" or before != after):
        return "answered"
    if is_ != "sure" and was == "sure":
        return "lost"
    return "same" if before == after else "moved"


def matcher_of(known: Settings, words: Words, name: str | None, closing: ExitStack) -> Understands:
    """
    The matcher of the present content, or of an edition, a folder or a git revision with its own search phrases.

    An edition has none of its own: it is asked by the present ones, beside the other policies. `closing` removes what
    had to be unpacked.

    Raises:
        Usage: there is no such content.
        ContentError: everything that is wrong in it.
    """
    if name is None:
        return load_matcher(known, load_library(known))
    version = Versions(known, words, None, closing).find(name)
    if any(one.edition == name for one in version.policies.values()):
        return load_matcher(known, Library(policies={**load_library(known).policies, **version.policies}))
    content = next(iter(version.folders.values())).parent
    locales = content.parent / "locales"
    made = Path(closing.enter_context(TemporaryDirectory()))
    elsewhere = replace(known, content=content, locales=locales if locales.is_dir() else known.locales, library=made)
    return load_matcher(elsewhere, Library(policies=dict(version.policies)))
