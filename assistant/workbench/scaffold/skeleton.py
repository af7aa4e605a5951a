"""
First files of a policy or a topic, written in one of the languages that have skeletons, to be filled in by its owner.

What is to be done stands in comments that begin with `to-do:`; a comment is no part of the content.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any, Literal

from assistant.content.nodes import read_yaml
from assistant.model.record import Placed

FOLDER = Path(__file__).parent / "skeletons"
MARK = re.compile(r"(?:^|\s)#\s*to-do:\s*(.*)")
WRITTEN = re.compile(r"""\[|(["']?)[a-z0-9_-]+\1""")
"""The beginning of a list in brackets, or an id in one, as it is written."""
ORDER = ("policy", "source", "summary", "facts", "rules", "topics", "examples")
"""The files and folders of a policy in the order in which they are best written."""
Part = Literal["policy", "topic"]
Texts = dict[str, str]
"""The text of each file by its name inside the policy's folder."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """What a skeleton is made out with: ids, the policy's language, and the clause that a topic first rests on."""

    policy: str
    topic: str
    language: str
    clause: str = ""

    def filled(self, text: str) -> str:
        """The text with each `$name` filled in; `${topic_words}` is the id as words."""
        return Template(text).safe_substitute(
            policy=self.policy, topic=self.topic, language=self.language, clause=self.clause,
            policy_words=self.policy.replace("-", " "), topic_words=self.topic.replace("-", " "),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class ToDo:
    """Something that a file marks as still to be done, and the line on which it does."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def skeleton_of(chain: tuple[str, ...]) -> str | None:
    """The first language of the chain that has skeletons."""
    return next((language for language in chain if (FOLDER / language).is_dir()), None)


def skeleton(part: Part, language: str, blanks: Blanks) -> Texts:
    """The files of a new policy, or of a new topic."""
    folder = FOLDER / language / part
    names = sorted((path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")), key=_order)
    return {
        name.replace("/topic.yaml", f"/{blanks.topic}.yaml"): blanks.filled((folder / name).read_text("utf-8"))
        for name in names
    }


def _order(name: str) -> int:
    return ORDER.index(re.split("[/.]", name)[0])


def first_phrases(language: str, blanks: Blanks) -> tuple[str, str]:
    """What is to be done about the first search phrases of a topic, and they, one a line."""
    mark, _, phrases = blanks.filled((FOLDER / language / "phrases.txt").read_text("utf-8")).partition("\n")
    return mark, phrases


def sentences(policy: str, files: Texts) -> dict[str, str]:
    """Every scalar of the files by its path in the content, under which translations of sentences stand."""
    found: dict[str, str] = {}
    for name, text in files.items():
        data = read_yaml(text, name).data(f"{policy}.{name.removesuffix('.yaml').replace('/', '.')}")
        found.update((placed.path, str(placed)) for placed in _scalars(data))
    return found


def _scalars(data: Any) -> Iterator[Placed]:
    if isinstance(data, Placed):
        yield data
    else:
        for below in data.values() if isinstance(data, Mapping) else data:
            yield from _scalars(below)


def to_dos(folder: Path, paths: Iterable[Path]) -> list[ToDo]:
    """What files mark as to be done, in their order; each is named from beside the folder that it stands in."""
    return [
        ToDo(path.relative_to(folder.parent).as_posix(), number, found[1])
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if (found := MARK.search(line))
    ]


def with_topic(text: str, topic: str) -> str:
    """The text of a `policy.yaml` with one topic more at the end of its list; nothing else of it changes."""
    listed = read_yaml(text, "policy.yaml").find(("topics",))
    lines = text.splitlines(keepends=True)
    last = listed.items[-1] if listed.items else listed
    line, at = lines[last.line - 1], last.column - 1
    if lines[listed.line - 1][listed.column - 1] == "[":
        added = rf"\g<0>, {topic}" if listed.items else rf"\g<0>{topic}"
        lines[last.line - 1] = line[:at] + WRITTEN.sub(added, line[at:], count=1)
    else:
        ending = "\r\n" if line.endswith("\r\n") else "\n"
        lines[last.line - 1] = line.rstrip("\r\n") + ending
        lines.insert(last.line, f"{' ' * (listed.column - 1)}- {topic}{ending}")
    return "".join(lines)
