"""Many cases take no more than their share of time: pages go first, and what nobody waits for is dropped."""

import asyncio
import json
import time
from collections.abc import Iterator, MutableMapping
from itertools import chain, count, repeat
from typing import Any
from unittest.mock import AsyncMock

import pytest
from starlette.applications import Starlette

from assistant.decide.exploration import BETWEEN
from assistant.web.api import cases
from assistant.web.frame import admission, way
from assistant.web.frame.admission import LONGEST_BODY, Admission, Turns
from assistant.web.frame.site import Site
from assistant.web.frame.way import Gone, Way
from tests.client import TestClient
from tests.web.api.test_cases import ANSWERS, CASE
from tests.web.conftest import application_layer

MANY_CASES = json.dumps([CASE] * 8).encode()
"""So many that one request of them is worked on at a time."""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The processor's time of whoever answers; it goes on by what the first entry says with each case."""
    found = [0.0, 0.0]

    def answer(*_: object) -> bytes:
        found.append(found[-1] + found[0])
        return b"{}"

    monkeypatch.setattr(cases, "answer_line", answer)
    monkeypatch.setattr(way, "thread_time", lambda: found[-1])
    return found


@pytest.mark.parametrize("count", [3, cases.MOST_CASES])
@pytest.mark.parametrize(
    ("cost", "worked_on"), [(1 / 2048, 250), (1 / 1024, 154), (1 / 128, 20), (1 / 8, 2), (1 / 4, 1), (9.0, 1)]
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
    monkeypatch.setattr(way, "thread_time", lambda: spent[-1])
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
    clock[0] = 2 * way.TURN
    assert asked_and_left(app, MANY_CASES, whole) == []
    assert len(clock) - 2 <= whole, "no more than the turn that was begun"


@pytest.fixture
def turns(app: Starlette, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[Turns]:
    """The turns of the application, which are as before afterwards; whoever comes, comes a second after the last."""
    client.get("/livez")
    monkeypatch.setattr(admission, "monotonic", count(step=1.0).__next__)
    door = application_layer(app, Admission)
    before, door.turns = door.turns, Turns()
    yield door.turns
    door.turns = before


@pytest.mark.parametrize("body", [json.dumps([CASE]).encode(), MANY_CASES])
def test_one_request_is_worked_on_at_a_time(
    app: Starlette, turns: Turns, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    """Few cases as well as many: threads side by side would hold up the pages."""
    inside, found = [0], list[int]()

    def answer(*_: object) -> bytes:
        inside[0] += 1
        time.sleep(0.01)
        found.append(inside[0])
        inside[0] -= 1
        return b"{}"

    monkeypatch.setattr(cases, "answer_line", answer)

    async def asked() -> None:
        messages = iter([{"type": "http.request", "body": body}])

        async def receive() -> MutableMapping[str, Any]:
            if (message := next(messages, None)) is None:
                await asyncio.sleep(600)
            return message or {}

        await app({**SCOPE, "headers": [(b"content-length", b"%d" % len(body))]}, receive, AsyncMock())

    async def played() -> None:
        await asyncio.gather(*(asked() for _ in range(6)))

    asyncio.run(played())
    assert set(found) == {1}
    assert len(found) == 6 * len(json.loads(body))


@pytest.mark.parametrize(("waiting", "rests"), [(0, 0), (1, 10)])
def test_few_cases_let_those_go_first_who_wait_for_a_page(
    client: TestClient, turns: Turns, clock: list[float], monkeypatch: pytest.MonkeyPatch, waiting: int, rests: int
) -> None:
    clock[0], found = 2 * way.TURN, list[float]()
    monkeypatch.setattr(way, "sleep", found.append)
    monkeypatch.setattr(turns, "awaited", lambda: bool(waiting))
    assert client.post(ANSWERS, json=[CASE] * 3).status_code == 200
    assert found == [way.REST] * rests * 2, "before each case but the first"


def test_whoever_goes_leaves_the_line_too(app: Starlette, turns: Turns, clock: list[float]) -> None:
    asyncio.run(turns.long.acquire())
    assert asked_and_left(app, MANY_CASES) == []
    assert (turns.inside["cases"], len(clock)) == (0, 2)
    turns.long.release()
    assert not turns.long.locked()


def test_where_others_take_long_many_cases_are_sent_away_and_few_are_answered(
    client: TestClient, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    asyncio.run(turns.long.acquire())
    monkeypatch.setattr(way, "PATIENCE", 0.001)
    sent = client.post(ANSWERS, content=MANY_CASES)
    assert (sent.status_code, sent.headers["retry-after"]) == (503, "1")
    assert client.post(ANSWERS, json=[CASE]).status_code == 200


@pytest.mark.parametrize(("kind", "rests"), [(None, 0), ("page", 10), ("match", 10), ("reply", 10), ("cases", 0)])
def test_after_each_turn_those_go_first_who_want_a_page(
    client: TestClient, turns: Turns, clock: list[float], monkeypatch: pytest.MonkeyPatch,
    kind: str | None, rests: int,
) -> None:  # fmt: skip
    clock[0], found = 2 * way.TURN, list[float]()
    monkeypatch.setattr(way, "sleep", found.append)
    if kind:
        turns.inside[kind] += 1
    assert client.post(ANSWERS, content=MANY_CASES).status_code == 200
    assert found == [way.REST] * rests * 7, "before each case but the first"
    assert not turns.long.locked()


@pytest.mark.parametrize(("since", "rests"), [(admission.JUST * 0.99, 10), (admission.JUST, 0)])
def test_those_go_first_too_who_come_at_this_moment(
    client: TestClient, turns: Turns, clock: list[float], monkeypatch: pytest.MonkeyPatch,
    since: float, rests: int,
) -> None:  # fmt: skip
    clock[0], found, moments = 2 * way.TURN, list[float](), chain([0.0], repeat(since))
    monkeypatch.setattr(way, "sleep", found.append)
    monkeypatch.setattr(admission, "monotonic", moments.__next__)
    assert client.post(ANSWERS, content=MANY_CASES).status_code == 200
    assert found == [way.REST] * rests * 7


ALL_OPEN = {"policy": "swap-out", "topic": "onsite-visit", "aspect": "due", "on": "2026-01-15",
            "unknown": ["level", "distance_km", "state", "logged_at"]}  # fmt: skip


@pytest.mark.parametrize(("step", "rested"), [(way.TURN / 64, True), (0.0, False)])
def test_they_go_first_within_a_long_case_too(
    client: TestClient, turns: Turns, monkeypatch: pytest.MonkeyPatch, step: float, rested: bool
) -> None:
    spent, found = [0.0], list[float]()

    def clock() -> float:
        spent.append(spent[-1] + step)
        return spent[-1]

    monkeypatch.setattr(way, "thread_time", clock)
    monkeypatch.setattr(way, "sleep", found.append)
    turns.inside["page"] += 1
    assert client.post(ANSWERS, json=[ALL_OPEN] * 9).json()["answers"][0]["status"] == "needs"
    assert bool(found) == rested


def test_a_long_case_for_whoever_has_gone_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []

    def answer(_: Site, case: object) -> bytes:
        begun.append(case)
        long.gone = True
        BETWEEN.get()()
        raise AssertionError(case)

    monkeypatch.setattr(cases, "answer_line", answer)
    monkeypatch.setattr(way, "thread_time", count(step=2 * way.TURN).__next__)
    monkeypatch.setattr(way, "sleep", lambda seconds: None)
    long = Way(lambda: True)
    with pytest.raises(Gone):
        asyncio.run(long.through(cases.answer_lines, Site.__new__(Site), b'["one","two"]', long))
    assert begun == ["one"]
