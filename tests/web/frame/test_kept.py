"""Every answer says how long it may be kept, and a clock that is wrong spoils none of them for good."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.i18n.load import languages
from assistant.matching import load_matcher, load_speech
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.site import Site
from tests.client import TestClient
from tests.conftest import words_of
from tests.web.frame.test_guard import ANSWER, DONGLE, SAID, START, VISIT, Clock


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def clocked(library: Library, locales: Path, clock: Clock) -> TestClient:
    """Asks an application whose clock can be moved."""
    words = {name: words_of(locales, name) for name in languages(locales)}
    matcher = load_matcher(Settings(locales=locales), library)
    site = Site(library, words, languages(locales), load_speech(Settings()), clock, "https://help.example")
    return TestClient(make_app(site, matcher), follow_redirects=False)


@pytest.fixture(autouse=True)
def put_right(clock: Clock) -> Iterator[None]:
    yield
    clock.moment = START


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/livez", "no-store"), ("/readyz", "no-store"), ("/version", "no-store"), ("/", "no-store"),
        ("/en/ask?q=dongle", "no-store"), ("/en/suggest?q=dongle", "no-store"), ("/api/v1/match?q=dongle", "no-store"),
        ("/api/v1/topics", "no-cache"), ("/api/v1/policies", "no-cache"), ("/api/v1/nothing", "no-cache"),
        ("/api/v1/answers/licence-desk/hwkc-replacement/free", "no-cache"), ("/nothing", "no-cache"),
        ("/static/site.css?0000", "no-store"), (f"{DONGLE}?swa=active&system=sv9500", "no-store"),
        ("/static/nothing", "no-cache"), ("/api/v1/openapi.json", "no-cache"), ("/api/nothing", "no-store"),
    ],
)  # fmt: skip
def test_every_answer_says_how_long_it_may_be_kept(client: TestClient, path: str, kept: str) -> None:
    assert client.get(path).headers["cache-control"] == kept


def test_a_clock_that_was_wrong_leaves_nothing_behind(clocked: TestClient, clock: Clock) -> None:
    today = f"{DONGLE}?{SAID}"
    clock.moment = dt.datetime(2090, 1, 1, tzinfo=dt.UTC)
    tag = clocked.get(today).headers["etag"]
    clock.moment = START
    again = clocked.get(today, headers={"if-none-match": tag})
    assert again.status_code == 200
    assert "Thu 15 Jan 2026" in again.text


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize(
    "path",
    ["/en/", "/en/licence-desk/", "/ja/licence-desk/clauses/", "/en/swap-out/price/", f"{DONGLE}?{SAID}", ANSWER, VISIT,
     f"{DONGLE}.txt?{SAID}", "/en/ask?q=dongle+today", "/api/v1/match?q=dongle", "/api/v1/topics", "/sitemap.xml",
     "/api/v1/answers/licence-desk/hwkc-replacement/free"],
)  # fmt: skip
def test_a_clock_that_is_centuries_wrong_makes_no_page_fail(
    clocked: TestClient, clock: Clock, year: int, path: str
) -> None:
    clock.moment = dt.datetime(year, 12, 31, 23, 59, tzinfo=dt.UTC) if year > 1 else dt.datetime(1, 1, 1, tzinfo=dt.UTC)
    assert clocked.get(path).status_code in (200, 303, 422)
