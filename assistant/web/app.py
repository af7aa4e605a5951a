"""Puts the application together: what stands at its addresses, what goes wrong, and the guard around all of it."""

import datetime as dt
import logging
from collections.abc import Callable, Collection, Mapping
from functools import partial
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.edition import Earlier, Name
from assistant.model.policy import Library
from assistant.model.publication import Publication
from assistant.parsing import Speech
from assistant.web.addresses import routes
from assistant.web.embed.framing import Framing
from assistant.web.frame.admission import Admission
from assistant.web.frame.guard import Guard, Known, Packing, Tags, Unchanged
from assistant.web.frame.operation import NOTHING, Health, Operation
from assistant.web.frame.problems import Problems
from assistant.web.frame.rooted import Rooted
from assistant.web.frame.seen import Watched
from assistant.web.frame.site import Site

logger = logging.getLogger(__name__)
EARLIEST, LATEST = (dt.datetime(year, 1, 2, tzinfo=dt.UTC) for year in (1900, 2200))
OPEN = "/api/v1/"
FOR_A_DAY = 86400
"""Seconds for which a browser need not ask again whether it may ask."""


def make_app(
    library: Library, words: Mapping[str, Words], languages: Mapping[str, Language], speech: Speech,
    *,
    matcher: Understands,
    now: Callable[[], dt.datetime],
    public_url: str,
    earlier: Earlier = lambda policy, edition: None,
    operation: Operation = NOTHING,
    contact: str | None = None,
    names: Mapping[str, Name] = MappingProxyType({}),
    published: Mapping[str, Publication] = MappingProxyType({}),
) -> Starlette:  # fmt: skip
    """
    The web application over this content; forms are read by `speech`.

    `now` gives the moment, with a time zone; people reach the pages at `public_url`; `earlier` finds the editions of
    old links, `names` name today's in new ones, `published` is told of them; `operation` is what whoever runs it wants,
    `contact` how to reach them.
    """
    clock, keeper = partial(_between, now), operation.keeper
    site = Site(library, words, languages, speech, clock, public_url, earlier, contact=contact, names=names,
                published=published, kept_days=keeper.days if keeper else None,
                asked=lambda: keeper.asked if keeper else ())  # fmt: skip
    problems = Problems(site)
    health = Health(library, operation, clock, _lost(words))
    around = _around(site, problems, operation, now)
    every = routes(site, matcher, problems, operation, health)
    app = Starlette(routes=every, middleware=around, exception_handlers=problems.handlers)
    app.router.redirect_slashes = False
    return app


def _around(site: Site, problems: Problems, operation: Operation, now: Callable[[], dt.datetime]) -> list[Middleware]:
    """The layers around the routes, the outermost first."""
    editions, known = {policy.id: policy.edition for policy in site.library.policies.values()}, Known()
    watched = [Middleware(Watched, tell=operation.tell, now=now, editions=editions)] if operation.tell else []
    return [
        Middleware(Rooted),
        *watched,
        Middleware(Crossing, origins=operation.origins),
        Middleware(Unchanged, now=site.now, known=known),
        Middleware(Framing, languages=frozenset(site.languages), public_url=site.public_url, origins=operation.frames),
        Middleware(Guard, failure=problems.failure),
        Middleware(Admission, refused=problems.shed, buckets=operation.buckets),
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


def _between(now: Callable[[], dt.datetime]) -> dt.datetime:
    """The moment it is. A clock that is set wrong by centuries stands at the end of what a calendar can count."""
    return min(max(now(), EARLIEST), LATEST)
