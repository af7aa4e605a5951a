"""`serve`: the pages and the API, or the preview of what is being written."""

import ctypes
import datetime as dt
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection

from assistant.i18n.language import offered
from assistant.i18n.load import languages
from assistant.loading import earlier_editions, load_all_words, load_library, load_matcher, now
from assistant.match.understanding import Understanding, Understands
from assistant.model.policy import Library
from assistant.settings import Settings

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 (only compared with)
"""Addresses to listen on that have no name to be asked for by."""


def serve(known: Settings, host: str, port: int) -> None:
    """Serves pages and API until it is stopped. Raises `ContentError` before it listens where content is wrong."""
    from assistant.web.app import make_app

    library = load_library(known)
    app = make_app(
        library,
        load_all_words(known),
        offered(languages(known.locales)),
        now=now,
        public_url=known.public_url or f"http://{host}:{port}",
        matcher=Awaited(partial(matcher_apart, known, library)),
        earlier=earlier_editions(known),
    )
    _listen(app, host, port)


def serve_preview(known: Settings, host: str, port: int) -> None:
    """Serves what was saved last and is good, with what is wrong on top, until it is stopped."""
    from assistant.workbench.preview.application import make_preview

    hosts = ["*"] if host in EVERYWHERE else ["127.0.0.1", "localhost", host]
    _listen(make_preview(known, public_url=f"http://{host}:{port}", hosts=hosts), host, port)


def _listen(app: Callable[..., object], host: str, port: int) -> None:
    # The web libraries are slow to import, and no other command needs them.
    import uvicorn

    uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning", server_header=False, lifespan="off")


class Awaited:
    """
    A matcher that is made in the background from the start, so that pages need not wait for it.

    Whoever asks before it is ready waits; what goes wrong while it is made is raised to them.
    """

    def __init__(self, make: Callable[[], Understands]) -> None:
        self._made: Future[Understands] = Future()
        # A daemon: stopping the server must not wait for an index.
        threading.Thread(target=self._run, args=(make,), daemon=True).start()

    def _run(self, make: Callable[[], Understands]) -> None:
        try:
            made = make()
            _give_back()
            self._made.set_result(made)
        except Exception as error:
            self._made.set_exception(error)

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """What is asked, once the matcher is made."""
        return self._made.result().understand(text, now)


def _give_back() -> None:
    """Hands freed memory back to the system: what came from the other process came twice over, and glibc keeps it."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def matcher_apart(known: Settings, library: Library) -> Understands:
    """
    The matcher, made in a process of its own and handed over.

    Its making takes some seconds and several times the memory that it keeps: so neither slows the first pages, and the
    memory goes back to the system. Where that process fails, the matcher is made here, which raises what is wrong.
    """
    # It needs a library for arrays, which is slow to import.
    from assistant.match.question import Matcher

    context = get_context("spawn")
    try:
        here, there = context.Pipe(duplex=False)
        with here:
            with there:
                context.Process(target=_hand_over, args=(there, known, library), daemon=True).start()
            made: Matcher = here.recv()
    except (EOFError, OSError):
        return load_matcher(known, library)
    # The library that came with it is a copy of ours.
    return replace(made, library=library)


def _hand_over(there: Connection, known: Settings, library: Library) -> None:
    # Whoever stops the server from the keyboard stops this process through it, without a word from here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What goes wrong is told by whoever makes it again; nobody wants it where the server has stopped meanwhile.
    with suppress(Exception):
        there.send(load_matcher(known, library))
