"""A document as a sequence of blocks: headings, paragraphs, items of lists, rows of tables."""

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
