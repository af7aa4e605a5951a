"""Files in a policy's folder that nothing reads: most are misspelt, and what stands in them would be lost unseen."""

from collections.abc import Collection, Iterator
from pathlib import Path

from assistant.errors import Fault, told
from assistant.suggest import near

KINDS = {".yaml", ".yml", ".csv"}
FOLDERS = {"topics": ".yaml", "examples": ".yaml"}
"""The folders of which each file is read that ends so."""


def strays(folder: Path, shown: Path, names: Collection[str]) -> Iterator[Fault]:
    """A fault for each file of ours below `folder` that is none of `names`; `shown` is the folder as faults name it."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.suffix.lower() in KINDS and not path.name.startswith(".") and not _read(place, names):
            top = place.parts[0]
            known = {*names, f"{top}/{place.stem}{FOLDERS[top]}"} if top in FOLDERS else names
            yield Fault(
                str(shown / place), 1, 1, "",
                told("no file of a policy is called '{name}'", name=place.as_posix()),
                near(place.as_posix(), known, told("give it the name of what it holds, or delete it")),
            )  # fmt: skip


def _read(place: Path, names: Collection[str]) -> bool:
    if len(place.parts) == 2 and place.parts[0] in FOLDERS:
        return place.suffix == FOLDERS[place.parts[0]]
    return place.as_posix() in names
