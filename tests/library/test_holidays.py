"""The holidays that stand with a compiled policy are those of the library that it was compiled with."""

import datetime as dt
from threading import Barrier, Thread

import pytest

from assistant.errors import Refusal
from assistant.library.holidays import CompiledDays, areas, compact, compiled_days, keeping
from assistant.model.policy import Library
from assistant.vocabulary.calendars import HolidayNames, calendar_for, holidays_in

POLICIES = ("desknets-web-meeting", "swap-out")


@pytest.mark.parametrize("name", POLICIES)
def test_every_year_of_every_area_is_the_same(library: Library, name: str) -> None:
    policy = library.policies[name]
    days = CompiledDays(compiled_days(policy))
    for one in (calendar.holidays for calendar in policy.about.calendars.values() if calendar.holidays):
        for part in policy.facts[one.part_from].choices() if one.part_from else (one.part,):
            for year in range(2000, 2100):
                area = year, one.country, part.upper() if part else None, part in one.banks
                assert days(*area) == holidays_in(*area)


def test_the_days_that_only_banks_keep_count_where_a_calendar_keeps_them() -> None:
    public, banks = (holidays_in(2026, "AU", "SA", kept) for kept in (False, True))
    days = CompiledDays(compact({"AU-SA": public, "AU-SA+banks": banks}))
    assert (days(2026, "AU", "SA", False), days(2026, "AU", "SA", True)) == (public, banks)
    given = CompiledDays(compact({"AU-SA": public}))
    assert given(2026, "AU", "SA", True) == public


def test_several_names_of_a_day_keep_their_order() -> None:
    names: HolidayNames = {
        dt.date(2027, 5, 4): ("Greenery Day", "Bridge: a day"), dt.date(2027, 5, 5): ("Bridge: a day", "Greenery Day"),
    }  # fmt: skip
    assert CompiledDays(compact({"JP": names}))(2027, "JP", None, False) == names


def test_what_it_has_no_day_of_is_as_the_library_has_it() -> None:
    days = CompiledDays({"JP": {"A day of our own": "2027-01-04"}})
    assert list(days(2027, "JP", None, False)) == [dt.date(2027, 1, 4)]
    assert days(2028, "JP", None, False) == holidays_in(2028, "JP", None)
    assert days(2027, "AU", "SA", False) == holidays_in(2027, "AU", "SA")
    with pytest.raises(Refusal, match="holidays-unknown"):
        days(1999, "JP", None, False)


def test_a_policy_under_other_days_works_those(library: Library) -> None:
    policy = keeping(library.policies["desknets-web-meeting"], {"JP": {"A day of our own": "2027-01-04"}})
    office = calendar_for(policy.about.calendars["office"], None)
    assert office.why_closed(dt.date(2027, 1, 4)) == "A day of our own"
    assert office.why_closed(dt.date(2027, 1, 11)) is None
    again = keeping(policy, {"JP": {"Another": "2027-01-05"}})
    assert calendar_for(again.about.calendars["office"], None).why_closed(dt.date(2027, 1, 4)) is None


def test_threads_at_once_read_the_same(library: Library) -> None:
    policy = library.policies["swap-out"]
    kept, gate = compiled_days(policy), Barrier(8)
    days, found = CompiledDays(kept), list[list[HolidayNames]]()

    def read() -> None:
        gate.wait()
        found.append([days(2026, *area, False) for area in areas(policy)])

    threads = [Thread(target=read) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    alone = CompiledDays(kept)
    assert found == [[alone(2026, *area, False) for area in areas(policy)]] * 8
