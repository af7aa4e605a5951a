"""Whose a document is, and what it changed until somebody has reviewed it."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from assistant.errors import ContentError, UnknownPage, Usage
from assistant.settings import Settings
from assistant.workbench.sources.unreviewed import FILE
from tests import terminal
from tests.workbench.sources.samples import ENGLISH, TERMS, write_document


def run(known: Settings, *arguments: str, language: str = "en") -> Result:
    return terminal.run(known, "source", *arguments, language=language)


def source(known: Settings) -> Path:
    return known.content / "hire/source.yaml"


def test_what_a_new_edition_changed_is_reviewed_before_it_is_released(
    outlined: Settings, first: Path, tmp_path: Path
) -> None:
    assert run(outlined, "review", "hire").output == "Everything is reviewed.\n"
    parts = [part._replace(text=part.text.replace("3.2 Each hour", "3.2 Each half hour")) for part in ENGLISH]
    later = write_document(tmp_path, parts, "txt", "later")
    run(outlined, "outline", str(later), "--policy", "hire", "--earlier", str(first), "--write")
    rule = "content/hire/topics/booking.yaml:11: Rule topics.booking.covered.over (rests on return.3-2)"
    listed = run(outlined, "review", "hire")
    assert (listed.exit_code, listed.output.splitlines()[0], rule in listed.output) == (
        1,
        "2 things are unreviewed:",
        True,
    )
    assert rule in terminal.run(outlined, "check").output
    one = run(outlined, "review", "hire", "topics.booking.covered.over")
    assert (one.exit_code, one.output.splitlines()[0]) == (1, f"Reviewed: {rule}")
    rest = run(outlined, "review", "hire", "--all")
    assert (rest.exit_code, rest.output.splitlines()[-1]) == (0, "Everything is reviewed.")
    assert isinstance(run(outlined, "review", "hire", "return.3-2").exception, Usage)
    assert isinstance(run(outlined, "review", "higher").exception, UnknownPage)


@pytest.mark.parametrize("command", [("outline", "--write"), ("outline",), ("compare",)])
def test_the_document_of_another_policy_is_refused(
    command: tuple[str, ...], outlined: Settings, tmp_path: Path, later: Path
) -> None:
    (outlined.content / "other").mkdir()
    stranger = write_document(tmp_path, TERMS["ja"][0], "txt", "stranger")
    policy = (outlined.content / "hire/policy.yaml").read_text("utf-8")
    (outlined.content / "other/policy.yaml").write_text(policy.replace("id: hire", "id: other"), "utf-8")
    nothing = run(outlined, command[0], str(stranger), "--policy", "hire", *command[1:])
    assert "0 stand in this document and 0 in other words: it is another document" in str(nothing.exception)
    assert run(outlined, "outline", str(stranger), "--policy", "other", "--write").exit_code == 0
    before = source(outlined).read_bytes()
    wrong = run(outlined, command[0], str(stranger), "--policy", "hire", *command[1:])
    assert "not the document of hire: 0 of its clauses stand in it, and 8 of other" in str(wrong.exception)
    assert source(outlined).read_bytes() == before
    assert run(outlined, "compare", str(later), "--policy", "hire").exit_code == 1


LENDING = """\
# Lending rules

Members of the library borrow books for 28 days and other items for 7 days after they were fetched.

# Fines

Each hour after that costs 50 pence, up to ten pounds.

# Return

A booking is kept at the counter until the library closes.
"""
STRANGERS = {
    "of nobody's policy": LENDING,
    "with one sentence of the same words": LENDING + "\n3.2 Each hour after that costs 500 yen.\n",
    "in another language": "".join(f"{part.text}\n\n" for part in TERMS["ja"][1]),
    "of one line": "Bicycles.\n",
}


@pytest.mark.parametrize("command", [("outline", "--write"), ("compare",)])
@pytest.mark.parametrize("earlier", [True, False])
@pytest.mark.parametrize("text", STRANGERS.values(), ids=list(STRANGERS))
def test_a_document_of_no_policy_leaves_the_outline_as_it_is(
    command: tuple[str, ...], earlier: bool, text: str, outlined: Settings, first: Path, tmp_path: Path
) -> None:
    stranger, before = tmp_path / "stranger.md", source(outlined).read_bytes()
    stranger.write_text(text, "utf-8")
    files = [str(first), str(stranger)] if command[0] == "compare" else [str(stranger), "--earlier", str(first)]
    given = files if earlier else [str(stranger)]
    refused = run(outlined, command[0], *given, "--policy", "hire", *command[1:])
    if text != STRANGERS["with one sentence of the same words"]:
        assert "it is another document" in str(refused.exception)
        assert source(outlined).read_bytes() == before
        assert not (outlined.content / "hire" / FILE).exists()
    rewritten = run(outlined, command[0], *given, "--policy", "hire", "--rewritten", *command[1:])
    assert rewritten.exception is None or isinstance(rewritten.exception, SystemExit)


def test_documents_the_wrong_way_round_are_not_compared(outlined: Settings, first: Path, later: Path) -> None:
    turned = run(outlined, "compare", str(later), str(first), "--policy", "hire")
    assert isinstance(turned.exception, Usage)
    assert str(turned.exception).startswith(f"The outline is that of {first}.")
    assert run(outlined, "compare", str(first), str(later), "--policy", "hire").exit_code == 1


TURNED = {
    "a heading renamed": ("2. Fees", "2. Fees for guests"),
    "a heading negated": ("3. Return", "3. No return"),
    "a section elsewhere": ("", ""),
}


@pytest.mark.parametrize(("old", "new"), TURNED.values(), ids=list(TURNED))
def test_what_rests_on_a_clause_that_stands_elsewhere_is_unreviewed(
    old: str, new: str, outlined: Settings, first: Path, tmp_path: Path
) -> None:
    parts = (
        [part._replace(text=part.text.replace(old, new)) for part in ENGLISH] if old else [*ENGLISH[3:], *ENGLISH[:3]]
    )
    later = write_document(tmp_path, parts, "txt", "later")
    shown = run(outlined, "compare", str(first), str(later), "--policy", "hire", "--json").output
    moved = {one["clause"] for one in json.loads(shown)["differences"] if one["change"] in {"moved", "changed"}}
    run(outlined, "outline", str(later), "--policy", "hire", "--earlier", str(first), "--write")
    assert moved
    assert set(json.loads((outlined.content / "hire" / FILE).read_bytes())) >= moved


def test_what_the_policy_says_of_its_document_is_to_be_looked_at(outlined: Settings, first: Path, later: Path) -> None:
    policy = outlined.content / "hire/policy.yaml"
    before = policy.read_text("utf-8")
    assert "to-do" not in before
    for _ in range(2):
        run(outlined, "outline", str(later), "--policy", "hire", "--earlier", str(first), "--write")
        assert policy.read_text("utf-8").count("# to-do: see that this and the days on which it is in force") == 1
    checked = terminal.run(outlined, "check").output
    line = before.splitlines().index("document: {title: Terms of hire}") + 1
    assert f"content/hire/policy.yaml:{line}: see that this" in checked
    source(outlined).unlink()
    policy.write_text(before, "utf-8")
    run(outlined, "outline", str(first), "--policy", "hire", "--write")
    assert policy.read_text("utf-8") == before


SPOILT = ["<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n", "", "[1]", '{"a": {"b": 3}}', "\xff"]


@pytest.mark.parametrize("text", SPOILT)
def test_reviews_that_cannot_be_read_are_told_with_their_file(text: str, outlined: Settings) -> None:
    (outlined.content / "hire" / FILE).write_bytes(text.encode("latin-1"))
    for command in (("check",), ("source", "review", "hire")):
        error = terminal.run(outlined, *command).exception
        assert isinstance(error, ContentError)
        assert str(error.faults[0]).startswith(f"content/hire/{FILE}:1:1: the file cannot be read")
        assert "keep the lines of both" in str(error.faults[0].mend)


def test_check_says_that_what_is_unreviewed_waits_for_faults(outlined: Settings, first: Path, later: Path) -> None:
    waits = "What is unreviewed is listed once these are mended."
    assert waits not in terminal.run(outlined, "check").output.splitlines()
    run(outlined, "outline", str(later), "--policy", "hire", "--earlier", str(first), "--write")
    checked = terminal.run(outlined, "check").output
    assert "the clause 'fees.5' is gone" in checked
    assert waits in checked.splitlines()
