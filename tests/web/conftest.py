"""The application over the repository's content, on a day that stands still, and a way to ask it."""

from pathlib import Path
from typing import TypeVar

import pytest
from starlette.applications import Starlette

from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import application


@pytest.fixture(scope="session")
def app(library: Library, locales: Path) -> Starlette:
    """The application."""
    return application(library, locales)


@pytest.fixture(scope="session")
def client(app: Starlette) -> TestClient:
    """Asks the application without following redirects."""
    return TestClient(app, follow_redirects=False)


Layer = TypeVar("Layer")


def application_layer(app: Starlette, kind: type[Layer]) -> Layer:
    """The layer of this kind around an application that was asked at least once."""
    layer: object = app.middleware_stack
    while not isinstance(layer, kind):
        layer = vars(layer)["app"]
    return layer
