"""The JSON API: ids, texts, strictness, and every fault by the name of its parameter."""

import json
from pathlib import Path

import pytest

from assistant.model.policy import Library
from assistant.web.frame.seen import Seen, Watched
from tests.client import TestClient
from tests.site import NOW, application

DONGLE = "/api/v1/answers/licence-desk/hwkc-replacement/free"
CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "on": "2026-01-15",
        "facts": {"system": "sv9500", "swa": "active"}}  # fmt: skip


def test_an_answer_holds_its_ids_texts_and_link(client: TestClient, library: Library) -> None:
    answer = client.get(f"{DONGLE}?swa=active&system=sv9500&on=2026-01-15&lang=ja").json()
    edition = library.policies["licence-desk"].edition
    assert (answer["status"], answer["verdict"], answer["dates"]) == ("answered", "free", {"until": "2026-03-31"})
    assert answer["given"] == {"system": "sv9500", "swa": "active"}
    assert answer["edition"] == edition
    assert answer["text"]["headline"] == "2026年3月31日（火）まで無料です。"
    assert answer["text"]["plain"].endswith("\n")
    assert answer["trace"][-1]["held"]
    query = f"system=sv9500&swa=active&on=2026-01-15&edition={edition}"
    assert answer["permalink"] == f"https://help.example/ja/licence-desk/hwkc-replacement/free?{query}"
    assert client.get(answer["permalink"].removeprefix("https://help.example")).status_code == 200


def test_a_missing_fact_is_needed(client: TestClient) -> None:
    answer = client.get(f"{DONGLE}?system=sv9500").json()
    assert (answer["status"], answer["fact"]) == ("needs", "swa")
    assert answer["on"] == "2026-01-15"
    assert "verdict" not in answer


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("system=SV9500", ["system"]),
        ("system=sv9500&swa=ACTIVE&on=3%20April%202026", ["on", "swa"]),
        ("colour=red", ["colour"]),
        ("lang=xx", ["lang"]),
        ("on=", ["on"]),
        ("on=2026-02-30", ["on"]),
        ("new_swa_months=%EF%BC%91%EF%BC%92", ["new_swa_months"]),
        ("new_swa_months=012", ["new_swa_months"]),
    ],
)
def test_every_fault_is_listed_by_name(client: TestClient, query: str, names: list[str]) -> None:
    response = client.get(f"{DONGLE}?{query}")
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    errors = response.json()["errors"]
    assert [error["name"] for error in errors] == names
    assert all(error["reason"] and error["text"] for error in errors)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{DONGLE}?swa=none&swa=none", 400),
        ("/api/v1/answers/licence-desk/hwkc-replacement/cost", 404),
        ("/api/v1/answers/licence-desk/nothing/free", 404),
        ("/api/v1/answers/nothing/hwkc-replacement/free", 404),
        ("/api/v1/policies/nothing", 404),
        ("/api/v1/topics?colour=red", 422),
        ("/api/v1/match", 422),
        ("/api/v1/match?q=a&now=2026", 422),
    ],
)
def test_problems_are_problem_json(client: TestClient, path: str, status: int) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response.json()["errors"]


def test_policies_and_topics_in_both_languages(client: TestClient, library: Library) -> None:
    assert [one["id"] for one in client.get("/api/v1/policies").json()] == list(library.policies)
    topics = client.get("/api/v1/topics?lang=ja").json()
    assert [f"{one['policy']}/{one['id']}" for one in topics] == list(library.topics)
    whole = client.get("/api/v1/policies/swap-out?lang=ja").json()
    facts = {one["id"]: one for one in whole["facts"]}
    assert [option["id"] for option in facts["in_warranty"]["options"]] == ["yes", "no"]
    assert list(facts) == list(library.policies["swap-out"].facts)
    assert whole["title"] != client.get("/api/v1/policies/swap-out").json()["title"]


def test_a_question_is_matched(client: TestClient) -> None:
    found = client.get(
        "/api/v1/match", params={"q": "is a new dongle free for an SV9500", "now": "2026-01-15T10:00"}
    ).json()
    assert (found["matches"][0]["topic"], found["matches"][0]["aspect"]) == ("hwkc-replacement", "free")
    assert found["facts"]["system"] == "sv9500"
    assert client.get("/api/v1/match", params={"q": "tell me a joke"}).json()["matches"] == []


def test_many_cases_at_once_keep_their_order_and_ids(client: TestClient) -> None:
    cases = [{**CASE, "id": 7}, {**CASE, "id": "b", "lang": "ja"}, {"id": None, **CASE, "facts": {}}]
    answers = client.post("/api/v1/answers", json={"cases": cases}).json()["answers"]
    assert [one["status"] for one in answers] == ["answered", "answered", "needs"]
    assert [one.get("id") for one in answers] == [7, "b", None]
    assert answers[1]["text"]["headline"] == "2026年3月31日（火）まで無料です。"
    assert client.post("/api/v1/answers", json=cases).json()["answers"] == answers


def test_a_number_counts_as_its_text(client: TestClient) -> None:
    facts = {"years": 2, "payment_plan": "annual", "bought_with_unit": "yes"}
    case = {"policy": "swap-out", "topic": "price", "aspect": "free", "facts": facts}
    (answer,) = client.post("/api/v1/answers", json=[case]).json()["answers"]
    assert answer["given"] == {"payment_plan": "annual", "bought_with_unit": "yes", "years": "2"}


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (3, ["policy", "topic", "aspect"]),
        ({}, ["policy", "topic", "aspect"]),
        ({**CASE, "policy": "nothing"}, ["policy"]),
        ({**CASE, "aspect": "cost"}, ["aspect"]),
        ({**CASE, "facts": []}, ["facts"]),
        ({**CASE, "facts": {"swa": True, "system": None}}, ["swa", "system"]),
        ({**CASE, "facts": {"swa": ["none"]}}, ["swa"]),
        ({**CASE, "on": None}, ["on"]),
        ({**CASE, "lang": "xx"}, ["lang"]),
        ({**CASE, "facts": {"new_swa_months": 1.5}}, ["new_swa_months"]),
    ],
)
def test_one_bad_case_never_spoils_the_others(client: TestClient, case: object, names: list[str]) -> None:
    bad, good = client.post("/api/v1/answers", json=[case, CASE]).json()["answers"]
    assert bad["status"] == "invalid"
    assert [error["name"] for error in bad["errors"]] == names
    assert good["status"] == "answered"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        (b"[NaN]", 400),
        (b'[{"a":1,"a":2}]', 400),
        (b'[{"policy":"\\ud800"}]', 400),
        (b"[" * 100_000, 400),
        (b'"cases"', 422),
        (b'{"cases":{}}', 422),
        (json.dumps([0] * 1001).encode(), 413),
        (b" " * 2_000_001, 413),
    ],
)
def test_a_body_that_cannot_be_read(client: TestClient, body: bytes, status: int) -> None:
    response = client.post("/api/v1/answers", content=body)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


def test_the_description_of_the_api_names_every_path(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert sorted(described["paths"]) == [
        "/api/v1/answers", "/api/v1/answers/{policy}/{topic}/{aspect}", "/api/v1/match", "/api/v1/policies",
        "/api/v1/policies/{policy}", "/api/v1/policies/{policy}/changes", "/api/v1/topics",
    ]  # fmt: skip
    assert {"AnswerRecord", "PolicyWhole", "ProblemRecord"} <= set(described["components"]["schemas"])


@pytest.mark.parametrize("path", ["/en/ask", "/api/v1/match"])
@pytest.mark.parametrize(("question", "understood"), [("tell me a joke", "out-of-scope"), ("voucher", "sure")])
def test_how_a_question_was_understood_is_told_to_whoever_runs_it(
    library: Library, locales: Path, path: str, question: str, understood: str
) -> None:
    seen: list[Seen] = []
    app = application(library, locales)
    client = TestClient(Watched(app, seen.append, lambda: NOW, {}))
    assert client.get(path, params={"q": question}).status_code == 200
    assert [one.understood for one in seen] == [understood]
