"""The words of each language, for what is told of changes, and a small policy that is frozen."""

from pathlib import Path

import pytest

from assistant.i18n.words import Words
from tests.conftest import words_of
from tests.present.conftest import words
from tests.renaming import frozen

__all__ = ["words"]


@pytest.fixture(scope="module")
def spoken(locales: Path) -> dict[str, Words]:
    """The words of both languages."""
    return {lang: words_of(locales, lang) for lang in ("en", "ja")}


@pytest.fixture
def leave(tmp_path: Path) -> Path:
    """The small policy, frozen."""
    frozen(tmp_path / "content" / "leave")
    return tmp_path / "content" / "leave"
