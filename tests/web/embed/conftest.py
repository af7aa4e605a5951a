"""The application as a site may frame it."""

from pathlib import Path

import pytest

from assistant.model.policy import Library
from assistant.web.frame.operation import Operation
from tests.client import TestClient
from tests.site import application

SHOP = "https://shop.example"


@pytest.fixture(scope="package")
def framing(library: Library, locales: Path) -> TestClient:
    """Asks an application that two origins may frame."""
    operation = Operation(frames=(SHOP, "https://*.desk.example"))
    return TestClient(application(library, locales, operation=operation), follow_redirects=False)
