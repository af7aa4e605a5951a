"""
What pages are measured against, served as `serve` serves: `python -m bench.bare starlette|jinja PORT`.

`starlette` sends the finished answer page and does nothing else. `jinja` is a FastAPI application that fills the very
template of the answer page from a context that is ready: the same page, without asking, deciding and wording.
"""

import asyncio
import sys
from collections.abc import Callable, Mapping
from unittest.mock import patch

import uvicorn
from fastapi import FastAPI
from jinja2 import Template
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from assistant.i18n.language import languages
from assistant.loading import load_all_words, load_library, load_matcher, now
from assistant.settings import settings
from assistant.web.app import make_app

PATH, QUERY = "/en/licence-desk/hwkc-replacement/free", "system=sv9500&swa=active&on=2026-01-15"


def answered() -> tuple[bytes, Callable[[], str]]:
    """The answer page, and what renders it again."""
    known = settings()
    library = load_library(known)
    app = make_app(
        library, load_all_words(known), languages(known.locales), matcher=load_matcher(known, library), now=now,
        public_url="http://127.0.0.1:8000",
    )  # fmt: skip
    filled: list[Callable[[], str]] = []
    render = Template.render

    def noted(template: Template, context: Mapping[str, object]) -> str:
        filled.append(lambda: render(template, context))
        return render(template, context)

    with patch.object(Template, "render", noted):
        body = asyncio.run(asked(app))
    return body, filled[-1]


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


def jinja(render: Callable[[], str]) -> ASGIApp:
    """The page, rendered each time."""
    app = FastAPI()

    @app.get(PATH, response_class=HTMLResponse)
    def page() -> str:
        return render()

    return app


def main() -> None:
    """Serve until stopped."""
    body, render = answered()
    app = starlette(body) if sys.argv[1] == "starlette" else jinja(render)
    uvicorn.run(app, port=int(sys.argv[2]), access_log=False, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
