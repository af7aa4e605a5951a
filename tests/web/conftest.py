"""The application over the repository's content, on a day that stands still, and a way to ask it."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.model.policy import Library
from tests.site import application


@pytest.fixture(scope="session")
def app(library: Library, locales: Path) -> FastAPI:
    """The application."""
    return application(library, locales)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> TestClient:
    """Asks the application without following redirects."""
    return TestClient(app, follow_redirects=False)
