"""What the four orders share: they hold the same values against each other in four ways."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.model.policy import Policy
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.conditions.order import Order
from assistant.vocabulary.wording import Label, Value, Worth
from tests.vocabulary.given import asked, condition

MOMENTS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 3))
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 3))
NUMBERS = st.integers(0, 3) | st.decimals(0, 3, places=1)
SAME_KIND = st.tuples(DAYS | MOMENTS, DAYS | MOMENTS) | st.tuples(NUMBERS, NUMBERS)


def held(policy: Policy, word: str, pair: tuple[Value, Value]) -> bool:
    return asked(policy, {word: "other"}, pair[0], other=pair[1]).held


@given(SAME_KIND)
def test_each_order_is_the_contrary_of_another(policy: Policy, pair: tuple[Value, Value]) -> None:
    assert held(policy, "before", pair) is not held(policy, "at_least", pair)
    assert held(policy, "after", pair) is not held(policy, "at_most", pair)


@given(SAME_KIND)
def test_both_that_include_the_edge_hold_at_the_edge_alone(policy: Policy, pair: tuple[Value, Value]) -> None:
    side = condition({"before": "other"}).side(*pair)
    assert (held(policy, "at_least", pair) and held(policy, "at_most", pair)) == (side == 0)
    assert side == held(policy, "after", pair) - held(policy, "before", pair)


def test_a_number_is_explained_with_its_unit_and_a_day_without() -> None:
    one = condition({"before": "other"})
    assert dict(one.explain("km", Decimal(0)).values) == {"subject": Label("km"), "value": Worth(Decimal(0), "km")}
    assert dict(one.explain("starts", dt.date(2026, 1, 1)).values)["value"] == dt.date(2026, 1, 1)
    assert dict(one.explain("x").values)["value"] == Worth("", "x")


def test_the_orders_are_those_that_are_known() -> None:
    assert {word for word, of in CONDITIONS.words.items() if issubclass(of, Order)} == {
        "after",
        "at_least",
        "at_most",
        "before",
    }
