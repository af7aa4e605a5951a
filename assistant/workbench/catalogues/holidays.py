"""The English names of public holidays, for translators."""

from functools import cache

import holidays

from assistant.i18n.message import Message
from assistant.model.policy import Library
from assistant.model.record import FIRST_DAY, LAST_DAY

YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def holiday_messages(library: Library) -> tuple[Message, ...]:
    """A message with the context `holiday COUNTRY` for each name that a calendar of the library can meet."""
    kept = [
        calendar.holidays
        for policy in library.policies.values()
        for calendar in policy.about.calendars.values()
        if calendar.holidays
    ]
    with_banks = {one.country for one in kept if one.banks}
    return tuple(
        Message(name, f"holiday {country}", notes=(f"Public holiday, {country}",))
        for country in sorted({one.country for one in kept})
        for name in holiday_names(country, country in with_banks)
    )


@cache
def holiday_names(country: str, banks: bool = False) -> tuple[str, ...]:
    """
    Every English name of a public holiday, or one of the `banks` too, of the country or of a part of it, in
    alphabetical order.
    """
    kind = type(holidays.country_holidays(country))
    english = min((name for name in kind.supported_languages if name.startswith("en")), default=None)
    kinds = {holidays.PUBLIC, holidays.BANK} & {*kind.supported_categories} if banks else {holidays.PUBLIC}
    names = {
        name
        for part in (None, *kind.subdivisions)
        for together in holidays.country_holidays(country, part, YEARS, language=english, categories=kinds).values()
        for name in together.split("; ")
    }
    return tuple(sorted(names))
