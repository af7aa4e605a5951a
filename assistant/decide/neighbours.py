"""Values to try in place of one that is known or not known: every choice, and both sides of every threshold."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, product

from assistant.decide.engine import decide
from assistant.decide.outcome import Answer, Invalid, Needs
from assistant.decide.samples import HOLIDAY_YEAR, ORDINARY, Samples
from assistant.memo import Memo
from assistant.model.policy import Policy
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary.calendars import calendar_for
from assistant.vocabulary.dependencies import cells, every
from assistant.vocabulary.doors import doors
from assistant.vocabulary.facts.moment import NOON
from assistant.vocabulary.trail import Run
from assistant.vocabulary.wording import Value

MOST_OUTCOMES = 300
"""How many outcomes an aspect remembers: most people ask about today, so that one's neighbours are another's."""
SUNDAY, JULY = dt.date(2026, 2, 1), ORDINARY.replace(month=7)
NIGHT = dt.time(23, 30)
MINUTE = dt.timedelta(minutes=1)
QUARTERS = tuple(dt.time(*divmod(minute, 60)) for minute in range(0, 24 * 60, 15))
"""Hours on a clock of their own begin and end at other times of the policy's day than are written."""


class Neighbours:
    """The values worth trying in one aspect, and what comes of them."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect) -> None:
        self.policy, self.topic, self.aspect = policy, topic, aspect
        self.samples = Samples(policy, topic, aspect)
        self.scope, self.mentioned = self.samples.scope, self.samples.mentioned
        self.clocks = sorted(set(self.samples.named_clocks()))
        self._tests = [(name, test) for name, test in self.scope.tests(aspect) if test.of_ids]
        self._cells = [
            cell for name in self.mentioned & self.scope.derived.keys() for cell in cells(self.scope.derived[name])
        ]
        zones = {hours.zone_from for hours in policy.about.hours.values()}
        self._parts = {self.scope.part(calendar) for calendar in policy.about.calendars} | zones
        self._places = sorted(name for name in self._parts if name in self.mentioned)
        self._doors = [doors(self.scope, name) for name in sorted(self.scope.asked(aspect, "hours"))]
        ruled = [one for one in every(self.scope.topic.rules(aspect)) if isinstance(one, Rule)]
        asks_now = any(one.verdict == "open" for one in ruled)
        hours = [
            name for name, test in self.scope.tests(aspect) if any(of == "hours" for of, _ in self.scope.reads(test))
        ]
        self.of_the_day = frozenset(hours if asks_now else ())
        """The moments for which it is asked whether a door is open: they lie on the day that is asked about."""
        shown = (name for one in ruled for name in (*one.dates.values(), *one.values.values()))
        self.counted = frozenset().union(*map(self.scope.reach, shown))
        """What a date or a value is counted from: it differs between days far from any threshold, too."""
        self._alike: Memo[str, tuple[tuple[str, ...], ...]] = Memo(len(policy.facts))
        self._moments: Memo[tuple[Value | None, ...], tuple[dt.datetime, ...]] = Memo(MOST_OUTCOMES)
        self._apart: Memo[tuple[str, str, str], tuple[dt.date, ...]] = Memo(MOST_OUTCOMES)
        self._outcomes: Memo[tuple[object, str], tuple[Answer | Needs | None]] = Memo(MOST_OUTCOMES)

    def thresholds(self, name: str, known: Mapping[str, Value]) -> list[Value]:
        """The values beside every threshold of a day or a number, in order; `known` holds the other facts and `on`."""
        rest = {other: value for other, value in known.items() if other != name}
        return sorted(self.samples.thresholds.of(name, rest), key=size)

    def minutes(self, day: dt.date) -> Iterator[dt.datetime]:
        """The moments of a day at, just before and just after every clock time that the aspect names."""
        for clock in self.clocks:
            at = dt.datetime.combine(day, clock)
            yield from (moment for moment in (at - MINUTE, at, at + MINUTE) if moment.date() == day)

    def alike(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The options of a choice, those together that no condition, table or calendar of the aspect tells apart."""
        return self._alike.get(name, lambda: self._grouped(name))

    def _grouped(self, name: str) -> tuple[tuple[str, ...], ...]:
        groups: dict[object, list[str]] = {}
        for option in self.scope.choices(name):
            groups.setdefault(self._marks(name, option), []).append(option)
        return tuple(map(tuple, groups.values()))

    def _marks(self, name: str, option: str) -> object:
        if name in self._parts:
            return option
        sides = tuple(test.side(option, None) for tested, test in self._tests if tested == name)
        looked_up: list[object] = []
        for cell in self._cells:
            rows = self.policy.tables[cell.table].rows
            if cell.row == name:
                looked_up.append(tuple(rows.get(option, {}).items()))
            if cell.column == name:
                looked_up.append(tuple((row, columns.get(option)) for row, columns in rows.items()))
        return sides, tuple(looked_up)

    def _tried_moments(self, known: Mapping[str, Value]) -> tuple[dt.datetime, ...]:
        """
        By day and by night on an ordinary day, on a Sunday, and where hours begin and end; and one of a week wherever
        other hours are open, in some place that is not known, than at any of these.
        """

        def found() -> tuple[dt.datetime, ...]:
            named = self.clocks if self.samples.opened else []
            moments = [dt.datetime.combine(ORDINARY, clock) for clock in (NOON, *named, NIGHT)]
            moments.append(dt.datetime.combine(SUNDAY, NOON))
            days = (ORDINARY + dt.timedelta(days=number) for number in range(7 if named else 0))
            sides: dict[object, dt.datetime] = {}
            inside = self._inside(known)
            for moment in (*moments, *(moment for day in days for moment in self.minutes(day))):
                sides.setdefault(inside(moment), moment)
            return tuple(dict.fromkeys([*moments, *sides.values()]))

        return self._moments.get(tuple(known.get(name) for name in self._places), found)

    def _moments_of(self, day: dt.date, known: Mapping[str, Value]) -> tuple[dt.datetime, ...]:
        """Noon and night of one day, and the moments before and at which a door opens or closes in some place."""

        def found() -> tuple[dt.datetime, ...]:
            whole = sorted({*self.minutes(day), *(dt.datetime.combine(day, clock) for clock in QUARTERS)})
            sides = [*map(self._inside(known), whole)]
            turns = (place for place, (one, after) in enumerate(pairwise(sides)) if one != after)
            near = [moment for place in turns for moment in whole[place : place + 2]]
            return tuple(dict.fromkeys([*(dt.datetime.combine(day, clock) for clock in (NOON, NIGHT)), *near]))

        return self._moments.get((day, *(known.get(name) for name in self._places)), found)

    def _inside(self, known: Mapping[str, Value]) -> Callable[[dt.datetime], object]:
        """What tells which doors are open at a moment, in every place that may still be meant."""
        given = {name: known[name] for name in self._places if name in known}
        open_ = [name for name in self._places if name not in given]
        runs = [
            Run({**given, **dict(zip(open_, chosen, strict=True))}, ORDINARY)
            for chosen in product(*map(self.scope.choices, open_))
        ]
        return lambda moment: tuple(at(run).inside(moment) for run in runs for at in self._doors)

    def apart(self, part: str, here: str, there: str) -> tuple[dt.date, ...]:
        """The days of a year that are worked in one of two parts of a country only, where this fact names the part."""

        def found() -> tuple[dt.date, ...]:
            calendars = self.policy.about.calendars
            named = (calendars[name] for name in self.samples.calendars if self.scope.part(name) == part)
            both = [(calendar_for(days, here), calendar_for(days, there)) for days in named]
            return tuple(
                day
                for day in HOLIDAY_YEAR
                if any((one.why_closed(day) is None) != (other.why_closed(day) is None) for one, other in both)
            )

        return self._apart.get((part, here, there), found) if part in self._parts else ()

    def of(self, name: str, known: Mapping[str, Value]) -> list[Value]:
        """Values that stand for all that a fact may be: one of each group alike, both sides of every threshold."""
        fact = self.policy.facts[name]
        if fact.choices():
            return [group[0] for group in self.alike(name)]
        near = self.thresholds(name, known)
        match fact.kind():
            case "moment" if name in self.of_the_day and isinstance(day := known.get("on"), dt.date):
                return list(self._moments_of(day, known))
            case "moment":
                return [*self._tried_moments(known), *near]
            case "day":
                return near if near and name not in self.counted else [*dict.fromkeys([*near, ORDINARY, JULY])]
        return near or list(fact.ends())

    def outcome(self, facts: Mapping[str, str], on: str) -> Answer | Needs | None:
        """What comes of these facts, given as canonical texts; None where nothing can be answered."""

        def asked() -> tuple[Answer | Needs | None]:
            found = decide(self.policy, self.topic, self.aspect, facts, on)
            return (None if isinstance(found, Invalid) else found,)

        return self._outcomes.get((tuple(facts.items()), on), asked)[0]


def size(value: Value) -> float:
    """Where a day, a moment (to the minute), a time of day or a number lies among others of its kind."""
    if isinstance(value, dt.time):
        return value.hour * 60 + value.minute
    if isinstance(value, dt.datetime):
        return value.toordinal() + (value.hour * 60 + value.minute) / 1440
    return value.toordinal() if isinstance(value, dt.date) else float(str(value))


def neighbours(policy: Policy, topic: str, aspect: Aspect) -> Neighbours:
    """What is worth trying in an aspect, worked out once for the policy."""
    return policy.worked_out(Neighbours, topic, aspect)
