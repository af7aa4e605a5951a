"""Whether the service lives, whether it is ready, and what it serves: told whatever else is going on."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant import __version__
from assistant.model.policy import Library


class Health:
    """Routes that wait for nobody. `missing` says in English what keeps the service from being ready."""

    def __init__(self, library: Library, missing: Callable[[], Sequence[str]]) -> None:
        self.library, self.missing = library, missing

    def routes(self) -> list[Route]:
        """Whether it lives, whether it is ready, and its version."""
        return [Route("/livez", self.alive), Route("/readyz", self.ready), Route("/version", self.version)]

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
