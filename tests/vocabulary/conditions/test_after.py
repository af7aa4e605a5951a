"""`after`: days after, numbers above."""

from decimal import Decimal

import pytest

from assistant.model.policy import Policy
from assistant.vocabulary.wording import Label, Value
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("value", "against", "held"),
    [
        ("2026-04-27", "2026-04-28", False),
        ("2026-04-28", "2026-04-28", False),
        ("2026-04-29", "2026-04-28", True),
        # A moment beside a day counts as its day.
        ("2026-04-27T23:59:59", "2026-04-28", False),
        ("2026-04-28T00:00", "2026-04-28", False),
        ("2026-04-28T23:59:59", "2026-04-28", False),
        ("2026-04-29T00:00", "2026-04-28", True),
    ],
)
def test_days_are_held_against_a_day_that_is_written(policy: Policy, value: str, against: str, held: bool) -> None:
    found = asked(policy, {"after": against}, on(value))
    assert (found.name, found.value, found.against, found.held) == ("x", on(value), on(against), held)


@pytest.mark.parametrize(
    ("value", "other", "held"),
    [
        ("2026-04-28T09:59:59", "2026-04-28T10:00", False),
        ("2026-04-28T10:00", "2026-04-28T10:00", False),
        ("2026-04-28T10:00:01", "2026-04-28T10:00", True),
        ("2026-04-28", "2026-04-28T10:00", False),
        ("2026-04-29", "2026-04-28T10:00", True),
        ("2026-04-27", "2026-04-28", False),
    ],
)
def test_moments_are_held_against_a_moment_by_its_name(policy: Policy, value: str, other: str, held: bool) -> None:
    found = asked(policy, {"after": "other"}, on(value), other=on(other))
    assert (found.against, found.held) == (on(other), held)


@pytest.mark.parametrize(
    ("value", "against", "held"),
    [
        (Decimal("2.699"), "2.7", False),
        (Decimal("2.7"), "2.7", False),
        (Decimal("2.700"), "2.7", False),
        (Decimal("2.701"), "2.7", True),
        (0, "0", False),
        (1, "0", True),
        (9, "10", False),
        (10, "10", False),
        (11, "10", True),
    ],
)
def test_numbers_are_held_against_a_number(policy: Policy, value: Value, against: str, held: bool) -> None:
    found = asked(policy, {"after": against}, value)
    assert (found.value, found.against, found.held) == (value, Decimal(against), held)


@pytest.mark.parametrize(("value", "against"), [(on("2026-04-28"), "1"), ("never", "2026-04-28"), ("short", "1")])
def test_what_has_no_order_is_not_held_against_anything(policy: Policy, value: Value, against: str) -> None:
    with pytest.raises(TypeError):
        asked(policy, {"after": against}, value)


@pytest.mark.parametrize(
    ("name", "against", "english", "japanese"),
    [
        ("starts", on("2026-04-28"), "Start is after Tue 28 Apr 2026", "Startが2026年4月28日（火）より後"),
        ("at", on("2026-04-28T10:00"), "Call is after Tue 28 Apr 2026, 10:00", "Callが2026年4月28日（火）10:00より後"),
        ("starts", Label("on", True), "Start is after “The day asked about”", "Startが「基準日」より後"),
        ("km", Decimal("2.7"), "Distance: above 2.7 km", "Distanceが2.7kmを超える"),
        ("km", Decimal(0), "Distance: above 0 km", "Distanceが0kmを超える"),
    ],
)
def test_it_says_what_it_asks(saying: Saying, name: str, against: Value, english: str, japanese: str) -> None:
    assert saying.test({"after": "other"}, name, against) == (english, japanese)


@pytest.mark.parametrize(
    ("value", "against", "side"),
    [
        (on("2026-04-27"), on("2026-04-28"), -1),
        (on("2026-04-28T10:00"), on("2026-04-28"), 0),
        (on("2026-04-29"), on("2026-04-28"), 1),
        (9, Decimal("9.001"), -1),
        (Decimal("9.000"), 9, 0),
        (Decimal("9.001"), 9, 1),
        ("never", on("2026-04-28"), None),
        (9, on("2026-04-28"), None),
        (9, None, None),
    ],
)
def test_the_walk_tells_before_at_and_after_apart(value: Value, against: Value | None, side: int | None) -> None:
    assert condition({"after": "other"}).side(value, against) == side


def test_it_reads_what_a_value_is_held_against() -> None:
    test = condition({"after": "other"})
    assert list(test.reads()) == [("name", "other")]
    assert (test.operands(), test.of_ids) == (("other",), False)
    assert test.renamed({"other": "on"}) == condition({"after": "on"})
