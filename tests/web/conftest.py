"""The application over the repository's content, on a day that stands still, and ways to ask it."""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.i18n.language import languages
from assistant.i18n.load import load_words
from assistant.loading import load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app

NOW = dt.datetime(2026, 1, 15, 3, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def app(library: Library, locales: Path) -> FastAPI:
    """The application; its words are strict, so that a gap without a value is an error and not a visible brace."""
    known = languages(locales)
    words = {name: load_words(locales, name, strict=True) for name in known}
    matcher = load_matcher(Settings(locales=locales), library)
    return make_app(library, words, known, matcher=matcher, now=lambda: NOW, public_url="https://help.example/")


@pytest.fixture(scope="session")
def client(app: FastAPI) -> TestClient:
    """Asks the application without following redirects."""
    return TestClient(app, follow_redirects=False)


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    """The address of a server with the application, for a browser."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
