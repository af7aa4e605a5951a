"""Opening hours: over midnight, by day of the week, on a clock of their own, and hours counted inside them."""

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from assistant.errors import Refusal
from assistant.model.calendar import Hours, WorkingDays
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.vocabulary.calendars import calendar_for
from assistant.vocabulary.doors import NO_HOURS, Doors

WEEK = WorkingDays(
    label=Text("", "Days"), weekdays=("mon", "tue", "wed", "thu", "fri"), closed=(dt.date(2026, 4, 15),), cites=()
)
TOKYO, SYDNEY, BERLIN = map(ZoneInfo, ("Asia/Tokyo", "Australia/Sydney", "Europe/Berlin"))
ABOUT = {"label": "Desk", "clock": "Clock", "cites": ()}
SHIFTS = {"spans": ({"opens": "08:00", "closes": "12:00"}, {"opens": "22:00", "closes": "06:00"})}
BY_DAY = {
    "days": {"mon-thu": ({"opens": "09:00", "closes": "17:00"},), "fri": ({"opens": "09:00", "closes": "24:00"},)}
}
MINUTE = dt.timedelta(minutes=1)


def doors(written: Mapping[str, object], clock: ZoneInfo = TOKYO, own: ZoneInfo | None = None) -> Doors:
    hours = TypeAdapter(Hours).validate_python({**ABOUT, "calendar": "week", **written})
    return Doors(hours, calendar_for(WEEK, None), clock, own)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.fixture
def phone(library: Library) -> Doors:
    """The hours of the Japanese telephone desk."""
    about = library.policies["desknets-web-meeting"].about
    return Doors(about.hours["phone"], calendar_for(about.calendars["office"], None), TOKYO, None)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-04-28T08:59:59", None),
        ("2026-04-28T09:00:00", "2026-04-28T12:00:00"),
        ("2026-04-28T11:59:59", "2026-04-28T12:00:00"),
        ("2026-04-28T12:00:00", None),
        ("2026-04-28T13:00:00", "2026-04-28T17:30:00"),
        ("2026-04-28T17:29:59", "2026-04-28T17:30:00"),
        ("2026-04-28T17:30:00", None),
        ("2026-04-29T10:00:00", None),
        ("2026-05-02T10:00:00", None),
    ],
)
def test_doors_open_with_the_minute_and_close_with_it(phone: Doors, moment: str, until: str | None) -> None:
    found = phone.closes(dt.datetime.fromisoformat(moment))
    assert (found.isoformat() if found else None) == until


@pytest.mark.parametrize(
    ("moment", "opens", "skipped"),
    [
        ("2026-04-28T08:59:59", "2026-04-28T09:00:00", 0),
        ("2026-04-28T12:00:00", "2026-04-28T13:00:00", 0),
        ("2026-04-28T17:30:00", "2026-04-30T09:00:00", 1),
        ("2026-04-29T07:00:00", "2026-04-30T09:00:00", 1),
        ("2026-05-01T23:59:59", "2026-05-07T09:00:00", 5),
    ],
)
def test_when_doors_open_next(phone: Doors, moment: str, opens: str, skipped: int) -> None:
    found, passed = phone.opens(dt.datetime.fromisoformat(moment))
    assert (found.isoformat(), len(passed)) == (opens, skipped)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-04-13T21:59", None),
        ("2026-04-13T22:00", "2026-04-14T06:00"),
        ("2026-04-14T05:59", "2026-04-14T06:00"),
        ("2026-04-14T06:00", None),
        ("2026-04-14T08:00", "2026-04-14T12:00"),
        ("2026-04-14T23:00", "2026-04-15T06:00"),  # it belongs to the day on which it opens
        ("2026-04-15T23:00", None),
        ("2026-04-16T05:00", None),
        ("2026-04-17T22:00", "2026-04-18T06:00"),  # into Saturday
        ("2026-04-18T22:00", None),
    ],
)
def test_a_span_over_midnight_belongs_to_the_day_on_which_it_opens(moment: str, until: str | None) -> None:
    found = doors(SHIFTS).closes(at(moment))
    assert found == (at(until) if until else None)


@pytest.mark.parametrize(
    ("moment", "opens", "skipped"),
    [
        ("2026-04-14T06:00", "2026-04-14T08:00", []),
        ("2026-04-15T06:00", "2026-04-16T08:00", ["company"]),
        ("2026-04-18T06:00", "2026-04-20T08:00", ["weekend", "weekend"]),
    ],
)
def test_after_the_night_the_next_hours_begin_in_the_morning(moment: str, opens: str, skipped: list[str]) -> None:
    found, passed = doors(SHIFTS).opens(at(moment))
    assert (found, [why for _, why in passed]) == (at(opens), skipped)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-04-16T17:00", None),
        ("2026-04-17T23:59", "2026-04-18T00:00"),
        ("2026-04-18T00:00", None),
    ],
)
def test_each_day_of_the_week_has_its_own_hours(moment: str, until: str | None) -> None:
    assert doors(BY_DAY).closes(at(moment)) == (at(until) if until else None)


def test_a_working_day_without_hours_is_skipped_and_says_so() -> None:
    tuesdays = {"days": {"tue": ({"opens": "09:00", "closes": "10:00"},)}}
    found, passed = doors(tuesdays).opens(at("2026-04-14T10:00"))
    assert found == at("2026-04-21T09:00")
    reasons = [why for _, why in passed]
    assert reasons == ["company", NO_HOURS, NO_HOURS, "weekend", "weekend", NO_HOURS]


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-04-13T09:00", 8, "2026-04-13T17:00"),  # ends at the closing minute where it fills the span
        ("2026-04-13T09:00", 8.5, "2026-04-14T09:30"),
        ("2026-04-13T07:00", 1, "2026-04-13T10:00"),
        ("2026-04-13T17:00", 1, "2026-04-14T10:00"),
        ("2026-04-13T17:00", 0, "2026-04-14T09:00"),
        ("2026-04-13T12:00", 0, "2026-04-13T12:00"),
        ("2026-04-14T16:00", 2, "2026-04-16T10:00"),  # the 15th is closed
        ("2026-04-17T23:00", 2, "2026-04-20T10:00"),
        ("2026-04-16T10:00", -2, "2026-04-14T16:00"),
        ("2026-04-13T09:30", -0.5, "2026-04-13T09:00"),
        ("2026-04-19T12:00", -1, "2026-04-17T23:00"),
    ],
)
def test_hours_are_counted_only_while_the_doors_are_open(start: str, hours: float, end: str) -> None:
    assert doors(BY_DAY).passed(at(start), dt.timedelta(hours=hours))[0] == at(end)


def _minute_by_minute(one: Doors, start: dt.datetime, minutes: int) -> dt.datetime:
    """The same, counted in the slowest way."""
    now = start
    while minutes:
        minutes -= one.inside(now)
        now += MINUTE
    return now


@given(
    st.datetimes(dt.datetime(2026, 4, 10), dt.datetime(2026, 4, 22)).map(
        lambda one: one.replace(second=0, microsecond=0)
    ),
    st.integers(1, 1500),
    st.sampled_from([SHIFTS, BY_DAY]),
)
def test_any_number_of_minutes_ends_where_counting_one_by_one_ends(
    start: dt.datetime, minutes: int, written: Mapping[str, object]
) -> None:
    one = doors(written)
    assert one.passed(start, minutes * MINUTE)[0] == _minute_by_minute(one, start, minutes)


@given(
    st.datetimes(dt.datetime(2026, 4, 13), dt.datetime(2026, 4, 22)).map(
        lambda one: one.replace(second=0, microsecond=0)
    ),
    st.integers(1, 1500),
    st.sampled_from([SHIFTS, BY_DAY]),
)
def test_counting_back_leads_to_where_counting_on_comes_back_from(
    start: dt.datetime, minutes: int, written: Mapping[str, object]
) -> None:
    one = doors(written)
    before, _ = one.passed(start, -minutes * MINUTE)
    assert sum(one.inside(before + ahead * MINUTE) for ahead in range(int((start - before) / MINUTE))) == minutes
    assert one.inside(before)


NIGHTS = {"spans": ({"opens": "22:00", "closes": "06:00"},)}
ALL_WEEK = WorkingDays(label=Text("", "Days"), weekdays=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), cites=())


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-27T22:00", "2026-03-28T05:00"),
        ("2026-03-28T22:00", "2026-03-29T06:00"),  # an hour is skipped
        ("2026-10-24T22:00", "2026-10-25T04:00"),  # an hour comes twice
    ],
)
def test_the_hours_of_a_night_are_those_that_really_pass(start: str, end: str) -> None:
    hours = TypeAdapter(Hours).validate_python({**ABOUT, "calendar": "week", **NIGHTS})
    nights = Doors(hours, calendar_for(ALL_WEEK, None), BERLIN, None)
    assert nights.passed(at(start), dt.timedelta(hours=7))[0] == at(end)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        ("2026-04-13T09:59", False),  # 8:59 in Tokyo
        ("2026-04-13T10:00", True),
        ("2026-04-13T17:59", True),
        ("2026-04-13T18:00", False),
        ("2026-04-18T00:30", True),  # still Friday in Tokyo
        ("2026-04-18T01:00", False),
    ],
)
def test_the_calendar_and_the_clock_are_those_of_the_hours(moment: str, inside: bool) -> None:
    assert doors(BY_DAY, SYDNEY, TOKYO).inside(at(moment)) is inside


def test_what_is_found_is_told_on_the_policy_s_clock() -> None:
    desk = doors(BY_DAY, SYDNEY, TOKYO)
    assert desk.closes(at("2026-04-13T10:00")) == at("2026-04-13T18:00")
    assert desk.opens(at("2026-04-13T18:00"))[0] == at("2026-04-14T10:00")
    assert desk.passed(at("2026-04-13T17:00"), dt.timedelta(hours=2))[0] == at("2026-04-14T11:00")


def test_around_the_clock_hours_never_end_and_simply_pass() -> None:
    hours = TypeAdapter(Hours).validate_python({**ABOUT, "always": "yes"})
    desk = Doors(hours, None, BERLIN, None)
    assert desk.inside(at("2026-12-25T03:00"))
    assert desk.closes(at("2026-12-25T03:00")) is None
    assert desk.passed(at("2026-03-28T22:00"), dt.timedelta(hours=7)) == (at("2026-03-29T06:00"), ())


def test_beyond_the_days_that_are_answered_for_no_door_opens() -> None:
    with pytest.raises(Refusal) as refused:
        doors(BY_DAY).opens(at("2099-12-31T18:00"))
    assert refused.value.reason == "day-beyond"
    with pytest.raises(Refusal):
        doors(BY_DAY).passed(at("2000-01-01T00:00"), -dt.timedelta(hours=1))
