"""Working days. Holidays come from python-holidays; a year that it does not know is refused."""

import datetime as dt
from array import array
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from itertools import accumulate

from assistant.errors import Refusal
from assistant.memo import Made
from assistant.model.calendar import WEEKDAYS, Holidays, Season, WorkingDays
from assistant.model.record import FIRST_DAY, LAST_DAY

ONE_DAY = dt.timedelta(days=1)
WEEKEND, COMPANY, SEASON = "weekend", "company", "season "
"""Why a day is not worked, where the reason is not a holiday's English name."""
OBSERVED = " (observed)"
"""Ends the name of a holiday that is kept on another day."""
HolidayNames = Mapping[dt.date, tuple[str, ...]]
"""The public holidays of a year, each with its English names."""
HolidaySource = Callable[[int, str, str | None, bool], HolidayNames]
"""Gives the holidays of a year, of a country and a part of it, with or without those that only banks keep."""


@lru_cache(maxsize=4096)
def holidays_in(year: int, country: str, part: str | None, banks: bool = False) -> HolidayNames:
    """
    The public holidays of a year, as the installed release of the library has them.

    Only those of the library's category "public", and of "bank" where `banks` is true; half days are another category.
    Raises `Refusal` (`holidays-unknown`) for a year outside the library's range or ours.
    """
    # The library is slow to import and most answers need no holidays.
    import holidays

    kind = getattr(holidays, country)
    if not max(kind.start_year, FIRST_DAY.year) <= year <= min(kind.end_year, LAST_DAY.year):
        raise Refusal("holidays-unknown", year=str(year))
    # Some countries have their names in one language only, which is none that can be asked for.
    english = min((name for name in kind.supported_languages if name.startswith("en")), default=None)
    kinds = (
        (holidays.PUBLIC, holidays.BANK) if banks and holidays.BANK in kind.supported_categories else (holidays.PUBLIC,)
    )
    found = kind(subdiv=part, years=year, language=english, categories=kinds)
    return {day: tuple(name.split("; ")) for day, name in found.items()}


def parts_in(country: str) -> tuple[str, ...]:
    """The codes of a country's parts that keep holidays of their own; none of a country that the library lacks."""
    import holidays

    return tuple(getattr(getattr(holidays, country, None), "subdivisions", ()))


class OtherHolidays(Holidays):
    """Holidays that come from elsewhere than the installed release of the library."""

    source: HolidaySource


class Calendar:
    """The days worked in one place. Build it with `calendar_for`, which keeps those already built."""

    __slots__ = (
        "_source",
        "_years",
        "banks",
        "closed",
        "country",
        "leaving_out",
        "part",
        "reasons",
        "seasons",
        "weekend",
        "years",
    )

    def __init__(
        self,
        weekdays: tuple[str, ...],
        country: str | None,
        part: str | None,
        banks: bool,
        leaving_out: tuple[str, ...],
        closed: tuple[dt.date, ...],
        seasons: tuple[Season, ...],
        source: HolidaySource,
    ) -> None:
        self.weekend = frozenset(place for place, name in enumerate(WEEKDAYS) if name not in weekdays)
        self.country, self.part, self.banks, self.leaving_out = country, part, banks, frozenset(leaving_out)
        self.closed, self.seasons = frozenset(closed), seasons
        self._source = source
        self._years = Made(self._holidays)
        self.reasons: Reasons = Made(self.why_closed)
        """Why each day is not worked, as `why_closed` says, worked out once."""
        self.years: Years = Made(partial(Year, self.reasons))

    def why_closed(self, day: dt.date) -> str | None:
        """
        Why a day is not worked: `weekend`, `company`, the holiday's English name, or `season` with the place of the
        stretch of days among those closed each year; None for a working day.
        """
        if day.weekday() in self.weekend:
            return WEEKEND
        if why := self.holiday(day) or (COMPANY if day in self.closed else None):
            return why
        return next((f"{SEASON}{place}" for place, one in enumerate(self.seasons) if one.holds(day)), None)

    def holiday(self, day: dt.date) -> str | None:
        """The English name of the public holiday that a day is, at a weekend too; None where it is none."""
        return self._years[day.year].get(day)

    def _holidays(self, year: int) -> dict[dt.date, str]:
        if not FIRST_DAY.year <= year <= LAST_DAY.year:
            raise Refusal("day-beyond", year=str(year))
        if self.country is None:
            return {}
        kept = {}
        for day, names in self._source(year, self.country, self.part, self.banks).items():
            if left := [name for name in names if name not in self.leaving_out]:
                kept[day] = left[0]
        return kept


Skipped = tuple[tuple[dt.date, str], ...]
Reasons = Made[dt.date, str | None]


class Year:
    """One year of a calendar. A day is a place in it, the first of January 0."""

    __slots__ = ("before", "closed", "first", "number", "worked")

    def __init__(self, reasons: Reasons, number: int) -> None:
        self.number, self.first = number, dt.date(number, 1, 1).toordinal()
        days = list(map(dt.date.fromordinal, range(self.first, dt.date(number, 12, 31).toordinal() + 1)))
        self.closed: Skipped = tuple((day, why) for day in days if (why := reasons[day]) is not None)
        """The days that are not worked, each with the reason."""
        self.worked = array("H", [place for place, day in enumerate(days) if reasons[day] is None])
        """The places of those that are."""
        self.before = array("H", accumulate((reasons[day] is None for day in days), initial=0))
        """How many days are worked before each place, and before the end of the year."""

    def worked_before(self, day: dt.date) -> int:
        """How many days of the year are worked before a day, which lies in it or begins the next."""
        return self.before[day.toordinal() - self.first]


Years = Made[int, Year]
"""The years of a calendar, each made when something is first counted in it."""


def _beside(years: Years, year: Year, way: int) -> Year:
    """The year after one, or with -1 before it. Raises `Refusal` (`day-beyond`)."""
    if not FIRST_DAY.year <= year.number + way <= LAST_DAY.year:
        raise Refusal("day-beyond", year=str(year.number))
    return years[year.number + way]


_built = lru_cache(maxsize=512)(Calendar)


def calendar_for(days: WorkingDays, option: str | None) -> Calendar:
    """The calendar of a policy; `option` is the value of the fact that names its part, where one does."""
    kept = days.holidays
    if kept is None:
        return _built(days.weekdays, None, None, False, (), days.closed, days.closed_each_year, holidays_in)
    source = kept.source if isinstance(kept, OtherHolidays) else holidays_in
    part = option.upper() if option is not None else kept.part
    banks = option is not None and option in kept.banks
    seasons = days.closed_each_year
    return _built(days.weekdays, kept.country, part, banks, kept.leaving_out, days.closed, seasons, source)


def add_working_days(calendar: Calendar, start: dt.date, count: int) -> tuple[dt.date, Skipped]:
    """
    The day `count` working days after `start`, counted from the day after, and the days skipped on the way; with a
    minus so many before it, counted from the day before.
    """
    if not count:
        return start, ()
    day = start + (ONE_DAY if count > 0 else -ONE_DAY)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal("day-beyond", year=str(start.year))
    return _later(calendar.years, day, count) if count > 0 else _earlier(calendar.years, day, -count)


def _later(years: Years, day: dt.date, count: int) -> tuple[dt.date, Skipped]:
    """The last of so many working days from a day on, which counts."""
    year, skipped = years[day.year], Skipped()
    worked, place = year.worked_before(day), day.toordinal() - year.first
    while (last := worked + count - 1) >= len(year.worked):
        skipped += year.closed[place - worked :]
        count -= len(year.worked) - worked
        year, worked, place = _beside(years, year, 1), 0, 0
    end = year.worked[last]
    return dt.date.fromordinal(year.first + end), skipped + year.closed[place - worked : end - last]


def _earlier(years: Years, day: dt.date, count: int) -> tuple[dt.date, Skipped]:
    """The first of so many working days up to a day, which counts; the days skipped begin with the last."""
    year, skipped = years[day.year], Skipped()
    worked, place = year.worked_before(day + ONE_DAY), day.toordinal() - year.first + 1
    while (first := worked - count) < 0:
        skipped += year.closed[: place - worked][::-1]
        count -= worked
        year = _beside(years, year, -1)
        worked, place = len(year.worked), len(year.before) - 1
    end = year.worked[first]
    return dt.date.fromordinal(year.first + end), skipped + year.closed[end - first : place - worked][::-1]


def to_working_day(calendar: Calendar, day: dt.date, way: int) -> tuple[dt.date, Skipped]:
    """The day itself where it is worked; else the next one that is, or with -1 the previous, and the days skipped."""
    why = calendar.reasons[day]
    if why is None:
        return day, ()
    after, skipped = add_working_days(calendar, day, way)
    return after, ((day, why), *skipped)


def working_days_between(calendar: Calendar, start: dt.date, end: dt.date) -> int:
    """How many days are worked after `start` and up to `end`; with a minus, from `end` on and before `start`."""
    first, last = (start + ONE_DAY, end) if start <= end else (end, start - ONE_DAY)
    if first > last:
        return 0
    years = calendar.years
    whole = sum(len(years[number].worked) for number in range(first.year, last.year))
    worked = whole + years[last.year].worked_before(last + ONE_DAY) - years[first.year].worked_before(first)
    return worked if start <= end else -worked


def counts_on(calendar: Calendar, moment: dt.datetime, cut_off: dt.time) -> tuple[dt.date, Skipped, bool]:
    """The working day on which a moment counts, the days skipped, and whether it came after the cut-off."""
    day = moment.date()
    why = calendar.reasons[day]
    late = moment.time() > cut_off
    if why is None and not late:
        return day, (), False
    after, skipped = add_working_days(calendar, day, 1)
    return after, ((day, why), *skipped) if why else skipped, late
