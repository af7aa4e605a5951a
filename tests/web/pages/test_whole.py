"""All questions on one page: what matters is asked, faults are told at once, what is complete leads to the answer."""

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

VISIT = "/en/swap-out/onsite-visit/due"
WORK = "/en/swap-out/included-work/covered"
EMPTY = "&".join(f"logged_at.{part}=" for part in ("day", "month", "year", "time"))
DAY = "on.day=&on.month=&on.year="
SENT = f"asked=&distance_km.number=&{EMPTY}&{DAY}"


def asked(page: str) -> list[str]:
    """The facts that a form asks for, in its order."""
    names = (one.attributes["name"].partition(".")[0] for one in Markup(page).all("input") if "name" in one.attributes)
    return [name for name in dict.fromkeys(names) if name != "asked"]


def test_every_question_is_asked_at_once_in_the_order_of_asking(client: TestClient) -> None:
    assert asked(client.get(f"{VISIT}/all").text) == ["level", "distance_km", "state", "logged_at", "on"]


@pytest.mark.parametrize(
    ("query", "shown", "idle"),
    [
        ("", ["work", "level", "mounted_height_m", "on"], None),
        ("work=delivery", ["work", "on"], "Service level and Mounting height"),
        ("work=packaging", ["level", "work", "on"], "Mounting height"),
    ],
)
def test_what_does_not_matter_is_left_out_and_said(
    client: TestClient, query: str, shown: list[str], idle: str | None
) -> None:
    page = client.get(f"{WORK}/all?{query}").text
    assert sorted(asked(page)) == sorted(shown)
    assert ("This does not matter here" in page) == (idle is not None)
    assert (idle or "") in page


@pytest.mark.parametrize("query", ["level=gold&state=sa", "state=sa", "logged_at=2026-04-03T10:30&state=sa"])
def test_what_was_said_before_it_was_asked_for_matters_too(client: TestClient, query: str) -> None:
    page = client.get(f"{VISIT}/all?{query}").text
    assert asked(page) == ["level", "distance_km", "state", "logged_at", "on"]
    assert "This does not matter here" not in page


def test_what_was_said_of_what_does_not_matter_is_not_lost(client: TestClient) -> None:
    page = Markup(client.get(f"{WORK}/all?level=gold&work=delivery").text)
    assert [one.attributes["value"] for one in page.all("input", type="hidden", name="level")] == ["gold"]


def test_a_form_that_is_complete_leads_to_the_answer(client: TestClient) -> None:
    typed = SENT.replace("day=", "day=3", 1).replace("month=", "month=4", 1).replace("year=", "year=2026", 1)
    typed = typed.replace("time=", "time=10:30", 1)
    response = client.get(f"{VISIT}/all?level=gold&distance_km=band:regional&state=sa&{typed}")
    query = "level=gold&distance_km=band:regional&logged_at=2026-04-03T10:30&state=sa"
    assert (response.status_code, response.headers["location"]) == (303, f"{VISIT}?{query}")
    assert client.get(f"{VISIT}/all?{query}").status_code == 200, "what is complete can be changed"


def test_a_form_that_is_not_complete_comes_back_with_what_is_still_needed(client: TestClient) -> None:
    response = client.get(f"{VISIT}/all?level=gold&state=sa&{SENT}")
    assert response.headers["location"] == f"{VISIT}/all?level=gold&state=sa"
    page = client.get(response.headers["location"]).text
    assert "Still needed: How far is the site" in page
    assert 'href="#distance_km"' in page
    assert "Still needed" not in client.get(f"{VISIT}/all").text, "nobody has sent anything yet"


def test_all_faults_are_told_at_once_with_what_was_typed(client: TestClient) -> None:
    query = "level=lead&distance_km.number=far&logged_at.day=99&logged_at.month=1&logged_at.year=2026&logged_at.time=9"
    response = client.get(f"{VISIT}/all?asked=&{query}&{DAY}")
    assert response.status_code == 422
    page = Markup(response.text)
    assert response.text.count(' class="fault"') == 3
    assert {one.attributes["value"] for one in page.all("input", type="text")} >= {"far", "99"}


@pytest.mark.parametrize(("name", "value"), [("logged_at", "2026-01-15T13:30"), ("on", "2026-01-15")])
def test_now_and_today_fill_in_their_question_and_lose_nothing(client: TestClient, name: str, value: str) -> None:
    response = client.get(f"{VISIT}/all?level=gold&state=sa&{SENT}&present={name}")
    assert response.status_code == 303
    assert f"{name}={value}" in response.headers["location"]
    assert "level=gold" in response.headers["location"]
    assert "/all?" in response.headers["location"]


def test_it_is_reached_from_a_question_and_from_an_answer_with_all_that_was_said(client: TestClient) -> None:
    for query in ("level=gold", "level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa"):
        hrefs = [one.attributes["href"] for one in Markup(client.get(f"{VISIT}?{query}").text).all("a")]
        assert f"{VISIT}/all?{query}" in hrefs


ICE = "desknets-web-meeting/ice-server/covered"
BLANK = {f"support_until.{part}": "" for part in ("day", "month", "year")}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [({}, "passed"), ({"day": "30", "month": "6", "year": "2027"}, "2027-06-30")],
)
def test_that_a_day_has_passed_is_kept_until_a_day_is_typed(
    client: TestClient, lang: str, typed: dict[str, str], kept: str
) -> None:
    form = Markup(client.get(f"/{lang}/{ICE}/all?support_until=passed").text)
    hidden = {one.attributes["name"]: one.attributes["value"] or "" for one in form.all("input", type="hidden")}
    assert hidden["support_until"] == "passed"
    sent = {**hidden, **BLANK, **{f"support_until.{part}": value for part, value in typed.items()}}
    answer = client.get(f"/{lang}/{ICE}/all", params=sent, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].partition("?")[::2] == (f"/{lang}/{ICE}", f"support_until={kept}")
