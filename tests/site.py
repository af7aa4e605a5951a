"""The application over the repository's content on a day that stands still, and a server of it for a browser."""

import datetime as dt
import socket
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from assistant.i18n.language import offered
from assistant.i18n.load import languages
from assistant.loading import load_library
from assistant.match.understanding import Understands
from assistant.matching import load_matcher, load_speech
from assistant.model.edition import Earlier, Name
from assistant.model.policy import Library
from assistant.parsing.speech import Speech
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.operation import Operation
from assistant.web.frame.site import Site
from tests.conftest import words_of
from tests.once import keep

NOW = dt.datetime(2026, 1, 15, 3, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 24, 1, 30, tzinfo=dt.UTC)
"""When the services of one policy have ended."""
PUBLIC = "https://help.example"


def application(library: Library, locales: Path, earlier: Earlier = lambda policy, edition: None,
                now: dt.datetime | Callable[[], dt.datetime] = NOW,
                names: Mapping[str, Name] = MappingProxyType({}),
                operation: Operation | None = None) -> Starlette:  # fmt: skip
    """
    The application; its words are strict, so that a gap without a value is an error and not a visible brace.

    `now` is a moment that stands still, or a clock. Questions are understood by the index of the repository's own
    languages, which is made once a run: others have none.
    """
    known = offered(languages(locales))
    words = {name: words_of(locales, name, strict=True) for name in known}
    clock = (lambda: now) if isinstance(now, dt.datetime) else now
    site = Site(library, words, known, _speech(), clock, f"{PUBLIC}/", earlier, names=names,
                operation=operation or Operation())  # fmt: skip
    return make_app(site, _matcher(library))


_matchers: dict[object, tuple[Library, Understands]] = {}
"""Each by its library, which it keeps: no other one has its number meanwhile."""


def _matcher(library: Library) -> Understands:
    """Nothing that is asked changes it: what it learns of facts when they are first asked for is learnt once."""
    if (known := id(library)) in _matchers:
        return keep(_matchers, known, _matchers.pop(known))[1]
    return keep(_matchers, known, (library, load_matcher(_kept_apart(library), library)))[1]


@cache
def _speech() -> Speech:
    return load_speech(Settings())


def _kept_apart(library: Library) -> Settings:
    """Where its index is kept: an index of other topics than the repository's would take the place of that one."""
    own = Settings()
    if library.topics.keys() == _own_topics():
        return own
    return replace(own, library=own.library / f"topics-{zlib.crc32(' '.join(library.topics).encode())}")


@cache
def _own_topics() -> set[str]:
    return set(load_library(Settings()).topics)


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
        self.listens = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()


@contextmanager
def listening(app: ASGIApp) -> Iterator[str]:
    """The address of a server of this process that answers while the context is open."""
    server = _Server(app)
    thread = threading.Thread(target=server.run)
    thread.start()
    server.listens.wait()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
