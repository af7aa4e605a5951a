"""Checks the names that others have given: countries and their parts, holidays, time zones."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assistant.calendars import holidays_in
from assistant.errors import Fault
from assistant.model.calendar import Holidays
from assistant.model.policy import Policy
from assistant.verify.names import options
from assistant.verify.places import Places

POLICY = "policy.yaml"
YEARS = range(2015, 2036)
"""Holidays come and go; a name that none of these years knows is misspelt."""


def check_countries(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for a time zone, country or part of a country that does not exist: nothing could be worked out."""
    try:
        ZoneInfo(policy.about.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield places.at(POLICY, "time_zone").fault(
            "time_zone", f"no time zone is called '{policy.about.time_zone}'", "write it as in Europe/London"
        )
    for name, calendar in policy.about.calendars.items():
        for part in _parts(policy, calendar.holidays) if calendar.holidays else ():
            try:
                holidays_in(YEARS[0], calendar.holidays.country, part)
            except (AttributeError, NotImplementedError):
                where = f"{part} of {calendar.holidays.country}" if part else calendar.holidays.country
                yield places.at(POLICY, "calendars", name, "holidays").fault(
                    name, f"no holidays are known for {where}", "write the codes of ISO 3166"
                )


def check_holidays(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for each name under `leaving_out` that no part of the country gives to a holiday."""
    for name, calendar in policy.about.calendars.items():
        kept = calendar.holidays
        if kept is None or not kept.leaving_out:
            continue
        given = {each for part in _parts(policy, kept) for year in YEARS for each in _names(year, kept.country, part)}
        for place, left in enumerate(kept.leaving_out):
            if left not in given:
                spot = places.at(POLICY, "calendars", name, "holidays", "leaving_out", place)
                yield spot.fault(left, f"no holiday of {kept.country} is called '{left}'",
                                 "write the holiday's English name")  # fmt: skip


def _parts(policy: Policy, kept: Holidays) -> tuple[str | None, ...]:
    if kept.part_from is None:
        return (kept.part,)
    return tuple(option.upper() for option in options(policy.facts[kept.part_from]))


def _names(year: int, country: str, part: str | None) -> Iterator[str]:
    return (name for names in holidays_in(year, country, part).values() for name in names)
