"""`add_weeks`: calendar weeks."""

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from tests.vocabulary.given import Saying, on, step, taken


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        ("2026-04-28", "0", "2026-04-28"),
        ("2026-04-28", "1", "2026-05-05"),
        ("2026-04-28", "-1", "2026-04-21"),
        ("2027-12-31", "9", "2028-03-03"),
        ("2026-04-28T23:59", "2", "2026-05-12T23:59"),
    ],
)
def test_the_day_of_the_week_and_the_time_stay(policy: Policy, day: str, count: str, after: str) -> None:
    found = taken(policy, {"add_weeks": count}, on(day))
    assert (found.before, found.after, found.amount) == (on(day), on(after), int(count))


@pytest.mark.parametrize("number", [3, -3])
def test_a_name_or_a_cell_says_how_many(policy: Policy, number: int) -> None:
    named = taken(policy, {"add_weeks": "weeks"}, on("2026-04-28"), weeks=number)
    assert (named.after - named.before).days == 7 * number
    cell = {"table": "notice", "row": "kind", "column": "soon"}
    assert taken(policy, {"add_weeks": cell}, on("2026-04-28"), kind="short").after == on("2026-05-19")


def test_more_weeks_than_there_are_are_refused(policy: Policy) -> None:
    with pytest.raises(Refusal, match="day-beyond"):
        taken(policy, {"add_weeks": "999999999"}, on("2026-04-28"))


@pytest.mark.parametrize(
    ("count", "english", "japanese"),
    [
        ("1", "1 week later: Tue 5 May 2026", "1週間後：2026年5月5日（火）"),
        ("2", "2 weeks later: Tue 12 May 2026", "2週間後：2026年5月12日（火）"),
        ("-1", "1 week earlier: Tue 21 Apr 2026", "1週間前：2026年4月21日（火）"),
    ],
)
def test_it_says_how_many(policy: Policy, saying: Saying, count: str, english: str, japanese: str) -> None:
    assert saying.step(taken(policy, {"add_weeks": count}, on("2026-04-28"))) == (english, japanese)


def test_it_reads_what_says_how_many() -> None:
    assert list(step({"add_weeks": "weeks"}).reads()) == [("name", "weeks")]
