"""Puts the application together: what stands at its addresses, what goes wrong, and the guard around all of it."""

import logging
from collections.abc import Collection, Mapping

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.web.addresses import routes
from assistant.web.embed.framing import Framing
from assistant.web.frame.admission import Admission
from assistant.web.frame.guard import Guard, Known, Packing, Tags, Unchanged
from assistant.web.frame.operation import Health
from assistant.web.frame.problems import Problems
from assistant.web.frame.rooted import Rooted
from assistant.web.frame.seen import Watched
from assistant.web.frame.site import Site

logger = logging.getLogger(__name__)
OPEN = "/api/v1/"
FOR_A_DAY = 86400
"""Seconds for which a browser need not ask again whether it may ask."""


def make_app(site: Site, matcher: Understands) -> Starlette:
    """The web application over a site; `matcher` understands what people type."""
    problems = Problems(site)
    health = Health(site.library, site.operation, site.now, _lost(site.words))
    every = routes(site, matcher, problems, health)
    app = Starlette(routes=every, middleware=_around(site, problems), exception_handlers=problems.handlers)
    app.router.redirect_slashes = False
    return app


def _around(site: Site, problems: Problems) -> list[Middleware]:
    """The layers around the routes, the outermost first."""
    operation = site.operation
    editions, known = {policy.id: policy.edition for policy in site.library.policies.values()}, Known()
    watched = [Middleware(Watched, tell=operation.tell, now=site.clock, editions=editions)] if operation.tell else []
    return [
        Middleware(Rooted),
        *watched,
        Middleware(Crossing, origins=operation.origins),
        Middleware(Unchanged, now=site.now, known=known),
        Middleware(Framing, languages=frozenset(site.languages), public_url=site.public_url, origins=operation.frames),
        Middleware(Guard, failure=problems.failure),
        Middleware(Admission, refused=problems.shed, buckets=operation.buckets, turns=operation.turns),
        Middleware(Packing),
        Middleware(Tags, now=site.now, known=known),
    ]


class Crossing:
    """
    Raw ASGI around everything, so that a refusal can be read as well. Scripts of the sites in `origins` (`*`: of all)
    may ask the API from a browser, and nobody else's.
    """

    def __init__(self, app: ASGIApp, origins: Collection[str]) -> None:
        self.app, self._any = app, bool(origins)
        self._open = CORSMiddleware(
            app, allow_origins=[*origins], allow_methods=["GET", "POST"], allow_headers=["Content-Type"],
            expose_headers=["Deprecation", "Retry-After", "Sunset", "X-Request-Id"], max_age=FOR_A_DAY,
        )  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        crossing = self._any and scope["type"] == "http" and scope["path"].startswith(OPEN)
        await (self._open if crossing else self.app)(scope, receive, send)


def _lost(words: Mapping[str, Words]) -> list[str]:
    """The catalogues that cannot be read, which the log is told."""
    lost = sorted({file for each in words.values() for catalogue in each.chain for file in catalogue.lost})
    for file in lost:
        logger.warning("the catalogue %s cannot be read: `policy-assistant i18n check` says why", file)
    return lost
