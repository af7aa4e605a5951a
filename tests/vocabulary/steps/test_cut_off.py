"""`cut_off`: the working day on which a moment counts."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Given, Saying, on, step, taken

CELL = {"table": "latest", "row": "kind"}
FIVE = {"cut_off": "17:00", "calendar": "office"}


@pytest.mark.parametrize(
    ("moment", "after", "skipped", "late"),
    [
        ("2026-04-28T00:00", "2026-04-28", [], False),
        ("2026-04-28T16:59:59", "2026-04-28", [], False),
        ("2026-04-28T17:00", "2026-04-28", [], False),
        ("2026-04-28T17:00:01", "2026-04-30", ["Showa Day"], True),
        ("2026-04-29T10:00", "2026-04-30", ["Showa Day"], False),
        ("2026-04-29T18:00", "2026-04-30", ["Showa Day"], True),
        ("2026-04-27T17:00:01", "2026-04-28", [], True),
        ("2026-08-13T09:00", "2026-08-14", ["company"], False),
        ("2026-08-15T09:00", "2026-08-17", ["weekend", "weekend"], False),
    ],
)
def test_a_moment_counts_until_the_second_of_the_cut_off(
    policy: Policy, moment: str, after: str, skipped: list[str], late: bool
) -> None:
    found = taken(policy, FIVE, on(moment))
    assert (found.before, found.after, found.amount) == (on(moment), on(after), dt.time(17))
    assert ([why for _, why in found.skipped], found.late, found.calendar) == (skipped, late, "office")


@pytest.mark.parametrize(("kind", "after"), [("short", "2026-04-28"), ("long", "2026-04-30")])
def test_a_cell_says_until_when(policy: Policy, kind: str, after: str) -> None:
    found = taken(policy, {"cut_off": CELL, "calendar": "office"}, on("2026-04-28T16:00"), kind=kind)
    assert found.after == on(after)


@pytest.mark.parametrize(("state", "after"), [("act", "2026-11-03"), ("vic", "2026-11-04")])
def test_a_holiday_of_one_part_counts_there_alone(policy: Policy, state: str, after: str) -> None:
    found = taken(policy, {"cut_off": "17:00", "calendar": "site"}, on("2026-11-03T11:00"), state=state)
    assert found.after == on(after)


def test_a_day_is_no_moment(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a moment"):
        taken(policy, FIVE, on("2026-04-28"))


def test_a_count_is_no_time_of_day(policy: Policy) -> None:
    cell = {"table": "notice", "row": "kind", "column": "soon"}
    with pytest.raises(TypeError, match="not a time of day: 3"):
        taken(policy, {"cut_off": cell, "calendar": "office"}, on("2026-04-28T10:00"), kind="short")


def test_beyond_the_last_day_nothing_counts(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        taken(policy, FIVE, on("2099-12-31T17:00:01"))
    assert refused.value.reason == "day-beyond"


@pytest.mark.parametrize(
    ("moment", "english", "japanese"),
    [
        (
            "2026-04-28T17:00",
            "Not after the cut-off time of 17:00, so it counts on the same day: Tue 28 Apr 2026",
            "締切時刻17:00を過ぎていないため、当日の扱いです：2026年4月28日（火）",
        ),
        (
            "2026-04-28T17:00:01",
            "After the cut-off time of 17:00, so it counts on the next working day: Thu 30 Apr 2026",
            "締切時刻17:00を過ぎているため、翌営業日の扱いです：2026年4月30日（木）",
        ),
        (
            "2026-04-29T10:00",
            "Not on a working day, so it counts on the next one: Thu 30 Apr 2026",
            "営業日ではないため、翌営業日の扱いです：2026年4月30日（木）",
        ),
        (
            "2026-04-29T18:00",
            "Not on a working day, so it counts on the next one: Thu 30 Apr 2026",
            "営業日ではないため、翌営業日の扱いです：2026年4月30日（木）",
        ),
    ],
)
def test_it_says_why_the_moment_counts_then(
    policy: Policy, saying: Saying, moment: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, FIVE, on(moment))) == (english, japanese)


def test_it_reads_what_says_until_when_before_its_calendar() -> None:
    assert list(step(FIVE).reads()) == [("calendar", "office")]
    assert list(step({"cut_off": CELL, "calendar": "site"}).reads()) == [
        ("name", "kind"),
        ("table", "latest"),
        ("calendar", "site"),
    ]


def test_the_walk_tries_every_clock_that_it_may_read(policy: Policy) -> None:
    given = Given(policy, {})
    assert list(step(FIVE).clocks(given)) == [dt.time(17)]
    assert list(step({"cut_off": CELL, "calendar": "office"}).clocks(given)) == [dt.time(17), dt.time(15, 30)]


def test_the_strip_of_days_shows_those_passed(policy: Policy) -> None:
    found = taken(policy, FIVE, on("2026-04-28T17:00"))
    assert (found.step.passes, found.step.side(found)) == ("days", None)
