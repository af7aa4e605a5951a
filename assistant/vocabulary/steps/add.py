"""`add`: the length of time that a table's cell says."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from assistant.errors import Wording
from assistant.model.quantity import Duration
from assistant.model.record import Id
from assistant.model.table import Table
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.step import STEPS
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR

UNITS = {"h": "add_hours", "min": "add_minutes", "d": "add_days", "wd": "add_working_days"}
"""The word that adds each unit."""


@STEPS.register
class Add(Step):
    """Adds the length of time in a table's cell: 4h, 30min, 2d, or 3wd for working days of `calendar`."""

    example = "{add: {table: reaction, row: severity}, calendar: office}"

    add: Cell
    """The cell: {table: notice, row: kind}."""
    calendar: Annotated[Id | None, CALENDAR] = None
    """The calendar for working days."""

    @classmethod
    def leads(cls, start: str, written: Mapping[str, object], tables: Mapping[str, Table]) -> str:
        """Working days lead to a day; hours start from a moment and lead to one; with both among the cells, to any."""
        words = [STEPS.words[UNITS[unit]] for unit in units(written, tables)]
        found = {word.gives or start for word in words}
        return found.pop() if len(found) == 1 else "any"

    def compiled(self, names: Names) -> Move:
        get, known = self.add.compiled(names), dict[Duration, Move]()

        def move(run: Run, day: dt.date) -> Taken:
            duration = get(run)
            if not isinstance(duration, Duration):
                raise TypeError(f"not a length of time: {duration!r}")
            moved = known.get(duration) or known.setdefault(duration, self._adding(duration).compiled(names))
            return moved(run, day)

        return move

    def _adding(self, duration: Duration) -> Step:
        """The step by which a length of time is added. Raises `TypeError` for working days without a calendar."""
        calendar = {"calendar": self.calendar} if duration.unit == "wd" else {}
        if duration.unit == "wd" and self.calendar is None:
            raise TypeError(f"{duration} without a calendar")
        number = duration.number if duration.unit == "h" else int(duration.number)
        return STEPS.words[UNITS[duration.unit]].model_validate({UNITS[duration.unit]: number, **calendar})

    def explain(self, taken: Taken) -> Wording:
        return taken.step.explain(taken)


def units(written: Mapping[str, object], tables: Mapping[str, Table]) -> set[str]:
    """The units of the lengths of time that stand in the table of a cell as it is `written` in content."""
    cell = written.get("add")
    name, column = (str(cell.get("table")), cell.get("column")) if isinstance(cell, Mapping) else ("", None)
    rows = tables[name].rows.values() if name in tables else ()
    cells = (value for row in rows for key, value in row.items() if column not in row or key == column)
    return {value.unit for value in cells if isinstance(value, Duration)}
