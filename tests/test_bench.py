"""What `make bench` prints; the figures themselves are never measured in tests."""

import pytest

from bench.figure import Figure, medians
from bench.run import table

QUICK = Figure("decide", "µs", 20.0, 25, "a round trip", 4.0)
MANY = Figure("batch", "cases/s", 14_000.0, 15_000, "lines", 140_000.0, more_is_better=True)


@pytest.mark.parametrize(("figure", "kept", "ratio"), [(QUICK, True, 5.0), (MANY, False, 0.1)])
def test_a_promise_is_kept_on_its_own_side(figure: Figure, kept: bool, ratio: float) -> None:
    assert (figure.kept, figure.ratio) == (kept, ratio)


def test_the_table_shows_the_promise_and_the_peer() -> None:
    assert table([QUICK, MANY]).splitlines()[2:] == [
        "| decide | 20.0 µs | ≤ 25 µs | kept | 5.00 | a round trip: 4.00 µs |",
        "| batch | 14,000 cases/s | ≥ 15,000 cases/s | missed | 0.10 | lines: 140,000 cases/s |",
    ]


def test_ours_and_the_peer_take_turns() -> None:
    called: list[str] = []
    medians(lambda: called.append("ours"), lambda: called.append("peer"), rounds=2, warm=1)
    assert called == ["ours", "peer"] * 3
