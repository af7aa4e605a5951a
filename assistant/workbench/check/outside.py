"""Checks the names that others have given: countries and their parts, holidays, time zones, currencies."""

from collections.abc import Collection, Iterable, Iterator
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic_core import PydanticCustomError

from assistant.content.nodes import Node
from assistant.content.standing import scalars
from assistant.errors import Fault, Refusal, told
from assistant.model.calendar import Holidays
from assistant.model.policy import Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing.tables import currency
from assistant.suggest import near
from assistant.vocabulary.calendars import holidays_in, parts_in
from assistant.vocabulary.facts.money import MoneyFact
from assistant.workbench.check.places import Places, Spot

POLICY = "policy.yaml"
YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def check_countries(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for a time zone, currency, country or part of one that does not exist: nothing could be worked out."""
    yield from _zone(policy.about.time_zone, places.at(POLICY, "time_zone"))
    for name, hours in policy.about.hours.items():
        yield from _zone(hours.zone, places.at(POLICY, "hours", name, "zone")) if hours.zone else ()
        if hours.zone_from:
            yield from _zones(policy, hours.zone_from, places.at(POLICY, "hours", name), whole=True)
    for name, kept in _kept(policy):
        at = places.at(POLICY, "calendars", name, "holidays")
        if kept.part_from:
            yield from _zones(policy, kept.part_from, at, whole=False)
            yield from _options(policy, kept.part_from, at.file, scalars(at.node.child("banks") or Node(0, 0)))
        for part in _parts(policy, kept):
            try:
                _names(YEARS[0], kept, part)
            except (AttributeError, NotImplementedError):
                where = f"{kept.country}-{part}" if part else kept.country
                mend = near(part or "", parts_in(kept.country), told("write the codes of ISO 3166"))
                yield at.fault(name, told("no holidays are known for {where}", where=where), mend)
    money = ((fact, places.at("facts.yaml", name, "currency")) for name, fact in policy.facts.items())
    yield from (one for fact, spot in money if isinstance(fact, MoneyFact) for one in _currency(fact.currency, spot))
    tables = ((table.about, places.at(POLICY, "tables", name, "currency")) for name, table in policy.tables.items())
    yield from (one for about, spot in tables if about.currency for one in _currency(about.currency, spot))


def _zones(policy: Policy, fact: str, at: Spot, whole: bool) -> Iterator[Fault]:
    """A fault for each zone that is none, and each that no answer leads to; `whole`: and for an answer without one."""
    written = at.node.under("zones")
    yield from _options(policy, fact, at.file, [key for key, _ in written])
    for _, value in written:
        yield from _zone(value.scalar or "", Spot(at.file, value))
    for option in policy.facts[fact].choices() if whole else ():
        if option not in {key.scalar for key, _ in written}:
            wrong = told("nothing says in which time zone '{name}' is", name=option)
            yield Spot(at.file, at.node.find(("zones",))).fault(option, wrong, told("add {key}:", key=option))


def _options(policy: Policy, fact: str, file: str, named: Iterable[Node]) -> Iterator[Fault]:
    """A fault for each of the nodes that names no answer to a fact."""
    known = policy.facts[fact].choices()
    for node in named:
        if node.scalar not in known:
            wrong = told("'{name}' is never '{value}'", name=fact, value=node.scalar)
            yield Spot(file, node).fault(fact, wrong, near(node.scalar or "", known, told("take it out")))


def _currency(code: str, spot: Spot) -> Iterator[Fault]:
    try:
        currency(code)
    except PydanticCustomError as error:
        given = error.context or {}
        yield spot.fault(code, given["wrong"], given["mend"])


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
    return (_names(year, kept, part) for year, part in product(YEARS, _parts(policy, kept)))


def _names(year: int, kept: Holidays, part: str | None) -> set[str]:
    try:
        return {
            name
            for names in holidays_in(year, kept.country, part, (part or "").lower() in kept.banks).values()
            for name in names
        }
    except Refusal:
        return set()  # the library does not know that year, which answers say


def _kept(policy: Policy) -> Iterator[tuple[str, Holidays]]:
    return ((name, one.holidays) for name, one in policy.about.calendars.items() if one.holidays)


def _parts(policy: Policy, kept: Holidays) -> tuple[str | None, ...]:
    if kept.part_from is None:
        return (kept.part,)
    return tuple(option.upper() for option in policy.facts[kept.part_from].choices())
