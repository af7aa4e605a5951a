"""`store …`: what is kept can be taken out whole, and removed for good."""

import csv
import json
from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.settings import Settings
from assistant.store import store_of
from assistant.store.records import Count, Opinion, Question
from tests.terminal import call, run

KEYS = "11111111-0000-4000-8000-000000000000", "22222222-0000-4000-8000-000000000000"
ASKED = Question(KEYS[0], "2026-01-14", "ja", "doubt", "swap-out/price", "=HYPERLINK(1) 月は")
SAID = Opinion(KEYS[1], "2026-01-15", "en", "swap-out/price", "free", "c3c598d722cc", False, "\t+1 no")


@pytest.fixture
def known(tmp_path: Path, locales: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings with a store that holds one of each."""
    monkeypatch.setenv("POLICY_ASSISTANT_NOW", "2026-01-15T12:00:00+00:00")
    known = Settings(locales=locales, store=str(tmp_path / "store.db"), store_days="30")
    store = store_of(known)
    assert store
    store.write([ASKED, SAID, *[Count("2025-12-15", "swap-out/price", "")] * 2])
    return known


def test_everything_is_exported_as_json(known: Settings) -> None:
    lines = [json.loads(line) for line in run(known, "store", "export").stdout.splitlines()]
    assert lines == [
        {"id": KEYS[0], "kind": "question", "day": "2026-01-14", "language": "ja", "outcome": "doubt",
         "topic": "swap-out/price", "text": "=HYPERLINK(1) 月は"},
        {"id": KEYS[1], "kind": "reply", "day": "2026-01-15", "language": "en", "topic": "swap-out/price",
         "aspect": "free", "edition": "c3c598d722cc", "answered": False, "text": "\t+1 no"},
        {"id": "2025-12-15 swap-out/price", "kind": "count", "day": "2025-12-15", "topic": "swap-out/price",
         "aspect": "", "number": 2},
    ]  # fmt: skip


def test_in_a_table_nothing_runs_that_somebody_typed(known: Settings, tmp_path: Path) -> None:
    assert run(known, "store", "export", str(tmp_path / "out.csv")).exit_code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == ["'=HYPERLINK(1) 月は", "'\t+1 no", ""]
    assert [row["number"] for row in rows] == ["", "", "2"]


@pytest.mark.parametrize(
    ("arguments", "said", "left"),
    [
        (["delete", KEYS[0]], "1 record was removed.", 2),
        (["delete", KEYS[0], "--holding", "NO"], "2 records were removed.", 1),
        (["delete", "unknown"], "0 records were removed.", 3),
        (["purge"], "1 record was removed.", 2),
        (["purge", "--days", "0"], "2 records were removed.", 1),
        (["purge", "--days", "365"], "0 records were removed.", 3),
    ],
)
def test_records_are_removed_and_how_many_is_said(known: Settings, arguments: list[str], said: str, left: int) -> None:
    assert run(known, "store", *arguments).stdout == f"{said}\n"
    assert len(run(known, "store", "export").stdout.splitlines()) == left


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("place", "arguments"),
    [(None, ["export"]), ("nothing/store.db", ["export"]), ("store.db", ["delete"]), ("nothing/store.db", ["purge"])],
)
def test_what_cannot_be_done_is_said(
    known: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str,
    place: str | None, arguments: list[str],
) -> None:  # fmt: skip
    elsewhere = Settings(locales=known.locales, store=place)
    assert call(monkeypatch, elsewhere, language, "store", *arguments) == 2
    assert capsys.readouterr().err.strip()
    assert isinstance(run(elsewhere, "store", *arguments).exception, Usage)
