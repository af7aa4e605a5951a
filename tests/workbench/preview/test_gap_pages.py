"""The page of questions in vain: what was asked, what is proposed, and how a phrase is accepted."""

from dataclasses import replace

import pytest

from assistant.i18n.questions import read_phrases
from assistant.store import store_of
from assistant.store.records import Question, new_key
from assistant.workbench.preview.application import make_preview
from tests.client import TestClient
from tests.site import NOW
from tests.workbench.preview.previewed import POLICY, Bench, seen

SUPPORT = f"{POLICY}/technical-support"
ASKED = ("<b>headset</b> repair in the meeting", "meeting headset repair", "ヘッドセットの修理")


@pytest.fixture
def looking(bench: Bench) -> Bench:
    """A preview over a store with some questions."""
    bench.known = replace(bench.known, store=str(bench.content.parent / "store.db"))
    store = store_of(bench.known)
    assert store
    store.write([
        Question(new_key(), "2026-01-14", "ja" if text == ASKED[2] else "en", "out-of-scope", "", text)
        for text in (*ASKED, ASKED[0])
    ])  # fmt: skip
    app = make_preview(bench.known, public_url="http://testserver", hosts=["testserver"], now=lambda: NOW)
    bench.client = TestClient(app, follow_redirects=False)
    return bench


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_questions_of_a_language_stand_with_a_proposal(looking: Bench, lang: str) -> None:
    page = looking.page(f"/{lang}/preview/en/gaps")
    assert [one.text for one in page.all("bdi")] == list(ASKED[:2]), "alike ones together, and nothing of it is markup"
    assert page.one("input", id="phrase-1").attributes["value"] == ASKED[0]
    options = {one.attributes["value"] for one in page.all("option")}
    assert {SUPPORT, "out-of-scope"} <= options
    assert len([one for one in page.all("option") if "selected" in one.attributes]) == 1
    assert f"/{lang}/preview/en/gaps" in looking.page(f"/{lang}/preview/").links()


def test_a_phrase_that_is_accepted_is_written_and_its_gap_closed(looking: Bench) -> None:
    said = {"topic": "out-of-scope", "phrase": ASKED[2]}
    response = looking.client.post("/en/preview/ja/gaps", data=said)
    assert (response.status_code, response.headers["location"]) == (303, "/en/preview/ja/gaps")
    assert ASKED[2] in read_phrases(looking.locales, "ja")["out-of-scope"]
    assert list(looking.page("/en/preview/ja/gaps").all("bdi")) == []
    again = looking.client.post("/ja/preview/ja/gaps", data=said)
    assert again.status_code == 422
    assert "out-of-scope" in again.text


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 303), ("203.0.113.7", 403)])
def test_only_this_machine_accepts(looking: Bench, host: str, status: int) -> None:
    client = TestClient(looking.client.app, follow_redirects=False, client=(host, 50000))
    said = {"topic": "out-of-scope", "phrase": ASKED[2]}
    assert client.post("/en/preview/ja/gaps", data=said).status_code == status
    assert (ASKED[2] in read_phrases(looking.locales, "ja")["out-of-scope"]) is (status == 303)


def test_what_is_not_ours_or_nowhere_is_refused(looking: Bench) -> None:
    said = {"topic": SUPPORT, "phrase": "headset"}
    before = read_phrases(looking.locales, "en")
    refused = [
        looking.client.post("/en/preview/en/gaps", data=said, headers={"Sec-Fetch-Site": "cross-site"}),
        looking.client.post("/en/preview/en/gaps", data={**said, "topic": "nothing"}),
        looking.client.post("/en/preview/xx/gaps", data=said),
        looking.client.post("/en/preview/en/gaps", data={"topic": SUPPORT}),
    ]
    assert [one.status_code for one in refused] == [403, 404, 404, 422]
    assert read_phrases(looking.locales, "en") == before


@pytest.mark.parametrize("place", [None, "nothing/store.db"])
def test_without_a_store_the_page_says_so(bench: Bench, place: str | None) -> None:
    app = make_preview(
        replace(bench.known, store=place), public_url="http://testserver", hosts=["testserver"], now=lambda: NOW
    )
    bench.client = TestClient(app)
    assert "store" in seen(bench.page("/en/preview/en/gaps", 422))
