"""What comes near a topic by a device and a polite ending, or by one word: it is not surely about it."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_catalogue import NOW, matcher

__all__ = ["matcher"]


@pytest.mark.parametrize(
    "text",
    [
        "代替機は無料で借りられますか",
        "プロジェクターを貸してもらえますか",
        "プロジェクターの使い方を教えてもらえますか",
        "プロジェクターを安く買えますか",
        "does swap-out cover a lamp",
        "does the warranty cover the lens",
        "who is my dealer",
        "is my dongle licence valid",
    ],
)
def test_what_no_topic_deals_with_is_not_surely_about_one(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).outcome != "sure"
