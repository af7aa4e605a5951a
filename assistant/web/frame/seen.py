"""What is seen of each request: never a query, a question or the address of a client."""

import datetime as dt
import json
import secrets
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ID = "assistant.id"
"""Where the scope of a request holds its id."""
UNDERSTOOD = "assistant.understood"
"""Under this name a request holds how the question in it was understood."""
ENCODER = json.JSONEncoder(separators=(",", ":"))
GONE = 499
"""The status of an answer that nobody waited for."""


class Seen(NamedTuple):
    """
    One request and what came of it: the route as it is declared, the edition where it is about a policy, and how a
    question was understood where it was one.
    """

    moment: dt.datetime
    id: str
    method: str
    route: str
    status: int
    seconds: float
    edition: str
    understood: str = ""

    def line(self) -> str:
        """It as one line of JSON."""
        whole = {
            "time": self.moment.isoformat(timespec="milliseconds"),
            "id": self.id,
            "method": self.method,
            "route": self.route,
            "status": self.status,
            "ms": round(self.seconds * 1000, 1),
            "edition": self.edition,
            "understood": self.understood,
        }
        return ENCODER.encode({name: value for name, value in whole.items() if value != ""})


class Watched:
    """Raw ASGI around everything: each request has an id, which its answer names; `tell` is told of it once it ends."""

    def __init__(
        self, app: ASGIApp, tell: Callable[[Seen], None], now: Callable[[], dt.datetime], editions: Mapping[str, str]
    ) -> None:
        self.app, self.tell, self.now, self.editions = app, tell, now, editions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, name, status = perf_counter(), secrets.token_hex(8), GONE
        scope[ID] = name

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message["headers"], (b"x-request-id", name.encode())]}
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            edition = self.editions.get(scope.get("path_params", {}).get("policy", ""), "")
            seconds, understood = perf_counter() - start, scope.get(UNDERSTOOD, "")
            self.tell(Seen(self.now(), name, scope["method"], route_of(scope), status, seconds, edition, understood))


def route_of(scope: Scope) -> str:
    """The route of a request as it is declared: nothing that anybody typed. Empty where there is none."""
    return getattr(scope.get("route"), "path", "")
