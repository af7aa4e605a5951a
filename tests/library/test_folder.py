"""What is made from sources is kept whole or made anew, whatever happened to the files and whoever else writes them."""

import json
import logging
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mmap import mmap
from pathlib import Path

import pytest

from assistant.library.folder import FORM, Folder, Part

MARK = "0123456789abcdef"
NUMBERS = memoryview(array("f", range(1000)))


class Source:
    """Something that parts are made from, and how often one was made."""

    def __init__(self, said: str = "said", mark: str = MARK) -> None:
        self.said, self.mark, self.made = said, mark, 0

    def make(self) -> Part:
        self.made += 1
        return Part(json.dumps({"said": self.said}), {"numbers": NUMBERS})

    def load(self, folder: Folder, name: str = "thing") -> tuple[str, memoryview]:
        return folder.load(name, lambda: self.mark, self.make, _read)


def _read(part: Part) -> tuple[str, memoryview]:
    return json.loads(part.text)["said"], part.arrays["numbers"]


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


WHOLE = {f"thing.{MARK}.json", f"thing.{MARK}.numbers.array"}


def test_a_part_is_made_once_and_its_arrays_are_mapped(tmp_path: Path) -> None:
    source, folder = Source(), Folder(tmp_path / "library")
    for _ in range(3):
        said, numbers = source.load(folder)
        assert (said, type(numbers.obj)) == ("said", mmap)
        assert numbers == NUMBERS
        assert numbers.readonly
    assert source.made == 1
    assert files(tmp_path / "library") == WHOLE


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _changed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _foreign(path: Path) -> None:
    path.write_bytes(b"\xff" * 300)


@pytest.mark.parametrize("file", sorted(WHOLE))
@pytest.mark.parametrize("spoil", [_cut, _changed, _emptied, _foreign, Path.unlink])
def test_a_damaged_part_is_made_anew(tmp_path: Path, file: str, spoil: Callable[[Path], None]) -> None:
    source, folder = Source(), Folder(tmp_path)
    source.load(folder)
    spoil(tmp_path / file)
    said, numbers = source.load(folder)
    assert (said, source.made) == ("said", 2)
    assert numbers == NUMBERS
    source.load(folder)
    assert source.made == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'"form": {FORM}', f'"form": {FORM + 1}'),
        (sys.byteorder, "middle"),
        ('["f"', '["x"'),
        ('"form"', '"shape"'),
        ('"numbers":', '"figures":'),
        ("{", "["),
    ],
)
def test_a_part_that_is_written_in_another_way_is_made_anew(tmp_path: Path, old: str, new: str) -> None:
    source, folder = Source(), Folder(tmp_path)
    source.load(folder)
    path = tmp_path / f"thing.{MARK}.json"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    source.load(folder)
    assert source.made == 2


def test_a_part_that_is_sound_and_does_not_fit_is_made_anew(tmp_path: Path) -> None:
    Folder(tmp_path).load("thing", lambda: MARK, lambda: Part('"other"'), lambda part: part)
    source = Source()
    assert source.load(Folder(tmp_path))[0] == "said"
    assert source.made == 1


def test_a_source_that_changed_makes_a_new_part_and_the_old_one_goes(tmp_path: Path) -> None:
    folder, other = Folder(tmp_path), Source("something else")
    other.load(folder, "thing-else")
    Source("then").load(folder)
    (tmp_path / f"thing.{MARK}.json.1f2e3d4c").write_text("half writ", "utf-8")
    assert Source("now", "fedcba9876543210").load(folder)[0] == "now"
    assert {name for name in files(tmp_path) if name.startswith("thing.")} == {
        "thing.fedcba9876543210.json", "thing.fedcba9876543210.numbers.array",
    }  # fmt: skip
    other.load(folder, "thing-else")
    assert other.made == 1


def test_what_was_half_written_is_no_part(tmp_path: Path) -> None:
    source, folder = Source(), Folder(tmp_path)
    source.load(folder)
    (tmp_path / f"thing.{MARK}.json").rename(tmp_path / f"thing.{MARK}.json.1f2e3d4c")
    assert source.load(folder)[0] == "said"
    assert source.made == 2


def test_a_part_whose_sources_change_meanwhile_is_not_kept(tmp_path: Path) -> None:
    marks = iter(["a" * 16, "b" * 16])
    source = Source()
    said, _ = Folder(tmp_path).load("thing", lambda: next(marks), source.make, _read)
    assert said == "said"
    assert files(tmp_path) == set()


def test_where_nothing_can_be_written_it_is_made_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    taken = tmp_path / "taken"
    taken.write_text("no folder", "utf-8")
    source = Source()
    for _ in range(2):
        said, numbers = source.load(Folder(taken / "library"))
        assert said == "said"
        assert numbers == NUMBERS
    assert source.made == 2
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2
    assert str(taken) in caplog.text


def test_what_is_shipped_is_read_and_never_written(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    Source("shipped").load(Folder(shipped))
    before = files(shipped)
    source = Source("made")
    assert source.load(Folder(own, shipped))[0] == "shipped"
    assert not own.exists()
    _cut(shipped / f"thing.{MARK}.json")
    assert source.load(Folder(own, shipped))[0] == "made"
    assert source.load(Folder(own, shipped))[0] == "made"
    assert (source.made, files(shipped), files(own)) == (1, before, WHOLE)


def test_whoever_waits_is_told_while_a_part_is_made(tmp_path: Path) -> None:
    said: list[str] = []

    @contextmanager
    def notice() -> Iterator[None]:
        said.append("begins")
        yield
        said.append("ends")

    source = Source()
    for _ in range(2):
        source.load(Folder(tmp_path, notice=notice))
    assert said == ["begins", "ends"]


AT_ONCE = """
import json, sys
from pathlib import Path
from array import array
from assistant.library.folder import Folder, Part

numbers = array("q", range(200_000))
folder = Folder(Path(sys.argv[1]))
for turn in range(30):
    mark = f"{turn % 3:016x}"
    added = array("q", [one + turn % 3 for one in numbers])
    made = folder.load("thing", lambda: mark, lambda: Part(json.dumps([mark]), {"numbers": memoryview(added)}),
                       lambda part: (json.loads(part.text), sum(part.arrays["numbers"])))
    assert made == ([mark], sum(numbers) + len(numbers) * (turn % 3)), made
"""


def test_processes_at_once_do_each_other_no_harm(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-c", AT_ONCE, str(tmp_path)]
    running = [subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert [one.wait() for one in running] == [0] * 4
    assert {name.split(".", 2)[2] for name in files(tmp_path)} == {"json", "numbers.array"}
