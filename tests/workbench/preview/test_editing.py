"""A sentence is rewritten on its page in the preview: judged at once, and written as a sync would write it."""

import pytest

from assistant.content import read_library
from assistant.i18n.catalogues import read_catalogue
from assistant.settings import PACKAGE
from assistant.workbench.catalogues.messages import message_id
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.preview.application import make_preview
from tests.client import TestClient
from tests.site import NOW
from tests.spoil.test_locales import flagged
from tests.web.markup import Markup
from tests.workbench.preview.previewed import CATALOGUE, POLICY, Bench

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
    sent = {"form0": "A licence key, once more", "comment": "by hand\r\naccepted: 1"}
    response = bench.client.post(address(TITLE), data=sent, headers=ORIGIN)
    assert (response.status_code, response.headers["location"]) == (303, address(TITLE))
    assert said(bench, TITLE) == ("A licence key, once more", "by hand\naccepted: 1", False)
    assert "A licence key, once more" in bench.client.get(f"/en/{POLICY}/key-reissue/").text
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


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 303), ("::1", 303), ("203.0.113.7", 403)])
def test_only_this_machine_writes(bench: Bench, host: str, status: int) -> None:
    app = make_preview(bench.known, public_url="http://testserver", hosts=["testserver"], now=lambda: NOW)
    client = TestClient(app, follow_redirects=False, client=(host, 50000))
    assert client.post(address(TITLE), data={"form0": "Keys"}, headers=ORIGIN).status_code == status


def test_outside_the_preview_there_is_no_such_page(client: TestClient) -> None:
    assert client.post(address(TITLE), data={"form0": "x"}).status_code in (404, 405)
