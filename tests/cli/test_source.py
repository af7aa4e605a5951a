"""`source`: an outline is written, a new edition gives a review list, and every use of a clause is shown."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from assistant.errors import ContentError, UnknownPage, Usage
from assistant.loading import load_policy
from assistant.model.source import Quoted
from assistant.settings import Settings
from assistant.workbench.sources.wording import fingerprint
from tests import terminal
from tests.conftest import words_of
from tests.workbench.sources.samples import ENGLISH, write_document


def run(known: Settings, *arguments: str, language: str = "en") -> Result:
    return terminal.run(known, "source", *arguments, language=language)


def source(known: Settings) -> Path:
    return known.content / "hire/source.yaml"


def test_the_words_of_each_clause_are_written_for_a_server(outlined: Settings, first: Path, tmp_path: Path) -> None:
    folder, where = tmp_path / "held", "https://hire.example/terms.pdf"
    made = run(outlined, "quote", str(first), "--policy", "hire", "--to", str(folder), "--address", where)
    assert made.exit_code == 0, made.output
    quoted = Quoted.model_validate_json((folder / "hire.json").read_bytes())
    clauses = load_policy(outlined, "hire").policies["hire"].outline.clauses
    assert (quoted.language, quoted.address) == ("en", where)
    assert {id_: one.fingerprint for id_, one in quoted.clauses.items()} == {one.id: one.fingerprint for one in clauses}
    assert all(fingerprint(one.text) == one.fingerprint for one in quoted.clauses.values()), "word for word"


def test_what_does_not_stand_in_the_document_is_named(
    outlined: Settings, first: Path, later: Path, tmp_path: Path
) -> None:
    made = run(outlined, "quote", str(later), "--policy", "hire", "--to", str(tmp_path / "held"))
    assert made.exit_code == 1
    assert "Not in this document: " in made.output
    refused = run(outlined, "quote", str(first), "--policy", "hire", "--to", str(tmp_path), "--address", "javascript:x")
    assert isinstance(refused.exception, Usage)
    assert not (tmp_path / "hire.json").exists()


def test_an_outline_is_printed_and_written_only_when_asked(known: Settings, first: Path) -> None:
    printed = run(known, "outline", str(first), "--policy", "hire")
    assert printed.exit_code == 0
    assert not source(known).exists()
    written = run(known, "outline", str(first), "--policy", "hire", "--write")
    assert source(known).read_text("utf-8") == printed.stdout
    assert "New, with a gist to write: booking.1-1, booking.1-2, fees.1" in written.output


def test_an_outline_makes_a_policy_that_can_be_read(outlined: Settings) -> None:
    assert len(load_policy(outlined, "hire").policies["hire"].outline.clauses) == 9


def test_an_outline_written_twice_is_so_already(outlined: Settings, first: Path) -> None:
    before = source(outlined).read_bytes()
    assert "is so already" in run(outlined, "outline", str(first), "--policy", "hire", "--write").output
    assert source(outlined).read_bytes() == before


def test_an_outline_of_the_next_edition_says_what_is_new_and_gone(outlined: Settings, first: Path, later: Path) -> None:
    arguments = ["outline", str(later), "--policy", "hire", "--earlier", str(first), "--write"]
    assert run(outlined, *arguments).output.splitlines()[1:] == [
        "8 clauses keep their ids.",
        "Changed or moved, and all that rests on it unreviewed: booking.1-2, fees.3, return.3-1, return.3-2",
        "New, with a gist to write: insurance.2-1",
        "Gone: fees.5",
    ]


def test_no_document_differs_from_its_own_outline(outlined: Settings, first: Path) -> None:
    for files in ([first], [first, first]):
        result = run(outlined, "compare", *map(str, files), "--policy", "hire")
        assert (result.exit_code, result.stdout) == (0, "9 clauses are as they were.\n")


def review(known: Settings, *files: Path) -> dict[str, dict[str, Any]]:
    result = run(known, "compare", *map(str, files), "--policy", "hire", "--json")
    assert result.exit_code == 1
    return {one["clause"]: one for one in json.loads(result.stdout)["differences"]}


def test_the_review_names_all_that_rests_on_a_changed_clause(outlined: Settings, first: Path, later: Path) -> None:
    found = review(outlined, first, later)["booking.1-2"]
    assert found["change"] == "changed"
    assert ["new", "20"] in found["pieces"]
    assert {(one["kind"], one["id"], one["file"], one["line"]) for one in found["resting"]} == {
        ("point", "summary.sections.booking.points.held", "content/hire/summary.yaml", 6),
        ("rule", "topics.booking.covered.held", "content/hire/topics/booking.yaml", 5),
        ("rule", "topics.booking.covered.over", "content/hire/topics/booking.yaml", 11),
        ("example", "booking/covered", "content/hire/examples/cases.yaml", 2),
        ("example", "booking/covered", "content/hire/examples/cases.yaml", 3),
    }
    assert found["translations"] == [
        {"language": "ja", "context": f"hire.{context}", "file": "locales/ja/policy-hire.po", "line": line}
        for context, line in (("topics.booking.covered.held.say", 5), ("source.clauses.booking.1-2.gist", 9))
    ]


def test_a_cell_and_a_note_and_a_reading_are_found(outlined: Settings, first: Path, later: Path) -> None:
    found = review(outlined, first, later)
    kinds = {clause: [one["kind"] for one in each["resting"]] for clause, each in found.items()}
    assert kinds["fees.3"] == ["cell"]
    assert found["fees.3"]["resting"][0]["file"] == "content/hire/tables/fees.csv"
    assert found["fees.3"]["resting"][0]["line"] == 3
    assert kinds["return.3-1"] == ["note", "example"]
    assert kinds["fees.5"] == ["point"]
    assert found["fees.5"]["change"] == "gone"
    assert (found["insurance.2-1"]["change"], kinds["insurance.2-1"]) == ("new", [])


def test_with_the_new_document_alone_changes_are_seen_without_their_words(outlined: Settings, tmp_path: Path) -> None:
    parts = [part._replace(text=part.text.replace("1,200", "1,300")) for part in ENGLISH]
    found = review(outlined, write_document(tmp_path, parts, "pdf", "later"))
    assert {clause: one["change"] for clause, one in found.items()} == {"fees.2": "changed"}
    assert found["fees.2"]["pieces"] == [["same", "City bicycle\t1,300 yen"]]


def test_the_review_as_text_and_as_markdown(outlined: Settings, first: Path, later: Path) -> None:
    text = run(outlined, "compare", str(first), str(later), "--policy", "hire").output
    assert "A booking is held for [-30-]{+20+} minutes" in text
    assert "  content/hire/examples/cases.yaml:2: 2 worked examples, on lines 2, 3" in text
    assert "fees.1 (2. Fees → 3. Fees)" not in text.split("Numbered anew:")[0]
    ticket = run(outlined, "compare", str(first), str(later), "--policy", "hire", "--markdown").output
    assert "held for ~~30~~**20** minutes" in ticket
    assert "- [ ] `content/hire/tables/fees.csv:3` Cell of a table" in ticket


def test_the_review_is_said_in_the_language_of_the_terminal(outlined: Settings, first: Path, later: Path) -> None:
    text = run(outlined, "compare", str(first), str(later), "--policy", "hire", language="ja").output
    for english in ("Changed", "New", "Gone", "Moved", "Rule ", "worked example", "clauses are"):
        assert english not in text


def test_coverage_shows_both_directions(outlined: Settings) -> None:
    (found,) = json.loads(run(outlined, "coverage", "hire", "--json").output)
    clauses = {one["clause"]: [use["id"] for use in one["resting"]] for one in found["clauses"]}
    assert clauses["return.3-1"] == ["rules.notes.in-time", "booking/covered"]
    assert clauses["booking.1-1"] == []
    assert [one["clauses"] for one in found["resting"] if one["id"] == "topics.booking.covered.over"] == [
        ["booking.1-2", "return.3-2"]
    ]
    text = run(outlined, "coverage").output
    assert text.startswith("hire: 9 clauses; 7 used, 0 left out, 2 without any use\n")
    assert "booking.1-1 (1. Booking, 1.1)\n  nothing rests on it\n" in text
    assert "Rule topics.booking.covered.over: booking.1-2, return.3-2\n" in text


def test_coverage_says_why_a_clause_is_left_out(outlined: Settings) -> None:
    text = source(outlined).read_text("utf-8")
    source(outlined).write_text(
        text.replace("  - id: booking.1-2", "    left_out: Nobody asks.\n  - id: booking.1-2"), "utf-8"
    )
    assert "  left out: Nobody asks.\n" in run(outlined, "coverage", "hire").output


def test_coverage_of_every_policy_of_the_repository_leaves_nothing_idle(content: Path, locales: Path) -> None:
    text = run(Settings(content=content, locales=locales), "coverage").output
    assert text.count(" 0 without any use\n") == 3


@pytest.mark.parametrize("command", ["outline", "compare"])
def test_an_unknown_policy_is_named(known: Settings, first: Path, command: str) -> None:
    assert isinstance(run(known, command, str(first), "--policy", "hier").exception, UnknownPage)
    assert isinstance(run(known, "coverage", "hier").exception, UnknownPage)


@pytest.mark.parametrize(("language", "said"), [("en", "there is no text in it"), ("ja", "文字")])
def test_an_unreadable_document_is_explained_in_the_readers_language(
    known: Settings, tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    error = run(known, "outline", str(tmp_path / "empty.txt"), "--policy", "hire").exception
    assert isinstance(error, Usage)
    assert said in words_of(known.locales, language).told(error.wordings[0])


def test_three_documents_are_too_many(outlined: Settings, first: Path) -> None:
    assert isinstance(run(outlined, "compare", *[str(first)] * 3, "--policy", "hire").exception, Usage)


def test_a_spoilt_outline_is_not_overwritten(outlined: Settings, first: Path) -> None:
    source(outlined).write_text("clauses: nothing\n", "utf-8")
    error = run(outlined, "outline", str(first), "--policy", "hire", "--write").exception
    assert isinstance(error, ContentError)
    assert source(outlined).read_text("utf-8") == "clauses: nothing\n"


def test_a_document_that_holds_the_clauses_of_a_policy_is_compared_with_it(
    outlined: Settings, first: Path, later: Path, tmp_path: Path
) -> None:
    (outlined.content / "other").mkdir()
    other = source(outlined).read_text("utf-8").replace('fingerprint: "', 'fingerprint: "f')
    (outlined.content / "other/source.yaml").write_text(re.sub(r'(fingerprint: ".{16}).', r"\1", other), "utf-8")
    policy = (outlined.content / "hire/policy.yaml").read_text("utf-8")
    (outlined.content / "other/policy.yaml").write_text(policy.replace("id: hire", "id: other"), "utf-8")
    named = run(outlined, "compare", str(first), str(later), "--policy", "hire")
    unnamed = run(outlined, "compare", str(first), str(later))
    assert unnamed.stdout == f"The document is that of hire.\n{named.output}"
    stranger = tmp_path / "stranger.txt"
    stranger.write_text("1. Nothing of it stands in any other document.\n", "utf-8")
    assert "Name the policy" in str(run(outlined, "compare", str(stranger)).exception)
