"""The holidays that a policy's calendars keep, and the same policy under other holiday data."""

import datetime as dt
from collections.abc import Iterator, Mapping

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.calendars import HolidayNames, HolidaySource, OtherHolidays, holidays_in

Days = Mapping[str, Mapping[dt.date, tuple[str, ...]]]
"""By country, or country and part (`AU-SA`): each day with its English names."""


def areas(policy: Policy) -> Iterator[tuple[str, str | None]]:
    """The countries, and the parts of them, whose holidays a policy keeps: one for each part that a fact may name."""
    for kept in (one.holidays for one in policy.about.calendars.values() if one.holidays):
        parts = (kept.part,) if kept.part_from is None else policy.facts[kept.part_from].choices()
        yield from ((kept.country, part.upper() if part else None) for part in parts)


def area_name(country: str, part: str | None) -> str:
    """What an area is called in holiday data: `JP`, `AU-SA`."""
    return f"{country}-{part}" if part else country


def days_in_use(policy: Policy) -> Days:
    """Every holiday of every area of a policy, as far as the installed release of the library knows them."""
    found: dict[str, dict[dt.date, tuple[str, ...]]] = {}
    for country, part in areas(policy):
        days = found.setdefault(area_name(country, part), {})
        for year in range(FIRST_DAY.year, LAST_DAY.year + 1):
            try:
                days.update(holidays_in(year, country, part))
            except Refusal:
                continue  # answers that need that year say so
    return found


def keeping(policy: Policy, days: Days) -> Policy:
    """
    The policy under other holiday data. It holds for the areas that it names, in the years of which it has a day; all
    else is as the installed release of the library has it.
    """
    source = _source(days)
    calendars = {
        name: one.model_copy(update={"holidays": OtherHolidays(**dict(one.holidays), source=source)})
        if one.holidays
        else one
        for name, one in policy.about.calendars.items()
    }
    return policy.model_copy(update={"about": policy.about.model_copy(update={"calendars": calendars})})


def _source(days: Days) -> HolidaySource:
    years = {
        (area, year): {day: names for day, names in found.items() if day.year == year}
        for area, found in days.items()
        for year in {day.year for day in found}
    }

    def holidays(year: int, country: str, part: str | None) -> HolidayNames:
        given = years.get((area_name(country, part), year))
        return holidays_in(year, country, part) if given is None else given

    return holidays
