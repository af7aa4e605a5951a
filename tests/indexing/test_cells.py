"""How a table of numbers is kept: each row whole, or what of it is not nought."""

import numpy as np

from assistant.indexing.cells import table_of
from assistant.match.matrix import Matrix, Packed


def test_a_row_is_kept_whole_where_one_cell_in_four_counts() -> None:
    full, sparse = (table_of(np.arange(count), np.ones(count, np.float32), (4, 8)) for count in (8, 7))
    assert (type(full), type(sparse)) == (Packed, Matrix)
    assert [table.summed([0, 3], [1.0, 1.0]) for table in (full, sparse)] == [[1.0] * 8, [1.0] * 7 + [0.0]]
