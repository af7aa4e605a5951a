"""Many cases in one request: nothing that was sent is passed over or changed, and none takes more than its share."""

import asyncio
import json
from collections.abc import Iterator, MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette

from assistant.decide.cases import MOST_FACTS
from assistant.web.api import cases
from assistant.web.frame.admission import LONGEST_BODY, Admission, Lane
from assistant.web.frame.admission import lanes as fresh
from assistant.web.frame.site import Site
from tests.client import TestClient
from tests.web.conftest import application_layer

ANSWERS = "/api/v1/answers"
CASE = {"policy": "licence-desk", "topic": "hwkc-replacement", "aspect": "free", "on": "2026-01-15",
        "facts": {"system": "sv9500", "swa": "active"}}  # fmt: skip
MANY_CASES = json.dumps([CASE] * 8).encode()
"""So many that one request of them is worked on at a time."""
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


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The processor's time of whoever answers; it goes on by what the first entry says with each case."""
    found = [0.0, 0.0]

    def answer(*_: object) -> bytes:
        found.append(found[-1] + found[0])
        return b"{}"

    monkeypatch.setattr(cases, "answer_line", answer)
    monkeypatch.setattr(cases, "thread_time", lambda: found[-1])
    return found


@pytest.mark.parametrize("count", [3, cases.MOST_CASES])
@pytest.mark.parametrize(
    ("cost", "worked_on"), [(1 / 2048, 250), (1 / 1024, 205), (1 / 128, 26), (1 / 8, 2), (1 / 4, 1), (9.0, 1)]
)
def test_no_case_is_begun_once_the_budget_is_spent(
    client: TestClient, clock: list[float], cost: float, count: int, worked_on: int
) -> None:
    clock[0] = cost
    response = client.post(ANSWERS, json=[CASE] * count)
    assert response.status_code == (200 if count <= worked_on else 413)
    assert len(clock) - 2 == min(count, worked_on)
    if response.status_code == 413:
        assert [one["name"] for one in response.json()["errors"]] == ["cases"]


def test_one_case_is_answered_whatever_it_costs(client: TestClient, clock: list[float]) -> None:
    clock[0] = 9.0
    assert client.post(ANSWERS, json=[CASE]).json() == {"answers": [{}]}


def test_the_reading_of_cases_counts(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    read, spent = cases.read_cases, [0.0]

    def slowly(site: Site, body: bytes) -> list[object]:
        spent.append(0.3)
        return read(site, body)

    monkeypatch.setattr(cases, "read_cases", slowly)
    monkeypatch.setattr(cases, "thread_time", lambda: spent[-1])
    assert client.post(ANSWERS, json=[CASE]).status_code == 413


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (json.dumps([CASE] * cases.MOST_CASES), 200), (json.dumps([CASE] * (cases.MOST_CASES + 1)), 413),
        (json.dumps([[1] * 10_000] * 3), 413), (" " * LONGEST_BODY, 400), (" " * (LONGEST_BODY + 1), 413),
    ],
)  # fmt: skip
def test_so_much_is_read_and_no_more(client: TestClient, clock: list[float], body: str, status: int) -> None:
    assert client.post(ANSWERS, content=body).status_code == status


SCOPE = {
    "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
    "path": ANSWERS, "raw_path": ANSWERS.encode(), "query_string": b"", "root_path": "",
    "headers": [], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
}  # fmt: skip


def asked_and_left(app: Starlette, body: bytes, whole: bool = True) -> list[MutableMapping[str, Any]]:
    """What is sent to one who goes once so much of the body is there."""
    said: list[MutableMapping[str, Any]] = []
    messages = iter([{"type": "http.request", "body": body, "more_body": not whole}])

    async def receive() -> MutableMapping[str, Any]:
        return next(messages, {"type": "http.disconnect"})

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    asyncio.run(app(dict(SCOPE), receive, send))
    return said


@pytest.mark.parametrize("whole", [True, False])
def test_work_for_whoever_has_gone_is_dropped(app: Starlette, clock: list[float], whole: bool) -> None:
    clock[0] = 2 * cases.TURN
    assert asked_and_left(app, MANY_CASES, whole) == []
    assert len(clock) - 2 <= whole, "no more than the turn that was begun"


@pytest.fixture
def lanes(app: Starlette, client: TestClient) -> Iterator[dict[str, Lane]]:
    """The lanes of the application, which are as before afterwards."""
    client.get("/livez")
    door = application_layer(app, Admission)
    before, door.lanes = door.lanes, fresh()
    yield door.lanes
    door.lanes = before


def test_whoever_goes_leaves_the_line_too(app: Starlette, lanes: dict[str, Lane], clock: list[float]) -> None:
    lanes["work"].busy = 1
    assert asked_and_left(app, MANY_CASES) == []
    assert (lanes["cases"].busy, lanes["work"].busy, len(clock)) == (0, 1, 2)
    lanes["work"].leave()
    assert lanes["work"].busy == 0


def test_where_the_line_is_full_many_cases_are_sent_away_and_few_are_answered(
    client: TestClient, lanes: dict[str, Lane]
) -> None:
    lanes["work"] = Lane(1, busy=1)
    sent = client.post(ANSWERS, content=MANY_CASES)
    assert (sent.status_code, sent.headers["retry-after"]) == (503, "1")
    assert client.post(ANSWERS, json=[CASE]).status_code == 200


@pytest.mark.parametrize(("lane", "rests"), [(None, 0), ("page", 10), ("match", 10), ("reply", 10), ("cases", 0)])
def test_after_each_turn_those_go_first_who_want_a_page(
    client: TestClient, lanes: dict[str, Lane], clock: list[float], monkeypatch: pytest.MonkeyPatch,
    lane: str | None, rests: int,
) -> None:  # fmt: skip
    clock[0], slept, found = 2 * cases.TURN, asyncio.sleep, list[float]()

    async def sleep(seconds: float) -> None:
        found.append(seconds)
        await slept(0)

    monkeypatch.setattr(cases, "sleep", sleep)
    if lane:
        lanes[lane].busy += 1
    assert client.post(ANSWERS, content=MANY_CASES).status_code == 200
    assert found == [cases.REST] * rests * 8
    assert lanes["work"].busy == 0
