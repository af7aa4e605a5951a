"""`next_date`, `next_weekday`: the first such date of a year, the first such day of the week."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import STEP, Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "date", "after"),
    [
        ("2026-03-31", "03-31", "2026-03-31"),
        ("2026-04-01", "03-31", "2027-03-31"),
        ("2026-03-30T23:59", "03-31", "2026-03-31"),
        ("2026-12-31", "01-01", "2027-01-01"),
    ],
)
def test_it_is_the_first_on_or_after_the_day(policy: Policy, day: str, date: str, after: str) -> None:
    found = taken(policy, {"next_date": date}, on(day))
    assert (found.after, found.step.gives) == (on(after), "day")


@pytest.mark.parametrize("date", ["02-29", "04-31", "3-31", "13-01", "2026-03-31", ""])
def test_a_date_that_is_not_in_every_year_is_refused(date: str) -> None:
    with pytest.raises(ValidationError):
        step({"next_date": date})


def test_it_is_written_again_as_it_was() -> None:
    one = step({"next_date": "03-31"})
    assert STEP.dump_json(one) == b'{"next_date":"03-31"}'
    assert STEP.validate_json(STEP.dump_json(one)) == one


def test_it_says_which(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"next_date": "03-31"}, on("2026-04-28"))) == (
        "The first 31 March from that day on: Wed 31 Mar 2027",
        "その日以降で最初の3月31日：2027年3月31日（水）",
    )


@pytest.mark.parametrize(
    ("day", "weekday", "after"),
    [
        ("2026-05-01", "fri", "2026-05-01"),
        ("2026-05-02", "fri", "2026-05-08"),
        ("2026-04-30T23:59", "fri", "2026-05-01"),
        ("2026-04-26", "mon", "2026-04-27"),
        ("2026-04-27", "sun", "2026-05-03"),
    ],
)
def test_weekday_it_is_the_first_on_or_after_the_day(policy: Policy, day: str, weekday: str, after: str) -> None:
    found = taken(policy, {"next_weekday": weekday}, on(day))
    assert (found.after, found.step.gives) == (on(after), "day")


def test_a_weekday_has_three_letters() -> None:
    with pytest.raises(ValidationError):
        step({"next_weekday": "friday"})


def test_weekday_it_says_which(policy: Policy, saying: Saying) -> None:
    assert saying.step(taken(policy, {"next_weekday": "fri"}, on("2026-04-28"))) == (
        "The first Friday from that day on: Fri 1 May 2026",
        "その日以降で最初の金曜日：2026年5月1日（金）",
    )
