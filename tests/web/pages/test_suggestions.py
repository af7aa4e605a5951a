"""What the question box suggests while a question is being typed."""

import logging
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.applications import Starlette

from assistant.model.policy import Library
from assistant.present.sentences import QUESTIONS
from assistant.web.pages.box import Box
from tests.client import TestClient
from tests.conftest import ROOT, words_of
from tests.site import LATER, application
from tests.web.markup import Markup

DONGLE = {"en": "is a new dongle free with active SWA for an SV9500", "ja": "ドングルの交換は無料ですか"}
REPLACEMENT = "licence-desk/hwkc-replacement"


class Suggested(NamedTuple):
    """What is sent: how many there are in words, and each link with what it says."""

    told: str
    links: list[tuple[str, str]]


def suggested(client: TestClient, lang: str, q: str) -> Suggested:
    page = Markup(client.get(f"/{lang}/suggest", params={"q": q}).text)
    told = [one.attributes["data-told"] or "" for one in page.all("li") if "data-told" in one.attributes]
    return Suggested("".join(told), [(one.attributes["href"] or "", one.text) for one in page.all("a")])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_topic_that_is_meant_comes_first(client: TestClient, library: Library, lang: str) -> None:
    found, words = suggested(client, lang, DONGLE[lang]), words_of(ROOT / "locales", lang)
    policy = library.policies["licence-desk"]
    title = words.text(policy.topics["hwkc-replacement"].title, policy.about.language).text
    free = words.say(QUESTIONS["free"])
    short = words.text(policy.about.short, "en").text
    assert found.links[0] == (
        f"/{lang}/{REPLACEMENT}/free",
        f"{words.say('{label}: {value}', label=title, value=free).text} {short}",
    )
    assert found.told == words.plural("{count} suggestion", "{count} suggestions", len(found.links))


@pytest.mark.parametrize(("lang", "q"), [("en", "licence k"), ("ja", "ライセンスキ")])
def test_what_has_ended_comes_last(library: Library, lang: str, q: str) -> None:
    client = TestClient(application(library, ROOT / "locales", now=LATER))
    ended = ["/licence-desk/" in link for link, _ in suggested(client, lang, q).links]
    assert ended == sorted(ended), "unless it is plainly meant"
    assert not ended[0]


@pytest.mark.parametrize(("lang", "q"), [("en", "licence k"), ("ja", "ライセンスキ"), ("ja", "保守の更新")])
@pytest.mark.parametrize("policy", ["licence-desk", "desknets-web-meeting", "swap-out"])
def test_what_nobody_has_translated_yet_comes_last_and_stands_in_one_language(
    library: Library, tmp_path: Path, lang: str, q: str, policy: str
) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    with (tmp_path / "locales" / lang / "language.yaml").open("a", encoding="utf-8") as described:
        described.write(f"\nwithout: [{policy}]\n")
    links = suggested(TestClient(application(library, tmp_path / "locales")), lang, q).links
    last = [f"/{policy}/" in link for link, _ in links]
    assert last[1:] == sorted(last[1:]), "the first may be plainly meant"
    questions = [words_of(ROOT / "locales", lang).say(one).text for one in QUESTIONS.values()]
    assert not [text for link, text in links if f"/{policy}/" in link and any(one in text for one in questions)]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("q", [*DONGLE.values(), "licence", "保守契約"])
def test_each_link_leads_on_and_carries_no_fact(client: TestClient, lang: str, q: str) -> None:
    links = [link for link, _ in suggested(client, lang, q).links]
    assert 1 <= len(links) <= 5
    assert not any("?" in link for link in links)
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "q",
    [
        "", " \u3000", "tell me a joke", "<script>alert(1)</script>", "' OR 1=1 --", "{{7*7}}", "\u202egnp.exe",
        "a" + "\u0301" * 499, "🦜" * 500, "שלום עולם", "\u200b\ufeff",
    ],
)  # fmt: skip
def test_nothing_is_suggested_where_nothing_is_asked(client: TestClient, lang: str, q: str) -> None:
    response = client.get(f"/{lang}/suggest", params={"q": q})
    assert (response.status_code, response.text) == (200, "")


def test_a_question_is_cut(client: TestClient) -> None:
    padded = "x" * 500
    assert suggested(client, "en", padded + DONGLE["en"]) == suggested(client, "en", padded)
    assert suggested(client, "en", DONGLE["en"] + " " * 600) == suggested(client, "en", DONGLE["en"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/suggest?q=zzyzx%zz", 400), ("/ja/suggest?q=%00zzyzx", 400), ("/en/suggest?q=zzyzx&q=b", 400),
        (f"/en/suggest?q=zzyzx{'a' * 8192}", 414), ("/fr/suggest?q=zzyzx", 404),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(client: TestClient, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert "zzyzx" not in response.text


@pytest.mark.parametrize("q", ["", DONGLE["en"]])
def test_suggestions_are_not_kept(client: TestClient, q: str) -> None:
    headers = client.get("/ja/suggest", params={"q": q}).headers
    wanted = {
        "cache-control": "no-store", "content-type": "text/html; charset=utf-8", "content-language": "ja",
        "x-robots-tag": "noindex", "x-content-type-options": "nosniff",
    }  # fmt: skip
    assert {name: headers.get(name) for name in wanted} == wanted
    assert "etag" not in headers


def test_a_question_is_neither_logged_nor_said_back(
    app: Starlette, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    typed = "dongle zzyzx for SV9500"
    client = TestClient(app, raise_server_exceptions=False)
    with caplog.at_level(logging.DEBUG):
        told = client.get("/en/suggest", params={"q": typed}).text
        monkeypatch.setattr(Box, "_suggestion", lambda *_: 1 / 0)
        failed = client.get("/en/suggest", params={"q": typed})
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("http")]
    assert failed.status_code == 500
    assert ours, "the failure is logged"
    assert not any("zzyzx" in text for text in (told, *ours))


@pytest.mark.parametrize("path", ["/en/", "/ja/", "/en/ask?q=dongle", "/ja/ask?q=", "/en/ask?q=tell+me+a+joke"])
def test_the_page_waits_for_the_script(client: TestClient, path: str) -> None:
    page = Markup(client.get(path).text)
    assert page.one("form", role="search").attributes["data-suggest"] == f"{path[:3]}/suggest"
    assert "hidden" in page.one("ul", class_="suggested").attributes
    assert page.one("script").attributes["src"].startswith("/static/site.js")
    assert page.one("script").text == page.one("p", role="status").text == ""
