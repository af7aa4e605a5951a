"""Many cases in one request: nothing that was sent is passed over or changed."""

import json

import pytest

from assistant.decide.cases import MOST_FACTS
from tests.client import TestClient

ANSWERS = "/api/v1/answers"
CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "on": "2026-01-15",
        "facts": {"system": "sv9500", "swa": "active"}}  # fmt: skip
MANY = {f"f{number}": "x" for number in range(MOST_FACTS + 1)}


@pytest.mark.parametrize(
    "sent",
    ["7", "-0", "1.10", "12345678901234567890123456789.5", "9" * 40, "1e400", '"7"', "null", "true", "[1.0]",
     '{"a":1.50}'],
)  # fmt: skip
def test_an_id_comes_back_as_it_was_sent(client: TestClient, sent: str) -> None:
    body = json.dumps([{**CASE, "id": "?"}]).replace('"?"', sent)
    response = client.post(ANSWERS, content=body)
    assert response.status_code == 200
    assert response.text.startswith(f'{{"answers":[{{"id":{sent},"status":"answered",')


def test_a_case_without_an_id_is_answered_without_one(client: TestClient) -> None:
    (answer,) = client.post(ANSWERS, json=[CASE]).json()["answers"]
    assert "id" not in answer


@pytest.mark.parametrize("key", ["On", "date", "edition", "q", ""])
def test_a_key_that_is_not_known_is_a_fault_of_its_case(client: TestClient, key: str) -> None:
    wrong, right = client.post(ANSWERS, json=[{**CASE, key: "2026-01-15"}, CASE]).json()["answers"]
    assert [(one["name"], one["reason"]) for one in wrong["errors"]] == [(key, "no-such-key")]
    assert right["status"] == "answered"


@pytest.mark.parametrize("path", [f"{ANSWERS}?lang=ja", f"{ANSWERS}?on=2026-01-15"])
def test_nothing_stands_in_the_query(client: TestClient, path: str) -> None:
    response = client.post(path, json=[CASE])
    assert response.status_code == 422
    assert [one["reason"] for one in response.json()["errors"]] == ["no-such-parameter"]


def test_nothing_stands_beside_the_cases(client: TestClient) -> None:
    response = client.post(ANSWERS, json={"cases": [CASE], "lang": "ja"})
    assert (response.status_code, response.json()["errors"][0]["name"]) == (422, "lang")


@pytest.mark.parametrize("lang", ["fr", "", "EN", None, 7, ["ja"]])
def test_a_language_that_there_is_not_is_a_fault_of_its_case(client: TestClient, lang: object) -> None:
    wrong, right = client.post(ANSWERS, json=[{**CASE, "lang": lang}, {**CASE, "lang": "ja"}]).json()["answers"]
    assert [(one["name"], one["reason"]) for one in wrong["errors"]] == [("lang", "no-such-language")]
    assert (wrong["lang"], right["lang"], right["status"]) == ("en", "ja", "answered")


@pytest.mark.parametrize(
    ("body", "status"), [("7", 422), ("{}", 422), ('{"cases": {}}', 422), ("null", 422), ("[", 400), ("", 400)]
)
def test_what_is_no_list_of_cases_is_refused(client: TestClient, body: str, status: int) -> None:
    assert client.post(ANSWERS, content=body).status_code == status


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200), ("application/json; charset=UTF-8", 200), ("text/plain", 415), ("", 415),
        ("application/x-www-form-urlencoded", 415), ("multipart/form-data; boundary=x", 415), ("text/json", 415),
        ("application/json; charset=shift_jis", 415), ("application/xml", 415),
    ],
)  # fmt: skip
def test_a_body_is_json_in_utf_8_or_refused(client: TestClient, kind: str, status: int) -> None:
    response = client.post(ANSWERS, content=json.dumps([CASE]), headers={"content-type": kind})
    assert response.status_code == status
    assert response.headers["content-type"] == ("application/json" if status == 200 else "application/problem+json")


@pytest.mark.parametrize(
    "case",
    [
        {**CASE, "facts": MANY}, {**CASE, "unknown": [*MANY]}, MANY,
        {**CASE, "facts": dict(list(MANY.items())[: MOST_FACTS // 2]), "unknown": [*MANY][MOST_FACTS // 2 :]},
    ],
)  # fmt: skip
def test_a_case_with_too_many_facts_is_one_fault(client: TestClient, case: dict[str, object]) -> None:
    (answer,) = client.post(ANSWERS, json=[case]).json()["answers"]
    assert [one["reason"] for one in answer["errors"]] == ["too-many-facts"]


def test_little_comes_back_of_much_that_is_not_known(client: TestClient) -> None:
    many = {**CASE, "facts": {"x" * 30_000 + str(n): "x" for n in range(50)}}
    assert len(client.post(ANSWERS, json=[many]).content) < 60_000
    names = {**CASE, "unknown": ["x"] * 180_000}
    assert len(client.post(ANSWERS, json=[names]).content) < 1_000
