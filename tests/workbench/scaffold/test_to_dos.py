"""What files mark as still to be done."""

from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.workbench.scaffold.to_dos import ToDo, all_to_dos, to_do_lines, to_dos
from tests.conftest import words_of


def test_a_mark_counts_in_a_comment_only(tmp_path: Path) -> None:
    file = tmp_path / "content" / "facts.yaml"
    file.parent.mkdir()
    file.write_text('a: "to-do: x"\nb: c#to-do: y\n# to-do: the first\nd: e  # to-do: the second\n', "utf-8")
    assert list(map(str, to_dos(file.parent, [file]))) == [
        "content/facts.yaml:3: the first",
        "content/facts.yaml:4: the second",
    ]


def test_bytes_that_are_no_text_hide_no_mark(tmp_path: Path) -> None:
    file = tmp_path / "content" / "facts.yaml"
    file.parent.mkdir()
    file.write_bytes(b"a: \xff\n# to-do: the first\n")
    assert to_dos(file.parent, [file]) == [ToDo("content/facts.yaml", 2, "the first")]


def test_content_comes_before_catalogues_and_nothing_else_counts(tmp_path: Path) -> None:
    known = Settings(content=tmp_path / "content", locales=tmp_path / "locales")
    for name in (
        "content/a/topics/b.yaml",
        "content/a/facts.yaml",
        "content/a/t.csv",
        "locales/ja/ui.po",
        "locales/x.po",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# to-do: {path.name}\n", "utf-8")
    assert [str(one) for one in all_to_dos(known)] == [
        "content/a/facts.yaml:1: facts.yaml",
        "content/a/topics/b.yaml:1: b.yaml",
        "locales/ja/ui.po:1: ui.po",
    ]


@pytest.mark.parametrize(("count", "head"), [(1, "1 thing to do:"), (2, "2 things to do:")])
def test_the_list_says_how_many_there_are(locales: Path, count: int, head: str) -> None:
    marked = [ToDo("content/a.yaml", line + 1, "x") for line in range(count)]
    assert to_do_lines(marked, words_of(locales, "en")) == ["", head, *map(str, marked)]


def test_nothing_is_said_where_nothing_is_to_be_done(locales: Path) -> None:
    assert to_do_lines([], words_of(locales, "ja")) == []
