"""How the names of a topic are worked out: compiled against its dependencies, with the clauses that each rests on."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import attrgetter
from zoneinfo import ZoneInfo

from assistant.memo import Made
from assistant.model.policy import Policy
from assistant.model.topic import Topic
from assistant.vocabulary.bands import finder, given_band
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.condition import When, asked
from assistant.vocabulary.dependencies import Dependencies, cells
from assistant.vocabulary.derivation import Rests, Work, fixed, joined, remembered, together
from assistant.vocabulary.facts.moment import read_day
from assistant.vocabulary.facts.reading import OURS, ReadingFact
from assistant.vocabulary.step import Cell
from assistant.vocabulary.trail import Ask, Counted, Get, Read, Run, Wanted
from assistant.vocabulary.word import Word
from assistant.vocabulary.wording import Value


class Scope(Dependencies):
    """The names of one topic, and how each is worked out."""

    def __init__(self, policy: Policy, topic: Topic) -> None:
        super().__init__(policy, topic)
        self._counts: dict[str, Work] = {}
        self._gets: dict[tuple[str, str], Get] = {}
        self._bases: dict[Read, tuple[Read, ...]] = {}
        self._grounds: dict[str, Rests] = {}

    @property
    def zone(self) -> ZoneInfo:
        """The policy's clock."""
        return ZoneInfo(self.policy.about.time_zone)

    def get(self, name: str) -> Get:
        """What gives the value of a name; the same whenever it is asked for, so that what reads alike can be told."""
        return self._once(self._get, name)

    def given(self, name: str) -> Get:
        """What gives the value of a name as it was given: of a number it may be its band."""
        return self._once(self._given, name)

    def banded(self, name: str) -> Get:
        """What gives the value of a name, and the band where it is a number that has bands."""
        return self._once(self._banded, name)

    def _once(self, make: Callable[[str], Get], name: str) -> Get:
        key = make.__name__, name
        return self._gets.get(key) or self._gets.setdefault(key, make(name))

    def _get(self, name: str) -> Get:
        given = self.given(name)
        if not getattr(self.facts.get(name), "bands", None):
            return given

        def number(run: Run) -> Value:
            value = given(run)
            if given_band(value) is not None:
                raise Wanted(name)
            return value

        return number

    def _given(self, name: str) -> Get:
        if name == "on":
            return attrgetter("on")
        if name in self.derived:
            return self._value_of(name)

        default = OURS if isinstance(self.facts.get(name), ReadingFact) else None

        def given(run: Run) -> Value:
            try:
                value = run.used[name] = run.facts[name]
            except KeyError:
                if default is None:
                    raise Wanted(name) from None
                return default
            return value

        return given

    def _banded(self, name: str) -> Get:
        given, bands = self.given(name), getattr(self.facts.get(name), "bands", None)
        if not bands:
            return given
        find = finder(bands)

        def band(run: Run) -> Value:
            value = given(run)
            found = given_band(value)
            if found is None and isinstance(value, int | Decimal):
                found = find(value)
            return value if found is None else found

        return band

    def day(self, text: str) -> Get:
        """What gives the value of a name, or the day that is written."""
        if self.known(text):
            return self.get(text)
        day = read_day(text)
        return lambda run: day

    def asks(self, when: When) -> tuple[Ask, ...]:
        """Conditions, compiled, in the order in which they are asked."""
        return tuple(test.compiled(name, self) for name, test in asked(when))

    def calendar(self, name: str) -> Callable[[Run], Calendar]:
        """What gives a calendar; it may ask for the fact that names the part of a country."""
        days, part = self.policy.about.calendars[name], self.part(name)
        if part is None:
            calendar = calendar_for(days, None)
            return lambda run: calendar
        option, parts = self.get(part), Made[Value, Calendar](lambda chosen: calendar_for(days, str(chosen)))
        return lambda run: parts[option(run)]

    def inputs(self, reads: Iterable[Read]) -> tuple[Read, ...]:
        """
        What these depend on, in the order in which it is read: what is derived from ids alone is traced back to them,
        and what is fixed to nothing.
        """
        return tuple(dict.fromkeys(base for read in reads for base in self._bases.get(read, (read,))))

    def _value_of(self, name: str) -> Get:
        count, bases = self.counted(name), self.ids_below([name])

        def get(run: Run) -> Value:
            return count(run).value

        if bases is not None:
            self._bases[get] = bases
        return get

    def ids_below(self, names: Iterable[str]) -> tuple[Read, ...] | None:
        """The ids on which all of these derived things depend; None where one depends on anything else."""
        reads = [read for name in names for read in self.reads(self.derived[name])]
        read = [id_ for kind, id_ in reads if kind == "name"]
        if any(kind not in ("name", "table") for kind, _ in reads) or not all(map(self.choices, read)):
            return None
        return self.inputs(map(self.get, read))

    def counted(self, name: str) -> Work:
        """
        What works out something derived, with the clauses and readings that it rests on: once for each of the ids that
        it depends on where there is nothing else, or else once a run.
        """
        if name not in self._counts:
            work = self.derived[name].compiled(name, self, self.ground(name).of)
            bases = self.ids_below([name])
            self._counts[name] = _once_a_run(name, work) if bases is None else remembered(together(bases), work)
        return self._counts[name]

    # What it rests on

    def ground(self, name: str) -> Rests:
        """The clauses and readings behind something derived."""
        if name not in self._grounds:
            one = self.derived[name]
            self._grounds[name] = joined([fixed(one.cites, one.readings), *self._grounds_below(one)])
        return self._grounds[name]

    def _grounds_below(self, one: Word) -> Iterator[Rests]:
        found = cells(one)
        for kind, id_ in self.reads(one):
            if kind == "name" and id_ in self.derived:
                yield self.ground(id_)
            elif kind == "calendar":
                days = self.policy.about.calendars[id_]
                yield fixed(days.cites, days.readings)
            elif kind == "hours":
                yield fixed(self.hours[id_].cites, self.hours[id_].readings)
            elif kind == "table":
                yield self._cell_ground(next(found))

    def _cell_ground(self, cell: Cell) -> Rests:
        about = self.tables[cell.table].about
        if not about.cell_cites and not about.doubts:
            return fixed(about.cites)
        place = cell.place(self)
        known = {
            (row, column): (
                about.cell_cites.get(row, {}).get(column, about.cites),
                tuple(one.reading for one in about.doubts if (one.row, one.column) == (row, column)),
            )
            for row, columns in self.tables[cell.table].rows.items()
            for column in columns
        }
        return Rests(cell.named(self), lambda run: known[place(run)])


def _once_a_run(name: str, work: Work) -> Work:
    def counted(run: Run) -> Counted:
        found = run.counted.get(name)
        if found is None:
            found = run.counted[name] = work(run)
        return found

    return counted


def scope_of(policy: Policy, topic: str) -> Scope:
    """The names of a topic, worked out once for the policy. Raises `KeyError` where there is no such topic."""
    return policy.worked_out(_scope, topic)


def _scope(policy: Policy, topic: str) -> Scope:
    return Scope(policy, policy.topics[topic])
