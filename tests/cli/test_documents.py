"""Whose a document is, and what it changed until somebody has reviewed it."""

from pathlib import Path

import pytest
from click.testing import Result

from assistant.errors import UnknownPage, Usage
from assistant.settings import Settings
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
    assert "not even changed: it is another document" in str(nothing.exception)
    assert run(outlined, "outline", str(stranger), "--policy", "other", "--write").exit_code == 0
    before = source(outlined).read_bytes()
    wrong = run(outlined, command[0], str(stranger), "--policy", "hire", *command[1:])
    assert "not the document of hire: 0 of its clauses stand in it, and 8 of other" in str(wrong.exception)
    assert source(outlined).read_bytes() == before
    assert run(outlined, "compare", str(later), "--policy", "hire").exit_code == 1
