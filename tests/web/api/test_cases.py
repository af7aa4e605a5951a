"""Many cases in one request: nothing that was sent is passed over or changed, and none takes more than its share."""

import asyncio
import json
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette

from assistant.decide.cases import MOST_FACTS
from assistant.web.api import cases
from assistant.web.frame.site import Site
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


def test_what_takes_too_much_work_is_refused_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "BUDGET", 0.0)
    monkeypatch.setattr(cases, "A_CASE", 0.0)
    response = client.post(ANSWERS, json=[CASE] * 2)
    assert (response.status_code, response.json()["errors"][0]["name"]) == (413, "cases")
    assert client.post(ANSWERS, json=[CASE]).status_code == 200


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every case that was worked on."""
    seen: list[object] = []
    answer = cases.answer_line

    def noted(site: Site, case: object) -> bytes:
        seen.append(case)
        return answer(site, case)

    monkeypatch.setattr(cases, "answer_line", noted)
    return seen


@pytest.mark.parametrize(("cost", "status", "worked_on"), [(0.010, 413, 26), (0.0009, 200, 900), (0.0011, 413, 228)])
def test_many_heavy_cases_are_given_up_as_soon_as_few_and_many_light_ones_are_answered(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, cost: float, status: int, worked_on: int
) -> None:
    clock = [0.0]

    def answer(*_: object) -> bytes:
        clock.append(clock[-1] + cost)
        return b"{}"

    monkeypatch.setattr(cases, "answer_line", answer)
    monkeypatch.setattr(cases, "thread_time", lambda: clock[-1])
    assert client.post(ANSWERS, json=[CASE] * 900).status_code == status
    assert len(clock) - 1 == worked_on


@pytest.mark.parametrize("whole", [True, False])
def test_work_for_whoever_has_gone_is_dropped(app: Starlette, answered: list[object], whole: bool) -> None:
    body = json.dumps([CASE] * 900).encode()
    said: list[MutableMapping[str, Any]] = []
    messages = iter([{"type": "http.request", "body": body if whole else body[:9], "more_body": not whole}])

    async def receive() -> MutableMapping[str, Any]:
        return next(messages, {"type": "http.disconnect"})

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": ANSWERS, "raw_path": ANSWERS.encode(), "query_string": b"", "root_path": "",
        "headers": [], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    assert (len(answered), said) == (0, [])
