"""`add_days`, `add_weeks`, `add_months`, `add_years`, `add_hours`, `add_minutes`, `add`: so many of a unit of time."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

from assistant.errors import Wording, worded
from assistant.model.quantity import Duration
from assistant.model.record import Id
from assistant.model.table import Table
from assistant.vocabulary.days import add_months, as_moment, days_later, passing, time_later
from assistant.vocabulary.step import STEPS, Cell, CountOf, SomeOf, count, some
from assistant.vocabulary.trail import Move, Names, Run, Step, Taken
from assistant.vocabulary.word import CALENDAR

UNITS = {"h": "add_hours", "min": "add_minutes", "d": "add_days", "wd": "add_working_days"}
"""The word that adds each unit."""


class Added(Step):
    """So many of a unit later; earlier with a minus."""

    number: ClassVar[Callable[..., Callable[[Run], int | Decimal]]] = staticmethod(count)
    """What gives how many: whole numbers, or decimals too."""
    later: ClassVar[Callable[..., dt.date]]
    """The day or moment so many later, on a clock."""
    ahead: ClassVar[Wording]
    back: ClassVar[Wording]
    """What was done, with a `count` from 0 on, and the `day` where it led: later, and earlier."""

    def many(self) -> int | str | Cell:
        """How many, as it is written."""
        found: int | str | Cell = getattr(self, self.key())
        return found

    def compiled(self, names: Names) -> Move:
        number, later, zone = self.number(names, self.many()), self.later, names.zone

        def move(run: Run, day: dt.date) -> Taken:
            many = number(run)
            return Taken(self, day, later(day, many, zone), many)

        return move

    def explain(self, taken: Taken) -> Wording:
        """How many, and where it led; of a step that was never taken, none."""
        many = taken.amount if isinstance(taken.amount, int | Decimal) else 0
        return (self.back if many < 0 else self.ahead).holding(count=abs(many), day=taken.after)


def _passed(unit: dt.timedelta) -> Callable[[dt.date, int | Decimal, ZoneInfo], dt.date]:
    """So many of a unit later, as they really pass: a change to or from summer time counts."""
    return lambda day, many, zone: time_later(as_moment(day), passing(many, unit), zone)


@STEPS.register
class AddDays(Added):
    """So many calendar days later; earlier with a minus. A moment keeps its time."""

    known_as = ("days", "plus_days", "subtract_days", "days_before", "days_after")
    example = "{add_days: 14}"
    back = worded("{count} day earlier: {day}", "{count} days earlier: {day}")
    ahead = worded("{count} day later: {day}", "{count} days later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, many))

    add_days: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddWeeks(Added):
    """So many calendar weeks later, on the same day of the week; earlier with a minus. A moment keeps its time."""

    known_as = ("weeks", "subtract_weeks")
    example = "{add_weeks: 2}"
    back = worded("{count} week earlier: {day}", "{count} weeks earlier: {day}")
    ahead = worded("{count} week later: {day}", "{count} weeks later: {day}")
    later = staticmethod(lambda day, many, zone: days_later(day, 7 * many))

    add_weeks: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddMonths(Added):
    """
    So many months later, earlier with a minus: on the same day of the month, or on the month's last day where it has no
    such day.
    """

    known_as = ("months", "subtract_months")
    example = "{add_months: -1}"
    back = worded("{count} month earlier: {day}", "{count} months earlier: {day}")
    ahead = worded("{count} month later: {day}", "{count} months later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, many))

    add_months: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddYears(Added):
    """So many years later, earlier with a minus; 29 February becomes the 28th where the year has none."""

    known_as = ("years", "subtract_years")
    example = "{add_years: 2}"
    back = worded("{count} year earlier: {day}", "{count} years earlier: {day}")
    ahead = worded("{count} year later: {day}", "{count} years later: {day}")
    later = staticmethod(lambda day, many, zone: add_months(day, 12 * many))

    add_years: CountOf
    """How many: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddHours(Added):
    """So many hours later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("hours", "subtract_hours")
    example = "{add_hours: 24}"
    takes = gives = "moment"
    back = worded("{count} hour earlier: {day}", "{count} hours earlier: {day}")
    ahead = worded("{count} hour later: {day}", "{count} hours later: {day}")
    later = staticmethod(_passed(dt.timedelta(hours=1)))
    number = staticmethod(some)

    add_hours: SomeOf
    """How many, 0.5 for half an hour: a number, its name, or the table's cell that says it."""


@STEPS.register
class AddMinutes(Added):
    """So many minutes later, earlier with a minus, as they really pass: a change to or from summer time counts."""

    known_as = ("minutes", "subtract_minutes")
    example = "{add_minutes: 30}"
    takes = gives = "moment"
    back = worded("{count} minute earlier: {day}", "{count} minutes earlier: {day}")
    ahead = worded("{count} minute later: {day}", "{count} minutes later: {day}")
    later = staticmethod(_passed(dt.timedelta(minutes=1)))

    add_minutes: CountOf
    """How many: a number, its name, or the table's cell that says it."""


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
