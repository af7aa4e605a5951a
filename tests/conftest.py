"""What many tests share: where the repository's folders are, and its content, read once."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.content import read_library
from assistant.model.policy import Library

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """What is compiled is kept in a folder of this run, which all its processes share."""
    if "POLICY_ASSISTANT_LIBRARY" not in os.environ:
        folder = TemporaryDirectory(prefix="library-")
        os.environ["POLICY_ASSISTANT_LIBRARY"] = folder.name
        config.add_cleanup(folder.cleanup)


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
