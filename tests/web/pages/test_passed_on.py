"""What stands beside an answer on its page is passed on with it."""

from pathlib import Path

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import LATER, application
from tests.web.pages.test_answers import page

VISIT = "swap-out/onsite-visit/due"
LOGGED = "level=gold&distance_km=20&logged_at=2026-01-15T15:31&state=vic"


@pytest.mark.parametrize("form", [".txt", ".md", ".html", ".ics", "/ticket"])
def test_that_the_clock_of_the_place_would_turn_an_answer_is_passed_on(client: TestClient, form: str) -> None:
    said = "time entered is local time, we count from Thu 15 Jan 2026, 15:01 (15:31 in Victoria), and the answer is:"
    assert said in page(client, f"/en/{VISIT}?{LOGGED}").one("main").text
    text = client.get(f"/en/{VISIT}{form}?{LOGGED}", follow_redirects=True).text
    assert said in text.replace("\r\n ", "").replace("\\", "")


def test_on_whose_clock_a_moment_was_read_is_said_in_a_sentence(client: TestClient) -> None:
    shown = page(client, f"/en/{VISIT}?{LOGGED.replace('15:31', '10:00')}")
    assert "Call logged (Adelaide time): Thu 15 Jan 2026, 10:00 (10:30 in Victoria). We count from then." in (
        shown.one("div", class_="caveat sure").text
    ), "a mere remark"


def test_once_a_call_is_logged_nothing_urges_to_ring(client: TestClient) -> None:
    """What comes next is the provider's, and is told in place of what begins it."""
    pressed = {}
    for logged in ("2026-01-15T10:00", "2026-01-16T10:00"):
        shown = page(client, f"/en/{VISIT}?{LOGGED.replace('2026-01-15T15:31', logged)}")
        called = [one for one in shown.all("a") if one.attributes["href"].startswith("tel:")]
        pressed[logged] = [one.attributes["class"] for one in called]
    assert pressed == {"2026-01-15T10:00": ["button quiet"], "2026-01-16T10:00": ["button"]}
    told = client.get(f"/en/{VISIT}/ticket?{LOGGED.replace('15:31', '10:00')}", follow_redirects=True).text
    assert "\nThe service provider arranges the visit" in told


@pytest.fixture(scope="module")
def closed(library: Library, locales: Path) -> TestClient:
    """After the Licence Desk has closed."""
    return TestClient(application(library, locales, now=LATER), follow_redirects=True)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("carrier-change/free?system=sv9500&swa=none&transition=no", "For an earlier time"),
        ("hwkc-replacement/free?system=sv9500&swa=active", "The service has ended since"),
    ],
)
def test_what_never_was_has_not_ended_since(closed: TestClient, query: str, kind: str) -> None:
    shown = page(closed, f"/en/licence-desk/{query}&on=2025-06-01")
    pills = [one.text.strip() for one in shown.all("p") if one.attributes.get("class", "").startswith("pill")]
    assert pills == [kind]
