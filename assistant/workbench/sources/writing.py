"""
The text of `source.yaml` for a new edition of the document, with all that people wrote in it; and what is put into
`policy.yaml`, of which nothing else changes.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from assistant.content.nodes import Node
from assistant.content.syntax import read_yaml
from assistant.i18n.words import Words
from assistant.model.source import Clause
from assistant.workbench.sources.outline import Entry

PLAIN = re.compile(r"(?!(?:yes|no|true|false|null|on|off)$)[^\W\d_][^\n:#{}\[\]&*!|>'\"%@`~\\]*", re.IGNORECASE)
"""A scalar that needs no quotes."""


def written(
    text: str,
    root: Node | None,
    clauses: Sequence[Clause],
    found: Sequence[Entry],
    words: Words,
    places: Mapping[str, str] = {},
    moved: Collection[str] = (),
    gone: Sequence[str] = (),
) -> str:
    """
    The text of `source.yaml` with these entries, in their order.

    `text`, `root` and `clauses` are what it holds now; of each clause that stays, the print and the lines change, and
    its place where it was written here: `places` are those that we write of the earlier document. Where another place
    no longer fits, or may no longer for a clause is `moved`, it is marked to be done. The ids of clauses that are
    `gone` are listed, as no other clause is given them.
    """
    head, chunks, indent = _chunks(text, root, clauses)
    head = head or f"# {words.say('The outline of the document, clause by clause.')}\nclauses:\n"
    kept = {clause.id: clause for clause in clauses}
    parts = []
    for entry in found:
        part = chunks.get(entry.id, "") or _new(entry, indent, words)
        if clause := kept.get(entry.id):
            was = places.get(entry.id, "" if entry.id in moved else entry.place)
            part = _placed(_renewed(part, clause, entry), clause, was, entry, words)
        parts.append(part if part.endswith("\n") else f"{part}\n")
    known = [node.scalar or "" for node in (root.find(("gone",)).items if root else None) or ()]
    return _without(head + "".join(parts), [*known, *gone])


GONE = re.compile(r"^gone:[^\n]*\n(?:[ \t-][^\n]*\n)*", re.MULTILINE)


def _without(text: str, gone: Sequence[str]) -> str:
    """The text with the ids of the clauses that are gone, which no other clause is given."""
    listed = f"gone: [{', '.join(dict.fromkeys(gone))}]\n" if gone else ""
    return re.sub(r"^(?=clauses:)", listed, GONE.sub("", text), count=1, flags=re.MULTILINE)


PLACE = re.compile(r"^(\s*(?:- )?place:)([^\n]*)$", re.MULTILINE)


def _placed(part: str, clause: Clause, was: str, entry: Entry, words: Words) -> str:
    """A clause's text with its new place, where `was` is what stands there, or a note that it may be wrong."""
    if entry.place in (was, clause.place.source):
        return part
    if clause.place.source == was:
        return PLACE.sub(lambda found: f"{found[1]} {scalar(entry.place)}", part, count=1)
    to_do = f"# to-do: {words.say('correct the place of {clause}', clause=clause.id)}"
    return part if to_do in part else PLACE.sub(lambda found: f"{found[1]}{found[2]}  {to_do}", part, count=1)


def mark_document(folder: Path, document: str, words: Words) -> None:
    """
    Marks in `policy.yaml` what it says of a document, or of one of its further `documents`, to be looked at. The mark
    stands above, where no scalar that goes on over lines can take it in.
    """
    path = folder / "policy.yaml"
    to_do = f"# to-do: {words.say('see that this and the days on which it is in force are those of the new edition')}"
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    root = read_yaml("".join(lines), path.name)
    ways = [("documents", document, "[key]"), ("documents", "[key]")] if document else [("document", "[key]")]
    keys = [root.find(way) for way in ways]
    # Of what is written in braces, the beginning of a line may lie inside a scalar of another key.
    key = next((one for one in keys if not lines[one.line - 1][: one.column - 1].strip()), root)
    if lines[key.line - 2 : key.line - 1] != [marked := f"{' ' * (key.column - 1)}{to_do}\n"]:
        lines.insert(key.line - 1, marked)
        path.write_bytes("".join(lines).encode("utf-8"))


WRITTEN = re.compile(r"""\[|(["']?)[a-z0-9_-]+\1""")
"""The beginning of a list in brackets, or an id in one, as it is written."""


def with_topic(text: str, topic: str) -> str:
    """The text of a `policy.yaml` with one topic more at the end of its list, or as it is if it is there."""
    listed = read_yaml(text, "policy.yaml").find(("topics",))
    if topic in {item.scalar for item in listed.items or ()}:
        return text
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


def _chunks(text: str, root: Node | None, clauses: Sequence[Clause]) -> tuple[str, Mapping[str, str], str]:
    """What stands before the clauses, the lines of each with the comments above it, and the indentation."""
    items = (root.find(("clauses",)).items if root else None) or []
    if not items:
        return "", {}, "  "
    lines = text.splitlines(keepends=True)
    starts = [_above(lines, item.line - 1) for item in items]
    stops = [*starts[1:], len(lines)]
    chunks = {clause.id: "".join(lines[start:stop]) for clause, start, stop in zip(clauses, starts, stops, strict=True)}
    return "".join(lines[: starts[0]]), chunks, " " * (items[0].column - 3)


def _above(lines: Sequence[str], line: int) -> int:
    """The first of the comments that stand directly above a line."""
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _renewed(part: str, clause: Clause, entry: Entry) -> str:
    """A clause's text with another print and other lines."""
    part = part.replace(clause.fingerprint, entry.fingerprint)
    pair = re.compile(r"(\blines:\s*(?:\[|-)\s*)[0-9]+(\s*(?:,|\n\s*-)\s*)[0-9]+")
    return pair.sub(lambda found: f"{found[1]}{entry.lines[0]}{found[2]}{entry.lines[1]}", part)


def _new(entry: Entry, indent: str, words: Words) -> str:
    gist = scalar(words.say("What this clause says, in one sentence of your own."))
    fields = {
        "id": entry.id,
        "place": scalar(entry.place),
        # Such a comment is listed by `check` until somebody takes it away.
        "gist": f"{gist}  # to-do: {words.say('write the gist of {clause}', clause=entry.id)}",
        "fingerprint": json.dumps(entry.fingerprint),
        "lines": f"[{entry.lines[0]}, {entry.lines[1]}]",
    }
    return "".join(
        f"{indent}{'  ' if at else '- '}{name}: {value}\n" for at, (name, value) in enumerate(fields.items())
    )


def scalar(text: str) -> str:
    """A text as a scalar, in quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
