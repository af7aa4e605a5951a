"""What browsers and caches may keep, what they are told when it is the same, and what we keep ourselves."""

import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.i18n.load import languages, load_words
from assistant.matching import load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.assets import FOR_GOOD
from assistant.web.frame.cache import LARGEST, Cache, Page, Shelf
from assistant.web.frame.site import ASSETS

DONGLE = "/en/licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active"
VISIT = "/en/swap-out/onsite-visit/due?level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa&on=2025-12-23"
ANSWER = f"{DONGLE}?{SAID}&on=2026-01-15"
START = dt.datetime(2026, 1, 15, 23, 59, 30, tzinfo=dt.UTC)
GZIP = {"accept-encoding": "gzip"}


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> dt.datetime:
        return self.moment


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def app(library: Library, locales: Path, clock: Clock) -> Starlette:
    """The application with a clock that can be moved, and a cache of its own."""
    known = languages(locales)
    words = {name: load_words(locales, name) for name in known}
    matcher = load_matcher(Settings(locales=locales), library)
    return make_app(library, words, known, matcher=matcher, now=clock, public_url="https://help.example")


@pytest.fixture
def client(app: Starlette, clock: Clock) -> Iterator[TestClient]:
    clock.moment = START
    client = TestClient(app, follow_redirects=False)
    client.headers["accept-encoding"] = "identity"
    yield client
    clock.moment = START


@pytest.fixture
def shelf(app: Starlette, client: TestClient) -> Shelf:
    """The pages kept, none yet."""
    client.get("/livez")
    layer = app.middleware_stack
    while not isinstance(layer, Cache):
        layer = vars(layer)["app"]
    layer.shelf.pages.clear()
    layer.shelf.held = 0
    return layer.shelf


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (ANSWER, "public, max-age=86400"),
        (f"{DONGLE}?{SAID}", "no-cache"),
        (DONGLE, "no-cache"),
        (f"{ANSWER}&change=swa", "no-cache"),
        (ANSWER.replace("free?", "free.txt?"), "public, max-age=86400"),
        ("/en/", "no-cache"),
        ("/ja/licence-desk/", "no-cache"),
        ("/ja/swap-out/price/", "no-cache"),
        ("/static/site.css", "public, max-age=86400"),
        (ASSETS.address("site.css"), FOR_GOOD),
        ("/static/site.css?0000", "public, max-age=86400"),
    ],
)
def test_how_long_a_page_may_be_kept(client: TestClient, path: str, kept: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["cache-control"]) == (200, kept)
    assert response.headers["etag"]


@pytest.mark.parametrize("path", [ANSWER, f"{DONGLE}?{SAID}", "/en/", "/ja/licence-desk/", "/static/icon.svg"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_is_still_the_same_is_not_sent_again(client: TestClient, path: str, encoding: str) -> None:
    first = client.get(path, headers={"accept-encoding": encoding})
    tag = first.headers["etag"]
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get(path, headers={"accept-encoding": encoding, "if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["content-security-policy"]
        assert "content-length" not in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_another_language_query_or_encoding_has_another_tag(client: TestClient) -> None:
    other = (ANSWER, ANSWER.replace("/en/", "/ja/"), ANSWER.replace("2026-01-15", "2026-01-16"), f"{ANSWER}&edition=x")
    tags = [client.get(path).headers["etag"] for path in other] + [client.get(ANSWER, headers=GZIP).headers["etag"]]
    assert len(set(tags)) == 5


def test_text_is_packed_for_those_who_can_unpack_it(client: TestClient) -> None:
    plain, packed = client.get(ANSWER), client.get(ANSWER, headers=GZIP)
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert packed.text == plain.text
    for response in (plain, packed):
        assert response.headers["vary"] == "Accept-Encoding"
        assert response.headers["etag"].startswith('"')


@pytest.mark.parametrize("path", ["/en/nothing/", f"{DONGLE}?system=x", "/api/v1/topics", "/api/v1/nothing"])
def test_errors_and_data_are_packed_too(client: TestClient, path: str) -> None:
    response = client.get(path, headers=GZIP)
    assert response.headers.get("content-encoding") == ("gzip" if len(response.content) >= 500 else None)
    assert ("Accept-Encoding" in response.headers.get("vary", "")) == (len(response.content) >= 500)
    assert ("etag" in response.headers) == (response.status_code == 200)


def test_many_answers_at_once_come_packed(client: TestClient) -> None:
    case = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "on": "2026-01-15",
            "facts": {"system": "sv9500", "swa": "active"}}  # fmt: skip
    response = client.post("/api/v1/answers", json=[case] * 60, headers=GZIP)
    assert response.headers["content-encoding"] == "gzip"
    assert "etag" not in response.headers
    assert len(response.json()["answers"]) == 60


def test_pictures_are_sent_as_they_are(client: TestClient) -> None:
    for path in ("/favicon.ico", "/apple-touch-icon.png"):
        response = client.get(path, headers=GZIP)
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("image/")
        assert "content-encoding" not in response.headers


def test_head_is_get_without_its_body(client: TestClient) -> None:
    for encoding in ("identity", "gzip"):
        there = client.get(ANSWER, headers={"accept-encoding": encoding})
        head = client.head(ANSWER, headers={"accept-encoding": encoding})
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == there.headers["etag"]
        assert head.headers["content-length"] == there.headers["content-length"]


def test_a_page_is_made_once(client: TestClient, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(ANSWER)
    monkeypatch.setattr("assistant.web.pages.answers.topic_view", lambda *_: 1 / 0)
    assert client.get(ANSWER).content == first.content
    assert gzip.decompress(gzip.compress(client.get(ANSWER, headers=GZIP).content)) == first.content
    assert list(shelf.pages) == [ANSWER.encode()]


@pytest.mark.parametrize(
    "path",
    [
        f"{DONGLE}?swa=active&system=sv9500",
        f"{DONGLE}?{SAID}&colour=red",
        f"{DONGLE}?{SAID}&change=swa",
        f"{DONGLE}?system=nonsense",
        "/en/?utm=1",
        "/%65n/",
        "/en/swap-out/price/?a=b",
        "/en/ask?q=dongle",
        "/nothing",
        "/static/site.css?0000",
        "/favicon.ico?1",
    ],
)
def test_only_addresses_that_we_write_ourselves_are_kept(client: TestClient, shelf: Shelf, path: str) -> None:
    assert client.get(path).status_code < 500
    assert list(shelf.pages) == []


def test_today_ends_with_the_day(client: TestClient, clock: Clock, shelf: Shelf) -> None:
    today = f"{DONGLE}?{SAID}"
    first = client.get(today)
    assert "Thu 15 Jan 2026" in first.text
    clock.moment += dt.timedelta(minutes=1)
    second = client.get(today, headers={"if-none-match": first.headers["etag"]})
    assert second.status_code == 200
    assert ("Fri 16 Jan 2026" in second.text, len(shelf.pages)) == (True, 1)


def test_a_day_that_is_named_stays_what_it_is(client: TestClient, clock: Clock) -> None:
    first = client.get(ANSWER)
    clock.moment += dt.timedelta(days=3)
    assert client.get(ANSWER, headers={"if-none-match": first.headers["etag"]}).status_code == 304


def page(size: int, until: float = 100) -> Page:
    return Page(200, [], b"x" * size, "tag", True, until)


def test_the_shelf_holds_no_more_than_it_may() -> None:
    shelf = Shelf(most=100)
    for name in (b"a", b"b"):
        shelf.put(name, page(20))
    assert shelf.find(b"a", 0) is not None
    shelf.put(b"c", page(20))
    assert list(shelf.pages) == [b"a", b"c"]
    shelf.put(b"a", page(10))
    assert (list(shelf.pages), shelf.held) == ([b"c", b"a"], 60)
    shelf.put(b"d", page(51))
    assert (list(shelf.pages), shelf.held) == ([], 0)


def test_the_shelf_lets_go_of_what_no_longer_holds() -> None:
    shelf = Shelf()
    shelf.put(b"a", page(20, until=10))
    assert shelf.find(b"a", 9.9) is not None
    assert shelf.find(b"a", 10) is None
    assert shelf.held == 0


def test_what_is_too_large_to_gather_is_passed_on(app: Starlette) -> None:
    async def large(scope: object, receive: object, send: object) -> None:
        assert callable(send)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        for _ in range(3):
            await send({"type": "http.response.body", "body": b"x" * (LARGEST // 2), "more_body": True})
        await send({"type": "http.response.body", "body": b"end"})

    response = TestClient(Cache(large, now=Clock())).get("/", headers=GZIP)
    assert len(response.content) == LARGEST // 2 * 3 + 3
    assert "content-encoding" not in response.headers


def test_a_page_goes_when_a_date_that_it_offers_passes(client: TestClient, clock: Clock) -> None:
    clock.moment = dt.datetime(2025, 12, 30, 5, tzinfo=dt.UTC)
    page = client.get(VISIT)
    assert page.headers["expires"] == "Tue, 30 Dec 2025 06:30:00 GMT"
    clock.moment += dt.timedelta(hours=2)
    assert [".ics?" in one.text for one in (page, client.get(VISIT))] == [True, False]
