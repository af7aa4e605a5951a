"""The way to an answer, and what stands on it."""

import re

import pytest

from tests.client import TestClient
from tests.web.markup import Markup

DONGLE = "licence-desk/hwkc-replacement/free"
SAID = "system=sv9500&swa=active"
VISIT = "swap-out/onsite-visit/due"


def page(client: TestClient, path: str, status: int = 200) -> Markup:
    response = client.get(path)
    assert response.status_code == status, response.headers
    return Markup(response.text)


def sent(form: Markup, **typed: str) -> str:
    """The query that the form's own fields and what is typed into it make."""
    hidden = [(e.attributes["name"], e.attributes["value"]) for e in form.all("input", type="hidden")]
    pairs = [*hidden, *((name.replace("__", "."), value) for name, value in typed.items())]
    return "&".join(f"{name}={value}" for name, value in pairs)


@pytest.mark.parametrize(("lang", "headline"), [("en", "Free of charge until"), ("ja", "まで無料です")])
def test_one_question_after_the_other_leads_to_the_answer(client: TestClient, lang: str, headline: str) -> None:
    path = f"/{lang}/{DONGLE}"
    first = page(client, path)
    assert len(list(first.all("input", type="radio", name="system"))) == 20
    response = client.get(f"{path}?{sent(first, system='sv9500')}")
    assert (response.status_code, response.headers["location"]) == (303, f"{path}?system=sv9500")
    second = page(client, response.headers["location"])
    assert [e.attributes["value"] for e in second.all("input", type="radio", name="swa")] == ["active", "none"]
    response = client.get(f"{path}?{sent(second, swa='active')}")
    assert response.headers["location"] == f"{path}?{SAID}"
    assert headline in page(client, response.headers["location"]).one("h1").text


def test_an_answer_says_its_day_and_where_it_lasts(client: TestClient) -> None:
    today = page(client, f"/en/{DONGLE}?{SAID}")
    assert "today, Thu 15 Jan 2026" in today.one("p", class_="asof").text
    (link,) = today.all("input", id="link")
    lasting = link.attributes["value"]
    assert re.fullmatch(rf"https://help\.example/en/{DONGLE}\?{SAID}&on=2026-01-15&edition=[0-9a-f]+", lasting)
    again = page(client, lasting.removeprefix("https://help.example"))
    assert again.one("h1").text == today.one("h1").text
    assert list(again.all("div", class_="notice")) == []


def test_today_is_the_day_on_the_policys_clock(client: TestClient) -> None:
    """At 03:00 UTC it is the same day everywhere but later in Tokyo; the day itself comes from the policy's zone."""
    day = page(client, "/en/desknets-web-meeting/ice-server/free?support_until=2026-01-15")
    assert "Thu 15 Jan 2026" in day.one("p", class_="asof").text


def test_a_link_of_an_unknown_edition_says_so(client: TestClient) -> None:
    (notice,) = page(client, f"/en/{DONGLE}?{SAID}&edition=0000").all("p", class_="notice")
    assert "no longer have the answer" in notice.text


def test_the_topics_other_questions_are_answered_as_far_as_the_known_facts_suffice(client: TestClient) -> None:
    answer = page(client, f"/en/{DONGLE}?{SAID}")
    assert [answer.one("b", class_=tone).text for tone in ("plain", "yes")] == ["It depends", "Covered"]
    aspects = {link.partition("?")[0].rpartition("/")[2] for link in answer.links() if link.endswith(f"?{SAID}")}
    assert {"due", "covered"} <= aspects


def test_each_answer_can_be_changed_and_the_others_stay(client: TestClient) -> None:
    answer = page(client, f"/en/{DONGLE}?{SAID}&on=2026-01-15")
    changes = [link for link in answer.links() if "change=" in link]
    assert [link.rpartition("=")[2] for link in changes] == ["swa", "on", "system", "swa"], (
        "back to the last question, the day beside the answer that hangs on it, then each that was entered"
    )
    form = page(client, changes[2])
    assert [e.attributes["value"] for e in form.all("input", type="radio") if "checked" in e.attributes] == ["sv9500"]
    response = client.get(f"/en/{DONGLE}?{sent(form, system='ovoc')}")
    assert response.headers["location"] == f"/en/{DONGLE}?system=ovoc&swa=active&on=2026-01-15"


def test_the_day_asked_about_can_be_changed_and_left_out(client: TestClient) -> None:
    form = page(client, f"/en/{DONGLE}?{SAID}&on=2026-01-15&change=on")
    parts = {e.attributes["name"]: e.attributes["value"] for e in form.all("input", type="text")}
    assert parts == {"on.day": "15", "on.month": "1", "on.year": "2026"}
    for typed, query in (("2", f"{SAID}&on=2026-01-02"), ("", SAID)):
        rest = {"on__month": typed and "Jan", "on__year": typed and "2026"}
        response = client.get(f"/en/{DONGLE}?{sent(form, on__day=typed, **rest)}")
        assert response.headers["location"] == f"/en/{DONGLE}?{query}"


def test_a_date_is_counted_before_the_readers_eyes(client: TestClient) -> None:
    said = "level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa"
    answer = page(client, f"/en/{VISIT}?{said}")
    text = answer.one("main").text
    assert [e.attributes["datetime"] for e in answer.all("time")].count("2025-12-30T17:00") == 2
    assert "Christmas Day" in text
    assert "Thu 25 Dec 2025" in text
    assert len(list(answer.all("details"))) > 5


def test_an_answer_as_plain_text(client: TestClient) -> None:
    response = client.get(f"/ja/{DONGLE}.txt?{SAID}&on=2026-01-15")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["content-language"] == "ja"
    assert "2026年3月31日（火）まで無料です" in response.text


@pytest.mark.parametrize("query", ["system=sv9500", "system=nonsense"])
def test_text_of_what_is_no_answer_is_the_page(client: TestClient, query: str) -> None:
    response = client.get(f"/ja/{DONGLE}.txt?{query}")
    assert (response.status_code, response.headers["location"]) == (303, f"/ja/{DONGLE}?{query}")


def test_answers_are_not_for_search_engines(client: TestClient) -> None:
    assert client.get(f"/en/{DONGLE}?{SAID}").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in client.get("/en/licence-desk/hwkc-replacement/").headers


@pytest.mark.parametrize(
    "query",
    [
        "swa=active&system=sv9500",
        "system=SV%209500&swa=active",
        "system=sv9500&swa=active&colour=red",
        "&system=sv9500&&swa=active",
        "system=%73v9500&swa=active",
        "system=sv9500&swa=active&edition=<b>",
    ],
)
def test_every_other_address_of_an_answer_leads_to_the_one(client: TestClient, query: str) -> None:
    response = client.get(f"/en/{DONGLE}?{query}")
    assert (response.status_code, response.headers["location"]) == (303, f"/en/{DONGLE}?{SAID}")


@pytest.mark.parametrize("stuck", [".", ",", ").", "!", "%3E", "\u3002", "\u300d", "\uff09\u3002", "\u2026", "%20"])
@pytest.mark.parametrize(
    "address",
    [
        f"{DONGLE}?{SAID}&on=2026-01-15",
        f"{DONGLE}?{SAID}",
        f"{DONGLE}?unknown=swa",
        "swap-out/onsite-visit/due?distance_km=60",
        "swap-out/support-hours/due?at=2026-01-15T13:30",
        DONGLE,
        "swap-out/refund/",
        "words",
    ],
)
def test_what_sticks_to_a_copied_address_is_no_part_of_it(client: TestClient, address: str, stuck: str) -> None:
    response = client.get(f"/en/{address}{stuck}")
    assert (response.status_code, response.headers["location"]) == (303, f"/en/{address}")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "height", ["8'", "8\u2019", "8\u2032", "8\u2033", '8"', "8%25", "8\u2032.", "9 feet", "8 km", "8*"]
)
def test_another_unit_is_never_taken_for_the_one_that_is_asked_for(client: TestClient, lang: str, height: str) -> None:
    """Signs are units, too; and it is said which one is wanted."""
    response = client.get(f"/{lang}/swap-out/included-work/covered?mounted_height_m={height}")
    assert response.status_code == 422
    assert {"en": "converted to m ", "ja": "mに換算"}[lang] in response.text


@pytest.mark.parametrize("value", ["60%25", "60,5,", "?"])
def test_a_sign_that_says_something_is_not_dropped(client: TestClient, value: str) -> None:
    assert client.get(f"/en/swap-out/onsite-visit/due?distance_km={value}").status_code == 422


def test_the_switch_keeps_the_answer(client: TestClient) -> None:
    answer = page(client, f"/en/{DONGLE}?{SAID}&on=2026-01-15")
    assert answer.one("a", hreflang="ja").attributes["href"] == f"/ja/{DONGLE}?{SAID}&on=2026-01-15"


def test_now_and_today_are_filled_in_at_a_press(client: TestClient) -> None:
    """On the policy's clock: 03:00 UTC is 13:30 in Adelaide."""
    said = "level=gold&distance_km=60&state=sa"
    asked = page(client, f"/en/{VISIT}?{said}")
    (now,) = [link for link in asked.links() if link.endswith("present=")]
    shown = page(client, now)
    parts = {e.attributes["name"]: e.attributes["value"] for e in shown.all("input", type="text")}
    filled = {"day": "15", "month": "1", "year": "2026", "time": "13:30"}
    assert parts == {f"logged_at.{part}": value for part, value in filled.items()}
    assert (
        "level=gold&distance_km=60"
        in client.get(
            f"/en/{VISIT}?{sent(shown, **{f'logged_at__{part}': value for part, value in filled.items()})}"
        ).headers["location"]
    )


def test_back_leads_to_the_question_before_and_loses_nothing(client: TestClient) -> None:
    asked = page(client, f"/en/{VISIT}?level=gold&distance_km=60")
    said = "level=gold&distance_km=60"
    back, again = asked.links()[3:5]
    assert back == f"/en/{VISIT}?{said}&change=distance_km"
    assert again == f"/en/{VISIT}"
    first = page(client, again)
    assert first.links()[3] == "/en/swap-out/onsite-visit/"
    before = page(client, back).links()[3]
    assert before == f"/en/{VISIT}?{said}&change=level"
    topic = page(client, before).links()[3]
    assert topic == f"/en/swap-out/onsite-visit/?{said}"
    assert f"/en/{VISIT}?{said}" in page(client, topic).links()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        (f"{VISIT}?level=gold&distance_km=far", f"{VISIT}?level=gold&change=level"),
        (f"{VISIT}?level=gold&distance_km=60&change=on", f"{VISIT}?level=gold&distance_km=60"),
        (f"{DONGLE}?{SAID}&change=swa", f"{DONGLE}?{SAID}&change=system"),
        (f"{DONGLE}?{SAID}&change=system", f"licence-desk/hwkc-replacement/?{SAID}"),
    ],
)
def test_back_leads_one_step_back_from_a_fault_and_from_a_change_too(
    client: TestClient, address: str, leads: str
) -> None:
    shown = Markup(client.get(f"/en/{address}").text)
    assert shown.links()[3] == f"/en/{leads}"


@pytest.mark.parametrize("address", ["ask?q=licence", "ask?q=xylophone+lessons", "contacts", "privacy", "nothing/"])
def test_pages_beside_the_way_lead_back_to_the_start(client: TestClient, address: str) -> None:
    assert Markup(client.get(f"/ja/{address}").text).links()[3] == "/ja/"
