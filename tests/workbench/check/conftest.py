"""The garden's policy, in a folder that may be edited, and what is wrong with it."""

from pathlib import Path

import pytest

from assistant.content import read_policy
from assistant.errors import Fault
from assistant.model.policy import Policy
from assistant.workbench.check.places import Places
from tests.spoil.garden import garden
from tests.spoil.spoiling import faults_of


class Garden:
    """The garden's policy, to be written anew in part."""

    def __init__(self, folder: Path) -> None:
        self.folder = garden(folder)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces a text that stands in a file once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def read(self) -> Policy:
        """The policy as it stands now."""
        return read_policy(self.folder)

    def places(self) -> Places:
        """Where things stand in its files now."""
        return Places.read(self.folder)

    def faults(self) -> list[Fault]:
        """Everything that is wrong with it."""
        return faults_of(self.folder)

    def told(self, *begins: str) -> list[str]:
        """What is wrong, as `file: what`; of faults that begin so, where beginnings are given."""
        return [
            f"{fault.file.removeprefix('content/garden/')}: {fault.wrong}"
            for fault in self.faults()
            if str(fault.wrong).startswith(begins or "")
        ]


@pytest.fixture
def tools(tmp_path: Path) -> Garden:
    """The garden's policy, sound."""
    return Garden(tmp_path)
