"""What people reply is stored, and they are told truly whether it was; no page ever depends on it."""

import datetime as dt
from concurrent.futures import Future
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.model.policy import Library
from assistant.store.keeper import Keeper
from assistant.store.records import Opinion
from assistant.web.frame.operation import STORE, Operation
from assistant.web.pages import feedback as module
from tests.browser.test_valid import checked
from tests.client import TestClient
from tests.renaming import frozen, rename
from tests.site import NOW, application
from tests.web.markup import Markup
from tests.web.pages.keeping import HERE, Kept

ANSWER = "/en/licence-desk/hwkc-replacement/free?system=sv9500&swa=active"
SAID = {
    "policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "edition": "c3c598d722cc",
    "query": "system=sv9500&swa=active", "key": "", "answered": "no",
}  # fmt: skip
KEY = "0a1b2c3d-0000-4000-8000-0123456789ab"


def keys_of(page: Markup) -> list[str]:
    return [e.attributes["value"] for e in page.all("input") if e.attributes.get("name") == "key"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_answer_asks_whether_it_helped_and_says_what_is_kept(asking: TestClient, lang: str) -> None:
    page = Markup(asking.get(ANSWER.replace("/en/", f"/{lang}/")).text)
    names = {e.attributes["name"]: e.attributes["value"] for e in page.all("input") if "name" in e.attributes}
    assert {**names, "edition": "", "answered": "no"} == {**SAID, "edition": ""}
    buttons = [e.attributes["value"] for e in page.all("button") if e.attributes.get("name") == "answered"]
    assert buttons == ["yes", "no"]
    assert page.links().count(f"/{lang}/privacy") == 2, "beside the form and at the foot"


def test_without_a_store_nobody_is_asked_and_nothing_is_taken(client: TestClient) -> None:
    assert "/en/feedback" not in client.get(ANSWER).text
    assert client.post("/en/feedback", data=SAID).status_code == 405
    assert "30" not in Markup(client.get("/en/privacy").text).one("main").text


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_no_is_stored_and_the_reason_asked_for(asking: TestClient, kept: Kept, lang: str) -> None:
    response = asking.post(f"/{lang}/feedback", data=SAID, headers=HERE)
    page = Markup(response.text)
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    (record,) = kept.records
    assert isinstance(record, Opinion)
    assert replace(record, key="") == Opinion(
        "", "2026-01-15", lang, "licence-desk/hwkc-replacement", "free", "c3c598d722cc", False, ""
    )
    assert (len(list(page.all("textarea"))), keys_of(page)) == (1, [record.key])
    assert f"/{lang}/licence-desk/hwkc-replacement/free?system=sv9500&swa=active" in page.links()


def test_the_reason_comes_under_the_same_key_on_one_line(asking: TestClient, kept: Kept) -> None:
    said = {**SAID, "key": KEY, "reason": "no price\r\nfor two < b >"}
    page = Markup(asking.post("/en/feedback", data=said, headers=HERE).text)
    (record,) = kept.records
    assert isinstance(record, Opinion)
    assert (record.key, record.text) == (KEY, "no price for two < b >")
    assert list(page.all("textarea")) == []


def test_a_reply_is_kept_as_the_page_says_where_the_browser_objects_to_questions(
    asking: TestClient, kept: Kept
) -> None:
    assert asking.post("/en/feedback", data=SAID, headers={**HERE, "Sec-GPC": "1"}).status_code == 200
    assert len(kept.records) == 1
    assert "Only a reply that you send is kept." in asking.get("/en/privacy").text


def test_a_yes_needs_no_more(asking: TestClient, kept: Kept) -> None:
    page = Markup(asking.post("/en/feedback", data={**SAID, "answered": "yes"}).text)
    assert [one.answered for one in kept.records if isinstance(one, Opinion)] == [True]
    assert list(page.all("form")) == []


def test_every_page_of_a_reply_is_valid(asking: TestClient, kept: Kept, tmp_path: Path) -> None:
    for wrong in (None, OSError("disk full")):
        kept.wrong = wrong
        for lang, answered in product(("en", "ja"), ("yes", "no")):
            page = asking.post(f"/{lang}/feedback", data={**SAID, "answered": answered}, headers=HERE).text
            (tmp_path / f"{answered}-{lang}-{'failed' if wrong else 'stored'}.html").write_text(page, "utf-8")
    assert checked(tmp_path) == ""


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("answered", ["yes", "no"])
def test_what_could_not_be_stored_is_said_and_can_be_sent_again(
    asking: TestClient, kept: Kept, lang: str, answered: str
) -> None:
    kept.wrong = OSError("disk full")
    said = {**SAID, "answered": answered, "reason": "too long & <b>"}
    response = asking.post(f"/{lang}/feedback", data=said, headers=HERE)
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    page = Markup(response.text)
    again = {e.attributes["name"]: e.attributes["value"] for e in page.all("input")}
    assert {**again, "key": ""} == {**SAID, "answered": answered}
    assert again["key"], "under the key that it was tried with"
    assert [e.text for e in page.all("textarea")] == (["too long & <b>"] if answered == "no" else [])


def test_a_store_that_answers_late_is_not_waited_for(
    asking: TestClient, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    never: Future[None] = Future()
    monkeypatch.setattr(keeper, "keep", lambda record: never)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    assert asking.post("/en/feedback", data=SAID, headers=HERE).status_code == 503
    assert never.cancelled(), "so that it is not written behind the back of whoever was told that it was not"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"topic": "nothing"}, 404), ({"policy": "nothing"}, 404), ({"aspect": "nothing"}, 404),
        ({"answered": "perhaps"}, 400), ({"answered": ""}, 400), ({"edition": "<b>"}, 400), ({"edition": ""}, 400),
        ({"query": "a=1&a=2"}, 400), ({"query": "%zz"}, 400), ({"reason": "x\x00y"}, 400),
        ({"reason": "x" * 9000}, 413),
    ],
)  # fmt: skip
def test_what_is_about_nothing_or_cannot_be_read_is_refused(
    asking: TestClient, kept: Kept, changed: dict[str, str], status: int
) -> None:
    assert asking.post("/en/feedback", data={**SAID, **changed}, headers=HERE).status_code == status
    assert kept.records == []


def test_only_a_form_is_taken(asking: TestClient) -> None:
    assert asking.post("/en/feedback", json=SAID, headers=HERE).status_code == 415
    assert asking.post("/xx/feedback", data=SAID, headers=HERE).status_code == 404


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_another_site_cannot_reply_for_anybody(
    asking: TestClient, kept: Kept, lang: str, headers: dict[str, str]
) -> None:
    assert asking.post(f"/{lang}/feedback", data=SAID, headers=headers).status_code == 403
    assert kept.records == []


def test_whoever_changes_the_language_there_is_told_what_is_kept(asking: TestClient) -> None:
    response = asking.get("/ja/feedback")
    assert (response.status_code, response.headers["location"]) == (303, "/ja/privacy")
    assert "30日間" in asking.get("/ja/privacy").text


def test_pages_say_the_same_whatever_is_wrong_with_the_store(asking: TestClient, keeper: Keeper, kept: Kept) -> None:
    paths = ("/en/", "/ja/", ANSWER, "/en/ask?q=licence", "/en/ask?q=xylophone", "/en/privacy")
    well = [asking.get(path, headers=HERE).text for path in paths]
    kept.wrong = OSError("gone")
    assert [asking.get(path, headers=HERE).text for path in paths] == well
    asking.post("/en/feedback", data=SAID, headers=HERE)
    assert (asking.get("/readyz").status_code, asking.get("/readyz").text) == (200, f"ok\nstore: {STORE}\n")


def test_the_day_is_that_of_utc(keeper: Keeper) -> None:
    assert keeper.today() == f"{NOW.astimezone(dt.UTC):%Y-%m-%d}"


def test_a_form_that_stood_open_while_its_topic_was_renamed_is_kept_by_the_present_ids(
    keeper: Keeper, kept: Kept, locales: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "content" / "leave"
    edition = frozen(folder).edition
    policy = read_policy(rename(folder))
    app = application(Library(policies={policy.id: policy}), locales, operation=Operation(keeper=keeper))
    said = {**SAID, "policy": "leave", "topic": "holiday", "aspect": "due", "edition": edition, "query": "kind=short"}
    response = TestClient(app, follow_redirects=False).post("/en/feedback", data=said, headers=HERE)
    assert (response.status_code, [one.topic for one in kept.records if isinstance(one, Opinion)]) == (
        200, ["absence/days-off"],
    )  # fmt: skip
    assert "/en/leave/holiday/due?kind=short" in Markup(response.text).links()
