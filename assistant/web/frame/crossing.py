"""Scripts of other sites: those that the operator names may ask the API from a browser, and nobody else."""

import re
from collections.abc import Collection

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import Usage, told
from assistant.settings import Settings

ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?")
OPEN = "/api/v1/"
FOR_A_DAY = 86400
"""Seconds for which a browser need not ask again whether it may ask."""


def origins(known: Settings) -> tuple[str, ...]:
    """The sites whose scripts may ask; none where nobody said so. Raises `Usage` with each that is none."""
    given = tuple((known.api_origins or "").split())
    if given != ("*",) and (wrong := [one for one in given if not ORIGIN.fullmatch(one)]):
        raise Usage(
            told("POLICY_ASSISTANT_API_ORIGINS: no sites are {given}.", given=", ".join(wrong)),
            told("Write it as {example}.", example="https://www.example.com https://desk.example.com"),
        )
    return given


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
