"""
Days told from the moment of asking, and days whose year the tense of their clause tells.

A weekday beside a word for a week is told from the week, Monday to Sunday: "next Friday" lies in the following one. One
that stands alone is the coming one, or the last where the clause speaks of the past; not today. A day without a year is
the last or the next, by tense; without a tense the nearest, where that is not more than three months away, or the only
one beside its weekday.
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from assistant.errors import Refusal
from assistant.match.away import AGO, AHEAD, WEEKDAYS, away, lately, months_away, weekdays_away
from assistant.match.markers import Marked
from assistant.match.ranges import of_one_year, year_behind
from assistant.match.roles import NEAR, by_tense, by_weekday, in_story, languages_of, last_and_next, moved, tense_told
from assistant.parsing.days import (
    BESIDE,
    MONTHS,
    YEARS,
    day_of,
    day_of_month,
    day_whatever_weekday,
    in_full,
    made,
    made_or_none,
    month_and_day,
    month_of,
    weekday_named,
    weekday_of,
    year_of,
)
from assistant.parsing.lines import TENSES
from assistant.parsing.plain import IS_JAPANESE
from assistant.parsing.speech import Found

COMING, ENDS, SPANS = "days.coming", "days.ends", "days.spans"
KINDS = ("days.forms", ENDS, COMING, AGO, AHEAD, SPANS)
NEAR_YEARS = range(-8, 21)
KNOWN = {"year", "era_year", "which_year", "which_month", "which_week", "short", "that_year", "today", "left"}
"""What tells of itself which day is meant, or that it may be more than two."""
DAY_ALONE = frozenset({"day", *BESIDE})
"""What a day may have beside its number that tells no month."""


def rank(found: Found) -> int:
    """
    What is written in full counts before what is told from today, and that before what lacks its year; a weekday that
    is only a part of a name, *Good Friday*, before the weekday.
    """
    if in_full(found):
        return 0
    if found.kind == SPANS:
        return 1 if "weekday" in found.gaps else 3
    told = {"which_year", "which_month", "which_week", "today", "year", "short"}.isdisjoint(found.gaps)
    return 2 if told and found.kind == "days.forms" else 1


@dataclass(frozen=True, slots=True)
class Asking:
    """The moment of asking, and the text in which a day stands and its tense."""

    now: dt.datetime
    marked: Marked

    def read(self, found: Found) -> dt.date | dt.datetime | None:
        """The day or the moment that is meant; `None` where that cannot be told. Raises `Refusal` as `day_of` does."""
        gaps, speech, today = found.gaps, self.marked.speech, self.now.date()
        if found.kind == SPANS or not {"that_day", "that_month"}.isdisjoint(gaps):
            return None
        if found.kind in (AGO, AHEAD):
            return away(speech, found, self.now, tense_told(self.marked, found) < 0)
        if in_full(found):
            return day_of(speech, found, self.marked.text[found.start : found.end])
        if "today" in gaps:
            return today + dt.timedelta(int(speech.named("days.today", gaps["today"]) or ""))
        if "which_month" in gaps or found.kind == ENDS:
            return self._of_month(found) if "which_month" in gaps else self._end(found)
        if weekday := next((gaps[name] for name in gaps if name in WEEKDAYS), None):
            return self._weekday(found, weekday_named(speech, weekday))
        if "which_year" in gaps:
            return made(today.year + self._which("year", gaps), *month_and_day(speech, gaps))
        if "short" in gaps:
            return self._short(found)
        return self._monthless(found) if gaps.keys() <= DAY_ALONE else self._yearless(found)

    def either(self, found: Found) -> tuple[dt.date, ...]:
        """Where it cannot be told: the two days, the last and the next, one of which is meant; else nothing."""
        gaps, speech, today = found.gaps, self.marked.speech, self.now.date()
        if in_full(found):
            return tuple(filter(None, [day_whatever_weekday(speech, found, self.marked.text[found.start : found.end])]))
        if "months" in gaps:
            return months_away(speech, found, today)
        if found.kind in (AGO, AHEAD) and not gaps.keys().isdisjoint(WEEKDAYS):
            return weekdays_away(speech, found, today, tense_told(self.marked, found) < 0)
        if found.kind != "days.forms" or not gaps.keys().isdisjoint(KNOWN):
            return lately(speech, found, self.marked.text, today)
        if weekday := next((gaps[name] for name in gaps if name in WEEKDAYS and MONTHS.isdisjoint(gaps)), None):
            if (number := weekday_named(speech, weekday)) < 0:
                return ()
            ahead = today + dt.timedelta((number - today.weekday()) % 7)
            if ahead == today and not moved(self.marked, found):
                return today, today + dt.timedelta(-7 if tense_told(self.marked, found) < 0 else 7)
            return ahead - dt.timedelta(7), ahead
        if gaps.keys() == {"day"}:
            return last_and_next(self._of_months(gaps["day"]), today)
        if gaps.keys().isdisjoint(MONTHS | {"named_day"}) or year_behind(self.marked, found):
            return ()
        days, beside = self._of_years(*month_and_day(speech, gaps)), weekday_of(speech, found)
        if beside is None or beside < 0:
            return last_and_next(days, today)
        return by_weekday(days, today, tense_told(self.marked, found), beside)

    def ends(self, found: Found) -> tuple[dt.date, ...]:
        """The first and the last day of a month or a year that is named as a whole; of two months that may be meant."""
        months, lasts = not MONTHS.union({"which_month"}).isdisjoint(found.gaps), list[dt.date]()
        with suppress(Refusal, OverflowError, ValueError):
            if months or not YEARS.union({"which_year"}).isdisjoint(found.gaps):
                lasts += filter(None, [self.read(found._replace(kind=ENDS))])
            if months and not lasts and found.gaps.keys() <= MONTHS:
                lasts += last_and_next(self._of_years(month_of(self.marked.speech, found.gaps)), self.now.date())
        return tuple(day for one in lasts for day in (one.replace(day=1, month=one.month if months else 1), one))

    def behind(self, found: Found, last: dt.date, day: dt.date | None) -> dt.date | None:
        """
        The day, which has no year, behind one that has it. It is open where it would lie in another year; where it may
        lie in any, it is the one of that year, if that follows soon.
        """
        if day and day.year == last.year:
            return day
        if "left" in found.gaps or "day" not in found.gaps or year_behind(self.marked, found):
            return None
        same = made_or_none(last.year, *month_and_day(self.marked.speech, found.gaps))
        return same if same and last <= same <= last + dt.timedelta(NEAR) else None

    def of_that(self, found: Found, last: dt.date) -> dt.date | None:
        """The last day that was named itself, or one of the same month or year."""
        if "that_day" in found.gaps:
            return last
        month, day = last.month, day_of_month(self.marked.speech, found.gaps["day"])
        if "that_year" in found.gaps:
            month, day = month_and_day(self.marked.speech, found.gaps)
        return made_or_none(last.year, month, day)

    def _which(self, kind: str, gaps: Mapping[str, str]) -> int:
        """How far away; raises `ValueError` where the word may mean two."""
        return int(self.marked.speech.named(f"days.{kind}", gaps[f"which_{kind}"]) or "")

    def _of_month(self, found: Found) -> dt.date:
        gaps, today = found.gaps, self.now.date()
        year, month = divmod(today.year * 12 + today.month - 1 + self._which("month", gaps), 12)
        if found.kind == ENDS:
            return _last(year, month + 1)
        return made(year, month + 1, day_of_month(self.marked.speech, gaps["day"]))

    def _end(self, found: Found) -> dt.date | None:
        """ "Next March" is the coming one only where it lies in next year; else it may be the one after it."""
        gaps, today = found.gaps, self.now.date()
        month = 12 if MONTHS.isdisjoint(gaps) else month_of(self.marked.speech, gaps)
        if "year" in gaps or "era_year" in gaps:
            return _last(year_of(self.marked.speech, gaps), month)
        if "which_year" not in gaps:
            return self._by_tense(self._of_years(month), found)
        which = self._which("year", gaps)
        beside = "month" in gaps and [*gaps].index("which_year") < [*gaps].index("month")
        certain = not beside or (month <= today.month if which > 0 else month >= today.month)
        return _last(today.year + which, month) if certain else None

    def _weekday(self, found: Found, weekday: int) -> dt.date | None:
        today = self.now.date()
        bare = "which_week" not in found.gaps and moved(self.marked, found)
        if weekday < 0 or bare or lately(self.marked.speech, found, self.marked.text, today):
            return None
        if "which_week" in found.gaps:
            return today + dt.timedelta(weekday - today.weekday() + 7 * self._which("week", found.gaps))
        ahead = (weekday - today.weekday()) % 7
        past = found.kind != COMING and tense_told(self.marked, found) < 0
        return today + dt.timedelta(ahead - 7 * past) if ahead else None

    def _short(self, found: Found) -> dt.date | None:
        """Day, month and two figures of a year, where it is known which is the month."""
        gaps, year = found.gaps, self.now.year // 100 * 100 + int(found.gaps["short"])
        certain = year - self.now.year in NEAR_YEARS and ("month" in gaps or not IS_JAPANESE.search(self.marked.text))
        return made(year, *month_and_day(self.marked.speech, gaps)) if certain else None

    def _yearless(self, found: Found) -> dt.date | None:
        """
        Not where two figures behind it may be its year. In figures the month stands first in Japanese; elsewhere it is
        known only where the first of the two can be no month.
        """
        gaps, text = found.gaps, self.marked.text
        if "left" in gaps:
            month, day = int(gaps["left"]), int(gaps["right"])
            if not IS_JAPANESE.search(text) and month <= 12 and month != day:
                return None
            month, day = (month, day) if IS_JAPANESE.search(text) else (day, month)
        elif year_behind(self.marked, found):
            return None
        else:
            month, day = month_and_day(self.marked.speech, gaps)
        if full := of_one_year(self.marked, found):
            return made(year_of(self.marked.speech, full.gaps), month, day)
        days, weekday = self._of_years(month, day), weekday_of(self.marked.speech, found)
        if weekday is None:
            return self._by_tense(days, found)
        one, *others = by_weekday(days, self.now.date(), tense_told(self.marked, found), weekday) or (None,)
        return one if one and not others and one.weekday() == weekday else None

    def _by_tense(self, days: Iterable[dt.date], found: Found) -> dt.date | None:
        """The one that its tense tells; none where the language of its form names no words for either tense."""
        own, grammar = languages_of(self.marked, found), self.marked.markers.grammar
        known = not own or any(all(grammar.get(tense + one) for tense in TENSES) for one in own)
        day = by_tense(days, self.now.date(), tense_told(self.marked, found)) if known else None
        return None if day and day > self.now.date() and in_story(self.marked, found) else day

    def _of_years(self, month: int, day: int | None = None) -> list[dt.date]:
        """That day of the last year, of this one and of the next, where they have it; of a whole month its last."""
        years = range(self.now.year - 1, self.now.year + 2)
        return [one for year in years if (one := _last(year, month) if day is None else made_or_none(year, month, day))]

    def _monthless(self, found: Found) -> dt.date | None:
        """A day of the month of asking, the one before or the one after, by its weekday or its tense."""
        days, weekday = self._of_months(found.gaps["day"]), weekday_of(self.marked.speech, found)
        if weekday is not None:
            days = [one for one in days if one.weekday() == weekday]
            return days[0] if len(days) == 1 else None
        return by_tense(days, self.now.date(), tense) if (tense := tense_told(self.marked, found)) else None

    def _of_months(self, written: str) -> list[dt.date]:
        """That day of the last month, of this one and of the next, where they have it."""
        number, first = day_of_month(self.marked.speech, written), self.now.date().replace(day=1)
        months = (first - dt.timedelta(1), first, first + dt.timedelta(31))
        return [one for month in months if (one := made_or_none(month.year, month.month, number))]


def _last(year: int, month: int) -> dt.date:
    return made(year, month, 1).replace(day=calendar.monthrange(year, month)[1])
