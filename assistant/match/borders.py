"""Where what parts a text begins and ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Borders(NamedTuple):
    """Where what parts a text begins and where it ends, both ascending, with the text's own beginning and end."""

    begins: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, breaks: Sequence[tuple[int, int]], length: int) -> "Borders":
        """From each break of a text so long."""
        return cls([*(begin for begin, _ in breaks), length], [0, *sorted(end for _, end in breaks)])

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The part in which a stretch lies."""
        left, right = bisect_right(self.ends, start) - 1, bisect_left(self.begins, end, 0, len(self.begins) - 1)
        return self.ends[left], self.begins[right]
