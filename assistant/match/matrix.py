"""Tables of numbers in plain arrays that processes share, and sums of their rows."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

Array = memoryview
"""Numbers of one kind, in memory or of a file that is mapped; those of floating point, too, by their format."""
Numbers = Sequence[int]
Weights = Sequence[float]
WHOLE = ("B", "H", "I", "Q")
"""Whole numbers from nought on, of one, two, four and eight bytes, as the module `array` names them."""
LANE, MIDDLE, ONE = 4, 1 << 31, 1 << 13
"""The bytes of a number among others, what stands there for nought, and for one before it is weighed."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """
    Those numbers of row r that are not nought stand from `starts[r]` to `starts[r + 1]`, each with its column; there
    are `width` columns.
    """

    starts: Array
    columns: Array
    values: Array
    width: int

    @classmethod
    def stored(cls, arrays: Mapping[str, Array], name: str, width: int) -> "Matrix":
        """From arrays, each under the name and its own. Raises `KeyError` or `TypeError` where one is not as it was."""
        starts, columns = (of_kind(arrays[f"{name}-{part}"], *WHOLE) for part in ("starts", "columns"))
        return cls(starts, columns, of_kind(arrays[f"{name}-values"], "f"), width)

    def arrays(self, name: str) -> dict[str, Array]:
        """What it is kept as, under names that begin with this one."""
        return {f"{name}-starts": self.starts, f"{name}-columns": self.columns, f"{name}-values": self.values}

    def row(self, number: int) -> tuple[Array, Array]:
        """The columns of a row, ascending, and the numbers there."""
        stretch = slice(self.starts[number], self.starts[number + 1])
        return self.columns[stretch], self.values[stretch]

    def value(self, number: int, column: int) -> float:
        """The number in a column of a row."""
        end = self.starts[number + 1]
        place = bisect_left(self.columns, column, self.starts[number], end)
        return self.values[place] if place < end and self.columns[place] == column else 0.0

    def summed(self, rows: Numbers, weights: Weights) -> list[float]:
        """The sum of some rows, each by its weight: a number for each column."""
        found = [0.0] * self.width
        for number, weight in zip(rows, weights, strict=True):
            columns, values = (part.tolist() for part in self.row(number))
            for column, value in zip(columns, values, strict=True):
                found[column] += value * weight
        return found

    def parted(
        self, columns: Numbers, rows: Numbers, weights: Weights, owners: Sequence[Numbers], count: int
    ) -> list[list[float]]:
        """The same for some columns, and for each of so many owners: those of a row have equal shares of it."""
        found = [[0.0] * len(columns) for _ in range(count)]
        for row, weight, every in zip(rows, weights, owners, strict=True):
            share = weight / (len(every) or 1)
            values = [self.value(row, column) * share for column in columns] if every else ()
            for owner in every:
                found[owner] = list(map(add, found[owner], values))
        return found


@dataclass(frozen=True, slots=True)
class Packed:
    """
    Rows of few numbers, most of them not nought: each row is one great integer, 32 bits a number and as many more for
    its sign, so that Python's own arithmetic works on all columns at once.
    """

    rows: Array
    width: int

    @classmethod
    def stored(cls, arrays: Mapping[str, Array], name: str, width: int) -> "Packed":
        """From an array under the name. Raises `KeyError` or `TypeError` where it is not as it was."""
        return cls(of_kind(arrays[name], "B"), width)

    def arrays(self, name: str) -> dict[str, Array]:
        """What it is kept as, under this name."""
        return {name: self.rows}

    def summed(self, rows: Numbers, weights: Weights) -> list[float]:
        """The sum of some rows, each by its weight: a number for each column, to four decimals."""
        return self.parted(range(self.width), rows, weights, [(0,)] * len(rows), 1)[0]

    def parted(
        self, columns: Numbers, rows: Numbers, weights: Weights, owners: Sequence[Numbers], count: int
    ) -> list[list[float]]:
        """The same for some columns, and for each of so many owners: those of a row have equal shares of it."""
        size = LANE * (self.width + 1)
        totals = [int.from_bytes(MIDDLE.to_bytes(LANE, "little") * self.width, "little")] * count
        for number, weight, every in zip(rows, weights, owners, strict=True):
            packed = int.from_bytes(self.rows[number * size : (number + 1) * size], "little", signed=True)
            share = packed * round(weight / (len(every) or 1) * ONE)
            for owner in every:
                totals[owner] += share
        lanes = (Array(total.to_bytes(size, "little")).cast("I") for total in totals)
        return [[(row[column] - MIDDLE) / (ONE * ONE) for column in columns] for row in lanes]


Table = Matrix | Packed
"""Rows of numbers, so many in each, that can be summed."""


def of_kind(numbers: Array, *codes: str) -> Array:
    """The same. Raises `TypeError` where it holds numbers of another kind."""
    if numbers.format not in codes:
        raise TypeError(f"{numbers.format} is none of {codes}")
    return numbers
