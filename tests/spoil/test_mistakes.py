"""Whoever writes content and makes a mistake is told the file, the line and how to mend it, in their own language."""

from collections import Counter
from pathlib import Path

import pytest

from tests.spoil.garden import FILES, garden
from tests.spoil.mistakes import MISTAKES, Mistake
from tests.spoil.outcomes import OUTCOMES
from tests.spoil.spoiling import assert_found, assert_said, faults_of, first_change, line_of

ALL = (*MISTAKES, *OUTCOMES)


def test_the_garden_is_sound(tmp_path: Path) -> None:
    assert faults_of(garden(tmp_path)) == []


def spoil(folder: Path, mistake: Mistake) -> tuple[str, int]:
    """Makes the mistake; returns the file and the line that its fault must name."""
    before = FILES[mistake.file]
    assert before.count(mistake.old) == 1, f"{mistake.old!r} stands {before.count(mistake.old)} times"
    after = before.replace(mistake.old, mistake.new)
    (folder / mistake.file).write_text(after, "utf-8")
    named = mistake.where or mistake.file
    text = after if named == mistake.file else FILES[named]
    if mistake.where and not mistake.at:
        return f"content/garden/{named}", 0
    return f"content/garden/{named}", line_of(text, mistake.at) if mistake.at else first_change(before, after)


@pytest.mark.parametrize("mistake", ALL, ids=lambda one: f"{one.kind}: {one.wrong}")
def test_a_mistake_is_named_and_mended(mistake: Mistake, tmp_path: Path) -> None:
    folder = garden(tmp_path)
    file, line = spoil(folder, mistake)
    found = faults_of(folder)
    assert_found(found, file, line, mistake.wrong)
    assert_said(found)


def test_there_are_many_kinds_and_each_is_tried_twice() -> None:
    kinds = Counter(mistake.kind for mistake in ALL)
    assert len(kinds) >= 60
    assert [kind for kind, times in kinds.items() if times < 2] == []
