"""Few at a time, the rest in a short queue or sent away with a time to come back; health is told to anybody, always."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from assistant.web.frame.admission import Admission, Buckets, Lane, kind_of

Said = list[MutableMapping[str, Any]]


def scope_of(path: str, method: str = "GET", length: str = "") -> Scope:
    headers = [(b"content-length", length.encode())] if length else []
    return {"type": "http", "path": path, "method": method, "headers": headers, "client": ("192.0.2.1", 1)}


@pytest.mark.parametrize(
    ("path", "method", "kind"),
    [
        ("/livez", "GET", None), ("/readyz", "GET", None), ("/version", "HEAD", None),
        ("/static/site.css", "GET", None),
        ("/en/", "GET", "page"), ("/en/ask", "GET", "match"), ("/ja/suggest", "GET", "match"),
        ("/api/v1/match", "GET", "match"), ("/api/v1/answers", "POST", "cases"), ("/api/v1/topics", "GET", "page"),
        ("/en/x/y/free", "GET", "page"), ("/en/", "POST", "page"), ("/ja/feedback", "POST", "reply"),
    ],
)  # fmt: skip
def test_the_kind_of_work(path: str, method: str, kind: str | None) -> None:
    assert kind_of(scope_of(path, method)) == kind


@pytest.mark.parametrize(("length", "kind"), [("999", "page"), ("1000", "cases"), ("0", "page"), ("-1", "cases")])
def test_few_cases_are_no_heavier_than_a_page(length: str, kind: str) -> None:
    assert kind_of(scope_of("/api/v1/answers", "POST", length)) == kind


async def _entered(lane: Lane, count: int) -> list[bool]:
    return [await lane.enter() for _ in range(count)]


def test_a_lane_without_a_queue_sends_away_at_once() -> None:
    lane = Lane(2)
    assert asyncio.run(_entered(lane, 4)) == [True, True, False, False]
    lane.leave()
    assert asyncio.run(_entered(lane, 2)) == [True, False]


def test_who_waits_comes_in_as_another_leaves_in_order() -> None:
    async def played() -> list[str]:
        lane, order = Lane(1, waiting=2, patience=5), list[str]()
        await lane.enter()

        async def come(name: str) -> None:
            order.append(f"{name} {await lane.enter()}")

        waiting = [asyncio.create_task(come(name)) for name in "abc"]
        await asyncio.sleep(0)
        for _ in range(3):
            lane.leave()
            await asyncio.sleep(0.01)
        await asyncio.gather(*waiting)
        return [*order, f"{lane.busy} inside"]

    assert asyncio.run(played()) == ["c False", "a True", "b True", "0 inside"]


def test_who_has_waited_long_enough_goes_and_leaves_the_queue() -> None:
    async def played() -> tuple[bool, int]:
        lane = Lane(1, waiting=1, patience=0.01)
        await lane.enter()
        came = await lane.enter()
        lane.leave()
        return came, lane.busy

    assert asyncio.run(played()) == (False, 0)


@pytest.mark.parametrize("turn", [False, True])
def test_who_is_cancelled_takes_no_place(turn: bool) -> None:
    async def played() -> int:
        lane = Lane(1, waiting=1, patience=5)
        await lane.enter()
        task = asyncio.create_task(lane.enter())
        await asyncio.sleep(0)
        if turn:
            lane.leave()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if not turn:
            lane.leave()
        return lane.busy

    assert asyncio.run(played()) == 0


class App:
    """Answers once it is let go, then goes on sending until it is let go again; and who was sent away, and why."""

    def __init__(self, buckets: Buckets | None = None) -> None:
        self.answer, self.end = asyncio.Event(), asyncio.Event()
        self.door = Admission(self, self.refused, buckets)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.answer.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await self.end.wait()
        await send({"type": "http.response.body", "body": b""})

    def refused(self, scope: Scope, status: int) -> Response:
        return PlainTextResponse("", status)

    async def ask(self, scope: Scope) -> Said:
        """Everything that is sent to one who asks."""
        said: Said = []

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request"}

        async def send(message: MutableMapping[str, Any]) -> None:
            said.append(message)

        await self.door(scope, receive, send)
        return said


def test_sixteen_send_many_cases_at_once_and_no_other() -> None:
    async def played() -> tuple[Said, int, Said]:
        app, post = App(), scope_of("/api/v1/answers", "POST")
        inside = [asyncio.create_task(app.ask(post)) for _ in range(16)]
        await asyncio.sleep(0)
        other = await app.ask(post)
        health = asyncio.create_task(app.ask(scope_of("/livez")))
        app.answer.set()
        await asyncio.sleep(0.01)
        busy = app.door.lanes["cases"].busy
        app.end.set()
        await asyncio.gather(*inside)
        return other, busy, await health

    other, busy, health = asyncio.run(played())
    assert other[0]["status"] == 503
    assert dict(other[0]["headers"])[b"retry-after"] == b"1"
    assert dict(other[0]["headers"])[b"cache-control"] == b"no-store"
    assert busy == 0, "who only takes in an answer holds up nobody"
    assert health[0]["status"] == 200


@pytest.mark.parametrize(
    ("scope", "room"),
    [(scope_of("/en/"), 240), (scope_of("/en/ask"), 44), (scope_of("/api/v1/answers", "POST"), 16),
     (scope_of("/ja/feedback", "POST"), 16)],
)  # fmt: skip
def test_of_ten_times_as_many_as_there_is_room_for_all_others_are_sent_away_at_once(scope: Scope, room: int) -> None:
    """In the very turn of the loop in which they come, whatever the machine; and whoever has room is served."""

    async def played() -> tuple[list[int], list[int]]:
        app = App()
        every = [asyncio.create_task(app.ask(scope)) for _ in range(10 * room)]
        await asyncio.sleep(0)
        refused = [one.result()[0]["status"] for one in every if one.done()]
        inside = [one for one in every if not one.done()]
        app.answer.set()
        app.end.set()
        return refused, [said[0]["status"] for said in await asyncio.gather(*inside)]

    assert asyncio.run(played()) == ([503] * (9 * room), [200] * room)


def test_who_fails_leaves_too() -> None:
    async def played() -> int:
        door = Admission(_failing, lambda scope, status: Response())
        await asyncio.gather(door(scope_of("/en/"), _nothing, _nowhere), return_exceptions=True)
        return door.lanes["page"].busy

    assert asyncio.run(played()) == 0


async def _failing(scope: Scope, receive: Receive, send: Send) -> None:
    raise ValueError


async def _nothing() -> MutableMapping[str, Any]:
    return {}


async def _nowhere(message: MutableMapping[str, Any]) -> None:
    return


@pytest.mark.parametrize(
    ("scope", "many"),
    [
        (scope_of("/en/ask"), 40), (scope_of("/en/"), None), (scope_of("/livez"), None),
        (scope_of("/en/", "POST", "0"), 40), (scope_of("/api/v1/answers", "POST", "18000"), 4),
        (scope_of("/api/v1/answers", "POST", "3000000"), 40), (scope_of("/api/v1/answers", "POST"), 1),
        (scope_of("/api/v1/answers", "POST", "9" * 5000), 1),
        (scope_of("/en/feedback", "POST", "300"), 1), (scope_of("/en/feedback"), 40),
    ],
)  # fmt: skip
def test_who_asks_too_often_is_told_when_to_come_back(scope: Scope, many: int | None) -> None:
    async def played() -> list[int]:
        app = App(Buckets(rate=0.5, size=40, now=lambda: 0.0))
        app.answer.set()
        app.end.set()
        said = [await app.ask(scope) for _ in range(45)]
        assert all(b"retry-after" in dict(one[0]["headers"]) for one in said if one[0]["status"] == 429)
        return [one[0]["status"] for one in said]

    found = asyncio.run(played())
    assert found == ([200] * 45 if many is None else [200] * many + [429] * (45 - many))
