"""Files that are read together: the last good reading stays until the newest is good."""

from itertools import count
from pathlib import Path

from assistant.errors import ContentError, Fault, told
from assistant.workbench.preview.watch import Part


def test_files_that_change_while_they_are_read_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("first half", "utf-8")
    meanwhile = iter(["both halves", None])

    def read() -> str:
        text = path.read_text("utf-8")
        if following := next(meanwhile, None):
            path.write_text(following, "utf-8")
        return text

    part = Part(read, tmp_path)
    part.look()
    assert part.good is None
    part.look()
    assert part.good == "both halves"


def test_a_reading_that_fails_in_an_unforeseen_way_keeps_the_last_good_one(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("1", "utf-8")
    part = Part(lambda: int(path.read_text("utf-8")), tmp_path)
    part.look()
    path.write_text("one", "utf-8")
    part.look()
    assert part.good == 1
    assert "ValueError" in str(part.faults[0].wrong)


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    read = count()
    (tmp_path / "text").write_text("x", "utf-8")
    part = Part(lambda: next(read), tmp_path)
    for _ in range(3):
        part.look()
    assert (part.good, next(read)) == (0, 1)


def test_faults_go_when_the_files_are_good_again(tmp_path: Path) -> None:
    path = tmp_path / "text"
    fault = Fault(str(path), 1, 1, "", told("wrong"), told("mend"))

    def read() -> str:
        if "bad" in (text := path.read_text("utf-8")):
            raise ContentError([fault])
        return text

    part = Part(read, tmp_path)
    seen_faults = []
    for text in ("good", "bad", "better"):
        path.write_text(text, "utf-8")
        part.look()
        seen_faults.append((part.good, part.faults))
    assert seen_faults == [("good", ()), ("good", (fault,)), ("better", ())]
