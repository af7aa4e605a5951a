"""`earlier_of`: not after another day."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "other", "after"),
    [
        ("2026-04-30", "2026-05-01", "2026-04-30"),
        ("2026-05-01", "2026-05-01", "2026-05-01"),
        ("2026-05-02", "2026-05-01", "2026-05-01"),
        ("2026-05-01T17:00", "2026-05-01T09:00", "2026-05-01T09:00"),
        ("2026-05-01T09:00", "2026-05-01T17:00", "2026-05-01T09:00"),
    ],
)
def test_the_earlier_is_taken(policy: Policy, day: str, other: str, after: str) -> None:
    found = taken(policy, {"earlier_of": "other"}, on(day), other=on(other))
    assert (found.before, found.after, found.amount) == (on(day), on(after), on(other))


def test_the_earliest_of_several_is_taken(policy: Policy) -> None:
    written = {"earlier_of": ("one", "2026-05-03", "other")}
    assert taken(policy, written, on("2026-05-04"), one=on("2026-05-02"), other=on("2026-05-03")).after == on(
        "2026-05-02"
    )


@pytest.mark.parametrize(("day", "other"), [("2026-05-01", "2026-05-01T09:00"), ("2026-05-01T09:00", "2026-05-02")])
def test_a_day_and_a_moment_are_not_held_against_each_other(policy: Policy, day: str, other: str) -> None:
    with pytest.raises(TypeError, match="a day and a moment"):
        taken(policy, {"earlier_of": "other"}, on(day), other=on(other))


@pytest.mark.parametrize(
    ("other", "english", "japanese"),
    [
        ("2026-04-01", "But not after Wed 1 Apr 2026", "ただし2026年4月1日（水）より後にはなりません"),
        (
            "2026-05-01",
            "This is not after Fri 1 May 2026, so it stays: Tue 28 Apr 2026",
            "2026年5月1日（金）より後ではないため、変わりません：2026年4月28日（火）",
        ),
    ],
)
def test_it_says_whether_the_other_moved_it(
    policy: Policy, saying: Saying, other: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"earlier_of": "other"}, on("2026-04-28"), other=on(other))) == (english, japanese)


@pytest.mark.parametrize(
    ("moment", "other", "english", "japanese"),
    [
        (
            "2026-05-01T17:00", "2026-05-01T09:00",
            "But not after Fri 1 May 2026, 09:00", "ただし2026年5月1日（金）9:00より後にはなりません",
        ),
        (
            "2026-05-01T09:00", "2026-05-01T17:00",
            "This is not after Fri 1 May 2026, 17:00, so it stays: Fri 1 May 2026, 09:00",
            "2026年5月1日（金）17:00より後ではないため、変わりません：2026年5月1日（金）9:00",
        ),
    ],
)  # fmt: skip
def test_of_moments_it_says_the_time_too(
    policy: Policy, saying: Saying, moment: str, other: str, english: str, japanese: str
) -> None:
    assert saying.step(taken(policy, {"earlier_of": "other"}, on(moment), other=on(other))) == (english, japanese)


def test_it_reads_every_other() -> None:
    earlier = step({"earlier_of": ("one", "other")})
    assert list(earlier.reads()) == [("name", "one"), ("name", "other")]
    assert earlier.renamed({"other": "on"}) == step({"earlier_of": ("one", "on")})
