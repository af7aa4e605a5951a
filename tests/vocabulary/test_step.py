"""The registry of steps, and the counts that they take."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.step import STEPS, count
from assistant.vocabulary.trail import Run
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Given, on, step, taken

RUN = Run({}, on("2026-01-15"))


@pytest.mark.parametrize(
    ("written", "amount"),
    [("0", 0), ("-10", -10), (3, 3), ("999999999", 999999999), ("notice", "notice"), ("a-1", "a-1"), ("1a", "1a")],
)
def test_a_count_is_a_number_or_a_name(written: object, amount: int | str) -> None:
    assert step({"add_days": written}) == STEPS.words["add_days"].model_construct(add_days=amount)


@pytest.mark.parametrize("written", ["1.5", "+1", "01", "", "1000000000", None, ["1"], "Two words", True])
def test_nothing_else_is_a_count(written: object) -> None:
    with pytest.raises(ValidationError):
        step({"add_days": written})


@pytest.mark.parametrize("value", [0, 3, -3, Decimal(3)])
def test_a_count_may_stand_under_a_name(policy: Policy, value: int) -> None:
    assert count(Given(policy, {"notice": value}), "notice")(RUN) == value


@pytest.mark.parametrize("value", ["none", True, on("2026-04-28")])
def test_what_is_no_whole_number_is_no_count(policy: Policy, value: Value) -> None:
    with pytest.raises(TypeError, match="not a whole number"):
        count(Given(policy, {"notice": value}), "notice")(RUN)


def test_a_number_that_is_not_whole_is_refused(policy: Policy) -> None:
    with pytest.raises(Refusal) as refused:
        count(Given(policy, {"notice": Decimal("2.5")}), "notice")(RUN)
    assert refused.value.reason == "no-whole-count"


@pytest.mark.parametrize(("written", "after"), [({"add_days": "0"}, "2026-04-28"), ({"add_days": 0}, "2026-04-28")])
def test_a_count_of_none_stays_where_it_is(policy: Policy, written: dict[str, object], after: str) -> None:
    assert taken(policy, written, on("2026-04-28")).after == on(after)


@pytest.mark.parametrize("written", [{}, {"add_fortnights": "1"}, "add_days", None])
def test_a_step_that_is_none_is_met_with_all_that_there_are(written: object) -> None:
    with pytest.raises(ValidationError) as found:
        step(written)  # type: ignore[arg-type]  # what is no mapping is refused
    (error,) = found.value.errors()
    assert error["type"] == "step"
    assert error["ctx"]["wanted"] == f"a step is wanted: {', '.join(STEPS.words)}"


def test_what_is_wrong_in_a_step_is_told_below_its_word() -> None:
    with pytest.raises(ValidationError) as found:
        step({"add_days": "1", "calendar": "office"})
    assert [(one["type"], one["loc"]) for one in found.value.errors()] == [
        ("extra_forbidden", ("#add_days", "calendar")),
    ]
