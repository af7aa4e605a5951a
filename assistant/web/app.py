"""Puts the application together: routes, static files, what goes wrong, and the guard around all of it."""

import datetime as dt
import gc
import logging
from collections.abc import Callable, Mapping
from functools import partial
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import UnknownPage
from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.edition import Earlier, Name
from assistant.model.policy import Library
from assistant.model.publication import Publication
from assistant.parsing import Speech
from assistant.web.embed.framing import Framing
from assistant.web.embed.pages import Embedding
from assistant.web.frame.admission import TOOLS, Admission
from assistant.web.frame.crossing import Crossing
from assistant.web.frame.guard import Guard, Known, Packing, Tags, Unchanged
from assistant.web.frame.operation import NOTHING, Health, Operation
from assistant.web.frame.problems import Problems
from assistant.web.frame.query import CONTROL
from assistant.web.frame.renamed import renamed_pages
from assistant.web.frame.rooted import Rooted
from assistant.web.frame.seen import Watched
from assistant.web.frame.site import ASSETS, Site
from assistant.web.pages.answers import Answers
from assistant.web.pages.box import Box
from assistant.web.pages.changes import ChangesPages
from assistant.web.pages.markdown import Markdown
from assistant.web.pages.policies import Pages
from assistant.web.pages.share import Compare, Share
from assistant.web.pages.whole import Whole

# What keeps questions and replies is there only where a store is.
if TYPE_CHECKING:
    from assistant.store.keeper import Keeper

logger = logging.getLogger(__name__)
EARLIEST, LATEST = (dt.datetime(year, 1, 2, tzinfo=dt.UTC) for year in (1900, 2200))


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
    embedding = Embedding(site, operation.frames)
    tools = [Route(TOOLS, Late(partial(_tools, site, matcher)))] if operation.tools else []
    routes = [Unwritable(), *health.routes(), *tools, *embedding.routes(), *_routes(site, matcher, problems, keeper)]
    around = _around(site, problems, operation, now)
    app = Starlette(routes=routes, middleware=around, exception_handlers=problems.handlers)
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
        Middleware(Guard, failure=problems.failure),
        Middleware(Admission, refused=problems.shed, buckets=operation.buckets),
        Middleware(Packing),
        Middleware(Tags, now=site.now, known=known),
        Middleware(Framing, languages=frozenset(site.languages), public_url=site.public_url, origins=operation.frames),
    ]


def _lost(words: Mapping[str, Words]) -> list[str]:
    """The catalogues that cannot be read, which the log is told."""
    lost = sorted({file for each in words.values() for catalogue in each.chain for file in catalogue.lost})
    for file in lost:
        logger.warning("the catalogue %s cannot be read: `policy-assistant i18n check` says why", file)
    return lost


def _between(now: Callable[[], dt.datetime]) -> dt.datetime:
    """The moment it is. A clock that is set wrong by centuries stands at the end of what a calendar can count."""
    return min(max(now(), EARLIEST), LATEST)


class Late:
    """An application that is made when it is first asked for: pages do not wait for what only programs need."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make, self._lock = make, Lock()
        self._made: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        app = self._made
        if app is None:
            app = await run_in_threadpool(self._app)
        await app(scope, receive, send)

    def _app(self) -> ASGIApp:
        with self._lock:
            if self._made is None:
                self._made = self._make()
                gc.freeze()  # it stays, as the content does
            return self._made


def _api(site: Site, matcher: Understands, problems: Problems) -> ASGIApp:
    from assistant.web.api.routes import make_api

    return make_api(site, matcher, problems)


def _tools(site: Site, matcher: Understands) -> ASGIApp:
    from assistant.mcp.calls import Calls
    from assistant.mcp.server import Endpoint

    return Endpoint(Calls(site, matcher))


def _routes(site: Site, matcher: Understands, problems: Problems, keeper: "Keeper | None") -> list[BaseRoute]:
    """In the order in which they are tried: fixed names before `/{lang}`, the box before `/{lang}/{policy}`."""
    answers, feedback = Answers(site), None
    programs, pages = Late(partial(_api, site, matcher, problems)), Pages(site)
    if keeper:
        from assistant.web.pages.feedback import Feedback

        feedback = Feedback(site, keeper)
    return [
        *renamed_pages(site.library),
        Route("/api/v1/{rest:path}", programs),
        Route("/{lang}/api", programs),
        Route("/api/", pages.programs),
        Route("/api/{rest:path}", _nothing),
        *ASSETS.routes(),
        *Box(site, matcher, answers, feedback).routes(),
        *(feedback.routes() if feedback else []),
        *Markdown(site).routes(),
        *ChangesPages(site).routes(),
        *pages.routes(),
        *Share(answers).routes(),
        *Whole(answers).routes(),
        *Compare(answers).routes(),
        *answers.routes(),
    ]


class Unwritable(BaseRoute):
    """Addresses with signs that cannot be written: a line that ends in one would be taken for one without it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether an address is one of these."""
        return (Match.FULL if CONTROL.search(scope["path"]) else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """There is nothing at such an address."""
        raise HTTPException(404)


def _nothing(request: Request) -> Response:
    raise UnknownPage("page", request.path_params["rest"])
