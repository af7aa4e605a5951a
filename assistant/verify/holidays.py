"""Checks that the holidays that a calendar leaves out are ones that would otherwise be kept."""

from collections.abc import Iterator

from assistant.calendars import holidays_in
from assistant.errors import Fault
from assistant.model.calendar import Holidays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY
from assistant.verify.names import options
from assistant.verify.places import Places

YEARS = range(FIRST_DAY.year, 2036)
"""Holidays come and go; a name that none of these years knows is misspelt."""


def check_holidays(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for each name under `leaving_out` that no part of the country gives to a holiday."""
    for name, calendar in policy.about.calendars.items():
        kept = calendar.holidays
        if kept is None or not kept.leaving_out:
            continue
        given = {each for part in _parts(policy, kept) for year in YEARS for each in _names(year, kept.country, part)}
        for place, left in enumerate(kept.leaving_out):
            if left not in given:
                spot = places.at("policy.yaml", "calendars", name, "holidays", "leaving_out", place)
                yield spot.fault(left, f"no holiday of {kept.country} is called '{left}'",
                                 "write the holiday's English name")  # fmt: skip


def _parts(policy: Policy, kept: Holidays) -> tuple[str | None, ...]:
    if kept.part_from is None:
        return (kept.part,)
    return tuple(option.upper() for option in options(policy.facts[kept.part_from]))


def _names(year: int, country: str, part: str | None) -> Iterator[str]:
    return (name for names in holidays_in(year, country, part).values() for name in names)
