"""Two answers side by side, or what is known of them: what each says, row by row, and where they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.decide import Answer
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_list
from assistant.i18n.words import Words
from assistant.present.answer.asking import Asking
from assistant.present.answer.possible import OpenView
from assistant.present.place import PlaceView
from assistant.present.views import AnswerView, DateView, GivenView, ValueView
from assistant.present.writer import Writer

MOST_OFFERED = 3
"""More ways to compare would be a list to search."""
ABSENT = "–"
YES_NO = ("yes", "no")
Cell = tuple[str, ...]
"""What one answer says in a row: lines; none where it says nothing."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One thing that two answers say: its label, the lines of each, and the part of an answer's page that says more."""

    label: Rendered
    cells: tuple[Cell, Cell]
    part: str = ""

    @property
    def differs(self) -> bool:
        """Whether the two say something else."""
        return self.cells[0] != self.cells[1]


@dataclass(frozen=True, slots=True)
class Side:
    """An answer, or those possible where something is not known; what was `given` for it, and the days `counted`."""

    view: AnswerView | OpenView
    given: tuple[GivenView, ...]
    counted: tuple[ValueView, ...]

    @property
    def figures(self) -> tuple[DateView | ValueView, ...]:
        """The dates and the numbers of an answer."""
        return (*self.view.dates, *self.view.values) if isinstance(self.view, AnswerView) else ()


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two sides, what each is called by the facts in which they differ, and their rows."""

    names: tuple[Rendered, Rendered]
    sides: tuple[Side, Side]
    rows: tuple[RowView, ...]

    @property
    def place(self) -> PlaceView:
        """Where both belong."""
        return self.sides[0].view.place


@dataclass(frozen=True, slots=True)
class OtherView:
    """An answer that this one may be compared with: the fact that differs, its other value and what both are called."""

    fact: str
    label: Rendered
    value: str
    text: Rendered


def comparison(words: Words, one: Side, other: Side) -> ComparisonView:
    """Two answers to the same question: what each says, where they differ, and then what is the same of both."""
    sides, names = (one, other), (_name(words, one, other), _name(words, other, one))
    answer, *rest = (row for row in _rows(words, sides) if any(row.cells) and row.cells != ((names[0],), (names[1],)))
    return ComparisonView(names, sides, (answer, *sorted(rest, key=lambda row: not row.differs)))


def _name(words: Words, mine: Side, other: Side) -> Rendered:
    """What an answer is called: what was entered otherwise for the other, else what was entered for this one alone."""
    known = {given.fact: given.value for given in other.given}
    own = [given for given in mine.given if known.get(given.fact) != given.value]
    called = [_called(words, given) for given in [one for one in own if one.fact in known] or own]
    return format_list(called or [mine.view.place.on_text], words.language)


def _called(words: Words, given: GivenView) -> Rendered:
    """A value; a yes or a no with what it answers."""
    return words.say("{label}: {value}", label=given.label, value=given.text) if given.value in YES_NO else given.text


def _rows(words: Words, sides: tuple[Side, Side]) -> Iterator[RowView]:
    say = words.say

    def row(
        label: str,
        cell: Callable[[AnswerView], Iterable[str]],
        open_cell: Callable[[OpenView], Iterable[str]] = lambda view: (),
        part: str = "",
    ) -> RowView:
        one, other = (
            tuple(open_cell(side.view) if isinstance(side.view, OpenView) else cell(side.view)) for side in sides
        )
        return RowView(say(label), (one, other), part)

    answers = [side.view for side in sides if isinstance(side.view, AnswerView)]
    yield row(N_("Answer"), lambda view: (view.headline,), _possible)
    yield from _named(sides, lambda side: {one.name: (one.label, one.text) for one in reversed(side.figures)})
    yield from _named(sides, lambda side: {one.name: (one.label, one.text) for one in side.counted})
    yield row(N_("Why"), lambda view: (view.reasons[0].say,), _depending)
    yield row(N_("Where the document can be read in different ways"), _readings, part="readings")
    if answers:
        notes = row(N_("Please also note"), lambda view: (*_conditions(view), *(note.text for note in view.notes)))
        yield replace(notes, label=max(answers, key=lambda one: one.over).noted)
    # NOTE: The steps to take next
    yield row(N_("Next"), _steps)
    yield from _named(sides, lambda side: {one.fact: (one.label, one.text) for one in side.given})


def _conditions(view: AnswerView) -> Iterator[str]:
    """By which clock it goes and what else is remarked, but for readings, and on what it holds."""
    yield from (one.text for one in view.caveats if not one.detail)
    yield from filter(None, [view.settled])


def _readings(view: AnswerView) -> Iterator[str]:
    """Those that may turn the answer, each with how it is read."""
    for one in view.caveats:
        if one.detail:
            yield from (one.text, one.detail)


def _steps(view: AnswerView) -> Iterator[str]:
    """What is surely to be done next: a step that only some have to take would stand for all."""
    if view.next_steps and not view.next_steps.begun:
        yield view.next_steps.title
        yield from (step.text for step in view.next_steps.certain)


def _possible(view: OpenView) -> Iterator[str]:
    yield view.headline
    if len(view.possible) > 1:
        yield from (one.text for one in view.possible)


def _depending(view: OpenView) -> Iterable[str]:
    return dict.fromkeys(one.remark for one in view.possible if one.remark)


def _named(sides: tuple[Side, Side], named: Callable[[Side], Mapping[str, tuple[Rendered, str]]]) -> Iterator[RowView]:
    """What both have under the same name, in the order in which it first stands."""
    one, other = named(sides[0]), named(sides[1])
    for name, (label, _) in {**other, **one}.items():
        yield RowView(label, (_cell(one, name), _cell(other, name)))


def _cell(found: Mapping[str, tuple[Rendered, str]], name: str) -> Cell:
    return (found[name][1],) if name in found else ()


def others(writer: Writer, answer: Answer, given: Mapping[str, str]) -> tuple[OtherView, ...]:
    """What an answer may be compared with at once: the other options of the first choice on which it rests."""
    asking = Asking(writer.policy, answer, given)
    for name in answer.facts:
        groups = asking.neighbours.alike(name) if writer.policy.facts[name].choices() else ()
        values = [group[0] for group in groups if answer.facts[name] not in group]
        if 0 < len(values) <= MOST_OFFERED:
            found = [value for value in values if isinstance(asking.with_(name, value), Answer)]
            return tuple(OtherView(name, writer.label(name), value, writer.name(value, name)) for value in found)
    return ()


def as_compared(view: ComparisonView, words: Words, address: str) -> str:
    """The comparison as plain text, what differs marked; ends with its address and a line break."""
    place, say = view.place, words.say
    lines: list[str] = [say("{label}: {value}", label=place.policy_title, value=place.topic_title)]
    lines.append(say("{question} As of {day}.", question=place.question, day=place.on_text))
    for row in view.rows:
        label = say("{label} (differs)", label=row.label) if row.differs else row.label
        lines += ["", label]
        if row.differs:
            for name, cell in zip(view.names, row.cells, strict=True):
                lines += [say("{label}: {value}", label=name, value="\n  ".join(cell) or ABSENT)]
        else:
            lines += row.cells[0]
    return "\n".join([*lines, "", address]) + "\n"
