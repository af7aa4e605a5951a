"""`source … --document`: a further document of a policy is outlined and compared by itself."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from assistant.errors import Usage
from assistant.settings import Settings
from tests import terminal
from tests.cli.hire import FILES
from tests.workbench.sources.samples import ENGLISH, write_document

HOUSE = """\
# House rules

1. Bicycles are left in the yard.

2. The yard is closed at night from 22:00.
"""
DOCUMENTS = "documents: {house: {title: House rules}, city: {title: The city, held: no}}\n"


@pytest.fixture
def known(tmp_path: Path, locales: Path) -> Settings:
    """A policy with further documents, of which one is held, and with the outline of its own."""
    shutil.copytree(locales, tmp_path / "locales")
    files = {**FILES, "policy.yaml": FILES["policy.yaml"] + DOCUMENTS}
    for name, text in files.items():
        path = tmp_path / "content/hire" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    known = Settings(content=tmp_path / "content", locales=tmp_path / "locales")
    run(known, "outline", str(write_document(tmp_path, ENGLISH, "txt", "first")), "--write")
    return known


def run(known: Settings, command: str, *arguments: str) -> Result:
    return terminal.run(known, "source", command, *arguments, "--policy", "hire")


def test_a_further_document_has_an_outline_of_its_own(known: Settings, tmp_path: Path) -> None:
    here = known.content / "hire"
    now, later = tmp_path / "house.md", tmp_path / "house-later.md"
    now.write_text(HOUSE, "utf-8")
    later.write_text(HOUSE.replace("22:00", "23:00"), "utf-8")
    whole = (here / "source.yaml").read_text("utf-8")
    assert run(known, "outline", str(now), "--document", "house", "--write").exit_code == 0
    assert (here / "source.yaml").read_text("utf-8") == whole
    assert "  - id: house-rules.2\n" in (here / "source/house.yaml").read_text("utf-8")
    summary = (here / "summary.yaml").read_text("utf-8")
    night = "      - {id: night, text: Closed at night., cites: ['house:house-rules.1', 'house:house-rules.2']}\n"
    (here / "summary.yaml").write_text(summary + night, "utf-8")
    assert run(known, "compare", str(now), "--document", "house").exit_code == 0
    changed = run(known, "compare", str(now), str(later), "--document", "house")
    assert changed.exit_code == 1
    assert "house-rules.2" in changed.output
    assert "content/hire/summary.yaml:" in changed.output
    assert "house-rules.1" not in changed.output


@pytest.mark.parametrize("name", ["city", "hous"])
def test_a_document_that_is_not_held_has_no_outline(known: Settings, tmp_path: Path, name: str) -> None:
    (tmp_path / "house.md").write_text(HOUSE, "utf-8")
    error = run(known, "outline", str(tmp_path / "house.md"), "--document", name).exception
    assert isinstance(error, Usage)
    assert "Name one of these: house." in str(error)
