"""What the layers around the application let through, and what is made of an answer that breaks off."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.web.frame.guard import Guard

Sent = list[MutableMapping[str, Any]]


async def played(app: ASGIApp, scope: Scope) -> Sent:
    """Everything that a layer sends."""
    sent: Sent = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "lifespan.startup"}

    await app(scope, receive, send)
    return sent


def test_a_server_that_says_that_it_starts_is_heard_by_the_application(app: Starlette) -> None:
    """uvicorn and others do, where they are given `create_app`: no layer takes it for a request."""

    async def started(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": f"{(await receive())['type']}.complete"})

    for made in (layer.cls(started, *layer.args, **layer.kwargs) for layer in app.user_middleware):
        assert asyncio.run(played(made, {"type": "lifespan"})) == [{"type": "lifespan.startup.complete"}]


def test_an_answer_that_breaks_off_is_cut_off_rather_than_ended(caplog: pytest.LogCaptureFixture) -> None:
    """What has begun can no longer be called a failure: whoever reads it must see that it is not whole."""

    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError("half way")

    guarded = Guard(broken, lambda scope: pytest.fail("nothing is put behind what was sent"))
    with pytest.raises(ValueError, match="half way"):
        asyncio.run(played(guarded, {"type": "http", "method": "GET", "path": "/en/"}))
    assert "no answer for /en/" in caplog.text
