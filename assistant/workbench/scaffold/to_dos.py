"""What files of content and catalogues mark as still to be done: comments that begin with `to-do:`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.i18n.words import Words
from assistant.settings import Settings

MARK = re.compile(r"(?:^|\s)#\s*to-do:\s*(.*)")


@dataclass(frozen=True, slots=True, order=True)
class ToDo:
    """Something that a file marks as still to be done, and the line on which it does."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def to_dos(folder: Path, paths: Iterable[Path]) -> list[ToDo]:
    """What files mark as to be done, in their order; each is named from beside the folder that it stands in."""
    return [
        ToDo(path.relative_to(folder.parent).as_posix(), number, found[1])
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if (found := MARK.search(line))
    ]


def all_to_dos(known: Settings) -> list[ToDo]:
    """Everything that content and catalogues mark as to be done."""
    content, catalogues = known.content.glob("**/*.yaml"), known.locales.glob("*/*.po")
    return [*to_dos(known.content, sorted(content)), *to_dos(known.locales, sorted(catalogues))]


def to_do_lines(marked: Sequence[ToDo], words: Words) -> list[str]:
    """How many things are to be done, and each with its file and line; nothing where nothing is."""
    if not marked:
        return []
    return ["", words.plural("{count} thing to do:", "{count} things to do:", len(marked)), *map(str, marked)]
