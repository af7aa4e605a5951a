"""
What changes from one edition to another, in words. Each change of answers has one worked example: a command that can be
pasted, and what its reader was told then and is told now.
"""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.decide import Answer, Invalid, Needs
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.model.edition import Line
from assistant.present.answer.headlines import reason, said
from assistant.present.faults import fault_text
from assistant.present.sentences import SHORT
from assistant.present.writer import Writer
from assistant.workbench.editions.difference import KINDS, Change, Difference, End, Kind, Part, different
from assistant.workbench.editions.pairs import Ended, Pair

KIND_NAMES: Mapping[Kind, str] = {
    "status": N_("whether there is an answer"),
    "fact": N_("what is asked"),
    "verdict": N_("verdict"),
    "dates": N_("dates"),
    "values": N_("numbers"),
    "headline": N_("headline"),
    "next": N_("next steps"),
    "notes": N_("notes"),
    "cites": N_("clauses"),
    "readings": N_("readings"),
    "reason": N_("reason"),
}
PART_NAMES: Mapping[str, str] = {
    "topic": N_("Topic"),
    "question": N_("Question"),
    "fact": N_("Fact"),
    "option": N_("Option"),
}


class Side(NamedTuple):
    """One edition, with what it takes to speak of it."""

    writer: Writer
    place: Callable[[End], str | None]
    """Where a rule stands, as `file:line`; None where its files are not at hand."""

    def told(self, end: End) -> str:
        """A rule, or how else paths ended, in words."""
        say = self.writer.words.say
        match end.status:
            case "answered":
                named = end.name.rpartition(".")[2]
                return say("rule {name}", name=named) if named else say(SHORT["not-in-force"])
            case "needs":
                return say("asks for {name}", name=end.name)
            case "invalid":
                return say("cannot be answered")
        return say("no rule answers")


@dataclass(frozen=True, slots=True)
class Report:
    """
    Two versions as they were named, and each policy's difference, with its side in each. `came` and `went` are policies
    that only one of them has.
    """

    then: str
    now: str
    differences: tuple[tuple[Difference, Side, Side], ...]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether any answer changes, or anything that can be asked came or went."""
        return bool(self.came or self.went) or any(found.answers for found, _, _ in self.differences)


def part_text(part: Part, words: Words) -> str:
    """Something that can be asked, in words."""
    return words.say("{label}: {value}", label=words.say(PART_NAMES[part.kind]), value=part.name)


def kind_texts(change: Change, words: Words) -> list[str]:
    """In what the answers differ, in words, the weightiest first."""
    return [words.say(KIND_NAMES[kind]) for kind in KINDS if kind in change.kinds]


def command(policy: str, pair: Pair) -> str:
    """The command that asks the present content what an example asked, ready for a shell."""
    facts = (f"{name}={text}" for name, text in pair.facts.items())
    place = f"{policy}/{pair.topic}/{pair.aspect}"
    return shlex.join(["policy-assistant", "decide", place, *facts, "--on", pair.on.isoformat()])


def lines(pair: Pair, then: Writer, now: Writer) -> Iterator[Line]:
    """What the reader of an example was told and is told: first the answer, then all else that differs."""
    yield Line(now.words.say("Answer"), _outcome(then, pair.then), _outcome(now, pair.now))
    if isinstance(pair.then, Answer) and isinstance(pair.now, Answer):
        before, after = (dict(_details(*side)) for side in ((then, pair.then), (now, pair.now)))
        for kind in different(pair.then, pair.now):
            for key in dict.fromkeys(key for key in (*before, *after) if key[0] == kind):
                was, became = before.get(key), after.get(key)
                if was != became:
                    label = (became or was or ("",))[0]
                    yield Line(label, was[1] if was else "", became[1] if became else "")


def _outcome(writer: Writer, outcome: Ended) -> str:
    match outcome:
        case Answer():
            return said(writer, outcome).text
        case Needs(fact=fact):
            return writer.text(writer.policy.facts[fact].question).text
        case Invalid(faults=faults):
            return fault_text(faults[0], writer.words)
    return writer.words.say("The rules give no answer.")


def _details(writer: Writer, answer: Answer) -> Iterator[tuple[tuple[Kind, str], tuple[str, str]]]:
    """Each part of an answer by kind and name: its label and its text. The headline is the answer itself."""
    say, policy = writer.words.say, writer.policy
    yield ("verdict", ""), (say("Verdict"), say(SHORT[answer.verdict]))
    for name, one in answer.dates.items():
        yield ("dates", name), (writer.label(one.name).text, writer.value(one.value).text)
    for name, one in answer.values.items():
        yield ("values", name), (writer.label(one.name).text, writer.value(one.value).text)
    if answer.rule.next:
        procedure = policy.summary.procedures[answer.rule.next]
        yield ("next", ""), (say("Next steps"), writer.text(procedure.title).text)
    for note in answer.notes:
        yield ("notes", note), (say("Note"), writer.text(policy.shared.notes[note].text).text)
    for clause in writer.cite(answer.cites):
        yield ("cites", clause.id), (say("Clause"), clause.place.text)
    for reading in writer.readings(answer.readings):
        yield ("readings", reading.id), (say("Reading {name}", name=reading.id), reading.reading.text)
    yield ("reason", ""), (say("Reason"), reason(writer, answer).text)
