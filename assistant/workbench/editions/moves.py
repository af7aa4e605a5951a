"""Days that one of two editions works and the other does not: where everything counted in working days may turn."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide.samples import HOLIDAY_YEAR, ORDINARY
from assistant.errors import Refusal
from assistant.model.calendar import WorkingDays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.calendars import WEEKEND, Calendar, calendar_for

MOST = 200
"""So many days of a calendar are looked at, those nearest to an ordinary one: where more moved, it is another one."""
ONE_YEAR = frozenset(HOLIDAY_YEAR)
Moved = Mapping[str, tuple[dt.date, ...]]
"""By calendar: the days, in order."""


def moved_days(then: Policy, now: Policy) -> Moved:
    """The days that moved in each calendar that both editions have. Each year's weekends move alike: one is enough."""
    found = {}
    for name, was in then.about.calendars.items():
        became = now.about.calendars.get(name)
        if became is not None and became != was:
            parts = dict.fromkeys((*_parts(then, was), *_parts(now, became))) or (None,)
            days = {day for part in parts for day in _between(_calendar(was, part), _calendar(became, part))}
            found[name] = tuple(sorted(sorted(days, key=lambda day: abs(day - ORDINARY))[:MOST]))
    return found


def _parts(policy: Policy, days: WorkingDays) -> tuple[str, ...]:
    """The parts of a country that a fact may name."""
    fact = days.holidays.part_from if days.holidays else None
    return policy.facts[fact].choices() if fact else ()


def _calendar(days: WorkingDays, part: str | None) -> Calendar:
    return calendar_for(days, part if days.holidays and days.holidays.part_from else None)


def _between(was: Calendar, became: Calendar) -> set[dt.date]:
    days = map(dt.date.fromordinal, range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1))
    return {day for day in days if _differs(_closed(was, day), _closed(became, day), day)}


def _differs(was: str | None, became: str | None, day: dt.date) -> bool:
    return bool(was) != bool(became) and (WEEKEND not in (was, became) or day in ONE_YEAR)


def _closed(calendar: Calendar, day: dt.date) -> str | None:
    try:
        return calendar.why_closed(day)
    except Refusal as refusal:
        return refusal.reason
