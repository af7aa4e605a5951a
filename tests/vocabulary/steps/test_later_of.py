"""`later_of`: not before another day."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "other", "after"),
    [
        ("2026-04-30", "2026-05-01", "2026-05-01"),
        ("2026-05-01", "2026-05-01", "2026-05-01"),
        ("2026-05-02", "2026-05-01", "2026-05-02"),
        ("2026-05-01T09:00", "2026-05-01T17:00", "2026-05-01T17:00"),
        ("2026-05-01T23:59", "2026-05-02T00:00", "2026-05-02T00:00"),
        ("2026-05-02T00:00", "2026-05-01T23:59", "2026-05-02T00:00"),
    ],
)
def test_the_later_day_is_taken(policy: Policy, day: str, other: str, after: str) -> None:
    found = taken(policy, {"later_of": "other"}, on(day), other=on(other))
    assert (found.before, found.after, found.amount) == (on(day), on(after), on(other))


def test_the_latest_of_several_is_taken(policy: Policy) -> None:
    written = {"later_of": ("one", "2026-05-03", "other")}
    assert taken(policy, written, on("2026-04-30"), one=on("2026-05-02"), other=on("2026-05-01")).after == on(
        "2026-05-03"
    )


@pytest.mark.parametrize(("day", "other"), [("2026-05-01", "2026-05-01T09:00"), ("2026-05-01T09:00", "2026-05-02")])
def test_a_day_and_a_moment_are_not_held_against_each_other(policy: Policy, day: str, other: str) -> None:
    with pytest.raises(TypeError, match="a day and a moment"):
        taken(policy, {"later_of": "other"}, on(day), other=on(other))


def test_a_mark_is_no_day(policy: Policy) -> None:
    with pytest.raises(TypeError, match="not a day: 'never'"):
        taken(policy, {"later_of": "other"}, on("2026-04-28"), other="never")


@pytest.mark.parametrize(
    ("other", "english", "japanese"),
    [
        ("2026-05-01", "But not before Fri 1 May 2026", "ただし2026年5月1日（金）より前にはなりません"),
        (
            "2026-04-28",
            "This is not before Tue 28 Apr 2026, so it stays: Tue 28 Apr 2026",
            "2026年4月28日（火）より前ではないため、変わりません：2026年4月28日（火）",
        ),
        (
            "2026-01-01",
            "This is not before Thu 1 Jan 2026, so it stays: Tue 28 Apr 2026",
            "2026年1月1日（木）より前ではないため、変わりません：2026年4月28日（火）",
        ),
    ],
)
def test_it_says_whether_the_other_day_moved_it(
    policy: Policy, saying: Saying, other: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"later_of": "other"}, on("2026-04-28"), other=on(other))) == (english, japanese)


@pytest.mark.parametrize(
    ("moment", "other", "english", "japanese"),
    [
        (
            "2026-05-01T09:00", "2026-05-01T17:00",
            "But not before Fri 1 May 2026, 17:00", "ただし2026年5月1日（金）17:00より前にはなりません",
        ),
        (
            "2026-05-01T17:00", "2026-05-01T09:00",
            "This is not before Fri 1 May 2026, 09:00, so it stays: Fri 1 May 2026, 17:00",
            "2026年5月1日（金）9:00より前ではないため、変わりません：2026年5月1日（金）17:00",
        ),
        (
            "2026-05-01T23:59", "2026-05-02T00:00",
            "But not before Sat 2 May 2026, 00:00", "ただし2026年5月2日（土）0:00より前にはなりません",
        ),
        (
            "2026-05-01T09:00", "2026-05-01T09:01",
            "But not before Fri 1 May 2026, 09:01", "ただし2026年5月1日（金）9:01より前にはなりません",
        ),
    ],
)  # fmt: skip
def test_of_moments_it_says_the_time_too(
    policy: Policy, saying: Saying, moment: str, other: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"later_of": "other"}, on(moment), other=on(other))) == (english, japanese)


def test_it_reads_the_other_day(policy: Policy) -> None:
    later = step({"later_of": "other"})
    assert list(later.reads()) == [("name", "other")]
    assert later.renamed({"other": "on"}) == step({"later_of": "on"})


def test_no_edge_of_its_own_is_walked(policy: Policy) -> None:
    found = taken(policy, {"later_of": "other"}, on("2026-04-28"), other=on("2026-05-01"))
    assert found.step.side(found) is None
