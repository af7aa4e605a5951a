"""`match-batch`: every question is matched in order, at the moment that its line names."""

import csv
import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.terminal import run


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def matched(known: Settings, folder: Path, lines: list[dict[str, object]], status: int = 0) -> list[dict[str, object]]:
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert run(known, "match-batch", str(folder / "in.jsonl"), str(folder / "out.jsonl")).exit_code == status
    return [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]


def test_questions_are_matched_line_by_line(known: Settings, tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [{"id": 1, "q": "EU900087", "now": "2026-11-23T10:00"}, {"id": 2, "q": True}]
    found = matched(known, tmp_path, lines)
    assert found[0]["matches"][0]["topic"] == "voucher"  # type: ignore[index]  # JSON has no types
    assert [one.get("status") for one in found] == [None, "invalid"]
    assert found[1]["matches"] == []


def test_a_day_is_counted_from_the_moment_of_its_line(known: Settings, tmp_path: Path) -> None:
    asked = "My web meeting key application was accepted today at 16:59, sent when?"
    moments = ["2026-01-05T10:00", "2026-03-02T23:59:59"]
    found = matched(known, tmp_path, [{"id": at, "q": asked, "now": at} for at in moments])
    assert [one["facts"] for one in found] == [{"accepted_at": "2026-01-05T16:59"}, {"accepted_at": "2026-03-02T16:59"}]


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (None, "text-wanted"),
        ("soon", "moment-wanted"),
        ("2026-01-05", "moment-wanted"),
        ("2026-01-05T10:00+09:00", "moment-wanted"),
        ("2026-02-30T10:00", "no-such-moment"),
        ("1026-01-05T10:00", "day-outside"),
    ],
)
def test_a_moment_that_is_none_is_refused_as_the_api_does(
    known: Settings, tmp_path: Path, now: str | None, reason: str
) -> None:
    (found,) = matched(known, tmp_path, [{"id": 1, "q": "voucher", "now": now}], 1)
    assert found["errors"] == [{"name": "now", "reason": reason, "details": {}}]


def test_questions_come_and_matches_go_as_csv(known: Settings, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,q,now\n1,EU900087,2026-11-23T10:00\n2,EU900087,soon\n", "utf-8")
    assert run(known, "match-batch", str(tmp_path / "in.csv"), str(tmp_path / "out.csv")).exit_code == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["matches"].startswith("licence-desk/voucher")
    assert (second["status"], second["errors"]) == ("invalid", "now:moment-wanted")
