"""
PDF as blocks, with PDFium's reading of the signs and their places.

What stands at the head or the foot of most pages at the same height is left out, and remarked. Columns of running text
are read one after the other. A row of a table is a line whose cells begin where those of a line near it begin, and that
stands beside no running text. A table whose cells run over several lines is read line by line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unicodedata import bidirectional

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.blocks import Document, Remark
from assistant.workbench.sources.columns import Leading, Row, in_order, lines, rows
from assistant.workbench.sources.glyphs import Glyph, glyphs, pieces, upright
from assistant.workbench.sources.lines import SENTENCE_ENDS, Line, line_blocks
from assistant.workbench.sources.wording import marked

PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.)?\s*[0-9]{1,4}(?:\s*(?:/|of)\s*[0-9]{1,4})?\s*(?:ページ|頁)?\W*", re.IGNORECASE
)
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
LOOSE = re.compile(rf"(?<=[{WIDE}])\s+(?=[{WIDE}])")
"""Blanks between Japanese signs, which come from placing them on the page."""
LEVEL = 3.0
"""Points by which a head or a foot may stand higher or lower from page to page."""
OFTEN = 3
"""One page in so many has a head or a foot, where those of left and right pages differ."""
PICTURED = 0.03
"""The part of a page that a picture takes from which it may say something."""
WRITTEN_ON = {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET}
LOCKED = N_("{file}: a password protects it. Save a copy without one.")
PICTURES = N_(
    "{file}: its pages are pictures of text. Make a copy with text recognition, and compare that with the pages."
)
Page = list[list[Row]]
"""The rows of a page: those that stand upright first, then those of each other turn."""


def pdf_document(path: Path) -> Document:
    """
    A PDF as a document, each block with its page. Raises `Usage` where an empty password does not open it, it is
    damaged, or its pages hold no text.
    """
    remarks: list[Remark] = []
    try:
        with pypdfium2.PdfDocument(path) as opened:
            pages = [_page(opened[at], at + 1, remarks) for at in range(len(opened))]
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise Usage(told(LOCKED if locked else said.DAMAGED, file=path)) from None
    bare = _bare(pages, remarks)
    blocks = line_blocks([*_numbered(bare, remarks)], broken=True)
    if not blocks:
        raise Usage(told(PICTURES, file=path))
    return Document(
        tuple(replace(block, line=at, last=at) for at, block in enumerate(blocks, 1)),
        tuple(sorted(remarks, key=lambda one: one.place)),
    )


def _page(page: pypdfium2.PdfPage, number: int, remarks: list[Remark]) -> Page:
    text = page.get_textpage()
    found = list(glyphs(text.raw, text.count_chars()))
    _remark(page, number, found, remarks)
    turns: dict[int, list[Glyph]] = {0: []}
    for one in found:
        turns.setdefault(one.turn, []).append(one)
    return [rows(pieces(upright(each))) for each in turns.values()]


def _remark(page: pypdfium2.PdfPage, number: int, found: Sequence[Glyph], remarks: list[Remark]) -> None:
    width, height = page.get_size()
    drawn = [*page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)] if found else [*page.get_objects()]
    if not found and drawn:
        remarks.append(Remark(said.SCANNED, number))
    for left, bottom, right, top in (one.get_bounds() for one in drawn if found):
        if (right - left) * (top - bottom) >= PICTURED * width * height:
            remarks.append(Remark(said.DRAWN, number))
    if any(one.text == "\ufffd" or "\ue000" <= one.text <= "\uf8ff" for one in found):
        remarks.append(Remark(said.UNREADABLE, number))
    if any(bidirectional(one.text[0]) in ("R", "AL") for one in found):  # PDFium has neither its words nor its signs.
        remarks.append(Remark(said.RIGHT_TO_LEFT, number))
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if pdfium.FPDFAnnot_GetSubtype(note) in WRITTEN_ON:
            remarks.append(Remark(said.ANNOTATED, number))
        pdfium.FPDFPage_CloseAnnot(note)


def _bare(pages: Sequence[Page], remarks: list[Remark]) -> list[Page]:
    """Pages without the lines that stand at the edge of most of them alike, and without the number of the page."""
    bare = [[list(part) for part in page] for page in pages]
    for edge in (0, -1):
        while gone := _edge([page[0] for page in bare if page and page[0]], edge):
            for number, page in enumerate(bare, 1):
                if page and page[0] and any(page[0][edge] is row for row in gone):
                    row = page[0].pop(edge)
                    remarks.append(Remark(said.EDGES, number, row.text))
    turned = Counter(_words(part) for page in bare for part in page[1:])
    for number, page in enumerate(bare, 1):
        for part in page[1:]:
            if turned[_words(part)] > 1 and turned[_words(part)] * OFTEN >= len(pages):
                remarks.append(Remark(said.EDGES, number, " ".join(row.text for row in part)))
                page.remove(part)
    return bare


def _words(part: Sequence[Row]) -> str:
    return "".join(map(_figureless, part))


def _edge(pages: Sequence[Sequence[Row]], edge: int) -> list[Row]:
    """The lines at an edge of pages that are no part of the text."""
    ends = [rows[edge] for rows in pages]
    if ends and all(PAGE_NUMBER.fullmatch(row.text) for row in ends):
        return ends
    found: list[Row] = []
    for text, count in Counter(_figureless(row) for row in ends).items():
        alike = [row for row in ends if _figureless(row) == text]
        level = [row for row in alike if abs(row.line - alike[0].line) <= LEVEL]
        if count > 1 and len(level) * OFTEN >= len(ends):
            found += level
    return found


def _figureless(row: Row) -> str:
    return re.sub(r"[0-9]+", "0", "".join(row.text.split()))


def _numbered(pages: Sequence[Page], remarks: list[Remark]) -> Iterator[Line]:
    """Every line, numbered through the document; a blank one where a paragraph ends, unless a sentence goes on."""
    ordered = [[in_order(part) for part in parts] for parts in pages]
    leading = Leading(stretch for parts in ordered for stretches, _ in parts for stretch in stretches)
    number, last = 0, ""
    for page, parts in enumerate(ordered, 1):
        if parts[1:]:
            remarks.append(Remark(said.TURNED, page))
        if any(parted for _, parted in parts):
            remarks.append(Remark(said.COLUMNS, page))
        for stretch in (stretch for stretches, _ in parts for stretch in stretches):
            for at, one in enumerate(lines(stretch, leading)):
                text = "\t".join(map(_closed, one.text.split("\t")))
                blank = one.parted and (at > 0 or not _goes_on(last, text))
                number += 1 + blank
                if blank:
                    yield Line("", number - 1, page)
                yield Line(text, number, page, one.fills)
                last = text


def _goes_on(last: str, text: str) -> bool:
    mark = marked(text)
    begun = mark.bullet or mark.number or (text[:1].isupper() and text[:1].isascii())
    return not last or (not begun and not SENTENCE_ENDS.search(last))


def _closed(text: str) -> str:
    """A cell without loose blanks; one after the number that begins it stays."""
    text = " ".join(text.split())
    number, blank, rest = text.partition(" ") if marked(text).number else ("", "", text)
    return number + blank + LOOSE.sub("", rest)
