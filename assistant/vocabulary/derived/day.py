"""`start`: a day or a moment reached in steps."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar

from assistant.model.table import Table
from assistant.vocabulary.days import as_day, changes_on, in_range, on_clock
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Counted, Names, Run, Step, Taken
from assistant.vocabulary.word import DAY_OR_NAME, Registry


@DERIVATIONS.register
class DerivedDay(Derivation):
    """A day or a moment: from `start` (a literal day, a fact, `on`, another derived day) through the steps."""

    example = "{label: Last day, start: event_on, steps: [{add_days: -7}], cites: [deadline]}"

    taken: ClassVar[Registry[Step]] = STEPS
    """The words for its steps."""

    start: Annotated[str, DAY_OR_NAME]
    """The day to start from."""
    steps: tuple[Annotated[Step, STEPS], ...] = ()
    """What is done to the day, in this order."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        """
        Takes the steps one by one. On the way a day may lie beyond the range: the day before 2100-01-01 does not. A
        moment that steps lead to is one that the clock shows: `Refusal` (`no-such-moment`) for one that it skips.
        """
        start, moves = names.day(self.start), [step.compiled(names) for step in self.steps]
        zone, started_from = names.zone, self.start if names.known(self.start) else None
        if started_from is None and not moves:
            return lambda run: Counted(name, start(run), None, None, (), *ground(run))

        def work(run: Run) -> Counted:
            begun = day = start(run)
            if moves and not isinstance(day, dt.date):
                day = as_day(day)
            taken: list[Taken] = []
            for move in moves:
                taken.append(step := move(run, day))  # type: ignore[arg-type]  # a day, as checked before the first step
                day = step.after
            if isinstance(day, dt.date):
                in_range(day)
            if taken and type(day) is dt.datetime and changes_on(day.date(), zone):
                on_clock(day, zone)
            return Counted(name, day, begun, started_from, tuple(taken), *ground(run))

        return work

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        """Its start may be any name; each step then leads to a day or a moment."""
        start = str(written.get("start") or "")
        now = "day" if start[:1].isdigit() else of(start)
        for step in written.get("steps") or ():
            word = next((one for key, one in STEPS.words.items() if isinstance(step, Mapping) and key in step), None)
            now = word.leads(now, step, tables) if word is not None else "any"
        return now, ()

    def passed(self) -> tuple[Step, ...]:
        return self.steps

    @property
    def edged(self) -> bool:
        return any(type(step).side is not Step.side for step in self.steps)

    def side(self, counted: Counted) -> object:
        return tuple(step.side(taken) for step, taken in zip(self.steps, counted.steps, strict=True))
