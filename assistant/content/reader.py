"""Reads a content folder into a `Library`. The only place that opens YAML and CSV."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.content.describe import typed
from assistant.content.link import link
from assistant.content.nodes import Node
from assistant.content.references import check_references
from assistant.content.syntax import not_text, read_tree
from assistant.content.tables import read_table
from assistant.errors import ContentError, Fault, Wording, told
from assistant.model.policy import About, Aliases, Library, Policy
from assistant.model.record import Id, Record
from assistant.model.rule import Shared
from assistant.model.source import Outline
from assistant.model.summary import Summary, Term
from assistant.model.table import Table
from assistant.model.topic import Example, Examples, FrequentQuestion, Topic
from assistant.suggest import near
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.reading import ReadingFact, reading_fact

SINGLE: dict[str, tuple[str, type[Record] | Any]] = {
    "about": ("policy.yaml", About),
    "outline": ("source.yaml", Outline),
    "summary": ("summary.yaml", Summary),
    "facts": ("facts.yaml", dict[Id, Fact]),
    "shared": ("rules.yaml", Shared),
}
BESIDE: dict[str, tuple[str, type[Record] | Any]] = {
    "words": ("words.yaml", dict[Id, Term]),
    "asked": ("asked.yaml", dict[Id, FrequentQuestion]),
    "aliases": ("aliases.yaml", Aliases),
}
"""Files that a policy may do without, and that no answer rests on."""


@dataclass(slots=True)
class Draft:
    """A folder as far as it could be read: each file's tree, and every fault so far."""

    folder: Path
    shown: Path
    trees: dict[str, Node] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self, name: str, kind: Any, prefix: str) -> Any:
        """One YAML file as a record of `kind`, or None where it has faults."""
        file = str(self.shown / name)
        try:
            root = self.trees[name] = read_tree(self.folder / name, file)
            return typed(root, file, kind, prefix)
        except ContentError as error:
            self.faults += error.faults
            return None

    def not_named(self, name: str, wrong: Wording, wanted: str) -> None:
        """Reports an id that is not the name under which the file stands."""
        node = self.trees[name].find(("id",))
        mend = told("write id: {id}", id=wanted)
        self.faults.append(Fault(str(self.shown / name), node.line, node.column, "id", wrong, mend))


def read_library(folder: Path, closed: Mapping[str, tuple[Any, ...]] | None = None) -> Library:
    """
    Every policy of a content folder, one sub-folder each, by id.

    `closed` adds days on which a company is closed, by policy id, to all the calendars of that policy. Raises
    `ContentError` with everything that is wrong in any file of any policy.
    """
    policies: dict[str, Policy] = {}
    found: list[Fault] = []
    # One whose policy.yaml is gone or misspelt is a policy too, or all that it says would be gone without a word.
    folders = sorted({path.parent for path in folder.glob("*/*.yaml")})
    if not folders:
        mend = told("give each policy a folder with policy.yaml")
        found.append(Fault(str(folder), 1, 1, "", told("no policy stands here"), mend))
    for each in folders:
        try:
            policies[each.name] = read_policy(each, (closed or {}).get(each.name, ()))
        except ContentError as error:
            found += error.faults
    if found:
        raise ContentError(found)
    return Library(policies=policies)


def read_policy(folder: Path, closed: tuple[Any, ...] = ()) -> Policy:
    """One policy, read, checked and linked. Raises `ContentError` with everything that is wrong in its files."""
    draft = Draft(folder, Path(folder.parent.name) / folder.name)
    parts: dict[str, Any] = {}
    for part, (name, kind) in SINGLE.items():
        if not (folder / name).exists():
            draft.faults.append(Fault(str(draft.shown / name), 1, 1, "", told("the file is missing"), told("add it")))
        else:
            parts[part] = draft.read(name, kind, f"{folder.name}.{Path(name).stem}")
    for part, (name, kind) in BESIDE.items():
        if (folder / name).exists():
            parts[part] = draft.read(name, kind, f"{folder.name}.{Path(name).stem}")
    topics = {path.stem: _topic(draft, path) for path in sorted((folder / "topics").glob("*.yaml"))}
    tables = _tables(draft, parts.get("about"))
    examples = [e for path in sorted((folder / "examples").glob("*.yaml")) for e in _examples(draft, path)]
    if (about := parts.get("about")) is not None and about.id != folder.name:
        wrong = told("the id '{id}' is not the folder's name", id=about.id)
        draft.not_named("policy.yaml", wrong, folder.name)
    if about is not None and parts.get("outline") is not None:
        parts["outline"] = _with_documents(draft, about, parts["outline"])
    if about is not None and parts.get("facts") is not None:
        for one in (each for each in about.readings if each.other):
            other = ReadingFact(type="reading", question=one.doubt, label=one.doubt, other=one.other)
            parts["facts"][reading_fact(one.id)] = other
    listed = about.tables if about is not None else [path.stem for path in (folder / "tables").glob("*.csv")]
    held = [f"source/{name}.yaml" for name in (about.documents if about is not None else ())]
    fixed = (name for name, _ in (*SINGLE.values(), *BESIDE.values()))
    names = [*fixed, *held, *(f"tables/{name}.csv" for name in listed)]
    draft.faults += strays(folder, draft.shown, names)
    check_references(draft.trees, str(draft.shown), parts, topics, tables, draft.faults)
    if draft.faults:
        raise ContentError(draft.faults)
    return _policy(draft, parts, topics, tables, tuple(examples), closed)


def _with_documents(draft: Draft, about: About, outline: Outline) -> Outline:
    """The outline with the clauses of the other documents that are held; their ids begin with the document's."""
    clauses, gone = list(outline.clauses), list(outline.gone)
    for name, document in about.documents.items():
        if not document.held:
            continue
        file = f"source/{name}.yaml"
        if not (draft.folder / file).exists():
            draft.faults.append(Fault(str(draft.shown / file), 1, 1, "", told("the file is missing"), told("add it")))
            continue
        more: Outline | None = draft.read(file, Outline, f"{draft.folder.name}.source.{name}")
        for clause in more.clauses if more is not None else ():
            id_ = clause.id if ":" in clause.id else f"{name}:{clause.id}"
            clauses.append(clause.model_copy(update={"id": id_}))
        gone += [f"{name}:{one}" for one in (more.gone if more is not None else ())]
    return Outline(clauses=tuple(clauses), gone=tuple(gone))


def _topic(draft: Draft, path: Path) -> Topic | None:
    name = f"topics/{path.name}"
    topic: Topic | None = draft.read(name, Topic, f"{draft.folder.name}.topics.{path.stem}")
    if topic is not None and topic.id != path.stem:
        draft.not_named(name, told("the id '{id}' is not the file's name", id=topic.id), path.stem)
    return topic


def _examples(draft: Draft, path: Path) -> tuple[Example, ...]:
    read: Examples | None = draft.read(f"examples/{path.name}", Examples, f"{draft.folder.name}.examples.{path.stem}")
    return read.examples if read else ()


def _tables(draft: Draft, about: About | None) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for name, one in about.tables.items() if about else ():
        path = draft.folder / "tables" / f"{name}.csv"
        file = str(draft.shown / "tables" / path.name)
        try:
            tables[name] = read_table(path.read_text("utf-8"), file, one)
        except ContentError as error:
            draft.faults += error.faults
        except FileNotFoundError:
            draft.faults.append(Fault(file, 1, 1, "", told("the table is missing"), told("add the file")))
        except UnicodeDecodeError as error:
            draft.faults.append(not_text(file, error))
    return tables


def _policy(
    draft: Draft,
    parts: dict[str, Any],
    topics: dict[str, Any],
    tables: dict[str, Table],
    examples: tuple[Example, ...],
    closed: tuple[Any, ...],
) -> Policy:
    about: About = parts["about"]
    calendars = {
        name: one.model_copy(update={"closed": tuple(sorted({*one.closed, *closed}))})
        for name, one in about.calendars.items()
    }
    return Policy(
        about=about.model_copy(update={"calendars": calendars}),
        outline=parts["outline"],
        summary=parts["summary"],
        facts=parts["facts"],
        shared=parts["shared"],
        tables=tables,
        topics={name: link(topics[name], parts["shared"]) for name in about.topics},
        words=parts.get("words") or {},
        asked=parts.get("asked") or {},
        aliases=parts.get("aliases"),
        examples=examples,
        edition=_edition(draft, tables, calendars),
    )


def _edition(draft: Draft, tables: dict[str, Table], calendars: Mapping[str, Any]) -> str:
    """
    Twelve hex digits over all that answers rest on: the trees of the files (comments and layout do not count), the
    tables, the company's own closed days, and the release of the holiday data where a calendar uses it.
    """
    idle = {name for name, _ in BESIDE.values()}
    trees = {
        name: tree.data("")
        for name, tree in draft.trees.items()
        if name not in idle and not name.startswith("examples/")
    }
    cells = {name: table.model_dump(mode="json") for name, table in tables.items()}
    days = {name: [str(day) for day in one.closed] for name, one in calendars.items()}
    holidays = version("holidays") if any(one.holidays for one in calendars.values()) else ""
    whole = json.dumps([trees, cells, days, holidays], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


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
                str(shown / place),
                1,
                1,
                "",
                told("no file of a policy is called '{name}'", name=place.as_posix()),
                near(place.as_posix(), known, told("give it the name of what it holds, or delete it")),
            )


def _read(place: Path, names: Collection[str]) -> bool:
    if len(place.parts) == 2 and place.parts[0] in FOLDERS:
        return place.suffix == FOLDERS[place.parts[0]]
    return place.as_posix() in names
