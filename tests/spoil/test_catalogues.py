"""Whoever translates and makes a mistake is told the file, the line and how to mend it, in their own language."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.content import read_closed_days
from assistant.errors import ContentError, Fault
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.check.outside import check_language
from tests.i18n.conftest import Project
from tests.spoil.catalogues import CATALOGUES
from tests.spoil.mistakes import Mistake
from tests.spoil.spoiling import assert_found, assert_said, first_change, line_of


def faults(project: Project) -> list[Fault]:
    """What is wrong with catalogues and languages, with paths inside the project."""
    library, folder = project.library, project.content.parent
    found = check_locales(library, project.locales, project.package)
    found += check_language(library.policies["travel"], project.content / "travel", {"en", "ja"})
    return [Fault(f.file.removeprefix(f"{folder}/"), f.line, f.column, f.path, f.wrong, f.mend) for f in found]


@pytest.mark.parametrize("mistake", CATALOGUES, ids=lambda one: f"{one.kind}: {one.wrong}")
def test_a_mistake_is_named_and_mended(mistake: Mistake, translated: Project) -> None:
    path = translated.content.parent / mistake.file
    before = path.read_text("utf-8")
    translated.edit(mistake.file, mistake.old, mistake.new)
    after = path.read_text("utf-8")
    line = line_of(after, mistake.at) if mistake.at else first_change(before, after)
    found = faults(translated)
    assert_found(found, mistake.file, line, mistake.wrong)
    assert_said(found)


CLOSED = "travel: [2026-08-13, 2026-08-14]\n"
CLOSED_DAYS = (
    Mistake("policy that closes", CLOSED, "travel:", "travl:", "did you mean 'travel'?"),
    Mistake("policy that closes", CLOSED, "travel:", "leave:", "no policy is called 'leave'"),
    Mistake("closed day", CLOSED, "2026-08-13", "2026-08-32", "there is no day 2026-08-32"),
    Mistake("closed day", CLOSED, "2026-08-14", "14 August", "a day is wanted here, not '14 August'"),
    Mistake("list of closed days", CLOSED, "[2026-08-13, 2026-08-14]", "2026-08-13", "a list is wanted here"),
    Mistake("list of closed days", CLOSED, "travel: [", "travel: {days: [", "a mapping in braces is not closed"),
)  # fmt: skip


@pytest.mark.parametrize("mistake", CLOSED_DAYS, ids=lambda one: f"{one.kind}: {one.wrong}")
def test_a_mistake_in_the_closed_days_is_named_and_mended(mistake: Mistake, tmp_path: Path) -> None:
    path = tmp_path / "closed.yaml"
    path.write_text(f"# when nobody works\n{mistake.file.replace(mistake.old, mistake.new)}", "utf-8")
    with pytest.raises(ContentError) as refused:
        read_closed_days(path, {"travel", "swap-out"})
    assert_found(refused.value.faults, str(path), 2, mistake.wrong)
    assert_said(refused.value.faults)


def test_there_are_many_kinds_and_each_is_tried_twice() -> None:
    kinds = Counter(mistake.kind for mistake in (*CATALOGUES, *CLOSED_DAYS))
    assert len(kinds) >= 20
    assert [kind for kind, times in kinds.items() if times < 2] == []
