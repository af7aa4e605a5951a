"""
The rules of a question as a tree, in words: asked from the top; what holds leads to an answer or to more rules; and the
tree as the text of a flowchart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from assistant.i18n.words import Words
from assistant.model.rule import Aspect, Item, Rule
from assistant.present.answer.explanation import condition, explained
from assistant.present.question import topic_question
from assistant.present.sentences import SHORT, TONES
from assistant.present.views import Tone
from assistant.present.writer import Writer
from assistant.vocabulary.condition import asked as asked_of
from assistant.vocabulary.conditions.order import Before


@dataclass(frozen=True, slots=True)
class Ending:
    """What a rule answers: its verdict in words, how that feels, and the names of the dates that come with it."""

    verdict: str
    tone: Tone
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """
    A rule or a group of them. Where everything `asked` holds, it leads to `ending`, or to the branches `then`.

    Where it does not hold, and where none of `then` leads to an ending, the branch after it is asked. A group without
    conditions is no branch of its own, and a group of one rule is that rule, with the conditions of both.
    """

    asked: tuple[str, ...]
    ending: Ending | None = None
    then: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """All that one question asks, under its name."""

    aspect: Aspect
    title: str
    question: str
    branches: tuple[Branch, ...]


def tree(writer: Writer, topic: str, aspect: Aspect) -> Tree:
    """The rules of one question of a topic."""
    one = writer.policy.topics[topic]
    branches = (*_not_yet(writer), *_branches(writer, one.rules(aspect), aspect))
    return Tree(aspect, writer.text(one.title), topic_question(writer, topic, aspect), branches)


def rows(branches: tuple[Branch, ...], depth: int = 0) -> Iterator[tuple[int, Branch]]:
    """Every branch from the top, with how deep it stands."""
    for branch in branches:
        yield depth, branch
        yield from rows(branch.then, depth + 1)


def _not_yet(writer: Writer) -> Iterator[Branch]:
    """Before the policy is in force nothing else is asked."""
    if first := writer.policy.about.in_force_from:
        before = Before(before=first.isoformat())
        ending = Ending(writer.words.say(SHORT["not-in-force"]), TONES["not-in-force"], ())
        yield Branch((explained(writer, before.explain("on", first)),), ending)


def _branches(writer: Writer, items: Iterable[Item], aspect: Aspect) -> Iterator[Branch]:
    for item in items:
        asked = tuple(condition(writer, name, test) for name, test in asked_of(item.when))
        if isinstance(item, Rule):
            yield Branch(asked, _ending(writer, item, aspect))
            continue
        then = tuple(_branches(writer, getattr(item, "then", ()), aspect))
        if not asked:
            yield from then
        elif len(then) == 1:
            yield Branch(asked + then[0].asked, then[0].ending, then[0].then)
        else:
            yield Branch(asked, None, then)


def _ending(writer: Writer, rule: Rule, aspect: Aspect) -> Ending:
    verdict = rule.verdict_for(aspect)
    dates = tuple(writer.label(name) for name in rule.dates.values())
    return Ending(writer.words.say(SHORT[verdict]), TONES[verdict], dates)


Ends = list[tuple[str, str]]
"""Boxes that lead on to whatever comes next, each with the word on its arrow."""


class _Chart:
    def __init__(self, words: Words) -> None:
        self.numbers = count(1)
        self.lines: list[str] = []
        self.yes, self.no = words.say("Yes"), words.say("No")

    def box(self, text: str, left: str, right: str, ends: Ends) -> str:
        name = f"n{next(self.numbers)}"
        safe = text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
        self.lines.append(f'  {name}{left}"{safe}"{right}')
        self.lines += [f"  {end} -->|{word}| {name}" if word else f"  {end} --> {name}" for end, word in ends]
        return name

    def branches(self, branches: tuple[Branch, ...], ends: Ends) -> Ends:
        """Draws a list; returns the boxes that lead out of it where none of its rules answers."""
        for branch in branches:
            below: Ends = []
            asked = ends
            for said in branch.asked:
                box = self.box(said, "{", "}", asked)
                below.append((box, self.no))
                asked = [(box, self.yes)]
            if branch.ending is not None:
                self.box(_answer(branch.ending), "([", "])", asked)
                ends = below
            else:
                ends = below + self.branches(branch.then, asked)
        return ends


def _answer(ending: Ending) -> str:
    return f"{ending.verdict} ({', '.join(ending.dates)})" if ending.dates else ending.verdict


def draw(writer: Writer, topic: str, aspect: Aspect) -> str:
    """The rules of one question as the text of a Mermaid flowchart."""
    drawn = tree(writer, topic, aspect)
    chart = _Chart(writer.words)
    start = chart.box(f"{drawn.title}: {drawn.question}", "[", "]", [])
    chart.branches(drawn.branches, [(start, "")])
    return "\n".join(["flowchart TD", *chart.lines]) + "\n"
