"""`between`: from one edge up to another."""

import datetime as dt
from decimal import Decimal

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import Saying, asked, condition, on


@pytest.mark.parametrize(
    ("edges", "value", "held"),
    [
        (("2026-04-01", "2026-04-30"), on("2026-03-31"), False),
        (("2026-04-01", "2026-04-30"), on("2026-04-01"), True),
        (("2026-04-01", "2026-04-30"), on("2026-04-30"), True),
        (("2026-04-01", "2026-04-30"), on("2026-05-01"), False),
        (("2026-04-01", "2026-04-30"), on("2026-04-30T23:59"), True),
        (("2026-04-01T09:00", "2026-04-01T17:00"), on("2026-04-01T17:00"), True),
        (("2026-04-01T09:00", "2026-04-01T17:00"), on("2026-04-01T17:01"), False),
        (("1", "2.5"), Decimal("0.999"), False),
        (("1", "2.5"), 1, True),
        (("1", "2.5"), Decimal("2.5"), True),
        (("1", "2.5"), Decimal("2.501"), False),
        (("09:00", "17:00"), dt.time(8, 59), False),
        (("09:00", "17:00"), dt.time(17), True),
        (("09:00", "17:00"), dt.time(17, 1), False),
    ],
)
def test_both_edges_belong_to_it(policy: Policy, edges: tuple[str, str], value: Value, held: bool) -> None:
    assert asked(policy, {"between": edges}, value).held is held


def test_an_edge_may_have_a_name(policy: Policy) -> None:
    found = asked(policy, {"between": ("starts", "2026-04-30")}, on("2026-04-02"), starts=on("2026-04-03"))
    assert (found.held, found.against) == (False, (on("2026-04-03"), on("2026-04-30")))


@pytest.mark.parametrize("edges", [("1",), ("1", "2", "3"), "1", ()])
def test_it_has_two_edges(edges: object) -> None:
    with pytest.raises(ValidationError):
        condition({"between": edges})


def test_it_reads_its_edges_and_takes_other_names() -> None:
    one = condition({"between": ("starts", "ends")})
    assert list(one.reads()) == [("name", "starts"), ("name", "ends")]
    assert one.renamed({"ends": "on"}) == condition({"between": ("starts", "on")})
    assert one.operands() == ("starts", "ends")


def test_it_says_from_where_to_where(saying: Saying) -> None:
    days = (on("2026-04-01"), on("2026-04-30"))
    assert saying.test({"between": ("2026-04-01", "2026-04-30")}, "starts", days) == (
        "Start: from Wed 1 Apr 2026 to Thu 30 Apr 2026, both included",
        "Start：2026年4月1日（水）から2026年4月30日（木）まで（両端を含む）",
    )
    assert saying.test({"between": ("1", "2.5")}, "km", (Decimal(1), Decimal("2.5"))) == (
        "Distance: from 1 km to 2.5 km, both included",
        "Distance：1kmから2.5kmまで（両端を含む）",
    )
