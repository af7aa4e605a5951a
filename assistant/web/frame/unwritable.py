"""What nobody can have meant: an address with a sign that cannot be written."""

from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from assistant.web.frame.query import CONTROL


class Unwritable(BaseRoute):
    """Addresses with signs that cannot be written: a line that ends in one would be taken for one without it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether an address is one of these."""
        return (Match.FULL if CONTROL.search(scope["path"]) else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """There is nothing at such an address."""
        raise HTTPException(404)
