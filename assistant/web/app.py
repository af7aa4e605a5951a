"""Puts the application together: every address in the order in which they are tried, and the guard around it all."""

import gc
import logging
from collections.abc import Callable, Mapping
from functools import partial
from threading import Lock

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import UnknownPage
from assistant.i18n.words import Words
from assistant.match.understanding import Understands
from assistant.present.share.document import FILE
from assistant.web.embed.framing import UNREADABLE, CrossOrigin, Framing
from assistant.web.embed.look import Embedding
from assistant.web.frame.admission import TOOLS, Admission
from assistant.web.frame.guard import Guard, Known, Packing, Tags, Unchanged
from assistant.web.frame.operation import Health
from assistant.web.frame.problems import CHANGES, Problems
from assistant.web.frame.query import CONTROL
from assistant.web.frame.renamed import UntranslatedPages, renamed_pages
from assistant.web.frame.rooted import Rooted
from assistant.web.frame.route import Route
from assistant.web.frame.seen import Watched
from assistant.web.frame.site import ASSETS, Site
from assistant.web.pages.answers import Answers
from assistant.web.pages.box import Box
from assistant.web.pages.markdown import Markdown
from assistant.web.pages.place import ABOUT, COMPARE, TICKET, WHOLE
from assistant.web.pages.policies import CLAUSES, ChangesPages, Pages
from assistant.web.pages.share import Compare, Share
from assistant.web.pages.whole import Whole

logger = logging.getLogger(__name__)


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
        Middleware(CrossOrigin, origins=operation.origins),
        Middleware(Unchanged, now=site.now, known=known),
        Middleware(Framing, languages=frozenset(site.languages), public_url=site.public_url, origins=operation.frames),
        Middleware(Guard, failure=problems.failure),
        Middleware(Admission, refused=problems.shed, buckets=operation.buckets, turns=operation.turns),
        Middleware(Packing),
        Middleware(Tags, now=site.now, known=known),
    ]


def _lost(words: Mapping[str, Words]) -> list[str]:
    """The catalogues that cannot be read, which the log is told."""
    lost = sorted({file for each in words.values() for catalogue in each.chain for file in catalogue.lost})
    for file in lost:
        logger.warning("the catalogue %s cannot be read: `policy-assistant i18n check` says why", file)
    return lost


POLICY = "/{lang}/{policy}"
TOPIC = f"{POLICY}/{{topic}}"
QUESTION = f"{TOPIC}/{{aspect}}"


def routes(site: Site, matcher: Understands, problems: Problems, health: Health) -> list[BaseRoute]:
    """What is fixed stands before what is named: `/{lang}`, then a policy, a topic, and what is asked of it."""
    answers, pages = Answers(site), Pages(site)
    return [
        Unwritable(),
        *health.routes(),
        *_framing(Embedding(site, site.operation.frames)),
        *renamed_pages(site.library),
        UntranslatedPages(site.languages),
        *_programs(site, matcher, problems, pages),
        *ASSETS.routes(),
        *_asking(site, matcher, answers, pages),
        *_reading(site, pages),
        *_answers(answers),
    ]


def _framing(embedding: Embedding) -> list[BaseRoute]:
    return [
        Route("/look.css", embedding.look),
        Route("/{lang}/embedding", embedding.page),
        Route(f"/{{lang}}/{UNREADABLE}", embedding.unreadable),
    ]


def _programs(site: Site, matcher: Understands, problems: Problems, pages: Pages) -> list[BaseRoute]:
    programs = OnDemand(partial(_api, site, matcher, problems))
    tools = [Route(TOOLS, OnDemand(partial(_tools, site, matcher)))] if site.operation.tools else []
    return [
        *tools,
        Route("/api/v1/{rest:path}", programs),
        Route("/{lang}/api", programs),
        Route("/api", pages.programs),
        Route("/api/", pages.programs),
        Route("/api/{rest:path}", _nothing),
    ]


def _asking(site: Site, matcher: Understands, answers: Answers, pages: Pages) -> list[BaseRoute]:
    feedback, kept = None, list[BaseRoute]()
    if keeper := site.operation.keeper:
        from assistant.web.pages.feedback import Feedback

        feedback = Feedback(site, keeper)
        path = "/{lang}/feedback"
        kept = [Route(path, feedback.say, methods=["POST"]), Route(path, feedback.elsewhere)]
    share = Share(answers)
    leads = {
        "": answers.page,
        WHOLE: Whole(answers).page,
        COMPARE: Compare(answers).page,
        TICKET: share.over(share.ticket),
        ABOUT: pages.topic,
    }
    box = Box(site, matcher, leads, feedback)
    return [Route("/{lang}/ask", box.ask), Route("/{lang}/suggest", box.suggest), *kept]


def _reading(site: Site, pages: Pages) -> list[BaseRoute]:
    markdown, changes = Markdown(site), ChangesPages(site)
    alone = {"accessibility": pages.accessibility, "contacts": pages.contacts, "privacy": pages.privacy}
    alone["words"] = pages.words
    return [
        Route("/llms.txt", markdown.listed),
        Route(f"{POLICY}/{FILE}", markdown.policy),
        Route(f"{TOPIC}/{FILE}", markdown.topic),
        Route(f"{POLICY}/{CHANGES}/", changes.page),
        Route(f"{POLICY}/{CHANGES}.atom", changes.feed),
        Route("/", pages.root),
        Route("/robots.txt", pages.robots),
        Route("/sitemap.xml", pages.sitemap),
        Route("/{lang}/", pages.home),
        *(Route(f"/{{lang}}/{name}", page) for name, page in alone.items()),
        *(Route(f"/{{lang}}/{name}/", pages.bare) for name in (*alone, "api")),
        Route(f"{POLICY}/", pages.policy),
        Route(f"{POLICY}/{CLAUSES}/", pages.clauses),
        Route(f"{QUESTION}.svg", pages.picture),
        Route(f"{TOPIC}/", pages.topic),
        *(Route(path, pages.slashed) for path in ("/{lang}", POLICY, TOPIC)),
    ]


def _answers(answers: Answers) -> list[BaseRoute]:
    share, compare = Share(answers), Compare(answers)
    return [
        Route(f"{QUESTION}.txt", share.over(share.text)),
        Route(f"{QUESTION}.md", share.over(share.markdown)),
        Route(f"{QUESTION}.html", share.over(share.html)),
        Route(f"{QUESTION}.ics", share.over(share.calendar)),
        Route(f"{QUESTION}/code.svg", share.over(share.code)),
        Route(f"{QUESTION}/{TICKET}", share.over(share.ticket)),
        Route(f"{QUESTION}/{WHOLE}", Whole(answers).page),
        Route(f"{QUESTION}/{COMPARE}.txt", compare.text),
        Route(f"{QUESTION}/{COMPARE}", compare.page),
        Route(QUESTION, answers.page),
    ]


class OnDemand:
    """An application that is made when it is first asked for: pages do not wait for what only programs need."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make, self._lock = make, Lock()
        self._made: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
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
