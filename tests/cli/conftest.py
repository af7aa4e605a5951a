"""A policy about hiring bicycles and its document, in two editions."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.workbench.sources.reader import read_here
from tests import terminal
from tests.cli.hire import CATALOGUE, FILES
from tests.workbench.sources.samples import ENGLISH, ENGLISH_NEXT, write_document


@pytest.fixture(scope="package", autouse=True)
def documents_read_here() -> Iterator[None]:
    """This process reads documents; that one of their own reads the same is for `test_reader` to say."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.cli.documents.read_document", read_here)
        yield


def written(folder: Path, locales: Path) -> Settings:
    """The policy in a folder, without an outline, and the languages."""
    shutil.copytree(locales, folder / "locales")
    (folder / "locales/ja/policy-hire.po").write_text(CATALOGUE, "utf-8")
    for name, text in FILES.items():
        path = folder / "content/hire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Settings(content=folder / "content", locales=folder / "locales")


@pytest.fixture
def known(tmp_path: Path, locales: Path) -> Settings:
    """A policy whose outline is not written yet, and the languages."""
    return written(tmp_path, locales)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write_document(tmp_path, ENGLISH, "txt", "first")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    return write_document(tmp_path, ENGLISH_NEXT, "html", "later")


@pytest.fixture(scope="session")
def outline(tmp_path_factory: pytest.TempPathFactory, locales: Path) -> bytes:
    """What is written as the outline of the first edition."""
    folder = tmp_path_factory.mktemp("outlined")
    known, document = written(folder, locales), write_document(folder, ENGLISH, "txt", "first")
    assert terminal.run(known, "source", "outline", str(document), "--policy", "hire", "--write").exit_code == 0
    return (known.content / "hire/source.yaml").read_bytes()


@pytest.fixture
def outlined(known: Settings, outline: bytes) -> Settings:
    """The same with the outline written."""
    (known.content / "hire/source.yaml").write_bytes(outline)
    return known
