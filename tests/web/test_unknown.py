""" "I don't know": an answer to every question, that never ends the way and never invents anything."""

import pytest
from starlette.testclient import TestClient

from assistant.model.policy import Library
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


def test_where_it_makes_no_difference_the_answer_stands(client: TestClient) -> None:
    said = f"level=gold&distance_km=60&logged_at=2025-12-23T16:00&unknown=state&{ON}"
    settled = page(client, f"/en/{VISIT}?{said}")
    assert settled.one("h1").text == "The service provider is due on site by Tue 30 Dec 2025, 17:00."
    assert buttons(settled) == []
    assert "makes no difference" in settled.one("main").text


def test_what_the_answer_does_not_need_may_stay_unknown(client: TestClient) -> None:
    answer = page(client, f"/en/{DONGLE}?system=sv9500&swa=active&unknown=priority&{ON}")
    assert "Yes, it is free" in answer.one("h1").text
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
