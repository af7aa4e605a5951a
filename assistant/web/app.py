"""Puts the application together: routes, static files, what goes wrong, and the guard around all of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache, partial

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant import __version__
from assistant.errors import UnknownPage
from assistant.i18n.language import Language
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.model.edition import Earlier
from assistant.model.policy import Library
from assistant.web.frame.guard import Guard, Packing, Tags
from assistant.web.frame.problems import Problems
from assistant.web.frame.site import ASSETS, Site
from assistant.web.pages.answers import Answers
from assistant.web.pages.box import Box
from assistant.web.pages.policies import Pages
from assistant.web.pages.share import Share


def make_app(
    library: Library,
    words: Mapping[str, Words],
    languages: Mapping[str, Language],
    *,
    matcher: Understands,
    now: Callable[[], dt.datetime],
    public_url: str,
    earlier: Earlier = lambda policy, edition: None,
) -> Starlette:
    """
    The web application over this content.

    `now` gives the moment it is, with a time zone; `public_url` is where people reach the pages from outside;
    `earlier` finds the editions that links were made from.
    """
    site = Site.build(library, words, languages, now, public_url, earlier)
    problems = Problems(site)
    around = Middleware(Guard, failure=problems.failure), Middleware(Packing), Middleware(Tags, now=now)
    app = Starlette(routes=_routes(site, matcher, problems), middleware=around, exception_handlers=problems.handlers)
    app.router.redirect_slashes = False
    return app


class Late:
    """An application that is made when it is first asked for: pages do not wait for what only programs need."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._app = cache(make)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        await self._app()(scope, receive, send)


def _api(site: Site, matcher: Understands, problems: Problems) -> ASGIApp:
    from assistant.web.api.routes import make_api

    return make_api(site, matcher, problems)


def _routes(site: Site, matcher: Understands, problems: Problems) -> list[BaseRoute]:
    """In the order in which they are tried: fixed names before `/{lang}`, the box before `/{lang}/{policy}`."""
    answers = Answers(site)
    return [
        Route("/livez", _alive),
        Route("/readyz", _alive),
        Route("/version", _version),
        Route("/api/v1/{rest:path}", Late(partial(_api, site, matcher, problems))),
        Route("/api/{rest:path}", _nothing),
        *ASSETS.routes(),
        *Box(site, matcher).routes(),
        *Pages(site).routes(),
        *Share(answers).routes(),
        *answers.routes(),
    ]


def _alive(request: Request) -> Response:
    """The content is read before the application exists: whoever can answer is ready."""
    return PlainTextResponse("ok\n")


def _nothing(request: Request) -> Response:
    raise UnknownPage("page", request.path_params["rest"])


def _version(request: Request) -> Response:
    return PlainTextResponse(f"policy-assistant {__version__}\n")
