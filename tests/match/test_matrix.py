"""Sums of rows are the same, whether each row is kept whole as one great integer or as what of it is not nought."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.evidence import table_of
from assistant.match.matrix import Matrix, Packed

NUMBERS = st.floats(-2, 2, width=32)


@given(
    rows=st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=1, max_size=6),
    weights=st.lists(st.floats(0, 1, width=32), min_size=6, max_size=6),
)
def test_a_sum_of_rows_is_that_of_their_numbers(rows: list[list[float]], weights: list[float]) -> None:
    table = np.array(rows, np.float32)
    full = table_of(np.arange(table.size), table.ravel(), (len(rows), 5))
    few = np.zeros((len(rows) * 2, 5), np.float32)
    few[: len(rows), 1] = table[:, 1]
    sparse = table_of(np.arange(len(rows)) * 5 + 1, table[:, 1], (len(few), 5))
    assert (type(full), type(sparse)) == (Packed, Matrix)
    expected = np.array(weights[: len(rows)]) @ table
    assert full.summed(range(len(rows)), weights[: len(rows)]) == pytest.approx(expected.tolist(), abs=0.002)
    assert sparse.summed(range(len(rows)), weights[: len(rows)])[1] == pytest.approx(expected[1], abs=1e-5)
    both = [(0, 2)] * len(rows)
    for number in (0, 2):
        shares = full.parted([4, 0], range(len(rows)), weights[: len(rows)], both, 3)
        assert shares[number] == pytest.approx(expected[[4, 0]] / 2, abs=0.002)
        shares = sparse.parted([1, 4], range(len(rows)), weights[: len(rows)], both, 3)
        assert shares[number] == pytest.approx([expected[1] / 2, 0], abs=1e-5)
        assert shares[1] == [0, 0]


def test_of_no_rows_the_sum_is_nought() -> None:
    assert table_of(np.arange(4), np.ones(4, np.float32), (2, 2)).summed([], []) == [0, 0]
