"""What browsers and caches may keep, what they are told when it is the same, and in which form it is sent."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assistant.i18n.load import languages
from assistant.matching import load_matcher, load_speech
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.assets import FOR_GOOD
from assistant.web.frame.guard import HEADERS, Tags
from assistant.web.frame.site import ASSETS, Site
from tests.client import TestClient
from tests.conftest import words_of
from tests.web.conftest import application_layer

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
    words = {name: words_of(locales, name) for name in known}
    matcher = load_matcher(Settings(locales=locales), library)
    return make_app(Site(library, words, known, load_speech(Settings()), clock, "https://help.example"), matcher)


@pytest.fixture
def client(app: Starlette, clock: Clock) -> Iterator[TestClient]:
    clock.moment = START
    client = TestClient(app, follow_redirects=False)
    client.headers["accept-encoding"] = "identity"
    yield client
    clock.moment = START


@pytest.fixture
def tags(app: Starlette, client: TestClient) -> Tags:
    """What is remembered of pages, nothing yet."""
    client.get("/livez")
    layer = application_layer(app, Tags)
    layer.known.clear()
    return layer


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (ANSWER, "no-cache"),
        (f"{DONGLE}?{SAID}", "no-cache"),
        (DONGLE, "no-cache"),
        (f"{ANSWER}&change=swa", "no-cache"),
        (ANSWER.replace("free?", "free.txt?"), "no-cache"),
        ("/en/", "no-cache"),
        ("/ja/licence-desk/", "no-cache"),
        ("/ja/swap-out/price/", "no-cache"),
        ("/static/site.css", "public, max-age=86400"),
        (ASSETS.address("site.css"), FOR_GOOD),
        ("/favicon.ico", "public, max-age=86400"),
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
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(path, headers={"accept-encoding": encoding, "if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["content-security-policy"]
        assert "content-length" not in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_another_language_or_query_has_another_tag(client: TestClient) -> None:
    other = (ANSWER, ANSWER.replace("/en/", "/ja/"), ANSWER.replace("2026-01-15", "2026-01-16"), f"{ANSWER}&edition=x")
    tags = [client.get(path).headers["etag"] for path in other]
    assert len(set(tags)) == 4
    assert client.get(ANSWER, headers=GZIP).headers["etag"] == tags[0]
    assert all(tag.startswith("W/") for tag in tags), "a weak tag, as packed and plain bytes have the same"


def test_text_is_packed_for_those_who_can_unpack_it(client: TestClient) -> None:
    plain, packed = client.get(ANSWER), client.get(ANSWER, headers=GZIP)
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert packed.text == plain.text
    for response in (plain, packed):
        assert response.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True), ("br, gzip;q=0.5", True), ("", False), ("br", False), ("identity", False), ("gzip;q=0", False),
        ("br, gzip ; q=0.000, identity", False), ("*;q=0", False), ("gzip;level=1", True),
    ],
)  # fmt: skip
def test_who_cannot_unpack_is_sent_nothing_packed(client: TestClient, accepted: str, packed: bool) -> None:
    response = client.get(ANSWER, headers={"accept-encoding": accepted})
    assert ("content-encoding" in response.headers) is packed


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


def test_a_page_that_its_reader_has_is_not_made_again(
    client: TestClient, tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(ANSWER)
    assert list(tags.known) == [ANSWER.encode()]
    monkeypatch.setattr("assistant.web.pages.answers.topic_named", lambda *_: 1 / 0)
    for encoding in ("identity", "gzip"):
        known = {"if-none-match": first.headers["etag"], "accept-encoding": encoding}
        again = client.get(ANSWER, headers=known)
        assert (again.status_code, again.headers["vary"]) == (304, "Accept-Encoding")


def test_a_page_is_of_its_kind_alone_and_stands_in_nobodys_frame(client: TestClient) -> None:
    said = client.get(ANSWER).headers
    assert (said["x-content-type-options"], said["x-frame-options"]) == ("nosniff", "DENY")
    assert (said["referrer-policy"], said["cross-origin-opener-policy"]) == ("same-origin", "same-origin")
    assert (said["cross-origin-resource-policy"], "camera=()" in said["permissions-policy"]) == ("same-origin", True)


def test_a_page_that_is_still_the_same_is_guarded_alike_whether_it_was_made_again_or_not(
    client: TestClient, tags: Tags
) -> None:
    known = {"if-none-match": client.get(ANSWER).headers["etag"]}
    at_once = client.get(ANSWER, headers=known)
    tags.known.clear()
    made = client.get(ANSWER, headers=known)
    assert (at_once.status_code, dict(at_once.headers)) == (304, dict(made.headers))
    assert {name: at_once.headers.get(name) for name in HEADERS} == HEADERS


def test_what_is_remembered_does_not_grow_without_end(
    client: TestClient, tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.web.frame.guard.MOST_TAGS", 20)
    for number in range(45):
        assert client.get(f"/robots.txt?{number}").status_code == 200
        assert 0 < len(tags.known) <= 20


def test_today_ends_with_the_day(client: TestClient, clock: Clock) -> None:
    today = f"{DONGLE}?{SAID}"
    first = client.get(today)
    assert "Thu 15 Jan 2026" in first.text
    clock.moment += dt.timedelta(minutes=1)
    second = client.get(today, headers={"if-none-match": first.headers["etag"]})
    assert second.status_code == 200
    assert "Fri 16 Jan 2026" in second.text


def test_an_answer_for_a_day_that_is_over_says_so_from_midnight_on(client: TestClient, clock: Clock) -> None:
    first = client.get(ANSWER)
    known = {"if-none-match": first.headers["etag"]}
    assert client.get(ANSWER, headers=known).status_code == 304
    clock.moment += dt.timedelta(days=3)
    later = client.get(ANSWER, headers=known)
    assert later.status_code == 200
    assert ["This was asked for" in one.text for one in (first, later)] == [False, True]


def test_what_comes_in_pieces_is_passed_on_as_it_comes() -> None:
    async def pieces(scope: object, receive: object, send: object) -> None:
        assert callable(send)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        for _ in range(3):
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
        await send({"type": "http.response.body", "body": b"end"})

    response = TestClient(Tags(pieces, now=Clock())).get("/")
    assert (response.content, "etag" in response.headers) == (b"xxxend", False)


def test_a_page_goes_when_a_date_that_it_offers_passes(client: TestClient, clock: Clock) -> None:
    clock.moment = dt.datetime(2025, 12, 30, 5, tzinfo=dt.UTC)
    page = client.get(VISIT)
    clock.moment += dt.timedelta(hours=2)
    again = client.get(VISIT, headers={"if-none-match": page.headers["etag"]})
    assert [".ics?" in one.text for one in (page, again)] == [True, False]
