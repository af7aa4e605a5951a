"""A topic's rules as a Mermaid flowchart: asked from the top; `yes` leads to the answer, `no` to the next rule."""

import datetime as dt
import re
from decimal import Decimal
from itertools import count

from assistant.i18n.load import Words
from assistant.model.condition import After, AtLeast, AtMost, Before, Inside, OneOf, Test
from assistant.model.derived import DerivedDay
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Item, Rule
from assistant.present.reasons import DAYS, NUMBERS
from assistant.present.sentences import QUESTIONS, SHORT
from assistant.present.writer import Writer

Ends = list[tuple[str, str]]
"""Boxes that lead on to whatever comes next, each with the word on its arrow."""


class _Chart:
    def __init__(self, writer: Writer, aspect: Aspect) -> None:
        self.writer, self.aspect, self.numbers = writer, aspect, count(1)
        self.lines: list[str] = []
        self.yes, self.no = writer.words.say("Yes"), writer.words.say("No")

    def box(self, text: str, left: str, right: str, ends: Ends) -> str:
        name = f"n{next(self.numbers)}"
        safe = text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
        self.lines.append(f'  {name}{left}"{safe}"{right}')
        self.lines += [f"  {end} -->|{word}| {name}" if word else f"  {end} --> {name}" for end, word in ends]
        return name

    def items(self, items: tuple[Item, ...], ends: Ends) -> Ends:
        """Draws a list; returns the boxes that lead out of it where none of its rules answers."""
        for item in items:
            below: Ends = []
            asked = ends
            for name, test in item.when.items():
                box = self.box(self.condition(name, test), "{", "}", asked)
                below.append((box, self.no))
                asked = [(box, self.yes)]
            if isinstance(item, Rule):
                self.box(self.verdict(item), "([", "])", asked)
                ends = below
            else:
                ends = below + self.items(getattr(item, "then", ()), asked)
        return ends

    def verdict(self, rule: Rule) -> str:
        words = self.writer.words.say(SHORT[rule.verdict_for(self.aspect)])
        dates = ", ".join(self.writer.label(name).text for name in rule.dates.values())
        return f"{words} ({dates})" if dates else words

    def condition(self, name: str, test: Test) -> str:
        writer, subject = self.writer, self.writer.label(name).text
        if isinstance(test, OneOf):
            return writer.words.say("{subject}: {options}", subject=subject, options=writer.choices(test.one_of, name))
        if isinstance(test, Inside):
            hours = writer.text(writer.policy.about.hours[test.inside].label).text
            return writer.words.say("{subject} lies inside these hours: {hours}", subject=subject, hours=hours)
        operand = _operand(test)
        if re.fullmatch(r"[0-9.]+", operand):
            value = writer.number(Decimal(operand), name).text
            return writer.words.say(NUMBERS[type(test)], subject=subject, value=value)
        return writer.words.say(DAYS[type(test)], subject=subject, value=self.day(operand))

    def day(self, operand: str) -> str:
        """A day where it is the same for everybody, else the name of what it depends on."""
        derived = self.writer.derived(operand)
        start = derived.start if isinstance(derived, DerivedDay) and not derived.steps else operand
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", start):
            return self.writer.day(dt.date.fromisoformat(start))
        return self.writer.words.say("“{name}”", name=self.writer.label(operand).text)


def _operand(test: Before | After | AtMost | AtLeast) -> str:
    match test:
        case Before(before=operand) | After(after=operand) | AtMost(at_most=operand) | AtLeast(at_least=operand):
            return operand


def draw(policy: Policy, topic: str, aspect: Aspect, words: Words) -> str:
    """The rules of one question as the text of a Mermaid flowchart."""
    writer = Writer(policy, words)
    chart = _Chart(writer, aspect)
    title = f"{writer.text(policy.topics[topic].title).text}: {words.say(QUESTIONS[aspect])}"
    start = chart.box(title, "[", "]", [])
    chart.items(policy.topics[topic].rules(aspect), [(start, "")])
    return "\n".join(["flowchart TD", *chart.lines]) + "\n"
