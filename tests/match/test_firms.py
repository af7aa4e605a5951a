"""What is told of another firm, by the names that the phrases out of scope have."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_catalogue import NOW, matcher

__all__ = ["matcher"]


@pytest.mark.parametrize(
    ("text", "fact", "stated"),
    [
        ("our Sony TV's warranty has run out, can we take swap-out for the NEC one?", "in_warranty", False),
        ("ソニーの保証は切れてますが、スワップアウト契約可能ですか", "in_warranty", False),
        ("Samsung come out in 2 days on their silver deal. How fast does NEC Swap-Out get here?", "level", False),
        ("ソニーの契約はゴールドです。NECのほうは取り外してもらえますか", "level", False),
        ("Microsoft SWA is active. Is the dongle of our SV9500 free?", "swa", False),
        ("Avaya is gone, our SWA is active. Is a dongle free?", "swa", True),
        ("エプソンの画面は3年目です。NECの保証は切れました。スワップアウト買える？", "in_warranty", True),
    ],
)
def test_what_is_told_in_a_clause_behind_another_firm_is_offered(
    matcher: Matcher, text: str, fact: str, stated: bool
) -> None:
    found = matcher.understand(text, NOW)
    assert (fact in found.facts, fact in {one.fact for one in found.offered}) == (stated, not stated)
