"""Files of cases from their names on: nothing is emptied, dropped or cut, and the exit status tells the truth."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli.batch import CASES
from assistant.cli.commands import make_app
from assistant.cli.files import answer_lines
from assistant.cli.lines import Case
from assistant.cli.output import Record
from assistant.cli.spread import Handle
from assistant.cli.terminal import Terminal
from assistant.errors import Usage
from assistant.model.policy import Library
from assistant.settings import Settings
from tests.conftest import words_of
from tests.terminal import run

GOOD = {"id": 1, "policy": "licence-desk", "topic": "voucher", "aspect": "free", "on": "2025-06-01",
        "facts": {"service": "merge-licences", "system": "sv9500"}}  # fmt: skip
CSV = "id,policy,topic,aspect,on,service,system\n1,licence-desk,voucher,free,2025-06-01,merge-licences,sv9500\n"


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def jsonl(path: Path, *cases: object) -> str:
    path.write_text("\n".join(map(json.dumps, cases)), "utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["batch", "match-batch"])
def test_cases_are_never_written_over(known: Settings, tmp_path: Path, command: str) -> None:
    source = jsonl(tmp_path / "same.jsonl", GOOD)
    before = Path(source).read_bytes()
    (tmp_path / "hard.jsonl").hardlink_to(source)
    (tmp_path / "soft.jsonl").symlink_to(source)
    for target in ("same.jsonl", "hard.jsonl", "soft.jsonl"):
        assert isinstance(run(known, command, source, str(tmp_path / target)).exception, Usage)
    assert Path(source).read_bytes() == before


@pytest.mark.parametrize(
    ("cases", "status", "told"),
    [([GOOD], 0, ""), ([], 0, ""), ([GOOD, {}], 0, ""), ([{}, 7], 1, "2 of 2 lines"),
     ([{}], 1, "1 of 1 line is invalid.")],
)  # fmt: skip
def test_the_exit_status_says_whether_anything_was_answered(
    known: Settings, tmp_path: Path, cases: list[object], status: int, told: str
) -> None:
    result = run(known, "batch", jsonl(tmp_path / "in.jsonl", *cases), str(tmp_path / "out.jsonl"))
    assert result.exit_code == status
    assert told in result.output
    assert bool(result.output) is bool(told)
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == len(cases)


def _answered(case: Case) -> Record:
    return {"status": "answered" if case else "invalid"}


def _answering(library: Library, known: Settings, moment: dt.datetime) -> Handle:
    return _answered


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_many_lines_are_invalid(
    known: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", screen := Screen())
    terminal, source = Terminal(known, words_of(known.locales, "en")), jsonl(tmp_path / "in.jsonl", GOOD, {}, GOOD)
    told = answer_lines(terminal, Path(source), tmp_path / "o", replace(CASES, answering=_answering))
    assert (told, "1 of 3 lines are invalid." in screen.getvalue()) == (0, True)


@pytest.mark.parametrize("key", ["On", "date", "edition", "fact", "now"])
def test_a_key_that_is_not_known_is_a_fault(known: Settings, tmp_path: Path, key: str) -> None:
    run(known, "batch", jsonl(tmp_path / "in.jsonl", {**GOOD, key: "2025-06-01"}), str(tmp_path / "out.jsonl"))
    (error,) = json.loads((tmp_path / "out.jsonl").read_bytes())["errors"]
    assert (error["name"], error["reason"]) == (key, "no-such-key")


@pytest.mark.parametrize(
    ("name", "text"), [("in.jsonl", '{"id": 1, "q": "voucher", "when": "x"}'), ("in.csv", "id,q,when\n1,voucher,x\n")]
)
def test_a_question_holds_nothing_that_is_not_known(known: Settings, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    run(known, "match-batch", str(tmp_path / name), str(tmp_path / "out.jsonl"))
    (error,) = json.loads((tmp_path / "out.jsonl").read_bytes())["errors"]
    assert (error["name"], error["reason"]) == ("when", "no-such-key")


def test_too_many_facts_are_one_fault(known: Settings, tmp_path: Path) -> None:
    many = [{**GOOD, "facts": {f"f{n}": "x" for n in range(100)}}, {**GOOD, "unknown": ["swa"] * 100},
            {f"f{n}": "x" for n in range(100)}]  # fmt: skip
    run(known, "batch", jsonl(tmp_path / "in.jsonl", *many), str(tmp_path / "out.jsonl"))
    found = [json.loads(line)["errors"] for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [[one["reason"] for one in errors] for errors in found] == [["too-many-facts"]] * 3


def test_what_is_told_back_is_short(known: Settings, tmp_path: Path) -> None:
    long = "x" * 10_000
    run(
        known, "batch", jsonl(tmp_path / "in.jsonl", {**GOOD, long: 1, "facts": {long: "1"}}), str(tmp_path / "o.jsonl")
    )
    assert (tmp_path / "o.jsonl").stat().st_size < 2_000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CSV, "1"),
        (f"\ufeff{CSV}", "1"),
        (CSV.replace("\n", "\r\n"), "1"),
        (CSV.replace("id,policy", '"id","policy"').rstrip(), "1"),
        (
            "aspect,on,policy,topic,system,service,id\nfree,2025-06-01,licence-desk,voucher,sv9500,merge-licences,x\n",
            "x",
        ),
        (json.dumps(GOOD), 1),
        (f"\ufeff{json.dumps(GOOD)}\r\n", 1),
        (json.dumps(GOOD, ensure_ascii=False, separators=(" ,", " : ")), 1),
    ],
)
def test_standard_input_may_be_either(known: Settings, text: str, name: object) -> None:
    app = make_app(Terminal(known, words_of(known.locales, "en")))
    result = CliRunner().invoke(app, ["batch", "-", "-"], input=text)
    answer = json.loads(result.output)
    assert (answer["id"], answer["status"]) == (name, "answered")


@pytest.mark.parametrize("text", ["id,q\n1,EU900087\n", "\ufeffq,id\r\nEU900087,1\r\n", '{"id": "1", "q": "EU900087"}'])
def test_questions_of_standard_input_may_be_either(known: Settings, text: str) -> None:
    app = make_app(Terminal(known, words_of(known.locales, "en")))
    answer = json.loads(CliRunner().invoke(app, ["match-batch", "-", "-"], input=text).output)
    assert (answer["id"], answer["matches"][0]["topic"]) == ("1", "voucher")


@pytest.mark.parametrize("known_by", [{"id": "a"}, {"id": "a", "lang": "ja"}, {"id": "a", "now": "2026-11-23T10:00"}])
def test_matches_of_json_lines_go_as_csv_whole(known: Settings, tmp_path: Path, known_by: dict[str, str]) -> None:
    source = jsonl(tmp_path / "in.jsonl", {"q": "EU900087", **known_by})
    assert run(known, "match-batch", source, str(tmp_path / "out.csv")).exit_code == 0
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline=""))
    assert row["id"] == "a"
    assert row["matches"].startswith("licence-desk/voucher")
    assert row["confident"] == "True"
