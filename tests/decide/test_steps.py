"""Steps that speak to an answer: those for other cases are left out, those of which nothing is known are kept."""

import datetime as dt

import pytest

from assistant.decide.steps import left_out, unsure
from assistant.model.policy import Library

CALL, PACKAGE, ACCESS = ("customer", "call"), ("customer", "package"), ("customer", "access")
ON = dt.date(2026, 1, 15)


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({}, set()),
        ({"level": "bronze"}, {ACCESS}),
        ({"level": "gold"}, {PACKAGE}),
        ({"level": "silver", "mounted_height_m": "2.7"}, {PACKAGE, ACCESS}),
        ({"level": "silver", "mounted_height_m": "2.701"}, {PACKAGE}),
        ({"mounted_height_m": "2"}, {ACCESS}),
        ({"mounted_height_m": "3"}, set()),
    ],
)
def test_a_step_is_left_out_where_one_of_its_conditions_fails(
    library: Library, facts: dict[str, str], left: set[tuple[str, str]]
) -> None:
    policy = library.policies["swap-out"]
    known = {name: policy.facts[name].read(text) for name, text in facts.items()}
    assert left_out(policy, "onsite-visit", "log-a-call", known, ON) == left


def test_a_procedure_without_conditions_is_whole(library: Library) -> None:
    assert left_out(library.policies["licence-desk"], "voucher", "paid", {}, ON) == frozenset()


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ({}, {PACKAGE, ACCESS}),
        ({"level": "gold"}, {PACKAGE, ACCESS}),
        ({"level": "bronze", "logged_at": "2026-01-15T10:00"}, {CALL, ACCESS}),
        ({"level": "gold", "mounted_height_m": "3"}, {PACKAGE}),
    ],
)
def test_a_step_of_which_nothing_is_known_is_unsure_unless_the_procedure_begins_with_it(
    library: Library, facts: dict[str, str], left: set[tuple[str, str]]
) -> None:
    policy = library.policies["swap-out"]
    known = {name: policy.facts[name].read(text) for name, text in facts.items()}
    assert unsure(policy, "onsite-visit", "log-a-call", known, ON) == left
