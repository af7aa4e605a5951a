"""Seasons that are named, and whom to ask: what stands above a choice of topics."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "desknet phone line over Christmas"),
        ("en", "desknet phone line over the new year"),
        ("ja", "年末年始の受付"),
        ("ja", "年末年始はやってますか"),
        ("ja", "GW中は電話できますか"),
        ("ja", "お正月の窓口"),
    ],
)
def test_a_season_is_the_day_that_is_asked_about(client: TestClient, lang: str, question: str) -> None:
    """Not a fact of something else: what the terms leave to announcements is said, and no other question is put."""
    shown = page(client, f"/{lang}/ask?q={question}").one("main").text
    assert {"en": "the dates of the summer and New Year breaks", "ja": "夏期休暇と年末年始休暇の日付は"}[lang] in shown
    assert {"en": "You will be asked", "ja": "このあとお尋ねします"}[lang] not in shown


@pytest.mark.parametrize(
    ("lang", "question", "first"),
    [
        ("en", "who do I call about swap-out", "swap-out"),
        ("ja", "スワップアウトの電話番号を教えて", "swap-out"),
        ("en", "phone number for desknets web meeting", "desknets-web-meeting"),
    ],
)
def test_whom_to_ask_about_what_was_named_comes_first(client: TestClient, lang: str, question: str, first: str) -> None:
    """The contacts of every policy are there, those of the one that was named before all others."""
    numbers = {"swap-out": "tel:1300", "desknets-web-meeting": "tel:0800-500-6330"}
    called = [one for one in page(client, f"/{lang}/ask?q={question}").links() if one.startswith("tel:")]
    assert len(called) > 1
    assert called[0].startswith(numbers[first])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("大晦日の午後３時に電話つながりますか", True),
        ("12月30日に電話は通じますか", True),
        ("4月15日に電話は通じますか", False),
    ],
)
def test_days_left_to_announcements_stand_with_the_telephone_that_they_bear_on(
    client: TestClient, question: str, told: bool
) -> None:
    """And what was read as a fact of one policy stands with that policy's topic, not over those of others."""
    cards = [one.text for one in page(client, f"/ja/ask?q={question}").all("section")]
    (centre,) = (one for one in cards if "カスタマセンターの電話受付" in one)
    assert ("夏期休暇と年末年始休暇の日付は" in centre) is told
    assert all("スワップアウト" in one for one in cards if "知りたい時間" in one)
