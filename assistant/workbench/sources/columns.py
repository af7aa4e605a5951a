"""Stretches of text on a page as lines in the order of reading: column by column, the cells of a row side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from assistant.i18n.width import width as width_of
from assistant.workbench.sources.glyphs import Piece

GUTTER, CELL = 1.0, 1.3
"""How wide the space between two columns is at least, and that between two cells, in heights of the text."""
FILLED, FEWEST, LONG = 0.8, 2, 14
"""Of running text at least half of the lines fill this part of their column; a column has so many lines, and these so
many signs (a Japanese one counts twice)."""
GOES_ON, INDENT = 0.6, 0.25
"""A line goes on with the next that reaches this part of the width of its column, and begins before that part."""
WIDE_GAP, FAR = 1.35, 2.2
"""How far apart two lines are that a paragraph parts: of the usual, or else in heights of the text."""
LARGE = 1.15
"""How high a heading is at least, beside the usual text."""
SAME_ROW = 0.35
"""How much lower, in heights of the text, what stands in one row may be than its highest."""
MOST_TRIED = 3
"""Places at which columns may part that are looked at."""
NEAR = 2
"""Rows with gaps, before and after, among which cells are looked for that begin at the same place."""


class Row(NamedTuple):
    """What stands at one height, from the left: its height, that of its text, and where it begins and ends."""

    pieces: tuple[Piece, ...]
    line: float
    height: float
    start: float
    end: float

    @classmethod
    def of(cls, pieces: tuple[Piece, ...]) -> "Row":
        """These pieces, from the left."""
        height, end = max(piece.height for piece in pieces), max(piece.end for piece in pieces)
        return cls(pieces, pieces[0].line, height, pieces[0].start, end)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)


class Read(NamedTuple):
    """A line as it is read: its text, its cells parted by tabs; whether it fills its column; whether it is apart."""

    text: str
    fills: bool
    parted: bool


def rows(pieces: Sequence[Piece]) -> list[Row]:
    """The pieces by their heights, from the top."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.line):
        if found and found[-1][0].line - piece.line < SAME_ROW * max(piece.height, found[-1][0].height):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [Row.of(tuple(sorted(each, key=lambda one: one.start))) for each in found]


def in_order(page: Sequence[Row]) -> tuple[list[list[Row]], int]:
    """The rows of each stretch that is read from top to bottom, in order, and how many columns were parted."""
    whole: list[list[Row]] = [[]]
    parted, at = 0, 0
    while at < len(page):
        run = _columns(page[at:])
        if run is None:
            whole[-1].append(page[at])
            at += 1
            continue
        length, gutter = run
        for side in _sides(page[at : at + length], gutter):
            inner, more = in_order(side)
            whole += inner
            parted += more
        parted += 1
        whole.append([])
        at += length
    return [each for each in whole if each], parted


def _columns(page: Sequence[Row]) -> tuple[int, float] | None:
    """How many rows from here on stand in two columns, and where these part; None where they do not."""
    free = [(min(row.start for row in page), max(row.end for row in page))]
    found: dict[int, tuple[int, float]] = {}
    for length, row in enumerate(page, 1):
        least = GUTTER * median(piece.height for piece in row.pieces)
        free = [gap for gap in _without(free, row.pieces) if gap[1] - gap[0] >= least]
        if not free:
            break
        for gap in free:
            middle = (gap[0] + gap[1]) / 2
            if row.start < middle < row.end or length == len(page):
                found[round(middle)] = (length, middle)
    longest = sorted(found.values(), reverse=True)[:MOST_TRIED]
    return next((run for run in longest if _apart(page[: run[0]], run[1])), None)


def _apart(page: Sequence[Row], middle: float) -> bool:
    """Whether there is a column of running text on the left, and one or more on the right."""
    left, right = _sides(page, middle)
    return _running(left) and (_running(right) or (len(right) >= FEWEST and _columns(right) is not None))


def _without(free: Sequence[tuple[float, float]], taken: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    for left, end in free:
        start = left
        for piece in taken:
            if start < piece.end and piece.start < end:
                if piece.start > start:
                    yield start, piece.start
                start = piece.end
        if start < end:
            yield start, end


def _sides(page: Sequence[Row], middle: float) -> tuple[list[Row], list[Row]]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for row in page:
        for at, side in enumerate(sides):
            if some := tuple(piece for piece in row.pieces if (piece.start > middle) == bool(at)):
                side.append(Row.of(some))
    return sides


def _running(side: Sequence[Row]) -> bool:
    """Whether a column holds running text, and not the cells of a table."""
    if len(side) < FEWEST:
        return False
    start, end = min(row.start for row in side), max(row.end for row in side)
    filled = sum(row.end - row.start >= FILLED * (end - start) and not _starts(row) for row in side)
    return filled * 2 >= len(side) and median(width_of(row.text) for row in side) >= LONG


class Leading:
    """How far apart the lines of a paragraph are in a document, by the height of its text."""

    def __init__(self, stretches: Iterable[Sequence[Row]]) -> None:
        self._steps: defaultdict[int, list[float]] = defaultdict(list)
        for above, row in (pair for stretch in stretches for pair in pairwise(stretch)):
            for near in (-1, 0, 1):
                self._steps[round(row.height) + near].append(above.line - row.line)
        # Where most paragraphs are of one line, most steps are wider than those within paragraphs.
        self._usual = {
            height: sorted(steps)[min(len(steps) - 1, max(1, len(steps) // 10))]
            for height, steps in self._steps.items()
        }

    def parts(self, above: Row, row: Row) -> bool:
        """Whether the space between two rows is wider than within a paragraph."""
        step = above.line - row.line
        return step > FAR * row.height or step > WIDE_GAP * self._usual[round(row.height)]


def lines(found: Sequence[Row], leading: Leading) -> Iterator[Read]:
    """A stretch of rows as lines."""
    start, end = min(row.start for row in found), max(row.end for row in found)
    height = median(row.height for row in found)
    starts = [_starts(row) for row in found]
    least, most = start + GOES_ON * (end - start), start + INDENT * (end - start)
    fills = [row.end >= least and row.start <= most for row in found]
    running = [not begins and full for begins, full in zip(starts, fills, strict=True)]
    gapped = [place for place, begins in enumerate(starts) if begins]
    for place, row in enumerate(found):
        beside = any(running[max(0, place - 1) : place + 2])
        cells = not beside and _aligned(starts, gapped, place, row.height)
        parted = place == 0 or leading.parts(found[place - 1], row) or _other(found[place - 1], row, height)
        yield Read(_text(row, cells), fills[place], parted)


def _other(above: Row, row: Row, height: float) -> bool:
    """Whether one of two rows is a heading by the height of its text."""
    return not 1 / LARGE < row.height / above.height < LARGE and max(row.height, above.height) > LARGE * height


def _starts(row: Row) -> list[float]:
    """Where the cells after the first begin, if these are cells."""
    return [piece.start for before, piece in pairwise(row.pieces) if piece.start - before.end > CELL * piece.height]


def _aligned(starts: Sequence[Sequence[float]], gapped: Sequence[int], place: int, height: float) -> bool:
    """Whether a cell begins where one does in a row near."""
    if place not in gapped:
        return False
    at = gapped.index(place)
    near = [starts[one] for one in gapped[max(0, at - NEAR) : at + NEAR + 1] if one != place]
    return any(abs(own - other) <= height / 2 for begins in near for other in begins for own in starts[place])


def _text(row: Row, cells: bool) -> str:
    starts = set(_starts(row)) if cells else set()
    return "".join(("\t" if piece.start in starts else " ") + piece.text for piece in row.pieces)[1:]
