"""
What words work on and what they leave behind: the run with its values, the steps taken, the conditions tested; and what
every step and every condition must say of itself.
"""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from assistant.errors import Wording
from assistant.model.calendar import Hours
from assistant.model.quantity import Quantity, common
from assistant.model.table import Table
from assistant.vocabulary.calendars import Calendar, Skipped
from assistant.vocabulary.days import as_day
from assistant.vocabulary.word import Word
from assistant.vocabulary.wording import Label, Value


class Step(Word):
    """One step on the way to a day."""

    passes: ClassVar[Literal["", "days", "numbered"]] = ""
    """Whether days on the way are looked at, and those worked are counted: how the strip of days shows it."""
    takes: ClassVar[Literal["", "moment"]] = ""
    """What it must start from; empty where a day will do as well as a moment."""
    gives: ClassVar[Literal["", "day", "moment"]] = ""
    """What it leads to; empty for what it started from."""
    alike: ClassVar[bool] = False
    """Whether the days that it names are of one kind with the one so far: all days, or all moments."""

    @classmethod
    def leads(cls, start: str, written: Mapping[str, object], tables: Mapping[str, Table]) -> str:
        """The kind of what it leads to from a `day`, a `moment` or what may be `any`, as it is `written` in content."""
        return cls.gives or start

    @abstractmethod
    def compiled(self, names: "Names") -> "Move":
        """The step as a function."""

    @abstractmethod
    def explain(self, taken: "Taken") -> Wording:
        """What was done, for people: with `day`, where it led."""

    def looked(self, taken: "Taken") -> tuple[dt.date, dt.date]:
        """The first and the last day of which it was looked at whether a calendar works them, where it has one."""
        before, after = as_day(taken.before), as_day(taken.after)
        return min(before, after), max(before, after)

    def clocks(self, names: "Names") -> Iterator[dt.time]:
        """The times of day at which its outcome changes, for the walk; those of hours that it reads are known."""
        return iter(())

    def side(self, taken: "Taken") -> int | None:
        """On which side of an edge of its own it came out, for the walk; None where it has no such edge."""
        return None


class Condition(Word):
    """A test of something that has a name."""

    of_ids: ClassVar[bool] = False
    """Whether it asks which of some ids a value is; else it asks about a day, a moment or a number."""
    recurs: ClassVar[bool] = False
    """Whether its outcome changes again and again from one end of the days to the other, for the walk."""
    fits: ClassVar[frozenset[str]] = frozenset({"day", "moment"})
    """The kinds of values that it can test."""

    @abstractmethod
    def compiled(self, name: str, names: "Names") -> "Ask":
        """The condition on what `name` stands for, as a function."""

    @abstractmethod
    def explain(self, name: str, against: "Against" = None) -> Wording:
        """The condition in words; `against` is what a value is held against, where it is held against something."""

    def each(self) -> "tuple[Condition, ...]":
        """The tests that are asked one by one: several of one name are written as one."""
        return (self,)

    def sets(self) -> "tuple[Mapping[str, Condition], ...]":
        """The sets of conditions among which it chooses; none for a single test."""
        return ()

    def operands(self) -> tuple[str, ...]:
        """What a value is held against: literals or names; none where it is held against nothing."""
        return ()

    def side(self, value: Value, against: Value | None) -> Hashable:
        """On which side of the condition's edges a value lies, for the walk; None where it has no edge of its own."""
        return None


Against = Value | Label | tuple[Value | Label, ...] | None
"""What a value is held against: several where a condition has several operands."""


class Tested(NamedTuple):
    """One condition as it was asked: what was tested, its value, the test, what it was held against, the outcome."""

    name: str
    value: Value
    test: Condition
    against: Value | tuple[Value, ...] | None
    held: bool


class Taken(NamedTuple):
    """One step of a date: from one day to the next, with what it counted and what it skipped."""

    step: Step
    before: dt.date
    after: dt.date
    amount: int | Decimal | dt.time | dt.date | None = None
    skipped: Skipped = ()
    late: bool = False
    calendar: str | None = None


Grain = Fraction | None
"""Of what all values of an amount are whole multiples; None where they may be anything."""


class AmountStep(Word):
    """One step on the way to an amount."""

    adds: ClassVar[bool] = False
    """Whether it works with another amount of the same kind; else with a plain number."""

    @abstractmethod
    def compiled(self, names: "Names") -> "Reckon":
        """The step as a function."""

    @abstractmethod
    def explain(self, reckoned: "Reckoned") -> Wording:
        """What was done, for people: with `result`, what came of it."""

    @classmethod
    def grain(cls, before: Grain, operand: Grain, written: Fraction | None) -> Grain:
        """
        Of what everything that comes of it is a whole multiple: of a cent, of a third of one. `before` is that of what
        it starts from, `operand` that of what it works with, which is `written` where that is a number.
        """
        return None if before is None or operand is None else common(before, operand)


class Reckoned(NamedTuple):
    """One step of an amount: from one number to the next, with what it was worked out with."""

    step: AmountStep
    before: Quantity
    after: Quantity
    amount: Value


class Counted(NamedTuple):
    """
    A derived value with its counting: where it started, the steps taken, and what it rests on; of an amount, how it was
    reckoned.
    """

    name: str
    value: Value
    start: Value | None = None
    started_from: str | None = None
    steps: tuple[Taken, ...] = ()
    cites: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()


class Wanted(Exception):
    """A fact is needed that was not given."""

    def __init__(self, fact: str) -> None:
        self.fact = fact


class Run:
    """One asking: the facts given and the day asked about; `used` and `counted` fill up as the rules ask."""

    __slots__ = ("counted", "facts", "on", "used")

    def __init__(self, facts: Mapping[str, Value], on: dt.date) -> None:
        self.facts, self.on = facts, on
        self.used: dict[str, Value] = {}
        self.counted: dict[str, Counted] = {}


Reckon = Callable[[Run, Quantity], Reckoned]
"""A compiled step of an amount. Raises `Refusal` where it divides by zero, or mixes currencies."""
Move = Callable[[Run, dt.date], Taken]
"""A compiled step. Raises `Refusal` for a day beyond the range, or for which no holidays are known."""
Read = Callable[[Run], object]
"""Reads something that an outcome depends on: a value, a calendar."""
Get = Callable[[Run], Value]
"""Gives a value: a fact's, which is then used, or one worked out. Raises `Wanted`, or `Refusal` for a day beyond."""


class Ask(NamedTuple):
    """A compiled condition: `inputs` are read in this order, and what comes of it depends on nothing else."""

    inputs: tuple[Read, ...]
    tested: Callable[..., Tested]

    def of(self, run: Run) -> Tested:
        """What comes of it in an asking. Raises `Wanted`."""
        return self.tested(*[get(run) for get in self.inputs])


class Names(Protocol):
    """What a word is compiled against: the names of one topic of one policy, and what each stands for."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The policy's tables."""

    @property
    def hours(self) -> Mapping[str, Hours]:
        """The policy's opening hours."""

    @property
    def zone(self) -> ZoneInfo:
        """The policy's clock."""

    def known(self, name: str) -> bool:
        """Whether a name stands for something; otherwise it is a literal."""

    def get(self, name: str) -> Get:
        """What gives the value of a name."""

    def given(self, name: str) -> Get:
        """What gives the value of a name as it was given: of a number it may be its band, as `band:small`."""

    def banded(self, name: str) -> Get:
        """What gives the value of a name, and the band where it is a number that has bands."""

    def day(self, text: str) -> Get:
        """What gives the value of a name, or the day that is written."""

    def choices(self, name: str) -> tuple[str, ...]:
        """Every id that a name may stand for: the options of a choice, the bands of something derived; else none."""

    def calendar(self, name: str) -> Callable[[Run], Calendar]:
        """What gives a calendar; it may ask for the fact that names the part of a country."""
