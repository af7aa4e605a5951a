"""The sentences of a page beside another language; a message rewritten: judged at once, written as a sync would."""

import pytest

from assistant.content import read_library
from assistant.i18n.catalogues import read_catalogue
from assistant.settings import PACKAGE
from assistant.workbench.catalogues.messages import message_id
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.preview.application import make_preview
from assistant.workbench.preview.sentences import LONGEST
from tests.client import TestClient
from tests.site import NOW
from tests.spoil.test_locales import flagged
from tests.web.markup import Markup
from tests.workbench.preview.previewed import CATALOGUE, POLICY, TOPIC, Bench, seen

FREE = f"/en/{TOPIC}free?server_changed=yes&support_until=2027-03-31&on=2026-01-15"


@pytest.mark.parametrize(("left", "right"), [("en", "ja"), ("ja", "en")])
def test_a_page_stands_beside_itself_in_another_language(still: Bench, left: str, right: str) -> None:
    page = still.page(f"/en/preview/beside/{left}/{right}{FREE.removeprefix('/en')}")
    sides = [one for one in page.all("section") if "dir" in one.attributes]
    assert [one.attributes["lang"] for one in sides] == [left, right]
    for side in sides:
        assert still.page(f"/{side.attributes['lang']}{FREE.removeprefix('/en')}").one("h1").text in side.text
    assert len(page.ids()) == len({*page.ids()})


def test_links_of_a_page_beside_itself_stay_there(still: Bench) -> None:
    start = "/en/preview/beside/en/ja/"
    page = still.page(f"{start}{POLICY}/")
    assert any(link.startswith(f"{start}{TOPIC}") for link in page.links())
    assert still.page(f"{start}{TOPIC}free").one("title").text.startswith("Side by side")


def test_a_page_that_is_nowhere_has_no_other_side(still: Bench) -> None:
    assert "does not exist" in seen(still.page("/en/preview/beside/en/ja/nothing/"))
    assert still.client.get("/en/preview/beside/en/xx/").status_code == 404
    assert still.client.get(f"/en/preview/beside/en/ja/{TOPIC}free.svg").status_code == 404


DOMAIN = f"policy-{POLICY}"
TITLE = f"{POLICY}.topics.key-reissue.title"
ORIGIN = {"Origin": "http://testserver"}


def address(context: str) -> str:
    return f"/ja/preview/en/message/{message_id(DOMAIN, context, '')}"


def dated(bench: Bench) -> str:
    """The context of a message with a gap and no figure."""
    return next(one.msgctxt for one in read_catalogue(bench.locales / CATALOGUE) if one.msgstr.count("{sent_on}") == 1)


def said(bench: Bench, context: str) -> tuple[str, str, bool]:
    (entry,) = [one for one in read_catalogue(bench.locales / CATALOGUE) if one.msgctxt == context]
    return entry.msgstr, entry.tcomment, entry.fuzzy


def test_what_is_typed_is_shown_at_once_and_written_as_a_sync_writes_it(bench: Bench) -> None:
    sync(read_library(bench.content), bench.locales, PACKAGE)
    bench.message(TITLE, flagged)
    page = bench.page(address(TITLE))
    assert page.one("textarea", id="form0").text == said(bench, TITLE)[0]
    sent = {"form0": "A licence key, reissued", "comment": "by hand\r\naccepted: 1"}
    response = bench.client.post(address(TITLE), data=sent, headers=ORIGIN)
    assert (response.status_code, response.headers["location"]) == (303, address(TITLE))
    assert said(bench, TITLE) == ("A licence key, reissued", "by hand\naccepted: 1", False)
    assert "A licence key, reissued" in bench.client.get(f"/en/{POLICY}/key-reissue/").text
    assert sync(read_library(bench.content), bench.locales, PACKAGE) == []


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("The licence key is sent.", "{sent_on}"),
        ("The <b>licence key</b> is sent on {sent_on}.", "<b>"),
        ("The licence key is sent on {sent_on}, within 30 days.", "30"),
    ],
)
def test_what_is_wrong_is_told_beside_what_was_typed_and_nothing_is_written(
    bench: Bench, typed: str, wrong: str
) -> None:
    context, before = dated(bench), (bench.locales / CATALOGUE).read_bytes()
    response = bench.client.post(address(context), data={"form0": typed, "comment": ""}, headers=ORIGIN)
    assert response.status_code == 422
    page = Markup(response.text)
    assert page.one("textarea", id="form0").text == typed
    assert any(wrong in one.text for one in page.all("p", role="alert"))
    assert (bench.locales / CATALOGUE).read_bytes() == before


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        (address(TITLE), {"Origin": "https://elsewhere.example"}, 403),
        (address(TITLE)[:-1] + "x", ORIGIN, 404),
        (address(TITLE).replace("/en/message", "/xx/message"), ORIGIN, 404),
    ],
)
def test_nobody_else_writes(still: Bench, path: str, headers: dict[str, str], status: int) -> None:
    before = (still.locales / CATALOGUE).read_bytes()
    assert still.client.post(path, data={"form0": "x"}, headers=headers).status_code == status
    assert (still.locales / CATALOGUE).read_bytes() == before


def test_a_denial_that_is_lost_is_told_at_once(bench: Bench) -> None:
    entries = read_catalogue(bench.locales / CATALOGUE)
    one = next(one for one in entries if one.msgstr.count(" not ") == 1)
    data = {"form0": one.msgstr.replace(" not ", " "), "comment": one.tcomment}
    response = bench.client.post(address(one.msgctxt), data=data, headers=ORIGIN)
    assert any("訳文には否定がありません" in alert.text for alert in Markup(response.text).all("p", role="alert"))


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 303), ("::1", 303), ("203.0.113.7", 403)])
def test_only_this_machine_writes(bench: Bench, host: str, status: int) -> None:
    app = make_preview(bench.known, public_url="http://testserver", hosts=["testserver"], now=lambda: NOW)
    client = TestClient(app, follow_redirects=False, client=(host, 50000))
    assert client.post(address(TITLE), data={"form0": "Licence keys reissued"}, headers=ORIGIN).status_code == status


def test_a_message_is_not_read_without_end(still: Bench) -> None:
    response = still.client.post(address(TITLE), data={"form0": "x" * LONGEST}, headers=ORIGIN)
    assert response.status_code == 413


def test_outside_the_preview_there_is_no_such_page(client: TestClient) -> None:
    assert client.post(address(TITLE), data={"form0": "x"}).status_code in (404, 405)
