"""`batch`: every line is answered in order, and none stops the run."""

import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests import terminal
from tests.renaming import frozen, rename

CASE = {
    "id": "a",
    "policy": "licence-desk",
    "topic": "voucher",
    "aspect": "free",
    "on": "2025-06-01",
    "facts": {"service": "merge-licences", "system": "sv9500"},
}


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def run(known: Settings, folder: Path, data: bytes, name: str = "in.jsonl", to: str = "out.jsonl",
        status: int = 0) -> Path:  # fmt: skip
    (folder / name).write_bytes(data)
    assert terminal.run(known, "batch", str(folder / name), str(folder / to)).exit_code == status
    return folder / to


def answers(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_lines_are_answered_in_order_and_bad_ones_do_not_stop_the_run(known: Settings, tmp_path: Path) -> None:
    good = json.dumps(CASE).encode()
    lines = [b"{", good, b"\xff\xfe", b"[]", b'{"id": 7}', good.replace(b'"a"', b'"b"')]
    found = answers(run(known, tmp_path, b"\n".join(lines)))
    assert [one["id"] for one in found] == [None, "a", None, None, 7, "b"]
    assert [one["status"] for one in found] == ["invalid", "answered", "invalid", "invalid", "invalid", "answered"]


def test_a_number_counts_as_its_text_and_nothing_else_does(known: Settings, tmp_path: Path) -> None:
    base = {**CASE, "topic": "transition-programme", "aspect": "covered"}
    values = ["12", "12.0", "1e1", "true", "null", '"012"', "-12", "[12]"]
    lines = [json.dumps({**base, "facts": {"system": "3c", "new_swa_months": "?"}}).replace('"?"', v) for v in values]
    found = answers(run(known, tmp_path, "\n".join(lines).encode()))
    assert [one["status"] for one in found] == ["answered", *["invalid"] * 7]


def test_without_a_day_the_case_is_asked_for_today(known: Settings, tmp_path: Path) -> None:
    case = {name: value for name, value in CASE.items() if name != "on"}
    assert answers(run(known, tmp_path, json.dumps(case).encode()))[0]["status"] == "answered"


def test_a_day_that_is_null_is_invalid(known: Settings, tmp_path: Path) -> None:
    assert answers(run(known, tmp_path, json.dumps({**CASE, "on": None}).encode(), status=1))[0]["status"] == "invalid"


def test_cases_come_as_csv_and_answers_go_as_csv(known: Settings, tmp_path: Path) -> None:
    rows = (
        "id,policy,topic,aspect,on,service,system\n=1,licence-desk,voucher,free,2025-06-01,merge-licences,sv9500\nx\n"
    )
    lines = run(known, tmp_path, rows.encode(), "in.csv", "out.csv").read_text("utf-8").splitlines()
    assert lines[1].startswith("'=1,answered,payable,,no-discount price-not-stated,")
    assert ",invalid," in lines[2]


def test_a_case_may_say_what_is_not_known(known: Settings, tmp_path: Path) -> None:
    """In JSON as a list of texts, in CSV as one cell; what is known cannot be unknown."""
    asked = {**CASE, "topic": "hwkc-replacement", "facts": {"system": "sv9500"}}
    lists: list[object] = [["swa"], ["swa", "system"], "swa", [7], ["saw"]]
    lines = b"\n".join(json.dumps({**asked, "unknown": names}).encode() for names in lists)
    found = answers(run(known, tmp_path, lines))
    assert [one["status"] for one in found] == ["needs", *["invalid"] * 4]
    head = "id,policy,topic,aspect,on,system,unknown\n"
    rows = "".join(
        f"a,licence-desk,hwkc-replacement,free,2025-06-01,{row}\n"
        for row in (
            "sv9500,swa",
            'sv9500,"swa, priority"',
            "sv9500,swa priority",
            "sv9500,system",
            "sv9500,saw",
            "sv9500,",
        )
    )
    found = answers(run(known, tmp_path, (head + rows).encode(), "in.csv"))
    assert [one["status"] for one in found] == ["needs", "needs", "needs", "invalid", "invalid", "needs"]
    assert [one["errors"] for one in found[3:5]] == [
        [{"name": "system", "reason": "known-and-unknown", "details": {"given": "system"}}],
        [{"name": "unknown", "reason": "no-such-fact", "details": {"given": "saw", "near": "swa"}}],
    ]


def test_the_standard_streams_are_files_too(known: Settings, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(CASE), "utf-8")
    result = terminal.run(known, "batch", str(tmp_path / "in.jsonl"), "-")
    assert json.loads(result.output)["id"] == "a"


def test_former_ids_are_answered_and_told(locales: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    known = Settings(content=rename(folder).parent, locales=locales)
    case = {"id": 1, "policy": "leave", "topic": "holiday", "aspect": "due", "on": "2026-01-15",
            "facts": {"kind": "short", "starts": "2026-03-01"}}  # fmt: skip
    now = {
        **case,
        "id": 2,
        "policy": "absence",
        "topic": "days-off",
        "facts": {"sort": "brief", "starts": "2026-03-01"},
    }
    lines = "\n".join(map(json.dumps, (case, now))).encode()
    then, present = answers(run(known, tmp_path, lines))
    assert then.pop("renamed") == {"leave/holiday/due": "absence/days-off/due", "kind=short": "sort=brief"}
    assert {**then, "id": 2} == present
    table = run(known, tmp_path, lines, to="out.csv").read_text("utf-8").splitlines()
    assert table[0].endswith(",edition,renamed")
    assert table[1].endswith(",leave/holiday/due=absence/days-off/due kind=short=sort=brief")
