"""Few at a time, the rest in a short queue or sent away with a time to come back; health is told to anybody, always."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from assistant.web.frame import admission
from assistant.web.frame.admission import COMING, CROWD, ROOM, Admission, Buckets, Turns, kind_of

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


def test_so_many_are_let_in_and_another_one_where_one_has_left() -> None:
    turns = Turns()
    assert [turns.enter("cases") for _ in range(18)] == [True] * 16 + [False] * 2
    turns.leave("cases")
    assert [turns.enter("cases"), turns.enter("cases"), turns.enter("page")] == [True, False, True]


def test_it_is_full_for_those_at_the_door_while_others_are_on_their_way_from_it() -> None:
    turns = Turns()
    turns.inside["page"] = ROOM["page"] - COMING - 1
    assert not turns.full()
    turns.enter("page")
    assert turns.full()


def test_each_has_a_turn_of_the_loop_of_its_own_in_the_order_of_coming() -> None:
    async def played() -> tuple[list[str], list[int]]:
        turns, order, at, number = Turns(), list[str](), list[int](), 0

        async def come(name: str) -> None:
            await turns.wait()
            order.append(name)
            at.append(number)

        coming = [asyncio.create_task(come(name)) for name in "abc"]
        while len(at) < len(coming):
            number += 1
            await asyncio.sleep(0)
        return order, at

    order, at = asyncio.run(played())
    assert (order, len(set(at))) == ([*"abc"], 3)


@pytest.mark.parametrize(("waiting", "made"), [(CROWD, True), (CROWD + 1, False)])
def test_in_a_crowd_who_comes_at_this_moment_is_let_in_before_the_next_page_is_made(waiting: int, made: bool) -> None:
    """Else one more comes in with each page, and others may take in the rest."""

    async def played() -> tuple[list[int], list[int]]:
        turns, order = Turns(), list[int]()

        async def come(number: int) -> None:
            await turns.wait()
            order.append(number)

        coming = [asyncio.create_task(come(number)) for number in range(waiting)]
        for number in range(waiting, waiting + 9):
            await asyncio.sleep(0)
            coming.append(asyncio.create_task(come(number)))
        before = [*order]
        await asyncio.gather(*coming)
        return before, order

    before, order = asyncio.run(played())
    assert bool(before) == made
    assert order == list(range(waiting + 9))


def test_who_has_gone_takes_no_turn() -> None:
    async def played() -> list[bool]:
        turns = Turns()
        waiting = [asyncio.create_task(turns.wait()) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.wait(waiting, timeout=5)
        return [one.cancelled() for one in waiting]

    assert asyncio.run(played()) == [True, False, False]


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
        busy = app.door.turns.inside["cases"]
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
def test_of_ten_times_as_many_as_there_is_room_for_all_others_are_sent_away(scope: Scope, room: int) -> None:
    """Before anybody is answered; and whoever has room is served."""

    async def played() -> tuple[list[int], list[int]]:
        app = App()
        every = [asyncio.create_task(app.ask(scope)) for _ in range(10 * room)]
        done, inside = await asyncio.wait(every, timeout=60, return_when="FIRST_COMPLETED")
        while len(done) < 9 * room:
            more, inside = await asyncio.wait(inside, timeout=60, return_when="FIRST_COMPLETED")
            done |= more
        app.answer.set()
        app.end.set()
        served = await asyncio.gather(*inside)
        return [one.result()[0]["status"] for one in done], [said[0]["status"] for said in served]

    assert asyncio.run(played()) == ([503] * (9 * room), [200] * room)


def test_who_is_sent_away_is_told_so_after_a_moment() -> None:
    async def played() -> float:
        app, loop = App(), asyncio.get_running_loop()
        app.door.turns.inside["page"] = ROOM["page"]
        start = loop.time()
        assert (await app.ask(scope_of("/en/")))[0]["status"] == 503
        return loop.time() - start

    assert asyncio.run(played()) > admission.HELD_FOR[0] * 0.9


def test_who_fails_leaves_too() -> None:
    async def played() -> int:
        door = Admission(_failing, lambda scope, status: Response())
        await asyncio.gather(door(scope_of("/en/"), _nothing, _nowhere), return_exceptions=True)
        return door.turns.inside["page"]

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
