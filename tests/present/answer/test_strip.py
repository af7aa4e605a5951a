"""The strip of counted days: each day once and in order, with why it is closed, up to where the count ends."""

import datetime as dt

import pytest

from assistant.decide import Answer, Counted, Taken, decide
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.counting import MOST, strip
from assistant.present.views import StripView
from assistant.present.writer import Writer
from assistant.vocabulary.steps.added import AddDays, AddMonths
from assistant.vocabulary.steps.at import AtClock
from assistant.vocabulary.steps.working_days import AddWorkingDays
from assistant.vocabulary.wording import EndOfDay

ON = dt.date(2026, 1, 15)
SITE = {"level": "gold", "distance_km": "60", "logged_at": "2025-12-23T16:00", "state": "sa"}


def shown(days: tuple[StripView, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.iso, one.label) for one in days]


@pytest.fixture
def writer(library: Library, words: dict[str, Words]) -> Writer:
    """English, for the policy whose calendar has a part."""
    return Writer(library.policies["swap-out"], words["en"])


def test_a_count_over_christmas(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    answer = decide(policy, "onsite-visit", "due", SITE, ON)
    assert isinstance(answer, Answer)
    assert shown(strip(Writer(policy, words["en"]), answer.dates["visit_by"])) == [
        ("start", "2025-12-24", "start"),
        ("closed", "2025-12-25", "Christmas Day"),
        ("closed", "2025-12-26", "Proclamation Day"),
        ("closed", "2025-12-27", "weekend"),
        ("closed", "2025-12-28", "weekend"),
        ("counts", "2025-12-29", "day 1"),
        ("due", "2025-12-30", "17:00"),
    ]
    japanese = strip(Writer(policy, words["ja"]), answer.dates["visit_by"])
    assert [(one.weekday, one.number, one.month) for one in japanese][:2] == [("水", "24", "12月"), ("木", "25", "")]
    assert [one.label for one in japanese][-2:] == ["1日目", "17:00"]


def test_a_call_on_a_closed_day_says_that_it_is_closed(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    answer = decide(policy, "onsite-visit", "due", {**SITE, "logged_at": "2025-12-27T10:00"}, ON)
    assert isinstance(answer, Answer)
    assert shown(strip(Writer(policy, words["en"]), answer.dates["received"])) == [
        ("closed", "2025-12-27", "weekend"),
        ("closed", "2025-12-28", "weekend"),
        ("due", "2025-12-29", "this day"),
    ]


def test_twenty_working_days_stand_day_by_day(writer: Writer) -> None:
    start, end = dt.date(2026, 9, 4), dt.date(2026, 10, 2)
    every = [start + dt.timedelta(days=n) for n in range(1, 29)]
    skipped = tuple((day, "weekend") for day in every if day.weekday() >= 5)
    taken = Taken(AddWorkingDays(add_working_days=20, calendar="site"), start, end, 20, skipped, calendar="site")
    days = strip(writer, Counted("visit-by", end, start, "logged_at", (taken,)))
    assert [one.iso for one in days] == [day.isoformat() for day in (start, *every)]
    assert [one.label for one in days if one.kind != "closed"] == ["start", *(f"day {n}" for n in range(1, 21))]
    assert [one.month for one in days if one.month] == ["Sept", "Oct"]


@pytest.mark.parametrize(
    ("step", "start", "end", "expected"),
    [
        (AddMonths(add_months=3), "2026-01-31", "2026-04-30", ["start", "88 days between", "this day"]),
        (AddDays(add_days=1), "2026-01-31", "2026-02-01", ["start", "this day"]),
        (AddDays(add_days=-30), "2026-03-31", "2026-03-01", ["this day", "29 days between", "start"]),
        (AddDays(add_days=2), "2026-01-31", "2026-02-02", ["start", "1 day between", "this day"]),
    ],
)
def test_what_is_not_counted_in_working_days_shows_its_ends(
    writer: Writer, step: AddDays | AddMonths, start: str, end: str, expected: list[str]
) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    counted = Counted("visit-by", last, first, "logged_at", (Taken(step, first, last, 1),))
    assert [one.label for one in strip(writer, counted)] == expected


def test_a_strip_that_would_be_too_long_shows_its_ends(writer: Writer) -> None:
    start = dt.date(2026, 1, 1)
    end = start + dt.timedelta(days=MOST + 1)
    taken = Taken(AddWorkingDays(add_working_days=MOST + 1, calendar="site"), start, end, MOST + 1, calendar="site")
    kinds = [one.kind for one in strip(writer, Counted("visit-by", end, start, "logged_at", (taken,)))]
    assert kinds == ["start", "gap", "due"]


def test_a_date_that_is_not_counted_has_no_strip(writer: Writer) -> None:
    assert strip(writer, Counted("visit-by", ON)) == ()
    assert strip(writer, Counted("visit-by", ON, ON, "logged_at")) == ()


def test_a_count_ends_with_the_day_and_not_with_the_next(writer: Writer) -> None:
    end = Taken(AtClock(at="24:00"), ON, EndOfDay(2026, 1, 19))
    counted = Counted("x", end.after, dt.date(2026, 1, 16), None, (end,), (), ())
    assert shown(strip(writer, counted)) == [("start", "2026-01-16", "start"), ("gap", "", "1 day between"),
                                             ("due", "2026-01-18", "midnight")]  # fmt: skip
