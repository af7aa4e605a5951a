"""How the names of a topic are worked out: compiled against its dependencies, with the clauses that each rests on."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import attrgetter
from zoneinfo import ZoneInfo

from assistant.model.policy import Policy
from assistant.model.record import unique
from assistant.model.topic import Topic
from assistant.vocabulary.bands import band_of, given_band
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.dependencies import Dependencies, cells
from assistant.vocabulary.derivation import Derivation, Ground, Work
from assistant.vocabulary.facts.day import read_day
from assistant.vocabulary.facts.reading import OURS, ReadingFact
from assistant.vocabulary.trail import Counted, Get, Run, Wanted
from assistant.vocabulary.word import Word
from assistant.vocabulary.wording import Value

GroundOf = Ground | Callable[[Run], Ground]
NOTHING: Ground = (), ()


class Scope(Dependencies):
    """The names of one topic, and how each is worked out."""

    def __init__(self, policy: Policy, topic: Topic) -> None:
        super().__init__(policy, topic)
        self._counts: dict[str, Work] = {}
        self._grounds: dict[str, GroundOf] = {}

    @property
    def zone(self) -> ZoneInfo:
        """The policy's clock."""
        return ZoneInfo(self.policy.about.time_zone)

    def get(self, name: str) -> Get:
        """What gives the value of a name."""
        if name == "on":
            return attrgetter("on")
        if name in self.derived:
            count = self.counted(name)
            return lambda run: count(run).value

        given = self.given(name)
        if not getattr(self.facts.get(name), "bands", None):
            return given

        def number(run: Run) -> Value:
            value = given(run)
            if given_band(value) is not None:
                raise Wanted(name)
            return value

        return number

    def given(self, name: str) -> Get:
        """What gives the value of a name as it was given: of a number it may be its band."""
        if name == "on" or name in self.derived:
            return self.get(name)

        default = OURS if isinstance(self.facts.get(name), ReadingFact) else None

        def given(run: Run) -> Value:
            value = run.facts.get(name)
            if value is None:
                if default is not None:
                    return default
                raise Wanted(name)
            run.used[name] = value
            return value

        return given

    def banded(self, name: str) -> Get:
        """What gives the value of a name, and the band where it is a number that has bands."""
        given, bands = self.given(name), getattr(self.facts.get(name), "bands", None)
        if not bands:
            return given

        def band(run: Run) -> Value:
            value = given(run)
            found = given_band(value)
            if found is None and isinstance(value, int | Decimal):
                found = band_of(bands, value)
            return value if found is None else found

        return band

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


def _joined(parts: list[GroundOf]) -> GroundOf:
    """All parts as one; what depends on the run is put together once for each way in which it comes out."""
    found = [part if isinstance(part, tuple) else NOTHING for part in parts]
    moving = [(place, part) for place, part in enumerate(parts) if not isinstance(part, tuple)]
    if not moving:
        return _together(found)
    known: dict[tuple[Ground, ...], Ground] = {}

    def joined(run: Run) -> Ground:
        key = tuple([part(run) for _, part in moving])
        return known.get(key) or known.setdefault(key, _together(_filled(key)))

    def _filled(key: tuple[Ground, ...]) -> list[Ground]:
        whole = found.copy()
        for (place, _), part in zip(moving, key, strict=True):
            whole[place] = part
        return whole

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
