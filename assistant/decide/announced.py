"""Days off that are announced elsewhere: which calendars an answer leans on around them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from assistant.model.calendar import WorkingDays
from assistant.model.rule import Aspect, Rule
from assistant.vocabulary.calendars import ONE_DAY
from assistant.vocabulary.scope import Scope
from assistant.vocabulary.trail import Counted, Run

Announced = Callable[[Run, Mapping[str, Counted]], tuple[str, ...]]
"""The ids, sorted, of the calendars whose announced days may change an answer with these dates."""


def announced_by(scope: Scope, aspect: Aspect, rule: Rule) -> Announced | None:
    """What gives them; None where no calendar of the policy has such days, or where nobody asks when."""
    calendars = {name: one for name, one in scope.policy.about.calendars.items() if one.announced is not None}
    if aspect != "due" or not calendars:
        return None
    names = sorted(frozenset().union(*map(scope.reach, rule.dates.values())) & scope.derived.keys())

    def found(run: Run, dates: Mapping[str, Counted]) -> tuple[str, ...]:
        ends = [_day(one.value) for one in dates.values() if isinstance(one.value, dt.date)]
        seen = {
            name
            for name, day in _looked(run, names, calendars, ends)
            if any(season.holds(day) for season in calendars[name].announced_around)
        }
        return tuple(sorted(seen))

    return found


def _looked(run: Run, names: list[str], calendars: Mapping[str, WorkingDays],
            ends: list[dt.date]) -> Iterator[tuple[str, dt.date]]:  # fmt: skip
    """Each calendar on which something was counted, with every day of which it was asked, and where dates fall."""
    for taken in (taken for name in names if name in run.counted for taken in run.counted[name].steps):
        looked, calendar = taken.step.looked(taken), taken.calendar
        if calendar is not None and calendar in calendars and looked is not None:
            day, last = looked
            while day <= last:
                yield calendar, day
                day += ONE_DAY
            yield from ((calendar, end) for end in ends)


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value
