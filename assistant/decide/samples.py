"""Values to try for a fact: every choice, both sides of every threshold, and the days on which calendars go wrong."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from assistant.decide.thresholds import Thresholds
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.rule import Aspect
from assistant.vocabulary.calendars import calendar_for
from assistant.vocabulary.days import as_day
from assistant.vocabulary.facts.moment import NOON
from assistant.vocabulary.wording import Value

ORDINARY = dt.date(2026, 3, 18)
"""A Wednesday on which nothing begins or ends and no state has a holiday."""
DAYS = (
    ORDINARY,
    dt.date(2026, 1, 31),  # a month's last day, and a Saturday
    dt.date(2026, 2, 1),  # a month's first day, and a Sunday
    dt.date(2028, 2, 29),
    dt.date(2026, 12, 31),  # tomorrow is another year, and a holiday nearly everywhere
    FIRST_DAY,
    LAST_DAY,
)
HOLIDAY_YEAR = tuple(dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(365))
SECOND = dt.timedelta(seconds=1)


class Samples:
    """What to try in one aspect, given what is known so far."""

    def __init__(self, policy: Policy, topic: str, aspect: Aspect) -> None:
        self.policy, self.aspect = policy, aspect
        self.thresholds = Thresholds(policy, topic, aspect)
        self.scope = self.thresholds.scope
        self.mentioned = self.scope.in_aspect(aspect)
        self.opened = bool(self.scope.asked(aspect, "hours"))

    def days_asked_about(self) -> list[dt.date]:
        """The values of `on`; one where nothing in the aspect looks at it."""
        if "on" not in self.mentioned:
            return [ORDINARY]
        found = {*DAYS, *self.thresholds.of("on", {})}
        return sorted(day for day in found if isinstance(day, dt.date))

    def of(self, name: str, known: Mapping[str, Value]) -> list[Value]:
        """The values of a fact that is asked for after `known`, `on` included."""
        fact = self.policy.facts[name]
        if chosen := fact.choices():
            return list(chosen)
        near = sorted(self.thresholds.of(name, known), key=str)
        match fact.kind():
            case "day":
                return list(dict.fromkeys([*DAYS, *_neighbours(known), *near]))
            case "moment":
                return list(dict.fromkeys([*self._moments(known), *near]))
        return sorted({*fact.samples(), *near}, key=str)

    def _moments(self, known: Mapping[str, Value]) -> Iterator[dt.datetime]:
        holidays = self._holidays(known)
        whole = (ORDINARY, *DAYS[1:2], *holidays[:1])
        for day in whole:
            yield from (dt.datetime.combine(day, clock) for clock in self.clocks)
        before = (day - dt.timedelta(days=1) for day in holidays)
        yield from (dt.datetime.combine(day, NOON) for day in (*DAYS, *holidays, *before))

    def _holidays(self, known: Mapping[str, Value]) -> tuple[dt.date, ...]:
        """Those of every calendar that the aspect counts on."""
        kept = ((name, option) for name in self.calendars for option in self._parts(name, known))
        return tuple(sorted(frozenset[dt.date]().union(*(self.policy.worked_out(holidays_of, *one) for one in kept))))

    def _parts(self, calendar: str, known: Mapping[str, Value]) -> tuple[str | None, ...]:
        part = self.scope.part(calendar)
        if part is None:
            return (None,)
        return (str(known[part]),) if part in known else self.scope.choices(part)

    @cached_property
    def calendars(self) -> frozenset[str]:
        """Every calendar that the aspect counts on."""
        return self.scope.counted_on(self.aspect, "calendar")

    @cached_property
    def clocks(self) -> list[dt.time]:
        """Noon, and the second before, at and after every clock time that the aspect names."""
        noon = dt.datetime.combine(ORDINARY, NOON)
        named = (dt.datetime.combine(ORDINARY, clock) for clock in self.named_clocks())
        around = {(moment + step).time() for moment in named for step in (-SECOND, 0 * SECOND, SECOND)}
        return sorted({noon.time(), *around})

    def named_clocks(self) -> Iterator[dt.time]:
        """
        Every clock time that the aspect names: where hours begin and end, and where the outcome of a step changes.
        """
        for name in self.scope.counted_on(self.aspect, "hours"):
            for span in self.policy.about.hours[name].every_span:
                yield from (span.opens, span.closes)
        for one in self.mentioned & self.scope.derived.keys():
            for step in self.scope.derived[one].passed():
                yield from step.clocks(self.scope)


def holidays_of(policy: Policy, calendar: str, part: str | None) -> frozenset[dt.date]:
    """The holidays of one year, on days that are otherwise worked, of a calendar in a part of the country."""
    days = calendar_for(policy.about.calendars[calendar], part)
    return frozenset(day for day in HOLIDAY_YEAR if day.weekday() not in days.weekend and days.why_closed(day))


def _neighbours(known: Mapping[str, Value]) -> Iterator[dt.date]:
    """The days known so far, each with the day before and after, as far as there are such days."""
    for value in known.values():
        if isinstance(value, dt.date):
            day = as_day(value)
            yield from (
                dt.date.fromordinal(place)
                for place in range(day.toordinal() - 1, day.toordinal() + 2)
                if FIRST_DAY.toordinal() <= place <= LAST_DAY.toordinal()
            )
