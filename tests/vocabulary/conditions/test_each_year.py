"""`each_year`: in a stretch of days that comes every year."""

import pytest
from pydantic import ValidationError

from assistant.model.policy import Policy
from tests.vocabulary.given import TEST, Saying, asked, condition, on

NEW_YEAR = {"from": "12-29", "to": "01-03"}
SUMMER = {"from": "06-01", "to": "08-31"}


@pytest.mark.parametrize(
    ("season", "day", "held"),
    [
        (NEW_YEAR, "2026-12-28", False),
        (NEW_YEAR, "2026-12-29", True),
        (NEW_YEAR, "2027-01-01", True),
        (NEW_YEAR, "2027-01-03", True),
        (NEW_YEAR, "2027-01-04", False),
        (SUMMER, "2026-05-31", False),
        (SUMMER, "2026-06-01", True),
        (SUMMER, "2099-08-31", True),
        (SUMMER, "2026-08-31T23:59", True),
        (SUMMER, "2026-09-01", False),
        ({"from": "03-31", "to": "03-31"}, "2026-03-31", True),
        ({"from": "02-28", "to": "03-01"}, "2028-02-29", True),
        ({"from": "02-01", "to": "02-28"}, "2028-02-29", False),
    ],
)
def test_both_ends_belong_to_it_in_any_year(policy: Policy, season: dict[str, str], day: str, held: bool) -> None:
    assert asked(policy, {"each_year": season}, on(day)).held is held


@pytest.mark.parametrize(
    "season",
    [
        {"from": "02-29", "to": "03-31"},
        {"from": "12-29"},
        {"from": "12-29", "until": "01-03"},
        {"from": "31-12", "to": "01-03"},
    ],
)
def test_nothing_else_is_a_stretch(season: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        condition({"each_year": season})


def test_it_is_written_again_as_it_was() -> None:
    one = condition({"each_year": NEW_YEAR})
    assert TEST.dump_json(one) == b'{"each_year":{"from":"12-29","to":"01-03"}}'
    assert TEST.validate_json(TEST.dump_json(one)) == one
    assert one.recurs


def test_it_says_from_when_to_when(saying: Saying) -> None:
    assert saying.test({"each_year": NEW_YEAR}, "starts") == (
        "Start lies between 29 December and 3 January of a year, both included",
        "Startが毎年12月29日から1月3日まで（両端を含む）",
    )
