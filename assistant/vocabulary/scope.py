"""
What leans on what in a policy: the names of each topic, what each stands for, what it reads, and how it is worked out.

This is the one map of dependencies. It is made from what the words say of themselves and hangs on the policy, so that
the engine, the walk, the matcher, the neighbours of an answer and the coverage of clauses all follow the same edges.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from assistant.model.policy import Policy
from assistant.model.record import unique
from assistant.model.rule import Aspect, Group, Item, Rule
from assistant.model.topic import Topic
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.condition import When
from assistant.vocabulary.derivation import Derivation, Ground, Work
from assistant.vocabulary.facts.day import read_day
from assistant.vocabulary.trail import Counted, Get, Run, Wanted
from assistant.vocabulary.word import Word
from assistant.vocabulary.wording import Value

Reads = tuple[tuple[str, str], ...]
"""Kinds and ids of what is read, in order: `name`, `table`, `calendar`, `hours`."""
GroundOf = Ground | Callable[[Run], Ground]


class Scope:
    """The names of one topic."""

    def __init__(self, policy: Policy, topic: Topic) -> None:
        self.policy, self.topic = policy, topic
        self.facts, self.tables, self.hours = policy.facts, policy.tables, policy.about.hours
        self.derived: dict[str, Derivation] = {**policy.shared.derived, **topic.derived}
        self._counts: dict[str, Work] = {}
        self._grounds: dict[str, GroundOf] = {}
        self._reach: dict[str, frozenset[str]] = {}

    # What names stand for

    def known(self, name: str) -> bool:
        """Whether a name stands for something; otherwise it is a literal."""
        return name == "on" or name in self.facts or name in self.derived

    def choices(self, name: str) -> tuple[str, ...]:
        """Every id that a name may stand for: the options of a choice, the bands of something derived; else none."""
        one = self.derived.get(name) or self.facts.get(name)
        return one.choices() if one is not None else ()

    def ids(self, name: str) -> tuple[str, ...]:
        """The rows or columns that a name may stand for in a table; the name itself where it is one of them."""
        return self.choices(name) or (name,)

    # What words read

    def reads(self, word: Word) -> Iterator[tuple[str, str]]:
        """What a word reads, names that are literals left out; opening hours bring their calendar, that its fact."""
        for kind, id_ in word.reads():
            if kind == "hours":
                yield kind, id_
                yield from self._calendar(self.hours[id_].calendar)
            elif kind == "calendar":
                yield from self._calendar(id_)
            elif kind != "name" or self.known(id_):
                yield kind, id_

    def _calendar(self, name: str) -> Iterator[tuple[str, str]]:
        if part := self.part(name):
            yield "name", part
        yield "calendar", name

    def part(self, calendar: str) -> str | None:
        """The fact that names the part of the country whose holidays a calendar keeps."""
        kept = self.policy.about.calendars[calendar].holidays
        return kept.part_from if kept else None

    def read_by(self, names: Iterable[str], kind: str) -> frozenset[str]:
        """The ids of one kind that any of these names reads itself."""
        return frozenset(
            id_ for name in names if name in self.derived for of, id_ in self.reads(self.derived[name]) if of == kind
        )

    def reach(self, name: str) -> frozenset[str]:
        """A name and all that it leans on, down to the facts and `on`; nothing where it stands for nothing."""
        found = self._reach.get(name)
        if found is None:
            below = self.read_by((name,), "name")
            found = frozenset({name} if self.known(name) else ()).union(*map(self.reach, below))
            self._reach[name] = found
        return found

    # What an aspect asks

    def whens(self, aspect: Aspect) -> Iterator[When]:
        """Every set of conditions in an aspect: of rules, groups and notes."""
        for item in every(self.topic.rules(aspect)):
            yield item.when
            if isinstance(item, Rule):
                yield from (use.when for use in item.notes)

    def asked(self, aspect: Aspect, kind: str) -> frozenset[str]:
        """The ids of one kind that the conditions of an aspect read."""
        tests = (test for when in self.whens(aspect) for test in when.values())
        return frozenset(id_ for test in tests for of, id_ in self.reads(test) if of == kind)

    def in_aspect(self, aspect: Aspect) -> frozenset[str]:
        """Every name that an aspect mentions, with all that these lean on."""
        named = {name for when in self.whens(aspect) for name in when} | self.asked(aspect, "name")
        for item in every(self.topic.rules(aspect)):
            if isinstance(item, Rule):
                named |= {*item.asks, *item.dates.values(), *item.values.values()}
        return frozenset().union(*map(self.reach, named))

    def counted_on(self, aspect: Aspect, kind: str) -> frozenset[str]:
        """The calendars, opening hours or tables that an aspect reads, in conditions and in what is worked out."""
        return self.asked(aspect, kind) | self.read_by(self.in_aspect(aspect), kind)

    # How it is worked out

    def get(self, name: str) -> Get:
        """What gives the value of a name."""
        if name == "on":
            return attrgetter("on")
        if name in self.derived:
            count = self.counted(name)
            return lambda run: count(run).value

        def given(run: Run) -> Value:
            value = run.facts.get(name)
            if value is None:
                raise Wanted(name)
            run.used[name] = value
            return value

        return given

    def day(self, text: str) -> Get:
        """What gives the value of a name, or the day that is written."""
        if self.known(text):
            return self.get(text)
        day = read_day(text)
        return lambda run: day

    def calendar(self, name: str) -> Callable[[Run], Calendar]:
        """What gives a calendar; it may ask for the fact that names the part of a country."""
        days, part = self.policy.about.calendars[name], self.part(name)
        if part is None:
            calendar = calendar_for(days, None)
            return lambda run: calendar
        option, parts = self.get(part), dict[Value, Calendar]()

        def of_part(run: Run) -> Calendar:
            chosen = option(run)
            return parts.get(chosen) or parts.setdefault(chosen, calendar_for(days, str(chosen)))

        return of_part

    def counted(self, name: str) -> Work:
        """What works out something derived, once a run, with the clauses and readings that it rests on."""
        if name not in self._counts:
            self._counts[name] = self._counted(name)
        return self._counts[name]

    def _counted(self, name: str) -> Work:
        ground = self.ground(name)
        fixed, of_run = (ground, None) if isinstance(ground, tuple) else (((), ()), ground)
        work = self.derived[name].compiled(name, self, fixed)

        def grounded(run: Run) -> Counted:
            found = work(run)
            if of_run is None:
                return found
            cites, readings = of_run(run)
            return found._replace(cites=cites, readings=readings)

        once = self._by_ids(self.derived[name], grounded)

        def counted(run: Run) -> Counted:
            found = run.counted.get(name)
            if found is None:
                found = run.counted[name] = once(run)
            return found

        return counted

    def _by_ids(self, one: Derivation, work: Work) -> Work:
        """The same, worked out once for each of the ids that it reads, where it reads nothing else."""
        reads = tuple(self.reads(one))
        names = [id_ for kind, id_ in reads if kind == "name"]
        if any(kind not in ("name", "table") for kind, _ in reads) or not all(map(self.choices, names)):
            return work
        gets, known = tuple(map(self.get, names)), dict[tuple[Value, ...], Counted]()

        def of_ids(run: Run) -> Counted:
            key = tuple([get(run) for get in gets])
            return known.get(key) or known.setdefault(key, work(run))

        return of_ids

    # What it rests on

    def ground(self, name: str) -> GroundOf:
        """The clauses and readings behind something derived; a function where they depend on which cell is read."""
        if name not in self._grounds:
            one = self.derived[name]
            self._grounds[name] = _joined([(one.cites, one.readings), *self._grounds_below(one)])
        return self._grounds[name]

    def _grounds_below(self, one: Word) -> Iterator[GroundOf]:
        found = cells(one)
        for kind, id_ in self.reads(one):
            if kind == "name" and id_ in self.derived:
                below = self.ground(id_)
                yield below if isinstance(below, tuple) else self._again(id_)
            elif kind == "calendar":
                days = self.policy.about.calendars[id_]
                yield days.cites, days.readings
            elif kind == "hours":
                yield self.hours[id_].cites, self.hours[id_].readings
            elif kind == "table":
                yield self._cell_ground(next(found))

    def _again(self, name: str) -> Callable[[Run], Ground]:
        counted = self.counted(name)
        return lambda run: (counted(run).cites, counted(run).readings)

    def _cell_ground(self, cell: Cell) -> GroundOf:
        about = self.tables[cell.table].about
        if not about.cell_cites and not about.doubts:
            return about.cites, ()
        place = cell.place(self)
        known = {
            (row, column): (
                about.cell_cites.get(row, {}).get(column, about.cites),
                tuple(one.reading for one in about.doubts if (one.row, one.column) == (row, column)),
            )
            for row, columns in self.tables[cell.table].rows.items()
            for column in columns
        }
        return lambda run: known[place(run)]


def cells(word: Word) -> Iterator[Cell]:
    """The table cells that a word reads, in the order of `reads`."""
    if isinstance(word, Cell):
        yield word
        return
    for field in type(word).model_fields:
        value = getattr(word, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Word):
                yield from cells(one)


def _joined(parts: list[GroundOf]) -> GroundOf:
    fixed = [part for part in parts if isinstance(part, tuple)]
    if len(fixed) == len(parts):
        return _together(fixed)
    known: dict[tuple[Ground, ...], Ground] = {}

    def joined(run: Run) -> Ground:
        found = tuple(part if isinstance(part, tuple) else part(run) for part in parts)
        return known.get(found) or known.setdefault(found, _together(found))

    return joined


def _together(parts: Iterable[Ground]) -> Ground:
    cites, readings = zip(*parts, strict=True)
    return unique(cites), unique(readings)


class Scopes(dict[str, Scope]):
    """The scope of each topic of a policy: `policy.worked_out(Scopes)`."""

    def __init__(self, policy: Policy) -> None:
        super().__init__({topic.id: Scope(policy, topic) for topic in policy.topics.values()})


def scope_of(policy: Policy, topic: str) -> Scope:
    """The names of a topic, worked out once for the policy."""
    return policy.worked_out(Scopes)[topic]


def every(items: Iterable[Item]) -> Iterator[Rule | Group]:
    """Every rule and group of a linked list, those inside groups too."""
    for item in items:
        if isinstance(item, Rule | Group):
            yield item
        if isinstance(item, Group):
            yield from every(item.then)
