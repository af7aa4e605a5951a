"""The application over the repository's content, on a day that stands still, and a way to ask it."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.model.policy import Library
from tests.site import application
from tests.workbench.preview.previewed import Bench


@pytest.fixture(scope="session")
def app(library: Library, locales: Path) -> Starlette:
    """The application."""
    return application(library, locales)


@pytest.fixture(scope="session")
def client(app: Starlette) -> TestClient:
    """Asks the application without following redirects."""
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A preview of folders that may be changed."""
    return Bench(tmp_path)
