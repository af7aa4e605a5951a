"""What today is, counts: answers over the days before, on and after each edge, as a page and in every shared form."""

import datetime as dt
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import application
from tests.web.markup import Markup


class Row(NamedTuple):
    """An answer read at a moment: how it stands, and which of its dates have passed."""

    place: str
    now: str
    kind: str
    passed: tuple[str, ...] = ()


class Told(NamedTuple):
    """What the API says of it."""

    passed: list[str]
    headline: str
    dates: dict[str, str]


def over(place: str, *read: tuple[str, str, tuple[str, ...]]) -> list[Row]:
    """One answer at several moments."""
    return [Row(place, *one) for one in read]


A, T, L = "+09:30", "+09:00", "+00:00"
NO: tuple[str, ...] = ()
NOTICE, REGISTER = ("notice_by",), ("register_by",)
VISIT = "swap-out/onsite-visit/due?level=gold&distance_km=60&logged_at=2026-06-02T10:00&state=sa"
DONGLE = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active"
REFUND = "swap-out/refund/covered?payment_plan=annual&cancel_date=2026-05-01&term_end=2026-12-31&cancelled_by=nec"
COVER = "swap-out/onsite-visit/covered?in_warranty=yes&fault=unit&term_end=2026-06-30"
PERIOD = "swap-out/contract-period/due?years=1&unit_purchase_date=2024-01-05&invoice_date=2024-01-10"
DESKNETS = "desknets-web-meeting"
LINE = "swap-out/support-hours/due?hours_of=call-line&at"
ROWS = [
    *over("swap-out/renewal-notice/due?term_end=2026-06-30", (f"2026-05-30T12:00{A}", "to-come", NO),
          (f"2026-05-31T23:59{A}", "due", NO), (f"2026-06-01T00:00{A}", "passed", NOTICE)),
    *over("swap-out/registration/due?cover_purchase_date=2026-05-01", (f"2026-07-31T12:00{A}", "to-come", NO),
          (f"2026-08-01T23:59{A}", "due", NO), (f"2026-08-02T00:00{A}", "passed", REGISTER)),
    *over("swap-out/registration/covered?cover_purchase_date=2026-05-01", (f"2026-07-31T12:00{A}", "now", NO),
          (f"2026-08-01T23:59{A}", "now", NO), (f"2026-08-02T00:00{A}", "now", REGISTER)),
    *over(VISIT, (f"2026-06-03T17:01{A}", "to-come", ("received",)), (f"2026-06-04T16:59{A}", "due", ("received",)),
          (f"2026-06-04T17:00{A}", "due", ("received",)), (f"2026-06-04T17:01{A}", "passed", ("received", "visit_by"))),
    *over(f"{DONGLE}&on=2026-03-31", (f"2026-03-30T12:00{L}", "ahead", NO), (f"2026-03-31T12:00{L}", "now", NO),
          (f"2026-04-01T12:00{L}", "ended", ("until",))),
    *over(DONGLE, (f"2026-03-31T12:00{L}", "now", NO), (f"2026-04-01T12:00{L}", "now", ("ended_on",))),
    *over(f"{DESKNETS}/key-reissue/due?accepted_at=2026-11-27T18:00", (f"2026-11-29T12:00{T}", "to-come", NO),
          (f"2026-11-30T23:59{T}", "due", NO), (f"2026-12-01T00:00{T}", "passed", ("sent_on",))),
    *over(f"{DESKNETS}/key-reissue/due?accepted_at=2026-12-29T18:00", (f"2026-12-29T18:00{T}", "unsure", NO),
          (f"2026-12-30T23:59{T}", "unsure", NO), (f"2026-12-31T00:00{T}", "passed", ("sent_on",))),
    *over(f"{DESKNETS}/phone-hours/due?at=2026-11-30T11:59", (f"2026-11-30T10:58{T}", "ahead", NO),
          (f"2026-11-30T11:59{T}", "now", NO), (f"2026-11-30T12:01{T}", "before", ("closes_at",))),
    *over(f"{DESKNETS}/phone-hours/due?at=2026-11-30T12:00", (f"2026-11-30T12:00{T}", "now", NO)),
    *over(f"{LINE}=2026-06-02T18:29", (f"2026-06-02T18:29{A}", "now", NO)),
    *over(f"{LINE}=2026-06-02T18:30", (f"2026-06-02T18:30{A}", "now", NO)),
    *over(f"{DESKNETS}/additional-licences/covered?addon_date=2025-10-10&period_end=2025-12-12",
          (f"2025-12-11T12:00{T}", "now", ("covered_from",)), (f"2025-12-12T23:59{T}", "now", ("covered_from",)),
          (f"2025-12-13T00:00{T}", "passed", ("covered_from", "covered_until"))),
    *over(COVER, (f"2026-06-29T12:00{A}", "now", NO), (f"2026-06-30T23:59{A}", "now", NO),
          (f"2026-07-01T00:00{A}", "now", ("ended_on",))),
    *over("swap-out/end-agreement/covered?payment_plan=annual&term_start=2026-01-01",
          (f"2026-09-30T12:00{A}", "now", NO), (f"2026-10-01T12:00{A}", "now", NO)),
    *over(f"{REFUND}&on=2026-05-05", (f"2026-05-04T12:00{A}", "ahead", NO), (f"2026-05-05T12:00{A}", "now", NO),
          (f"2026-05-06T12:00{A}", "before", NO)),
    *over(f"{DESKNETS}/ice-server/covered?support_until=2026-11-30", (f"2026-11-30T23:59{T}", "now", NO),
          (f"2026-12-01T00:00{T}", "now", ("ended_on",))),
    *over("swap-out/annual-fee/due?invoice_date=2024-06-30&on=2025-06-01", (f"2025-06-29T12:00{A}", "to-come", NO),
          (f"2025-06-30T23:59{A}", "due", NO), (f"2025-07-01T00:00{A}", "passed", ("invoiced_by",))),
    *over(PERIOD, (f"2025-01-30T12:00{A}", "to-come", ("cover_from", "term_start")),
          (f"2025-01-31T12:00{A}", "due", ("cover_from", "term_start")),
          (f"2025-02-01T00:00{A}", "passed", ("cover_from", "term_start", "term_end"))),
    *over("licence-desk/desk-closing/due", (f"2026-03-30T12:00{L}", "to-come", NO), (f"2026-03-31T12:00{L}", "due", NO),
          (f"2026-04-01T12:00{L}", "passed", ("closes_on",))),
    *over(f"{DESKNETS}/renewal/due?period_end=2025-12-12", (f"2025-12-12T12:00{T}", "to-come", NO),
          (f"2025-12-13T12:00{T}", "due", NO), (f"2025-12-14T00:00{T}", "passed", ("next_start",))),
]  # fmt: skip
OVER = ("passed", "before", "ended")


class Clock:
    """A clock that is set by hand."""

    now = dt.datetime(2026, 1, 15, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def clock() -> Clock:
    """The site's clock."""
    return Clock()


@pytest.fixture(scope="module")
def client(library: Library, locales: Path, clock: Clock) -> TestClient:
    """Asks a site whose clock is set by hand."""
    return TestClient(application(library, locales, now=lambda: clock.now))


def test_the_table_is_long_enough() -> None:
    assert len(set(ROWS)) == len(ROWS) >= 40


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_answer_is_true_for_the_day_in_every_form(client: TestClient, clock: Clock, lang: str) -> None:
    voices: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for row in ROWS:
        clock.now = dt.datetime.fromisoformat(row.now)
        page = Markup(_text(client, f"/{lang}/{row.place}"))
        headline = page.one("h1").text
        (kinds,) = (one for each in page.elements if "pill" in (one := each.attributes.get("class", "").split()))
        assert row.kind in kinds, row
        voices[row.kind in OVER].add((row.place, _plain(headline)))
        told = _api(client, row, lang)
        assert told.passed == list(row.passed), row
        assert _plain(told.headline) == _plain(headline), row
        for form, said in _forms(client, row.place, lang).items():
            assert _plain(headline) in _plain(said), (row, form)
        _calendar(client, row, lang, told.dates)
    assert voices[True].isdisjoint(voices[False]), "what is over is not told in the voice of today"


def _text(client: TestClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return str(response.text)


def _api(client: TestClient, row: Row, lang: str) -> Told:
    place, _, query = row.place.partition("?")
    found = client.get(f"/api/v1/answers/{place}?{query}&lang={lang}").json()
    return Told(found["passed"], found["text"]["headline"], found["dates"])


def _forms(client: TestClient, place: str, lang: str) -> dict[str, str]:
    """The answer as text, Markdown, HTML and a short reply for a ticket."""
    path, _, query = place.partition("?")
    texts = {kind: _text(client, f"/{lang}/{path}.{kind}?{query}") for kind in ("txt", "md", "html")}
    ticket = Markup(_text(client, f"/{lang}/{path}/ticket?{query}"))
    return {**texts, "ticket": ticket.one("textarea", id=f"short-{lang}").text}


def _calendar(client: TestClient, row: Row, lang: str, dates: dict[str, str]) -> None:
    """The calendar holds what is still to come, and is none where nothing is."""
    path, _, query = row.place.partition("?")
    made = client.get(f"/{lang}/{path}.ics?{query}", follow_redirects=False)
    coming = len(dates) - len(row.passed)
    assert made.status_code == (200 if coming else 303), row
    assert made.text.count("BEGIN:VEVENT") == coming, row


def _plain(text: str) -> str:
    """Without markup, escapes and blanks: Markdown and HTML write some signs in another way."""
    entities = text.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
    return re.sub(r"[\s\\]+|<[^>]*>", "", entities)
