"""
PDF as blocks, with pypdf's reading by place on the page.

What stands at the head or the foot of every page is left out. A row of a table is a line whose cells begin where those
of a line near it begin, and that stands beside no running text, whose gaps come from placing signs. A table whose cells
run over several lines is read line by line.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.lines import FULL, SENTENCE_ENDS, Line, line_blocks
from assistant.workbench.sources.wording import marked

# It warns in English, of files of which we say ourselves what is wrong.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
NEAR = 2
"""Lines with gaps, before and after, among which cells are looked for that begin at the same column."""
PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.)?\s*[0-9]{1,4}(?:\s*(?:/|of)\s*[0-9]{1,4})?\s*(?:ページ|頁)?\W*", re.IGNORECASE
)
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60"
LOOSE = re.compile(rf"(?<=[{WIDE}])\s+(?=[{WIDE}])")
"""Blanks between Japanese signs, which come from placing them on the page."""


class Locked(Exception):
    """A password is needed to read the file."""


class NoPdf(Exception):
    """The file is no PDF that can be read."""


def pdf_blocks(path: Path) -> Blocks:
    """
    The blocks of a PDF, each with its page; none where its pages hold no text.

    Raises:
        Locked: the file is encrypted, and an empty password does not open it.
        NoPdf: the file is damaged.
    """
    try:
        pages = _pages(path)
    except DependencyError:
        raise Locked from None
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        # pypdf raises what its own code trips over in a damaged file.
        raise NoPdf from None
    blocks = line_blocks([*_numbered(_bare(pages))], broken=True)
    return tuple(replace(block, line=place, last=place) for place, block in enumerate(blocks, 1))


def _pages(path: Path) -> list[list[str]]:
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    return [page.extract_text(extraction_mode="layout").splitlines() for page in reader.pages]


def _bare(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand on each of them alike, and without the number of the page."""
    pages = [_trimmed(lines) for lines in pages]
    for edge in (0, -1):
        while (shown := {_figureless(lines[edge]) for lines in pages if lines}) and (
            len(shown) == 1 < sum(map(bool, pages))
            or all(PAGE_NUMBER.fullmatch(lines[edge]) for lines in pages if lines)
        ):
            pages = [_trimmed(lines[1:] if edge == 0 else lines[:-1]) for lines in pages]
    return pages


def _trimmed(lines: Sequence[str]) -> list[str]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _figureless(line: str) -> str:
    return re.sub(r"[0-9]+", "0", " ".join(line.split()))


def _numbered(pages: list[list[str]]) -> Iterator[Line]:
    """Every line, numbered through the document; a blank one between pages, unless a sentence goes on."""
    number, last = 0, ""
    for page, lines in enumerate(pages, 1):
        texts = [*_cells(lines)]
        if last and texts and not _goes_on(last, texts[0]):
            texts = ["", *texts]
        for text in texts:
            number += 1
            yield Line(text, number, page)
        last = texts[-1] if texts else last


def _goes_on(last: str, text: str) -> bool:
    mark = marked(text)
    begun = mark.bullet or mark.number or (text[:1].isupper() and text[:1].isascii())
    return not begun and not SENTENCE_ENDS.search(last)


def _cells(lines: Sequence[str]) -> Iterator[str]:
    """Lines with the cells of rows parted by tabs, and no wider blanks."""
    starts = [{gap.end() for gap in GAP.finditer(line)} for line in lines]
    widest = max(map(len, lines), default=0)
    running = [not columns and len(line) >= FULL * widest for columns, line in zip(starts, lines, strict=True)]
    gapped = [place for place, columns in enumerate(starts) if columns]
    for place, line in enumerate(lines):
        beside = any(running[max(0, place - 1) : place + 2])
        yield (
            "\t".join(map(_close, GAP.split(line))) if not beside and _aligned(starts, gapped, place) else _close(line)
        )


def _aligned(starts: Sequence[set[int]], gapped: Sequence[int], place: int) -> bool:
    """Whether a cell begins where one does in a line near."""
    if place not in gapped:
        return False
    at = gapped.index(place)
    near = [starts[one] for one in gapped[max(0, at - NEAR) : at + NEAR + 1] if one != place]
    return any(abs(column - other) <= 1 for columns in near for other in columns for column in starts[place])


def _close(text: str) -> str:
    """The text without loose blanks; one after the number that begins it stays."""
    text = " ".join(text.split())
    number, blank, rest = text.partition(" ") if marked(text).number else ("", "", text)
    return number + blank + LOOSE.sub("", rest)
