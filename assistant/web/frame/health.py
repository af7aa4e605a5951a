"""Whether the service lives, whether it is ready, what it serves, and to whom a fault of it is reported."""

import datetime as dt
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant import __version__
from assistant.model.policy import Library

HOLDS_FOR = dt.timedelta(days=180)
"""For how long whoever reads `security.txt` may rely on it: RFC 9116, 2.5.5, wants less than a year."""


class Health:
    """
    Routes that wait for nobody, told whatever else is going on.

    `missing` says in English what keeps the service from being ready; `contact` is an address (`mailto:`, `https:`) to
    which faults of its security are reported, and empty where nobody has named one.
    """

    def __init__(
        self, library: Library, missing: Callable[[], Sequence[str]], contact: str, now: Callable[[], dt.datetime]
    ) -> None:
        self.library, self.missing, self.contact, self.now = library, missing, contact, now

    def routes(self) -> list[Route]:
        """Where each of them is told; the contact only where there is one."""
        told = [Route("/livez", self.alive), Route("/readyz", self.ready), Route("/version", self.version)]
        return [*told, *([Route("/.well-known/security.txt", self.security)] if self.contact else [])]

    async def alive(self, request: Request) -> Response:
        """It answers."""
        return PlainTextResponse("ok\n")

    async def ready(self, request: Request) -> Response:
        """The content is read before the application exists; 503 with whatever else is missing, a line for each."""
        missing = self.missing()
        return PlainTextResponse("".join(f"{one}\n" for one in missing) or "ok\n", 503 if missing else 200)

    async def version(self, request: Request) -> Response:
        """The version of the program, and the edition of each policy."""
        editions = "".join(f"{policy.id} {policy.edition}\n" for policy in self.library.policies.values())
        return PlainTextResponse(f"policy-assistant {__version__}\n{editions}")

    async def security(self, request: Request) -> Response:
        """To whom a fault of the security is reported (RFC 9116)."""
        expires = (self.now() + HOLDS_FOR).astimezone(dt.UTC).strftime("%Y-%m-%dT00:00:00Z")
        return PlainTextResponse(f"Contact: {self.contact}\nExpires: {expires}\n")
