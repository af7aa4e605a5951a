"""The policies that ship, as they are without the fourth."""

import pytest

from assistant.content import read_library
from assistant.model.policy import Library
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The repository's policies."""
    return read_library(ROOT / "content")
