"""An answer as Markdown, for tickets and wikis."""

import re
from collections.abc import Iterable, Iterator

from assistant.i18n.words import Words
from assistant.present.share.document import Piece, document, runs
from assistant.present.views import AnswerView

SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w+;)")
OPENING = re.compile(r"^([0-9]+)([.)])(?=\s|$)|^([-+=#>])")


def plain(text: str) -> str:
    """A text that Markdown shows as it is: nothing in it is markup, no line of it begins anything."""
    escaped = SPECIAL.sub(lambda found: "\\" + found[0], " ".join(text.split()))
    return OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", escaped)


def as_markdown(view: AnswerView, permalink: str, words: Words) -> str:
    """An answer; ends with a line break."""
    return written(document(view, words, permalink))


def written(pieces: Iterable[Piece]) -> str:
    """A document; ends with a line break."""
    return "\n\n".join(_blocks(pieces)) + "\n"


def _blocks(document: Iterable[Piece]) -> Iterator[str]:
    for kind, pieces in runs(document):
        lines = [line for number, one in enumerate(pieces, 1) for line in _lines(kind, number, one)]
        yield ("\n" if kind in ("item", "numbered") else "\n\n").join(lines)


def _lines(kind: str, number: int, one: Piece) -> Iterator[str]:
    """A piece, with what stands below it; a label is bold."""
    if kind == "link":
        yield f"<{one.text}>"
        return
    mark = {"headline": "# ", "heading": "## ", "item": "- ", "numbered": f"{number}. "}.get(kind, "")
    start, label = "   " * one.deep, plain(one.label)
    linked = f"[{label}](<{one.href}>){':' if one.text else ''}"
    named = linked if one.href else f"**{label}**" if label else ""
    yield start + mark + " ".join(part for part in (named, plain(one.text)) if part)
    yield from (f"{start}   - {plain(line)}" for line in one.below)
