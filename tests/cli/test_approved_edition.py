"""From an edited policy to an approved edition, by the commands of the guide, each with what it prints."""

import shutil
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.conftest import ROOT
from tests.terminal import run

NAME, TABLE = "licence-desk", "tables/availability.csv"
STEPS = (
    ("edition diff PRESENT --policy licence-desk --markdown", 1, "merge-licences/due"),
    ("edition freeze licence-desk --since 2025-11-01", 0, ": written"),
    ("edition list", 0, "present, frozen"),
    ("dossier licence-desk --output DOSSIER", 0, ": written"),
    ("edition approve licence-desk --name Mori --role owner --day 2025-11-02 --review 2026-11-02", 0, ": written"),
    ("edition reviews --calendar CALENDAR", 0, "2026-11-02  licence-desk  Mori, owner"),
)


@pytest.fixture
def known(content: Path, locales: Path, tmp_path: Path) -> Settings:
    """The shipped content, of which one cell was edited."""
    shutil.copytree(content, tmp_path / "content")
    shutil.copytree(locales, tmp_path / "locales")
    path = tmp_path / "content" / NAME / TABLE
    path.write_text(
        path.read_text("utf-8").replace("bx-series,2026-03-31,2024-12-31", "bx-series,2026-03-31,2026-03-31")
    )
    return Settings(content=tmp_path / "content", locales=tmp_path / "locales")


def test_each_step_of_the_guide(known: Settings, tmp_path: Path) -> None:
    names = {"PRESENT": str(ROOT / "content"), "DOSSIER": str(tmp_path / "it.html"),
             "CALENDAR": str(tmp_path / "it.ics")}  # fmt: skip
    for command, status, said in STEPS:
        result = run(known, *(names.get(word, word) for word in command.split()))
        assert (result.exit_code, said in result.output) == (status, True), f"{command}: {result.output}"
    guide = (ROOT / "docs/new-edition.md").read_text("utf-8")
    for command in ("edition diff", "edition freeze", "dossier", "edition approve", "edition reviews"):
        assert f"policy-assistant {command}" in guide, command
    assert "all of it is new" in (tmp_path / "it.html").read_text("utf-8")
    assert b"20261102" in (tmp_path / "it.ics").read_bytes()
    assert len(list((known.content / NAME / "editions/approvals").glob("*.json"))) == 1
