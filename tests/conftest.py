"""What many tests share: where the repository's folders are, and its content, read once."""

from pathlib import Path

import pytest

from assistant.content import read_library
from assistant.model.policy import Library

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder that holds a folder for each policy."""
    return ROOT / "content"


@pytest.fixture(scope="session")
def locales() -> Path:
    """The folder that holds a folder for each language."""
    return ROOT / "locales"


@pytest.fixture(scope="session")
def library(content: Path) -> Library:
    """The repository's policies, read once for all tests; records are frozen, so no test can spoil it for another."""
    return read_library(content)
