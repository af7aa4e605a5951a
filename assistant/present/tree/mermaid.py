"""A topic's rules as a Mermaid flowchart: asked from the top; `yes` leads to the answer, `no` to the next rule."""

from itertools import count

from assistant.i18n.words import Words
from assistant.model.rule import Aspect
from assistant.present.tree.branches import Branch, Ending, tree
from assistant.present.writer import Writer

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
            for condition in branch.asked:
                box = self.box(condition, "{", "}", asked)
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
