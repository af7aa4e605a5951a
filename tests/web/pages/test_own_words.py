"""What a topic's questions are called: in words of its own where those of all topics would say something else."""

import pytest

from tests.client import TestClient

GENERAL = {"en": "Am I covered?", "ja": "対象になりますか？"}


@pytest.mark.parametrize(
    ("lang", "topic", "own"),
    [
        ("en", "swap-out/refund", "Is part of the fee paid back?"),
        ("en", "swap-out/end-agreement", "Can the agreement be ended?"),
        ("ja", "swap-out/included-work", "この作業は含まれますか？"),
        ("ja", "desknets-web-meeting/phone-hours", "電話でのお問い合わせはできますか？"),
    ],
)
def test_a_topic_asks_in_its_own_words(client: TestClient, lang: str, topic: str, own: str) -> None:
    """Nobody asks of a refund, a notice or a telephone whether they are covered."""
    shown = client.get(f"/{lang}/{topic}/").text
    assert own in shown
    assert GENERAL[lang] not in shown


def test_what_is_copied_into_a_ticket_asks_so_too(client: TestClient) -> None:
    told = client.get("/en/swap-out/refund/covered.txt?cancelled_by=customer&on=2026-01-15").text
    assert "Is part of the fee paid back?" in told
    assert GENERAL["en"] not in told
