"""
What pages are measured against, served as `serve` serves: `python -m bench.bare starlette|jinja PORT`.

`starlette` sends the finished answer page and does nothing else. `jinja` is a FastAPI application as its manual shows
one: it fills the very template of the answer page from a context that is ready, every macro called anew. The same page,
without asking, deciding and wording.
"""

import asyncio
import sys
from collections.abc import Mapping
from unittest.mock import patch

import uvicorn
from fastapi import FastAPI
from fastapi.templating import Jinja2Templates
from jinja2 import Template
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from assistant.i18n.load import languages
from assistant.loading import load_all_words, load_library, now
from assistant.matching import load_matcher, load_speech
from assistant.settings import settings
from assistant.web.app import make_app
from assistant.web.frame.site import ASSETS, Site
from assistant.web.frame.templating import Templates

LANG = "en"
PATH, QUERY = f"/{LANG}/licence-desk/hwkc-replacement/free", "system=sv9500&swa=active&on=2026-01-15"


def answered() -> tuple[bytes, Templates, Mapping[str, object]]:
    """The answer page, its templates as Jinja takes them, and what its own is filled from."""
    known = settings()
    library, words, spoken = load_library(known), load_all_words(known), languages(known.locales)
    site = Site(library, words, spoken, load_speech(known), now, "http://127.0.0.1:8000")
    app = make_app(site, load_matcher(known, library))
    filled: list[Mapping[str, object]] = []
    render = Template.render

    def noted(template: Template, context: Mapping[str, object]) -> str:
        filled.append(context)
        return render(template, context)

    with patch.object(Template, "render", noted):
        body = asyncio.run(asked(app))
    return body, Templates(words[LANG], spoken, ASSETS, fast=False), filled[-1]


async def asked(app: ASGIApp) -> bytes:
    """The body that an application answers `PATH` and `QUERY` with."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": PATH, "raw_path": PATH.encode(), "headers": [], "root_path": "",
             "query_string": QUERY.encode(), "scheme": "http", "server": ("127.0.0.1", 8000)}  # fmt: skip
    await app(scope, receive, send)
    return b"".join(message.get("body", b"") for message in sent)


def starlette(body: bytes) -> ASGIApp:
    """The finished page."""

    async def page(request: Request) -> HTMLResponse:
        return HTMLResponse(body)

    return Starlette(routes=[Route(PATH, page)])


def jinja(templates: Templates, context: Mapping[str, object]) -> ASGIApp:
    """The page, rendered each time."""
    app, pages = FastAPI(), Jinja2Templates(env=templates)

    @app.get(PATH, response_class=HTMLResponse)
    async def page(request: Request) -> Response:
        return pages.TemplateResponse(request, "answer.html", dict(context))

    return app


def main() -> None:
    """Serve until stopped."""
    body, templates, context = answered()
    app = starlette(body) if sys.argv[1] == "starlette" else jinja(templates, context)
    uvicorn.run(app, port=int(sys.argv[2]), access_log=False, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
