"""A policy about hiring bicycles and its document, in two editions."""

import shutil
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests import terminal
from tests.cli.hire import CATALOGUE, FILES
from tests.workbench.sources.samples import ENGLISH, ENGLISH_NEXT, write_document


@pytest.fixture
def known(tmp_path: Path, locales: Path) -> Settings:
    """A policy whose outline is not written yet, and the languages."""
    shutil.copytree(locales, tmp_path / "locales")
    (tmp_path / "locales/ja/policy-hire.po").write_text(CATALOGUE, "utf-8")
    for name, text in FILES.items():
        path = tmp_path / "content/hire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Settings(content=tmp_path / "content", locales=tmp_path / "locales")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write_document(tmp_path, ENGLISH, "txt", "first")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    return write_document(tmp_path, ENGLISH_NEXT, "html", "later")


@pytest.fixture
def outlined(known: Settings, first: Path) -> Settings:
    """The same with the outline written."""
    assert terminal.run(known, "source", "outline", str(first), "--policy", "hire", "--write").exit_code == 0
    return known
