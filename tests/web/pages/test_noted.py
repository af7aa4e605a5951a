"""What is noted of a question: its words where it was in vain, else only what it was about; nothing of who asked."""

import pytest

from assistant.match.question import Matcher
from assistant.match.ranking import Match, Ranking
from assistant.match.understanding import Found, Understanding
from assistant.store.keeper import Keeper
from assistant.store.records import Count, Question
from tests.client import TestClient
from tests.web.pages.keeping import HERE, Kept, flushed

FOUND = (Found("swap-out", "price", "free", 80, "price", ()), Found("swap-out", "onsite-visit", None, 70, "", ()))


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[Understanding]:
    """How whatever is asked is understood: the last of the list."""
    found = [Understanding(FOUND, {}, "sure")]
    monkeypatch.setattr(Matcher, "understand", lambda *_: found[-1])
    return found


def test_a_question_that_is_understood_is_counted_without_its_words(
    asking: TestClient, keeper: Keeper, kept: Kept, understood: list[Understanding]
) -> None:
    asking.get("/en/ask", params={"q": "what does it cost"}, headers=HERE)
    understood.append(Understanding(FOUND[1:], {}, "sure"))
    asking.get("/en/ask", params={"q": "visit"}, headers=HERE)
    flushed(keeper)
    del kept.records[-1]
    assert kept.records == [
        Count("2026-01-15", "swap-out/price", "free"), Count("2026-01-15", "swap-out/onsite-visit", ""),
    ]  # fmt: skip


NEAR = Ranking((Match("out-of-scope", 9, "", ()), Match("swap-out/price", 8, "", ())))


@pytest.mark.parametrize(
    ("understanding", "left", "outcome", "topic"),
    [
        (Understanding((), {}, "out-of-scope"), "", "out-of-scope", ""),
        (Understanding((), {}, "out-of-scope", ranking=NEAR), "", "out-of-scope", "swap-out/price"),
        (Understanding(FOUND, {}, "doubt"), "", "doubt", "swap-out/price"),
        (Understanding(FOUND, {}, "sure"), "yes", "left", "swap-out/price"),
    ],
)
def test_the_words_of_a_question_in_vain_are_kept(
    asking: TestClient, keeper: Keeper, kept: Kept, understood: list[Understanding],
    understanding: Understanding, left: str, outcome: str, topic: str,
) -> None:  # fmt: skip
    understood.append(understanding)
    asking.get("/ja/ask", params={"q": "名前は a@b.example", **({"choose": left} if left else {})}, headers=HERE)
    flushed(keeper)
    (record, _) = kept.records
    assert isinstance(record, Question)
    found = (record.day, record.language, record.outcome, record.topic, record.text)
    assert found == ("2026-01-15", "ja", outcome, topic, "名前は ***")


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "none"}, {**HERE, "Sec-GPC": "1"}])
def test_a_link_that_is_opened_and_whoever_objects_leave_nothing(
    asking: TestClient, keeper: Keeper, kept: Kept, understood: list[Understanding], headers: dict[str, str]
) -> None:
    asking.get("/en/ask", params={"q": "what does it cost"}, headers=headers)
    flushed(keeper)
    del kept.records[-1]
    assert kept.records == []


def test_one_client_fills_no_store(
    asking: TestClient, keeper: Keeper, kept: Kept, understood: list[Understanding], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(40):
        assert asking.get("/en/ask", params={"q": "what does it cost"}, headers=HERE).status_code == 200
    flushed(keeper)
    del kept.records[-1]
    assert 30 <= len(kept.records) < 40


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_start_shows_what_was_asked_most(asking: TestClient, keeper: Keeper, lang: str) -> None:
    link = f'href="/{lang}/swap-out/registration/due"'
    before = asking.get(f"/{lang}/").text.count(link)
    keeper.asked = (("swap-out/registration", "due"),)
    try:
        assert asking.get(f"/{lang}/").text.count(link) == before + 1
    finally:
        keeper.asked = ()
