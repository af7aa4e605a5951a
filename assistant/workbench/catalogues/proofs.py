"""
Sentences of each language with what they must be read to say, in `proofs.yaml` beside its grammar: they are read by the
grammars of all languages, as questions are. Of one that is read otherwise it is told which entries count in it.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from assistant.content.describe import typed
from assistant.content.syntax import read_tree
from assistant.errors import ContentError, Fault, Wording, told
from assistant.i18n.defects import Defect
from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.lexicon import Entry, Lexicon
from assistant.match.markers import Marked, Markers
from assistant.match.relative import KINDS
from assistant.match.wordings import Ignored
from assistant.model.record import Record, Text
from assistant.parsing.amounts import AMOUNTS
from assistant.parsing.clocks import FORMS, RUNNING
from assistant.parsing.grammar import Grammar, flat, joined, marked
from assistant.parsing.lines import WRITTEN
from assistant.parsing.written import Words
from assistant.vocabulary.fact import Fact, Frame
from assistant.vocabulary.facts.choice import Choice, Option
from assistant.vocabulary.facts.moment import DayFact, TimeFact
from assistant.vocabulary.facts.number import WholeNumberFact
from assistant.workbench.catalogues.entries import Written, written_in

FILE = "proofs.yaml"
NOW = dt.datetime.fromisoformat("2026-11-23T10:00")
NAMED = WRITTEN | {"denial", "question", "commitment", "measure", "state", "others", "correction", "contrast", "until"}
"""The parts of a grammar whose entries are named where a sentence is read wrongly."""
SAYING = "denial", "state"
"""Without what these hold, nothing is said of a thing: none of them is named where a sentence must say nothing."""


class Proofs(Record):
    """Sentences of a language, each under what it must be read to say at 10:00 on Monday, 23 November 2026."""

    things: Words = ()
    """What the sentences are about, in each form that it has in them: something that one has or has not."""
    cues: Words = ()
    """What says in the sentences that a day is the one of which they tell: *bought*."""
    there: Words = ()
    """It is there, or holds."""
    missing: Words = ()
    """It is not there, not yet, or no more."""
    asked: Words = ()
    """It is asked whether it is there, or left open."""
    thought: Words = ()
    """It is thought, heard, hoped or supposed, or told by somebody who may be wrong."""
    then: Words = ()
    """It was there, or will be, and perhaps is not now."""
    others: Words = ()
    """Somebody else has it, or has it not."""
    days: dict[Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")], Words] = {}
    """A day is told, by that day: in each form in which people write one, told from today, corrected."""
    undated: Words = ()
    """No day is told for certain: it is after, before or about the one that is named, not that one, or one of two."""
    times: dict[Annotated[str, Field(pattern=r"^[0-2][0-9]:[0-5][0-9]$")], Words] = {}
    """A time of day is told, by that time."""
    untimed: Words = ()
    """No time of day is told for certain."""
    months: dict[Annotated[str, Field(pattern=r"^[0-9]{1,4}$")], Words] = {}
    """It is told for how long, by how many months that is: in figures, in words, in years."""
    unmeasured: Words = ()
    """It is not told for how long: that is at least or at most so, about so, asked, or something else."""


OPEN = frozenset({"asked", "thought", "then", "others", "undated", "untimed", "unmeasured"})
"""Of the sentences under these nothing may be taken."""
ABOUT = {
    **dict.fromkeys(("days", "undated"), "day"),
    **dict.fromkeys(("times", "untimed"), "time"),
    **dict.fromkeys(("months", "unmeasured"), "length"),
}
"""Which fact the sentences of a list are about, where it is not the thing."""


def read_proofs(path: Path) -> Proofs:
    """The sentences of one language. Raises `ContentError`, and `FileNotFoundError`."""
    proofs: Proofs = typed(read_tree(path, str(path)), str(path), Proofs, "proofs")
    return proofs


def misread(folder: Path, grammars: Mapping[str, Grammar], offered: Container[str] = ()) -> Iterator[Fault]:
    """
    A fault for each sentence in a folder of languages that is not read as it must be, and for each list of sentences
    that a language lacks which is `offered` and denies; for what cannot be read, what is wrong with it.
    """
    markers = Markers.build(joined(grammars))
    for language, grammar in grammars.items():
        path = folder / language / FILE
        try:
            yield from _faults(path, grammar, markers, language in offered)
        except ContentError as error:
            yield from error.faults
        except FileNotFoundError:
            mend = told("run `policy-assistant i18n add {language}`, which makes the file", language=language)
            if language in offered and any(words for _, words in flat(grammar.denial)):
                yield Fault(str(path), 1, 1, "", told("no sentences prove how this language is read"), mend)


def _faults(path: Path, grammar: Grammar, markers: Markers, whole: bool) -> Iterator[Fault]:
    """Of the sentences of one file; and of lists without any, where there must be some in each."""
    tree, proofs = read_tree(path, str(path)), read_proofs(path)
    for name in (name for name, held in proofs if whole and not held):
        wrong = told("nothing stands here, so that nothing proves how this language is read")
        mend = told("write what says the same as in ../en/{file}", file=FILE)
        yield Fault(str(path), tree.find((name,)).line, 1, name, wrong, mend)
    readers, words = _readers(proofs, markers), _Words(path.with_name("grammar.yaml"), grammar, markers)
    for where, lines in flat(proofs):
        name, _, key = where.partition(".")
        facts, wanted = readers[ABOUT.get(name, THING)], "" if name in OPEN else key or name
        for at, line in enumerate(lines if name not in ("things", "cues") else ()):
            if defect := _defect(line, wanted, facts, words):
                node = tree.find((*filter(None, (name, key)), at))
                yield Fault(str(path), node.line, node.column, where, *defect)


def _defect(line: str, wanted: str, facts: Facts, words: "_Words") -> Defect | None:
    """What is wrong with a sentence, where anything is; nothing is `wanted` of one that must be left open."""
    text = Spoken.of(line, words.markers)
    if facts.frames and not any(text.marked.spans(one.things) for one in facts.frames):
        wrong = told("“{sentence}” names none of the `things`", sentence=line)
        return wrong, told("write under `things` what it is called in this sentence, in the same form")
    if (found := _said(text, facts)) == wanted:
        return None
    if not found:
        wrong = told("nothing is taken of “{sentence}”; it must say `{wanted}`", sentence=line, wanted=wanted)
    elif wanted:
        wrong = told("“{sentence}” says `{found}`; it must say `{wanted}`", sentence=line, found=found, wanted=wanted)
    else:
        wrong = told("“{sentence}” says `{found}`; it must say nothing for certain", sentence=line, found=found)
    return wrong, words.mend(text, lambda without: _said(Spoken.of(line, without), facts) == wanted, not wanted)


THING, THERE, MISSING = "thing", "there", "missing"


def _readers(proofs: Proofs, markers: Markers) -> Mapping[str, Facts]:
    """What reads of a thing that is there or not, of a day, of a time, and of how long something lasts."""
    text = Text("", "")
    options = dict.fromkeys((THERE, MISSING), Option(label=text))
    thing = Frame(things=proofs.things, there=THERE, missing=MISSING)
    facts: Mapping[str, Fact] = {
        THING: Choice(type="choice", question=text, label=text, options=options, frame=thing),
        "day": DayFact(type="date", question=text, label=text, cues=proofs.cues),
        "time": TimeFact(type="time", question=text, label=text),
        "length": WholeNumberFact(
            type="integer", question=text, label=text, unit=Text("", "months"), least=0, most=999
        ),
    }
    known = {name: Known.of({name: fact}, markers, Ignored.of({})) for name, fact in facts.items()}
    return {name: Facts(one, (name,), (), one.frames) for name, one in known.items()}


def _said(text: Spoken, facts: Facts) -> str:
    """What a sentence says for certain; nothing where it is at most offered."""
    return next((one.value for one in facts.read(text, NOW).stated), "")


class _Words:
    """The lines of one language's grammar, which is in this file, among those of all."""

    def __init__(self, file: Path, grammar: Grammar, markers: Markers) -> None:
        self._file, self._grammar, self.markers = file, grammar, markers

    @cached_property
    def _ways(self) -> Sequence[tuple[Written, Sequence[str]]]:
        """Of each line the words that it stands for, in a form of its own none."""
        lines = written_in(self._file, self._grammar)
        return [(one, () if one.group in WRITTEN else [way.word for way in _looked_for(one).ways()]) for one in lines]

    def mend(self, text: Spoken, right: Callable[[Markers], bool], open_: bool) -> Wording:
        """
        What to do about a sentence that is not read right: by the line without which it is, or those that count in it.
        `open_`: it must say nothing.
        """
        counted = list(self._counted(text.marked))
        suspect = (one for one in counted if not (open_ and one[0].group in SAYING))
        if turned := next((one for one in suspect if right(self._without(one[0]))), None):
            return told(
                "mend this entry, or say what stands beside it; without it the sentence is read right: {entry}",
                entry=self._told(*turned),
            )
        if not (named := [self._told(*one) for one in counted if one[0].group in NAMED]):
            return told("no entry of grammar.yaml counts in it: write those that it needs, each form of a word")
        return told("write what is missing, or mend one of those that count in it: {entries}", entries="; ".join(named))

    def _told(self, one: Written, word: str) -> str:
        line = one.node(read_tree(self._file, str(self._file))).line
        return f"{one.path} “{word}” ({self._file.name}:{line})"

    def _counted(self, text: Marked) -> Iterator[tuple[Written, str]]:
        """The lines that count in a text, each with what stands there for it."""
        forms = {(one.kind, one.form): text.text[one.start : one.end] for one in text.heard.find(*PATTERNS)}
        found = {(path, span.word) for group in self.markers.groups.values()
                 for span, paths in group.spans(text.text, text.signs) for path in paths}  # fmt: skip
        for one, ways in self._ways:
            word = next((way for way in ways if (one.path, way) in found), forms.get((one.path, one.form)))
            yield from [(one, word)] if word else ()

    def _without(self, one: Written) -> Markers:
        """The markers without one of its lines, where it is no form."""
        groups = self.markers.groups
        if one.group not in groups:
            return self.markers
        words, less = groups[one.group].words, _looked_for(one)
        lines: list[str | Entry] = [
            _less(Entry.line(line) if isinstance(line, str) else line, less) for line in words.lines
        ]
        group = replace(groups[one.group], words=Lexicon(words.rows, lines))
        return replace(self.markers, groups={**groups, one.group: group})


def _looked_for(one: Written) -> Entry:
    return Entry.line(f"{marked(one.path, one.form)[1]}\t{one.path}")


def _less(entry: Entry, less: Entry) -> Entry:
    """An entry without the paths of another, where it is the same word; without any it stands for nothing."""
    paths = tuple(path for path in entry.paths if not path.startswith(less.paths))
    same = (entry.word, entry.refused) == (less.word, less.refused)
    return entry if not same else entry._replace(paths=paths) if paths else GONE


PATTERNS = (*KINDS, FORMS, RUNNING, AMOUNTS)
"""The paths of forms that take a stretch of a sentence."""
GONE = Entry("", ("\0",))
