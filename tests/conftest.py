"""What many tests share: where the repository's folders are, and its content, read once."""

import gc
import os
import shutil
from collections.abc import Generator
from contextlib import suppress
from functools import cache, lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as examples

from assistant.content import read_library
from assistant.content.syntax import read_yaml
from assistant.errors import ContentError
from assistant.i18n.load import load_catalogue, load_words
from assistant.i18n.words import Words
from assistant.loading import library_folder
from assistant.model.policy import Library
from assistant.settings import Settings, shipped
from tests.once import once

ROOT = Path(__file__).parent.parent
LASTING = {"test_bounds", "test_docs", "test_lasting", "test_rolling", "test_storing", "test_wheel"}
TREES = 256
"""As many trees as two contents have files."""
# How long an example takes hangs on what else the machine does.
examples.register_profile("by no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("by no clock")


def pytest_configure(config: pytest.Config) -> None:
    """
    What is compiled is kept in a folder of this run, which all its processes share, and begins with what the checkout
    has compiled already. A copy of the content finds there what its own files would give again.

    What tests share stays to their end: circles in it are looked for seldom. Of a folder that is read again because one
    of its files is another, the trees of the others are known, and so is what a catalogue of the same bytes says.
    """
    gc.set_threshold(50_000)
    if "POLICY_ASSISTANT_LIBRARY" not in os.environ:
        folder = TemporaryDirectory(prefix="library-")
        os.environ["POLICY_ASSISTANT_LIBRARY"] = folder.name
        with suppress(OSError):  # what is not there, or goes meanwhile, is made
            shutil.copytree(ROOT / "build" / "library", folder.name, dirs_exist_ok=True)
        config.add_cleanup(folder.cleanup)
    own = library_folder(Settings()).path
    patch = pytest.MonkeyPatch()
    patch.setattr("assistant.loading.shipped", lambda name: own if name == "library" else shipped(name))
    patch.setattr("assistant.content.syntax.read_yaml", lru_cache(TREES)(read_yaml))
    said = once(load_catalogue, "*.po", wrong=lambda found: bool(found.faults))
    patch.setattr("assistant.i18n.load.load_catalogue", said)
    config.add_cleanup(patch.undo)
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        _make_before_the_others()


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """
    One more than there are cores: a test that waits for a server, a browser or a database leaves its core to another.
    """
    return (yield) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What lasts long comes first: at the end one process would be at it, and the others would wait."""
    items.sort(key=lambda one: one.path.stem not in LASTING)


def _make_before_the_others() -> None:
    """Several processes that begin at once would make the same, each for itself. What is wrong is for tests to say."""
    from assistant.matching import make_library

    with suppress(ContentError):
        make_library(Settings())


_own_words = cache(partial(load_words, ROOT / "locales"))


def words_of(locales: Path, language: str, strict: bool = False) -> Words:
    """The words of a language; the repository's own are read once a run."""
    if locales == ROOT / "locales":
        return _own_words(language, strict=strict)
    return load_words(locales, language, strict=strict)


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
