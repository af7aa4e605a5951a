"""
A word processor's text as blocks, as it shows it on paper: with the numbers of lists and the values of fields, and text
boxes and notes after the paragraph that they stand in. What is not read so is remarked.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import Usage, told
from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.blocks import Block, Document, Kind, Remark
from assistant.workbench.sources.lines import SENTENCE_ENDS, heading_level
from assistant.workbench.sources.numbering import Lists
from assistant.workbench.sources.office import BROKEN, Package, Styles, at, read_package
from assistant.workbench.sources.runs import SETTINGS, Runs, text_of
from assistant.workbench.sources.wording import marked, says

CONTENTS = "toc "
"""How the styles of a table of contents begin."""


def docx_document(path: Path, largest: int) -> Document:
    """A file as a document; `largest` are the bytes that it may unpack to. Raises `Usage` where it cannot be read."""
    try:
        return _Reader(read_package(path, largest)).read()
    except BROKEN:
        raise Usage(told(said.DAMAGED, file=path)) from None


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package, self._styles, self._lists = package, Styles(package.of("styles")), Lists(package.of("numbering"))
        self._blocks: list[Block] = []
        self._row = 0
        """The place of the row in whose cells we are."""
        self._runs = Runs(package, self._styles, self._place)

    def read(self) -> Document:
        """The whole document."""
        self._children(self._package.main)
        edges = [text for kind in ("header", "footer") for part in self._package.of(kind) if (text := text_of(part))]
        return Document(tuple(self._blocks), (*self._runs.remarks, *(Remark(said.EDGES, 0, text) for text in edges)))

    def _place(self) -> int:
        return self._row or len(self._blocks) + 1

    def _children(self, element: ET.Element) -> None:
        for child in element:
            match child.tag:
                case "w:p":
                    self._paragraph(child)
                case "w:tbl":
                    self._table(child)
                case "w:altChunk" | "w:subDoc":
                    self._runs.remark(said.PICTURES)
                case name if name not in SETTINGS:
                    self._children(child)

    def _paragraph(self, element: ET.Element) -> None:
        runs = self._runs
        runs.style = self._styles.of(element)
        if self._styles.name(runs.style).startswith(CONTENTS):
            runs.remark(said.CONTENTS, text_of(element))
            return
        runs.collect(element)
        mark = at(element, "w:pPr", "w:rPr")
        if mark is not None and {"w:del", "w:moveFrom"} & {one.tag for one in mark}:
            return  # Its end is deleted: the next paragraph goes on with it.
        label = self._label(element)
        text, strong = runs.take()
        for line in text.split("\n"):
            if says(said_here := " ".join(line.split())):
                self._add(said_here, label, self._styles.level(element), strong)
                label = None
        if not self._row:
            self._beside()

    def _label(self, element: ET.Element) -> str | None:
        """The number of a paragraph of a list; empty for a bullet, None for no list."""
        if (found := self._styles.list(element)) is None:
            return None
        number, level, style = found
        return self._lists.label(number, self._lists.level_of(number, style) if level is None else level)

    def _add(self, text: str, label: str | None, level: int, strong: bool) -> None:
        mark = marked(text)
        if mark.bullet and label is None:
            text, label = f"{mark.number} {mark.rest}".strip(), ""
        shown = f"{label} {text}" if label else text
        number = label or mark.number
        if level and SENTENCE_ENDS.search(text):
            level = 0  # A clause that is only styled as a heading, to be numbered with them.
        level = level or (0 if self._row else heading_level(shown, strong))
        kind: Kind = "heading" if level else "item" if label is not None or number else "paragraph"
        place = len(self._blocks) + 1
        self._blocks.append(Block(shown, kind, place, place, level, number))

    def _beside(self) -> None:
        waiting, self._runs.beside = self._runs.beside, []
        for element, number in waiting:
            first = len(self._blocks)
            self._children(element)
            if number and len(self._blocks) > first:
                note = self._blocks[first]
                self._blocks[first] = Block(f"{number} {note.text}", "item", note.line, note.last, 0, number)

    def _table(self, element: ET.Element) -> None:
        for row in _each("w:tr", element):
            if at(row, "w:trPr", "w:del") is not None:
                self._runs.remark(said.DELETED, text_of(row))
                continue
            if at(row, "w:trPr", "w:ins") is not None:
                self._runs.remark(said.INSERTED, text_of(row))
            cells = [*_each("w:tc", row)]
            if len(cells) == 1:
                self._children(cells[0])  # A frame around paragraphs.
            else:
                self._cells(cells, heads=at(row, "w:trPr", "w:tblHeader") is not None)

    def _cells(self, cells: list[ET.Element], heads: bool) -> None:
        """A row; all that stands in one of its cells is on one line, tables within it too."""
        outer, outermost = self._blocks, not self._row
        self._row = self._place()
        texts = []
        for cell in cells:
            self._blocks = []
            self._children(cell)
            texts.append(" ".join(block.text.replace("\t", " ") for block in self._blocks))
        self._blocks = outer
        if row := "\t".join(filter(None, texts)):
            place = len(outer) + 1
            outer.append(Block(row, "columns" if heads else "row", place, place))
        if outermost:
            self._row = 0
            self._beside()


def _each(name: str, element: ET.Element) -> Iterator[ET.Element]:
    """The rows of a table, or the cells of a row, also where they are wrapped in something."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag not in {"w:tbl", *SETTINGS}:
            yield from _each(name, child)
