"""Scripts of other sites: those that the operator names may ask the API from a browser, and nobody else."""

from collections.abc import Collection

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

OPEN = "/api/v1/"
FOR_A_DAY = 86400
"""Seconds for which a browser need not ask again whether it may ask."""


class Crossing:
    """Raw ASGI around everything, so that a refusal can be read as well; `origins` are sites, or `*` for all."""

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self.app, self._any = app, bool(origins)
        self._open = CORSMiddleware(
            app, allow_origins=[*origins], allow_methods=["GET", "POST"], allow_headers=["Content-Type"],
            expose_headers=["Retry-After"], max_age=FOR_A_DAY,
        )  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        crossing = self._any and scope["type"] == "http" and scope["path"].startswith(OPEN)
        await (self._open if crossing else self.app)(scope, receive, send)
