"""`none`: none of several sets of conditions."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.conditions.test_any import alternatives, asked
from tests.vocabulary.given import Saying, on


@pytest.mark.parametrize(
    ("kind", "state", "starts", "held"),
    [
        ("short", "vic", "2026-01-15", False),
        ("short", "act", "2026-01-14", False),
        ("short", "act", "2026-01-15", True),
        ("long", "vic", "2026-01-15", True),
    ],
)
def test_it_holds_where_none_of_the_sets_does(policy: Policy, kind: str, state: str, starts: str, held: bool) -> None:
    found, _ = asked(policy, "none", kind=kind, state=state, starts=on(starts))
    assert (found.name, found.value, found.held) == ("none", "no" if held else "yes", held)


def test_it_says_what_is_in_its_sets(saying: Saying) -> None:
    english, japanese = saying.said(alternatives("none").explain("none"))
    assert english.startswith("None of these holds: (Leave: Short and State: Victoria) or ")
    assert japanese.startswith("次のどれにも当てはまらない：（")
