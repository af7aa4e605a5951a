"""A file that nothing reads is a fault, so that no misspelt name makes content vanish without a word."""

from pathlib import Path

import pytest

from assistant.content import read_library
from assistant.errors import ContentError
from tests.content.conftest import Folder


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("fact.yaml", "did you mean 'facts.yaml'?"),
        ("facts.yml", "did you mean 'facts.yaml'?"),
        ("topics/sick.yml", "did you mean 'topics/sick.yaml'?"),
        ("topics/old/sick.yaml", "did you mean 'topics/sick.yaml'?"),
        ("tables/notices.csv", "did you mean 'tables/notice.csv'?"),
        ("tables/notice.yaml", "did you mean 'tables/notice.csv'?"),
    ],
)
def test_a_file_that_nothing_reads_is_named_with_the_one_it_may_be(folder: Folder, name: str, mend: str) -> None:
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    (folder.path / name).write_text("", "utf-8")
    (fault,) = folder.faults()
    assert fault.file.endswith(f"/{name}")
    assert str(fault.mend) == mend


@pytest.mark.parametrize("name", [".#facts.yaml", "facts.yaml~", "notes.txt", "editions/0123456789ab.json"])
def test_what_editors_and_editions_leave_is_no_fault(folder: Folder, name: str) -> None:
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    (folder.path / name).write_text("", "utf-8")
    assert folder.faults() == []


def test_a_policy_whose_first_file_is_misspelt_does_not_vanish(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "policy.yaml").rename(folder.path / "polcy.yaml")
    with pytest.raises(ContentError) as raised:
        read_library(tmp_path / "content")
    told = {(Path(fault.file).name, str(fault.mend)) for fault in raised.value.faults}
    assert told == {("policy.yaml", "add it"), ("polcy.yaml", "did you mean 'policy.yaml'?")}
