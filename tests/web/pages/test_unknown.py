""" "I don't know": an answer to every question, that never ends the way and never invents anything."""

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.web.markup import Element, Markup

DONGLE = "licence-desk/hwkc-replacement/free"
VISIT = "swap-out/onsite-visit/due"
ON = "on=2026-01-15"


def page(client: TestClient, path: str) -> Markup:
    response = client.get(path)
    assert response.status_code == 200, response.headers
    return Markup(response.text)


def buttons(page: Markup) -> list[Element]:
    """The buttons of the form, in order: Continue, I don't know."""
    return [button for button in page.all("button") if button.attributes.get("type") != "button"]


def pressed(client: TestClient, path: str, form: Markup, button: Element, **typed: str) -> str:
    """Where pressing a button of a form leads, as a browser sends it: the button's own name and value come last."""
    hidden = {one.attributes["name"]: one.attributes["value"] for one in form.all("input", type="hidden")}
    own = {button.attributes["name"]: button.attributes["value"]} if "name" in button.attributes else {}
    response = client.get(path, params={**hidden, **typed, **own})
    assert response.status_code == 303
    return response.headers["location"]


JOURNEY = [("en", "I don’t know", "answers are still possible"), ("ja", "わからない", "考えられる回答")]


@pytest.mark.parametrize(("lang", "label", "possible"), JOURNEY)
def test_the_way_goes_on_without_what_is_not_known(client: TestClient, lang: str, label: str, possible: str) -> None:
    path = f"/{lang}/{DONGLE}"
    first = page(client, f"{path}?{ON}")
    unknown = buttons(first)[1]
    assert unknown.text == label
    second_path = pressed(client, path, first, unknown)
    assert second_path == f"{path}?unknown=system&{ON}"
    second = page(client, second_path)
    assert possible in second.one("h1").text
    assert list(second.all("input", type="radio", name="swa"))
    third_path = pressed(client, path, second, buttons(second)[0], swa="active")
    assert third_path == f"{path}?swa=active&unknown=system&{ON}"
    third = page(client, third_path)
    assert f"{path}?swa=active&unknown=system&{ON}&change=system" in third.links()
    change = page(client, f"{third_path}&change=system")
    last = pressed(client, path, change, buttons(change)[0], system="sv9500")
    assert last == f"{path}?system=sv9500&swa=active&{ON}"
    assert possible not in page(client, last).one("h1").text


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_known_at_all_still_says_what_is_possible(client: TestClient, lang: str) -> None:
    path = f"/{lang}/{DONGLE}"
    here = f"{path}?{ON}"
    for _ in range(5):
        form = page(client, here)
        if len(buttons(form)) < 2:
            break
        here = pressed(client, path, form, buttons(form)[1])
    assert here == f"{path}?unknown=system,swa&{ON}"
    assert f"{here}&change=system" in page(client, here).links()


def test_what_is_typed_does_not_count_where_it_is_not_known(client: TestClient) -> None:
    form = page(client, f"/en/{DONGLE}?{ON}")
    assert (
        pressed(client, f"/en/{DONGLE}", form, buttons(form)[1], system="sv9500") == f"/en/{DONGLE}?unknown=system&{ON}"
    )


NO_MATTER = f"level=gold&distance_km=60&logged_at=2025-12-23T16:00&unknown=state&{ON}"


@pytest.mark.parametrize(
    ("lang", "difference"), [("en", "have not entered would not change the answer"), ("ja", "回答は変わりません")]
)
def test_where_it_makes_no_difference_the_answer_stands_whole(client: TestClient, lang: str, difference: str) -> None:
    """All that an answer has: what was entered, the count, ways to share it; and nothing that was made up."""
    settled = page(client, f"/{lang}/{VISIT}?{NO_MATTER}")
    assert next(settled.all("time", datetime="2025-12-30T17:00")).text in settled.one("h1").text
    assert buttons(settled) == []
    assert difference in settled.one("main").text
    assert len(list(settled.all("section", class_="said"))) == 1
    lasting = settled.one("input", id="link").attributes["value"]
    assert f"unknown=state&{ON}&edition=" in lasting
    assert {"txt", "md", "html"} <= {link.partition("?")[0].rpartition(".")[2] for link in settled.links()}
    assert not [link for link in settled.links() if ".ics?" in link], "whose clock it is depends on what is not known"
    assert f"/{lang}/{VISIT}?{NO_MATTER}&change=state" in settled.links()


def test_an_answer_with_unknowns_is_passed_on_as_it_stands(client: TestClient) -> None:
    text = client.get(f"/en/{VISIT}.txt?{NO_MATTER}").text
    assert "Tue 30 Dec 2025, 17:00" in text
    assert "State or territory: I don’t know" in text
    assert "public holidays at the site. " in text
    ticket = page(client, f"/ja/{VISIT}/ticket?{NO_MATTER}")
    assert len(list(ticket.all("section", class_="card"))) == 2
    again = page(client, f"/en/{VISIT}?{NO_MATTER.replace(ON, ON + '&edition=ffffffffffff')}")
    assert "no longer have the answer" in again.one("p", class_="notice").text


def test_notes_and_next_steps_that_lean_on_it_are_left_out_and_said_to_be(client: TestClient) -> None:
    settled = page(client, f"/en/licence-desk/hwkc-replacement/due?system=sv9500&priority=normal&unknown=swa&{ON}")
    assert "but the notes and next steps may differ." in settled.one("main").text
    assert "voucher" not in settled.one("h1").text


def test_what_the_answer_does_not_need_may_stay_unknown(client: TestClient) -> None:
    answer = page(client, f"/en/{DONGLE}?system=sv9500&swa=active&unknown=priority&{ON}")
    assert "Free of charge" in answer.one("h1").text
    lasting = answer.one("input", id="link").attributes["value"]
    assert "unknown" not in lasting
    assert any("/due?" in link and "unknown=priority" in link for link in answer.links())


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("unknown=swa,system", "unknown=system,swa"),
        ("unknown=swa%2Csystem", "unknown=system,swa"),
        ("unknown=swa,swa,nonsense,on,<b>", "unknown=swa"),
        ("unknown=", ""),
        ("unknown=nonsense", ""),
        ("swa=active&unknown=swa", "unknown=swa"),
    ],
)
def test_every_other_address_leads_to_the_one(client: TestClient, given: str, canonical: str) -> None:
    response = client.get(f"/en/{DONGLE}?{given}")
    wanted = f"/en/{DONGLE}?{canonical}" if canonical else f"/en/{DONGLE}"
    assert (response.status_code, response.headers["location"]) == (303, wanted)


def test_every_question_takes_it(client: TestClient, library: Library) -> None:
    asked = 0
    for policy in library.policies.values():
        for topic in policy.topics.values():
            for aspect in topic.aspects:
                path = f"/en/{policy.id}/{topic.id}/{aspect}"
                form = page(client, f"{path}?{ON}")
                if list(form.all("form")):
                    asked += 1
                    assert page(client, pressed(client, path, form, buttons(form)[1])).one("h1").text
    assert asked > 30


FREE = f"/api/v1/answers/{DONGLE}"


def test_the_api_says_what_is_possible_and_which_question_decides_most(client: TestClient) -> None:
    one = client.get(f"{FREE}?system=sv9500&unknown=swa&{ON}&lang=ja").json()
    assert (one["status"], one["fact"], one["open"].get("ask")) == ("needs", "swa", None)
    assert [each["verdict"] for each in one["open"]["possible"]] == ["free", "payable"]
    assert one["open"]["possible"][0]["where"] == ["SWA：有効なSWAあり"]
    assert one["permalink"].partition("?")[2].startswith(f"system=sv9500&unknown=swa&{ON}")
    other = client.get(f"{FREE}?unknown=system&{ON}").json()
    assert (other["fact"], other["open"]["ask"], other["open"].get("find_out")) == ("swa", "swa", None)
    assert "swa=active" in other["text"]["plain"]


def test_the_api_answers_where_it_makes_no_difference(client: TestClient) -> None:
    answer = client.get(f"/api/v1/answers/{VISIT}?{NO_MATTER}").json()
    assert (answer["status"], answer["unknown"]) == ("answered", ["state"])
    assert answer["dates"]["visit_by"] == "2025-12-30T17:00"
    assert "state" not in answer["given"]
    assert client.get(answer["permalink"].removeprefix("https://help.example")).status_code == 200
    case = {"policy": "swap-out", "topic": "onsite-visit", "aspect": "due", "on": "2026-01-15", "unknown": ["state"],
            "facts": {"level": "gold", "distance_km": 60, "logged_at": "2025-12-23T16:00"}}  # fmt: skip
    (many,) = client.post("/api/v1/answers", json=[case]).json()["answers"]
    assert many["dates"] == answer["dates"]


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("unknown=colour", [("unknown", "no-such-fact")]),
        ("unknown=", [("unknown", "no-such-fact")]),
        ("unknown=swa&swa=active", [("swa", "known-and-unknown")]),
        ("unknown=swa,x&swa=maybe", [("swa", "no-such-option"), ("swa", "known-and-unknown"),
                                      ("unknown", "no-such-fact")]),
    ],
)  # fmt: skip
def test_the_api_refuses_what_cannot_be_unknown(client: TestClient, query: str, errors: list[tuple[str, str]]) -> None:
    response = client.get(f"{FREE}?{query}")
    assert response.status_code == 422
    assert [(one["name"], one["reason"]) for one in response.json()["errors"]] == errors


def test_unknown_facts_of_a_case_are_a_list(client: TestClient) -> None:
    case = {"policy": "swap-out", "topic": "price", "aspect": "free", "unknown": "years"}
    (one,) = client.post("/api/v1/answers", json=[case]).json()["answers"]
    assert [(each["name"], each["reason"]) for each in one["errors"]] == [("unknown", "list-wanted")]


def test_the_api_documents_it(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    parameters = described["paths"]["/api/v1/answers/{policy}/{topic}/{aspect}"]["get"]["parameters"]
    assert "unknown" in [one["name"] for one in parameters]
    assert {"ask", "find_out", "possible", "whole"} == set(
        described["components"]["schemas"]["OpenRecord"]["properties"]
    )


@pytest.mark.parametrize(
    ("lang", "query", "said"),
    [
        ("en", "hours_of=call-line&on=2026-01-26", "closed"),
        ("ja", "hours_of=call-line&on=2026-01-26", "受付時間外"),
        ("en", "hours_of=call-line&on=2026-01-18", "closed"),
        ("en", "hours_of=on-site&state=vic&on=2026-01-26", "No visits take place"),
    ],
)
def test_a_time_that_could_change_nothing_of_a_day_is_not_asked_for(
    client: TestClient, lang: str, query: str, said: str
) -> None:
    """26 January is a holiday in every state, 18 January 2026 a Sunday."""
    page = Markup(client.get(f"/{lang}/swap-out/support-hours/due?{query}", follow_redirects=True).text)
    assert list(page.all("form", class_="form")) == []
    assert said in page.one("h1").text
    (link,) = (one.attributes["value"] for one in page.all("input", id="link"))
    again = Markup(client.get(link.partition(".example")[2]).text)
    assert again.one("h1").text == page.one("h1").text


@pytest.mark.parametrize("day", ["2026-01-27", "2026-01-23"])
def test_a_time_that_decides_is_asked_for(client: TestClient, day: str) -> None:
    page = Markup(client.get(f"/en/swap-out/support-hours/due?hours_of=call-line&on={day}").text)
    assert len(list(page.all("form", class_="form"))) == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("en/swap-out/registration/due?unknown=cover_purchase_date", "within 3 months"),
        ("ja/swap-out/registration/due?unknown=cover_purchase_date", "3か月以内"),
        ("ja/desknets-web-meeting/renewal/due?unknown=period_end", "満了日の翌日から"),
    ],
)
def test_who_does_not_know_the_day_on_which_a_date_hangs_is_told_the_rule(
    client: TestClient, address: str, told: str
) -> None:
    page = Markup(client.get(f"/{address}").text)
    assert {"What the document says", "文書の内容"} & {one.text for one in page.all("h2")}
    assert any(told in one.text for one in page.all("li"))
