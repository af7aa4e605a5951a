"""
Strict YAML, and what is wrong with a text that is none, in words for people who write content.

Every scalar stays text until a record types it, so `yes`, `on` and `010` never change their meaning unseen. Refused:
anchors, aliases, tags, duplicate keys, several documents, bare times, booleans and nulls, control characters, depth
beyond 20.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from assistant.content.nodes import Node
from assistant.errors import ContentError, Fault, Wording, told

DEEPEST = 20
BARE_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
NOT_TEXT = {"true", "false", "null", "~"}
NOTE = re.compile(r"(?:^|\s)#\s*NOTE:\s*(.*?)\s*$")
"""A comment for translators, on the line of a sentence or alone on the line above it."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

WRAPPED = re.compile("(?<=[{0}]) (?=[{0}])".format("\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"))
"""Where a line ended between two signs of a script that puts no blanks between words (CSS Text 3, 4.1.3)."""

NOTHING = told("write a value, or leave the key out")
COMMA = told("between braces a comma ends a value: put a sentence with a comma in quotes; or write a value")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Builder:
    file: str
    events: Iterator[Any]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, mark: Any, wrong: Wording, mend: Wording) -> None:
        self.faults.append(Fault(self.file, mark.line + 1, mark.column + 1, "", wrong, mend))

    def node(self, event: Any, depth: int = 0, braced: bool = False) -> Node:
        mark = event.start_mark
        if getattr(event, "anchor", None) is not None:
            self.fault(mark, told("anchors and aliases are not allowed"), told("write the value out"))
        if getattr(event, "tag", None) is not None:
            self.fault(mark, told("the tag {tag} is not allowed", tag=event.tag), told("leave the tag out"))
        node = Node(mark.line + 1, mark.column + 1)
        if depth > DEEPEST:
            self.fault(mark, told("nested deeper than {levels} levels", levels=DEEPEST), told("flatten it"))
            raise ContentError(self.faults)
        if isinstance(event, yaml.ScalarEvent):
            node.scalar = self.text(event, braced)
        elif isinstance(event, yaml.SequenceStartEvent):
            node.items = []
            while not isinstance(below := next(self.events), yaml.SequenceEndEvent):
                node.items.append(self.node(below, depth + 1))
        elif isinstance(event, yaml.MappingStartEvent):
            self.pairs(node, mark, depth, bool(event.flow_style))
        else:
            node.scalar = ""
        return node

    def pairs(self, node: Node, mark: Any, depth: int, braced: bool) -> None:
        node.pairs = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1, braced)
            if key.scalar is None:
                self.fault(event.start_mark, told("a key must be a word"), told("write the key as plain text"))
            elif key.scalar in node.pairs:
                first = node.pairs[key.scalar][0].line
                wrong = told("the key '{key}' stands here twice (first on line {line})", key=key.scalar, line=first)
                self.fault(event.start_mark, wrong, told("keep one of them"))
            else:
                node.pairs[key.scalar] = (key, value)
        name, end = next(iter(node.pairs), ""), cast("Any", event.end_mark)
        if name and braced and (end.line, end.column - mark.column) == (mark.line, len(name) + 2):
            # A lone key, as no mapping has: what follows would only be told as YAML takes it.
            self.faults.pop()
            mend = told("put the whole text in quotes, or write a value behind the key '{key}'", key=name)
            self.fault(mark, told("a text begins with {sign}", sign=f"{{{name}}}"), mend)
            raise ContentError(self.faults)

    def text(self, event: Any, braced: bool) -> str:
        value = str(event.value)
        if not event.style:  # plain; PyYAML says None, libyaml an empty string
            if BARE_TIME.fullmatch(value):
                self.fault(event.start_mark, told("a bare time, {time}", time=value),
                           told('put it in quotes: "{time}"', time=value))  # fmt: skip
            elif value.lower() in NOT_TEXT:
                self.fault(event.start_mark, told("'{value}' is no text", value=value),
                           told("use yes or no, or put it in quotes"))  # fmt: skip
            elif not value:
                self.fault(event.start_mark, told("nothing stands here"), COMMA if braced else NOTHING)
        folded = event.style != "|" and event.end_mark.line > event.start_mark.line
        return WRAPPED.sub("", value) if folded else value


def read_tree(path: Path, file: str) -> Node:
    """
    The tree of a file; `file` is what faults call it.

    Raises:
        ContentError: as `read_yaml` does; the file is not UTF-8.
        OSError: it cannot be opened.
    """
    try:
        return read_yaml(path.read_text("utf-8"), file)
    except UnicodeDecodeError as error:
        raise ContentError([not_text(file, error)]) from None


def read_yaml(text: str, file: str) -> Node:
    """
    The tree of one YAML document. Raises `ContentError` with everything that is wrong with it, by line and column.
    """
    if found := CONTROL.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        wrong = told("the control character {code}", code=f"U+{ord(found[0]):04X}")
        raise ContentError([Fault(file, line, column, "", wrong, told("delete it"))])
    builder = _Builder(file, iter(yaml.parse(text, Loader=Loader)))
    try:
        events = [next(builder.events), next(builder.events)]
        if isinstance(events[1], yaml.StreamEndEvent):
            empty = Fault(file, 1, 1, "", told("the file is empty"), told("write its content, or delete it"))
            raise ContentError([empty])
        root = builder.node(next(builder.events))
        next(builder.events)
        after = next(builder.events)
        if not isinstance(after, yaml.StreamEndEvent):
            builder.fault(after.start_mark, told("a second document"), told("keep one document in each file"))
    except yaml.MarkedYAMLError as error:
        raise ContentError([*builder.faults, syntax_fault(error, text, file)]) from None
    if builder.faults:
        raise ContentError(builder.faults)
    _note(root, text)
    return root


def _note(root: Node, text: str) -> None:
    """Gives the notes for translators to the scalars beside or below them."""
    notes = {
        number + line.lstrip().startswith("#"): note[1]
        for number, line in enumerate(text.splitlines(), 1)
        if "NOTE:" in line and (note := NOTE.search(line))
    }
    for _, node in root.walk() if notes else ():
        node.note = notes.get(node.line, "")


def not_text(file: str, error: UnicodeDecodeError) -> Fault:
    """The fault of a file that holds bytes that are no text."""
    line = error.object[: error.start].count(b"\n") + 1
    wrong = told("this is not UTF-8 (byte {place})", place=error.start + 1)
    return Fault(file, line, 1, "", wrong, told("save the file as UTF-8"))


Pair = tuple[Wording, Wording]
"""What is wrong, and how to mend it."""
TAB = told("a tab stands in the indentation"), told("use blanks")
BEHIND = (
    told("text stands behind a closing quote or bracket"),
    told("put the whole text in quotes; a single quote in single quotes is written twice"),
)
INDENTED = (
    told("the indentation does not fit the lines above"),
    told("begin the line in the same column as the others of its list or mapping"),
)
UNREADABLE = (
    told("this is not YAML"),
    told("check quotes, colons, brackets and indentation, here and in the line above"),
)
SIGN = ("that cannot start any token", "scanning an anchor", "scanning an alias", "tag", "directive")
"""What is said of texts that begin with a sign: one of ``@ ` % & * !``, or a tab."""
OPENED = ("quoted scalar", "simple key", "flow sequence", "flow mapping", "scanning an a", "a tag")
"""What is better shown where it begins than where the parser gave up."""
SAID: tuple[tuple[str, Pair], ...] = (
    ("escape", (
        told("a backslash in double quotes means something else"),
        told("use single quotes, or write the backslash twice"),
    )),
    ("quoted scalar", (told("a quote is not closed"), told("close it with the same kind of quote"))),
    ("could not find expected ':'", (
        told("a colon is missing"),
        told("write key: value, with a blank after the colon"),
    )),
    ("mapping values are not allowed", (
        told("a colon stands where no key can"),
        told("put text that holds a colon in quotes; else check the indentation, here and in the line above"),
    )),
    ("tab character", TAB),
    ("',' or ']'", (
        told("a list in square brackets is not closed, or lacks a comma"),
        told("put a comma between its items, and a square bracket at its end"),
    )),
    ("',' or '}'", (
        told("a mapping in braces is not closed, or lacks a comma"),
        told("put a comma between its pairs, and a brace at its end"),
    )),
    ("sequence entries are not allowed", (
        told("a list begins on the line of its key"),
        told("begin it on the line below"),
    )),
    ("block scalar", (told("text stands behind | or >"), told("begin it on the line below, indented"))),
    ("node content", (told("a value is missing here"), told("write it, or take out the comma or bracket"))),
    ("expected", INDENTED),
)  # fmt: skip
"""A part of what the parser says, and what we say; the first that fits counts."""


def syntax_fault(error: Any, text: str, file: str) -> Fault:
    """The fault behind an error of the parser (libyaml's or PyYAML's own), where the writer should look."""
    said = f"{error.context} {error.problem}"
    mark = error.problem_mark or error.context_mark
    before = text[: mark.index if mark else 0]
    closed = (before if "flow" in said else before.rstrip(" ")).endswith(("]", "}", "'", '"'))
    if closed and re.search("parsing a (?:block|flow) ", said) and text[len(before) :].strip():
        return Fault(file, mark.line + 1, mark.column + 1, "", *BEHIND)
    if error.context_mark and any(part in said for part in OPENED):
        mark = error.context_mark
    if mark is None:
        return Fault(file, 1, 1, "", *UNREADABLE)
    if "node content" in said and not text[mark.index :].strip() and {"[", "{"} & set(text):
        return _unclosed(text, file)
    lines = text.splitlines() or [""]
    line = lines[mark.line] if mark.line < len(lines) else ""
    return Fault(file, mark.line + 1, mark.column + 1, "", *_pair(said, line, mark.column))


def _unclosed(text: str, file: str) -> Fault:
    """The text ends where a value should stand: behind the bracket or brace that was opened last."""
    opened = max(text.rfind("["), text.rfind("{"))
    column = opened - text.rfind("\n", 0, opened)
    pair = _pair("',' or ']'" if text[opened] == "[" else "',' or '}'", "", 0)
    return Fault(file, text.count("\n", 0, opened) + 1, column, "", *pair)


def _pair(said: str, line: str, column: int) -> Pair:
    sign = line[column : column + 1]
    if any(part in said for part in SIGN):
        return TAB if sign == "\t" else (told("a text begins with {sign}", sign=sign), told("put it in quotes"))
    return next((pair for part, pair in SAID if part in said), UNREADABLE)
