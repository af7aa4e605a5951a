"""One measured figure beside what was promised and a peer that was measured in the same run."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """
    `value` and `limit` in `unit`; the limit is the least allowed where `more_is_better`, else the most. With `by_ratio`
    the limit is a multiple of the peer's value.

    `peer` says what `peer_value`, in the same unit, was measured on.
    """

    name: str
    unit: str
    value: float
    limit: float
    peer: str
    peer_value: float
    more_is_better: bool = False
    by_ratio: bool = False

    @property
    def kept(self) -> bool:
        """The promise is kept."""
        found = self.ratio if self.by_ratio else self.value
        return found >= self.limit if self.more_is_better else found <= self.limit

    @property
    def ratio(self) -> float:
        """The figure as a multiple of the peer's: steadier than the figure from one machine to another."""
        return self.value / self.peer_value


def medians(
    ours: Callable[[], object],
    peer: Callable[[], object],
    rounds: int,
    warm: int = 0,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, float]:
    """Median seconds, by the clock, of ours and of the peer, called in turns so that a busy moment meets both."""
    for _ in range(warm):
        ours()
        peer()
    times = [(_seconds(ours, clock), _seconds(peer, clock)) for _ in range(rounds)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def _seconds(call: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    call()
    return clock() - start
