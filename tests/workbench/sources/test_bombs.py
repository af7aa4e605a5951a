"""What is made so that nobody can read it is refused, or read, within its limits."""

import resource
from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.workbench.sources import reader
from assistant.workbench.sources.reader import read_document
from tests.workbench.sources.bombs import BOMBS

REASONS = ("would take more than", "more in it than can be compared", "is damaged", "no text in it", "pictures of text")
SMALL = 10_000_000


def refusal(path: Path) -> str:
    """Why a document is not read; empty where it is."""
    try:
        assert read_document(path).blocks
    except Usage as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_a_reason_or_read_in_time(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SECONDS", 1)
    form, made = BOMBS[name]
    path = tmp_path / f"terms.{form}"
    path.write_bytes(made())
    assert path.stat().st_size <= SMALL
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    why = refusal(path)
    assert not why or (why.startswith(f"{path}: ") and any(reason in why for reason in REASONS))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1 + 1


def test_a_document_of_hundreds_of_pages_is_read(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(
        "\n\n".join(f"{n}. What is said here takes about one line of a page." for n in range(9999)), "utf-8"
    )
    assert len(read_document(path).blocks) == 9999
