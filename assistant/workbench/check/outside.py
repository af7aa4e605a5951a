"""Checks the names that others have given: countries and their parts, holidays, time zones."""

from collections.abc import Collection, Iterator
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from assistant.errors import Fault, Refusal, told
from assistant.model.calendar import Holidays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.suggest import near
from assistant.vocabulary.calendars import holidays_in, parts_in
from assistant.workbench.check.places import Places, Spot

POLICY = "policy.yaml"
YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def check_countries(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for a time zone, country or part of a country that does not exist: nothing could be worked out."""
    yield from _zone(policy.about.time_zone, places.at(POLICY, "time_zone"))
    for name, kept in _kept(policy):
        options = policy.facts[kept.part_from].choices() if kept.part_from else ()
        for state, zone in kept.zones.items():
            spot = places.at(POLICY, "calendars", name, "holidays", "zones", state)
            yield from _zone(zone, spot)
            if state not in options:
                wrong = told("'{name}' is none of the parts that the calendar asks for", name=state)
                yield spot.fault(state, wrong, near(state, options, told("take it out")))
        for part in _parts(policy, kept):
            try:
                _names(YEARS[0], kept.country, part)
            except (AttributeError, NotImplementedError):
                where = f"{kept.country}-{part}" if part else kept.country
                mend = near(part or "", parts_in(kept.country), told("write the codes of ISO 3166"))
                yield places.at(POLICY, "calendars", name, "holidays").fault(
                    name, told("no holidays are known for {where}", where=where), mend
                )


def _zone(name: str, spot: Spot) -> Iterator[Fault]:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        mend = near(name, available_timezones(), told("write it as in Europe/London"))
        yield spot.fault("time_zone", told("no time zone is called '{name}'", name=name), mend)


def check_language(policy: Policy, folder: Path, known: Collection[str]) -> Iterator[Fault]:
    """A fault where the language of a policy is not among those that are known."""
    language = policy.about.language
    if language not in known:
        wrong, otherwise = told("there is no language '{name}'", name=language), told("name a folder of locales/")
        yield Places.read(folder).at(POLICY, "language").fault("language", wrong, near(language, known, otherwise))


def check_holidays(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for each name under `leaving_out` that no part of the country gives to a holiday in any year."""
    for name, kept in _kept(policy):
        missing = _missing(policy, kept)
        for place, left in enumerate(kept.leaving_out):
            if left in missing:
                spot = places.at(POLICY, "calendars", name, "holidays", "leaving_out", place)
                wrong = told("no holiday of {country} is called '{name}'", country=kept.country, name=left)
                yield spot.fault(
                    left,
                    wrong,
                    near(left, set().union(*_all_names(policy, kept)), told("write the holiday's English name")),
                )


def _missing(policy: Policy, kept: Holidays) -> set[str]:
    """The names left out that have not turned up when every part and year has been looked at."""
    missing = set(kept.leaving_out)
    for names in _all_names(policy, kept):
        if not missing:
            break
        missing -= names
    return missing


def _all_names(policy: Policy, kept: Holidays) -> Iterator[set[str]]:
    """The names of the holidays of each year and part."""
    return (_names(year, kept.country, part) for year, part in product(YEARS, _parts(policy, kept)))


def _names(year: int, country: str, part: str | None) -> set[str]:
    try:
        return {name for names in holidays_in(year, country, part).values() for name in names}
    except Refusal:
        return set()  # the library does not know that year, which answers say


def _kept(policy: Policy) -> Iterator[tuple[str, Holidays]]:
    return ((name, one.holidays) for name, one in policy.about.calendars.items() if one.holidays)


def _parts(policy: Policy, kept: Holidays) -> tuple[str | None, ...]:
    if kept.part_from is None:
        return (kept.part,)
    return tuple(option.upper() for option in policy.facts[kept.part_from].choices())
