"""
A document as a sequence of blocks (headings, paragraphs, items of lists, rows of tables), and these grouped into units:
what may be one clause.

A unit is a paragraph, an item or a row, with the headings and the names of columns that stand directly above it. A
heading with nothing below it is a unit by itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "columns", "row"]
"""`columns` is the row that names a table's columns."""


@dataclass(frozen=True, slots=True)
class Block:
    """
    One block in the order of reading. `text` is on one line, its cells parted by tabs where it is a row.

    `line` to `last` are its lines in a text file, from 1; in other formats, which have none, its place among the
    blocks. `level` is a heading's, from 1, the smaller the higher. `page` is known for PDF alone.
    """

    text: str
    kind: Kind
    line: int
    last: int
    level: int = 0
    number: str = ""
    page: int | None = None


Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """
    What a reader of the document sees and its blocks do not hold, or hold otherwise. `sentence` says what became of
    it, with gaps for `file` and `where`; `place` is the block where it stands, of a PDF the page; `text` its words.
    """

    sentence: str
    place: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: its blocks, and all that is to be said about them."""

    blocks: Blocks
    remarks: tuple[Remark, ...] = ()


Span = tuple[int, int]
"""The first block and the one after the last."""
ABOVE = {"heading", "columns"}
"""Kinds of blocks that introduce the ones below them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A run of blocks, and where it stands: below which headings (the highest first), the how manieth block of its kind
    directly below the last of them it begins with (from 1), with which it ends, and of how many.
    """

    span: Span
    headings: tuple[Block, ...]
    body: Block
    ordinal: int
    last: int
    among: int

    @property
    def kind(self) -> Kind:
        """What kind of block the unit's body is."""
        return self.body.kind


def span_text(blocks: Blocks, span: Span) -> str:
    """The text of a run of blocks, one a line."""
    return "\n".join(block.text for block in blocks[slice(*span)])


def units(blocks: Blocks, known: Iterable[Span] = ()) -> tuple[Unit, ...]:
    """Every block in one unit, in order; `known` spans, which do not overlap, are units as they are."""
    starts = dict(known)
    spans = [*_spans(blocks, starts)]
    trails = [*_trails(blocks)]
    bodies = [_body(blocks, span) for span in spans]
    keys = [(trails[body], blocks[body].kind) for body in bodies]
    every = [(trail, block.kind) for trail, block in zip(trails, blocks, strict=True)]
    among, met = Counter(every), Counter[object]()
    found = []
    for span, body, key in zip(spans, bodies, keys, strict=True):
        first = met[key] + 1
        met.update(every[slice(*span)])
        found.append(Unit(span, trails[body], blocks[body], first, met[key], among[key]))
    return tuple(found)


def _body(blocks: Blocks, span: Span) -> int:
    """The first block of a span that is more than a heading; the last heading where none is."""
    return next((place for place in range(*span) if blocks[place].kind not in ABOVE), span[1] - 1)


def _spans(blocks: Blocks, known: Mapping[int, int]) -> Iterator[Span]:
    start = place = 0
    while place < len(blocks):
        if place in known:
            if start < place:
                yield start, place
            yield place, known[place]
            start = place = known[place]
            continue
        place += 1
        if _ends(blocks, place):
            yield start, place
            start = place
    if start < place:
        yield start, place


def _ends(blocks: Blocks, place: int) -> bool:
    """Whether a unit ends before this place: after what is no heading, and after a heading with nothing below it."""
    last = blocks[place - 1]
    if last.kind not in ABOVE:
        return True
    below = blocks[place] if place < len(blocks) else None
    return below is None or (below.kind == "heading" and last.kind == "heading" and below.level <= last.level)


def _trails(blocks: Blocks) -> Iterator[tuple[Block, ...]]:
    """For each block the headings that it stands below, itself included where it is one."""
    stack: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            stack = [above for above in stack if above.level < block.level] + [block]
        yield tuple(stack)
