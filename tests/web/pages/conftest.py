"""An application with a store in memory, which can be broken."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.i18n.language import offered
from assistant.i18n.load import languages, load_words
from assistant.matching import load_matcher, load_speech
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.store.keeper import Keeper
from assistant.store.masking import Masks
from assistant.web.app import Operation, make_app
from tests.site import NOW, PUBLIC
from tests.web.pages.keeping import Kept, flushed


@pytest.fixture(scope="session")
def held() -> Kept:
    return Kept()


@pytest.fixture(scope="session")
def keeper(held: Kept) -> Iterator[Keeper]:
    made = Keeper(held, Masks.of({}), 30, lambda: NOW, clock=count(step=10).__next__)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def kept(held: Kept, keeper: Keeper) -> Iterator[Kept]:
    """What is held, which is nothing when a test begins."""
    yield held
    held.wrong = None
    flushed(keeper)
    held.records.clear()


@pytest.fixture(scope="session")
def kept_app(library: Library, locales: Path, keeper: Keeper) -> Starlette:
    """An application with a store."""
    known = offered(languages(locales))
    words = {name: load_words(locales, name, strict=True) for name in known}
    return make_app(
        library, words, known, load_speech(Settings()), matcher=load_matcher(Settings(), library), now=lambda: NOW,
        public_url=PUBLIC, operation=Operation(keeper=keeper),
    )  # fmt: skip


@pytest.fixture
def asking(kept_app: Starlette, kept: Kept, request: pytest.FixtureRequest) -> TestClient:
    """Asks it, for each test as a client of its own."""
    return TestClient(kept_app, follow_redirects=False, client=(request.node.name, 1))
