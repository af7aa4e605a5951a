"""A preview of folders that each test may change, and the pages as readers have them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.once import read_once
from tests.site import application
from tests.workbench.preview.previewed import Bench


@pytest.fixture(scope="package", autouse=True)
def sparing() -> Iterator[None]:
    """What each preview begins with is read once."""
    with read_once():
        yield


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The folders, and whoever looks at them."""
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The same, whose folders nobody changes: to begin takes longer than to look."""
    return Bench(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def still(shared: Bench) -> Bench:
    """That one, for whoever looks at it for the first time."""
    shared.client.cookies.clear()
    return shared


@pytest.fixture(scope="session")
def client(library: Library, locales: Path) -> TestClient:
    """Asks the application that readers have, without following redirects."""
    return TestClient(application(library, locales), follow_redirects=False)
