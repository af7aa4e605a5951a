"""The holidays that stand with a compiled policy are those of the library that it was compiled with."""

import datetime as dt
from threading import Barrier, Thread

import pytest

from assistant.errors import Refusal
from assistant.library.holidays import CompiledDays, area_name, areas, compact, days_in_use, keeping
from assistant.model.policy import Library
from assistant.vocabulary.calendars import HolidayNames, calendar_for, holidays_in

POLICIES = ("desknets-web-meeting", "swap-out")


@pytest.mark.parametrize("name", POLICIES)
def test_every_year_of_every_area_is_the_same(library: Library, name: str) -> None:
    policy = library.policies[name]
    days = CompiledDays(compact(days_in_use(policy)))
    for area in areas(policy):
        for year in range(2000, 2100):
            assert days(year, *area) == holidays_in(year, *area)


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
    days, gate = CompiledDays(compact(days_in_use(policy))), Barrier(8)
    found: list[list[HolidayNames]] = []

    def read() -> None:
        gate.wait()
        found.append([days(2026, *area) for area in areas(policy)])

    threads = [Thread(target=read) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [[holidays_in(2026, *area) for area in areas(policy)]] * 8
    assert area_name("AU", "SA") == "AU-SA"
    assert area_name("AU", "NSW", True) == "AU-NSW+banks"
