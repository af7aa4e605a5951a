"""An application with a store in memory, which can be broken."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assistant.model.policy import Library
from assistant.store.keeper import Keeper
from assistant.store.masking import Masks
from assistant.web.frame.operation import Operation
from tests.client import TestClient
from tests.site import NOW, application
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
    return application(library, locales, operation=Operation(keeper=keeper))


@pytest.fixture
def asking(kept_app: Starlette, kept: Kept, request: pytest.FixtureRequest) -> TestClient:
    """Asks it, for each test as a client of its own."""
    return TestClient(kept_app, follow_redirects=False, client=(request.node.name, 1))
