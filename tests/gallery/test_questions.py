"""Questions about the gallery: what they state of facts of every kind."""

import datetime as dt

import pytest

from assistant.loading import load_library
from assistant.match.understanding import Understands
from assistant.matching import load_matcher
from assistant.settings import Settings

NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def matcher(known: Settings) -> Understands:
    return load_matcher(known, load_library(known))


@pytest.mark.parametrize(
    ("question", "topic", "facts"),
    [
        ("do I pay back the discount of 3,300 yen when I leave the sports club", "leaving", {"saved": "3300"}),
        ("do I pay back the discount of ¥3,300 when I leave the sports club", "leaving", {"saved": "3300"}),
        ("do I pay back the discount of JP¥3,300 when I leave the sports club", "leaving", {"saved": "3300"}),
        ("体育クラブを退会すると、3,300円の割引は返すのですか", "leaving", {"saved": "3300"}),
        ("claim the meridian credit: fee $250.50, availability 99.5 %", "credit",
         {"fee": "250.50", "availability": "99.5"}),
        ("claim the meridian credit: fee 250.505 usd", "credit", {}),
        ("claim the meridian credit: fee 3,300 yen", "credit", {}),
        ("what does a repair visit cost 120 km away, labour JPY 12,000", "charge",
         {"distance": "120", "labour": "12000"}),
    ],
)  # fmt: skip
def test_a_question_states_amounts_and_numbers(
    matcher: Understands, question: str, topic: str, facts: dict[str, str]
) -> None:
    found = matcher.understand(question, NOW)
    assert found.matches[0].topic == topic
    assert dict(found.facts) == facts
