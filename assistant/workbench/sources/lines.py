"""
Lines of text or Markdown as blocks.

What plain text does not mark is read from its looks: a short line alone between blank ones that ends no sentence is a
heading; so is a short line that ends in a colon. Lines are joined only in a file whose lines are all broken at one
width. A line too many apart does no harm: clauses are found across blocks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.i18n.width import width as width_of
from assistant.workbench.sources.blocks import Block, Blocks, Kind
from assistant.workbench.sources.wording import RULE, Marked, is_row, marked, says

WIDEST, SHORT, FULL = 110, 60, 0.6
"""Columns: no line is wider where lines are broken at one width; a heading is no wider; part of the width of a line
after which the next may go on."""
HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
SENTENCE_ENDS = re.compile(r"[.。．;；,，、!！?？]$")
SOFT = "\u00ad"
"""A hyphen that only breaks a word at the end of a line."""
COLON = re.compile(r"[:：]$")
LETTER = re.compile(r"\(?[a-z]")
PLAIN_LEVEL, LABEL_LEVEL = 7, 8
"""Levels of headings by looks, below those that are marked: a line alone; one that ends in a colon."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its number from 1, the page it stands on, and whether it fills its column, where these are known."""

    text: str
    number: int
    page: int | None = None
    fills: bool | None = None


def text_blocks(text: str) -> Blocks:
    """The blocks of a text or Markdown file."""
    return line_blocks([Line(line, number) for number, line in enumerate(text.split("\n"), 1)])


def line_blocks(lines: Sequence[Line], broken: bool = False) -> Blocks:
    """The blocks of lines in order; blank ones part them. `broken` says that all are known to be broken at a width."""
    widest = max((width_of(line.text) for line in lines if not is_row(line.text)), default=0)
    return tuple(_joined(_blocks(lines), FULL * widest if broken or widest <= WIDEST else None))


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Block, bool, bool | None]]:
    """Each line that says anything as a block, whether it follows the line before at once, and whether it is full."""
    texts = ["", *(line.text.strip() for line in lines), ""]
    for place, line in enumerate(lines, 1):
        text = texts[place]
        if not says(text):
            continue
        alone = not texts[place - 1] and not texts[place + 1]
        ruled = bool(texts[place + 1]) and "-" in texts[place + 1] and bool(RULE.fullmatch(texts[place + 1]))
        block = _block(line, text, alone, ruled and is_row(text))
        yield block, bool(texts[place - 1]) and not RULE.fullmatch(texts[place - 1]), line.fills


def _block(line: Line, text: str, alone: bool, columns: bool) -> Block:
    mark = marked(text)
    kind, level = _kind(text, mark, alone)
    if hashes := HASHES.fullmatch(text):
        kind, level, mark, text = "heading", len(hashes[1]), marked(hashes[2]), hashes[2]
    elif kind == "row":
        text = _cells(text)
    elif mark.bullet:
        text = f"{mark.number} {mark.rest}".strip()
    return Block(text, "columns" if columns else kind, line.number, line.number, level, mark.number, line.page)


def _kind(text: str, mark: Marked, alone: bool) -> tuple[Kind, int]:
    if is_row(text):
        return "row", 0
    short = width_of(text) <= SHORT and not SENTENCE_ENDS.search(text)
    label = bool(COLON.search(text))
    if short and label and not mark.bullet and not mark.number:
        return "heading", LABEL_LEVEL
    if short and alone and not label and not mark.bullet and not LETTER.match(mark.number):
        return "heading", _level(mark.number)
    return ("item" if mark.bullet or mark.number else "paragraph"), 0


def heading_level(text: str, strong: bool) -> int:
    """
    The level of a paragraph that is a heading by its looks: short, no sentence, and strong or numbered as an article
    is; 0 of any other.
    """
    number = marked(text).number
    looks = (strong or number.startswith("第")) and width_of(text) <= SHORT
    return _level(number) if looks and not SENTENCE_ENDS.search(text) and number[-1:] not in {"号", "項"} else 0


def _level(number: str) -> int:
    """`1.` and 第1条 stand at 1, `1.1` at 2; a bracket or a letter stands below; no number is the plain level."""
    if not number:
        return PLAIN_LEVEL
    return len(re.findall(r"[0-9]+", number)) if re.match(r"[0-9第]", number) else PLAIN_LEVEL - 1


def _cells(text: str) -> str:
    if text.startswith("|"):
        return "\t".join(cell.strip() for cell in text.strip("|").split("|"))
    return "\t".join(cell.strip() for cell in text.split("\t"))


def _joined(blocks: Iterable[tuple[Block, bool, bool | None]], full: float | None) -> Iterator[Block]:
    """Blocks with the lines of one paragraph as one, where lines are broken at one width."""
    held: Block | None = None
    filled = False
    for block, follows, fills in blocks:
        goes_on = held is not None and held.kind in {"paragraph", "item"} and block.kind == "paragraph"
        if held is not None and (filled or held.text.endswith(SOFT)) and follows and goes_on:
            held = replace(held, text=_join(held.text, block.text), last=block.last)
        else:
            if held is not None:
                yield held
            held = block
        filled = fills if fills is not None else full is not None and width_of(block.text) >= full
    if held is not None:
        yield held


def _join(text: str, after: str) -> str:
    """Two lines as one: a blank between words, none after a hyphen that breaks one, and none between Japanese signs."""
    if text.endswith(SOFT):
        return text.removesuffix(SOFT) + after
    if text.endswith("-") and after[:1].islower():
        return text + after
    return text + after if width_of(text[-1] + after[0]) == 4 else f"{text} {after}"
