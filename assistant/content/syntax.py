"""What a parser says of YAML that it cannot read, in words for people who write content."""

from typing import Any

from assistant.errors import Fault, Wording, told

Pair = tuple[Wording, Wording]
"""What is wrong, and how to mend it."""
TAB = told("a tab stands in the indentation"), told("use blanks")
BEHIND_QUOTE = (
    told("text stands behind a closing quote"),
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
    if "block mapping" in said and line[:column].rstrip().endswith(("'", '"')):
        return BEHIND_QUOTE
    return next((pair for part, pair in SAID if part in said), UNREADABLE)
