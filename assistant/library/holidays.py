"""The public holidays that a policy's calendars keep, and the same policy under other holiday data."""

import datetime as dt
from collections.abc import Iterator, Mapping

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.calendars import HolidayNames, OtherHolidays, holidays_in

BETWEEN = "; "
"""Stands between two names of a day, as in the holidays library."""
Compact = dict[str, dict[str, str]]
"""By area (`JP`, `AU-SA`, `AU-NSW+banks`): under each name, or names, the days that have it, with blanks between."""
Days = Mapping[str, Mapping[dt.date, tuple[str, ...]]]
"""By area: each day with its English names."""
Area = tuple[str, str | None, bool]
"""A country, a part of it where the part keeps days of its own, and whether the days that only banks keep count."""


def areas(policy: Policy) -> Iterator[Area]:
    """The areas whose holidays a policy keeps: one for each part that a fact may name."""
    for kept in (one.holidays for one in policy.about.calendars.values() if one.holidays):
        parts = (kept.part,) if kept.part_from is None else policy.facts[kept.part_from].choices()
        for part in parts:
            yield kept.country, part.upper() if part else None, kept.part_from is not None and part in kept.banks


def area_name(country: str, part: str | None, banks: bool = False) -> str:
    """What an area is called in holiday data: `JP`, `AU-SA`, `AU-NSW+banks`."""
    return (f"{country}-{part}" if part else country) + ("+banks" if banks else "")


def days_in_use(policy: Policy) -> Days:
    """Every holiday of every area of a policy, as far as the installed release of the library knows them."""
    found: dict[str, dict[dt.date, tuple[str, ...]]] = {}
    for area in areas(policy):
        days = found.setdefault(area_name(*area), {})
        for year in range(FIRST_DAY.year, LAST_DAY.year + 1):
            try:
                days.update(holidays_in(year, *area))
            except Refusal:
                continue  # answers that need that year say so
    return found


def compact(days: Days) -> Compact:
    """The same as text that is short, and quick to read."""
    found: Compact = {}
    for area, named in days.items():
        under = found.setdefault(area, {})
        for day, names in sorted(named.items()):
            name = BETWEEN.join(names)
            under[name] = f"{under[name]} {day}" if name in under else str(day)
    return found


class CompiledDays:
    """
    The days of some areas as a source of holidays. An area is read when it is first asked for.

    What it has no day of is as the installed release of the library has it.
    """

    def __init__(self, days: Compact) -> None:
        self._days = days
        self._years: dict[str, Mapping[int, HolidayNames]] = {}

    def __call__(self, year: int, country: str, part: str | None, banks: bool) -> HolidayNames:
        area = area_name(country, part, banks)
        if area not in self._years:
            # Two threads at once make the same thing twice.
            self._years[area] = _by_year(self._days.get(area, {}))
        given = self._years[area].get(year)
        return holidays_in(year, country, part, banks) if given is None else given


def _by_year(days: Mapping[str, str]) -> Mapping[int, HolidayNames]:
    years: dict[int, dict[dt.date, tuple[str, ...]]] = {}
    for name, found in days.items():
        names = tuple(name.split(BETWEEN))
        for day in map(dt.date.fromisoformat, found.split()):
            years.setdefault(day.year, {})[day] = names
    return years


def keeping(policy: Policy, days: Compact) -> Policy:
    """
    The policy under other holiday data. It holds for the areas that it names, in the years of which it has a day; all
    else is as the installed release of the library has it.
    """
    source = CompiledDays(days)
    calendars = {
        name: one.model_copy(update={"holidays": OtherHolidays(**{**dict(one.holidays), "source": source})})
        if one.holidays
        else one
        for name, one in policy.about.calendars.items()
    }
    return policy.model_copy(update={"about": policy.about.model_copy(update={"calendars": calendars})})
