"""The signs of a PDF's page by their places, with PDFium's reading, and the stretches of text that they make."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from assistant.workbench.sources.lines import SOFT
from assistant.workbench.sources.wording import raised

LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))
SMALL, LIFT = 0.8, 0.15
"""A raised figure is no higher than this part of the text beside it, and stands at least this part of it higher."""
APART = 0.9
"""A gap that parts stretches, in heights of the text."""
QUARTER = math.pi / 2
LEAST = 0.01
"""Points of the lowest sign: some say that they have no height."""


class Glyph(NamedTuple):
    """A sign: from where to where it goes along its line, the height of its line, its own height, and its turn."""

    text: str
    start: float
    end: float
    line: float
    height: float
    turn: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line."""

    text: str
    start: float
    end: float
    line: float
    height: float


def glyphs(page: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[Glyph]:
    """Every sign that is drawn, in the order of the file; one that the file gives no meaning is `\\ufffd`."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    for at in range(count):
        text = chr(pdfium.FPDFText_GetUnicode(page, at))
        if text.isspace():  # Those between words and lines that the file does not hold are PDFium's.
            spaced = True
            continue
        if text == "\x02":
            text = SOFT
        elif text < " " or pdfium.FPDFText_HasUnicodeMapError(page, at) == 1:
            text = "\ufffd"
        pdfium.FPDFText_GetLooseCharBox(page, at, box)
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        turn = round(pdfium.FPDFText_GetCharAngle(page, at) / QUARTER) % 4 * 90
        yield _turned(text, box, (x.value, y.value), turn, spaced)
        spaced = False


def _turned(text: str, box: pdfium.FS_RECTF, origin: tuple[float, float], turn: int, spaced: bool) -> Glyph:
    """A sign in the sight of whoever turns the page so that it stands upright."""
    match turn:
        case 0:
            start, end, line, height = box.left, box.right, origin[1], box.top - box.bottom
        case 90:
            start, end, line, height = -box.top, -box.bottom, origin[0], box.right - box.left
        case 180:
            start, end, line, height = -box.right, -box.left, -origin[1], box.top - box.bottom
        case _:
            start, end, line, height = box.bottom, box.top, -origin[0], box.right - box.left
    return Glyph(text, start, end, line, max(height, LEAST), turn, spaced)


def upright(found: Sequence[Glyph]) -> list[Glyph]:
    """Signs that are written from top to bottom, as Japanese may be, as if they were written from the left."""
    below = [
        abs(one.start - other.start) < one.height / 3 and 0.5 < (one.line - other.line) / one.height < 1.6
        for one, other in pairwise(found)
        if one.height > 0
    ]
    if sum(below) * 2 <= len(below):
        return list(found)
    return [
        one._replace(start=-one.line - one.height, end=-one.line, line=one.start, height=one.end - one.start)
        for one in found
    ]


def pieces(found: Sequence[Glyph]) -> list[Piece]:
    """Stretches of signs that follow each other on a line, raised figures among them with their mark."""
    runs: list[tuple[Glyph, list[str]]] = []
    last: Glyph | None = None
    ends: list[float] = []
    for one in found:
        if last is None or not _follows(last, one, runs[-1][0]):
            runs.append((one, [one.text]))
            ends.append(one.end)
        else:
            first, words = runs[-1]
            words += [" "] if one.spaced else []
            lifted = one.height <= SMALL * first.height and one.line - first.line >= LIFT * one.height
            words.append(raised("".join(words[-2:]), one.text, "^") if lifted and last.line == first.line else one.text)
            ends[-1] = max(ends[-1], one.end)
        last = one
    return [
        Piece("".join(words).translate(LIGATURES), first.start, end, first.line, first.height)
        for (first, words), end in zip(runs, ends, strict=True)
    ]


def _follows(last: Glyph, one: Glyph, first: Glyph) -> bool:
    """Whether a sign goes on with the stretch that a first one began: on its line, or raised, and no cell away."""
    # The signs of a ligature have one place.
    if one.start < last.start - 0.1 * first.height or one.start - last.end >= APART * first.height:
        return False
    lift = one.line - first.line
    if abs(lift) < 0.1 * first.height:
        return True
    return one.height <= SMALL * first.height and -0.3 * first.height < lift < 0.7 * first.height
