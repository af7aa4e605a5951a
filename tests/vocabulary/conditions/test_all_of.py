"""`all_of`: several tests of one name."""

import pytest

from assistant.errors import Wording
from assistant.model.policy import Policy
from assistant.vocabulary.conditions.order import After, Before
from tests.vocabulary.given import Given, Saying, condition

WRITTEN = {"after": "on", "before": "starts"}


def test_tests_side_by_side_are_each_asked() -> None:
    assert condition(WRITTEN).each() == (After(after="on"), Before(before="starts"))
    assert condition({"all_of": ({"after": "on"}, {"before": "starts"})}) == condition(WRITTEN)


@pytest.mark.parametrize(
    "written",
    [
        {"at_least": "3", "at_most": "9"},
        {"after": "on", "each_year": {"from": "04-01", "to": "06-30"}},
        {"weekday": ("mon", "tue"), "before": "starts"},
        {"working_day": "office", "after": "on", "before": "starts"},
        {"after": "on", "before": "starts", "weekday": ("mon",), "working_day": "office"},
    ],
)
def test_whatever_stands_side_by_side_is_as_if_it_were_listed(written: dict[str, object]) -> None:
    each = tuple({name: operand} for name, operand in written.items())
    assert condition(written) == condition({"all_of": each})
    assert condition(written).each() == tuple(condition(one) for one in each)


def test_it_is_never_asked_as_a_whole(policy: Policy) -> None:
    with pytest.raises(TypeError, match="one by one"):
        condition(WRITTEN).compiled("x", Given(policy, {}))


def test_it_reads_what_each_reads() -> None:
    assert list(condition(WRITTEN).reads()) == [("name", "on"), ("name", "starts")]


def test_another_name_can_be_bound_in_each() -> None:
    bound = condition({name: "ends" if operand == "starts" else operand for name, operand in WRITTEN.items()})
    assert condition(WRITTEN).renamed({"starts": "ends"}) == bound


def test_it_says_each(saying: Saying) -> None:
    wording: Wording = condition(WRITTEN).explain("starts")
    assert saying.said(wording)[0] == "(Start is after “The day asked about” and Start is before “Start”)"
