"""What whoever runs the application wants of it, and what it tells them of its health."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant import __version__
from assistant.model.policy import Library
from assistant.web.frame.admission import Buckets, Turns
from assistant.web.frame.seen import Seen

if TYPE_CHECKING:  # it is there only where a store is set
    from assistant.store.keeper import Keeper

STORE = "it cannot be written; the log says why"
"""How a store stands that fails. What its driver says may name machines and people: it is for whoever reads the log."""
HOLDS_FOR = dt.timedelta(days=180)
"""For how long whoever reads `security.txt` may rely on it: RFC 9116, 2.5.5, wants less than a year."""


@dataclass(frozen=True, slots=True)
class Operation:
    """
    What whoever runs the application wants: `tell` is told of each request, `buckets` hold what each client may ask
    for, `missing` says what keeps it from being ready, `contact` is where faults of its security are reported, `keeper`
    keeps questions in vain and replies, `tools` says whether assistants are served too, `refused` why policies are
    not served that are there, `frames` are the origins that may frame pages, `origins` those whose scripts may ask,
    `turns` those of its process, where others go by them too.
    """

    tell: Callable[[Seen], None] | None = None
    buckets: Buckets | None = None
    missing: Callable[[], Sequence[str]] = tuple
    contact: str = ""
    keeper: "Keeper | None" = None
    tools: bool = False
    refused: Sequence[str] = ()
    frames: tuple[str, ...] = ()
    origins: Sequence[str] = ()
    turns: Turns | None = None

    @property
    def kept_days(self) -> int | None:
        """For how long questions in vain and replies are kept; None where nothing is."""
        return self.keeper.days if self.keeper else None

    @property
    def asked(self) -> Sequence[tuple[str, str]]:
        """The topics and aspects asked for most, where that is counted: the same for a day."""
        return self.keeper.asked if self.keeper else ()


NOTHING = Operation()


class Operator(NamedTuple):
    """Whoever runs the site: how to reach them, and as a link."""

    text: str
    href: str

    @classmethod
    def of(cls, contact: str | None) -> "Operator | None":
        """A web address, an address for mail, else a telephone number; None where none is set."""
        if not contact:
            return None
        scheme = "" if contact.startswith("https://") else "mailto:" if "@" in contact else "tel:"
        return cls(
            contact.removeprefix("https://"), scheme + (contact.replace(" ", "") if scheme == "tel:" else contact)
        )


class Health:
    """
    Routes that wait for nobody, told whatever else is going on.

    What keeps the service from being ready is said in English; the contact for faults of its security is an address
    (`mailto:`, `https:`), and empty where nobody has named one.
    """

    def __init__(
        self, library: Library, operation: Operation, now: Callable[[], dt.datetime], lost: Sequence[str] = ()
    ) -> None:
        self.library, self.missing, self.contact, self.now = library, operation.missing, operation.contact, now
        self.keeper, self.lost, self.refused = operation.keeper, lost, operation.refused

    def routes(self) -> list[Route]:
        """Where each of them is told; the contact only where there is one."""
        told = [Route("/livez", self.alive), Route("/readyz", self.ready), Route("/version", self.version)]
        return [*told, *([Route("/.well-known/security.txt", self.security)] if self.contact else [])]

    async def alive(self, request: Request) -> Response:
        """It answers."""
        return PlainTextResponse("ok\n")

    async def ready(self, request: Request) -> Response:
        """
        The content is read before the application exists; 503 with whatever else is missing, a line for each.

        How the store is stands below, and which catalogues are lost. They keep nothing from being answered.
        """
        missing = self.missing()
        store = [f"store: {STORE if self.keeper.status else 'ok'}"] if self.keeper else []
        told = [*(missing or ["ok"]), *store]
        told += [f"catalogue: {file} cannot be read" for file in self.lost]
        told += [f"approval: {one}" for one in self.refused]
        return PlainTextResponse("".join(f"{one}\n" for one in told), 503 if missing else 200)

    async def version(self, request: Request) -> Response:
        """The version of the program, and the edition of each policy."""
        editions = "".join(f"{policy.id} {policy.edition}\n" for policy in self.library.policies.values())
        return PlainTextResponse(f"policy-assistant {__version__}\n{editions}")

    async def security(self, request: Request) -> Response:
        """To whom a fault of the security is reported (RFC 9116)."""
        expires = (self.now() + HOLDS_FOR).astimezone(dt.UTC).strftime("%Y-%m-%dT00:00:00Z")
        return PlainTextResponse(f"Contact: {self.contact}\nExpires: {expires}\n")
