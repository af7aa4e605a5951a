"""What features count for in classes, how that is kept, and how far words lean to what topics answer, or none does."""

import numpy as np
import pytest

from assistant.indexing.evidence import leaning_of, table_of
from assistant.match.matrix import Matrix, Packed

PHRASES = (["mend", "drill"], ["lend", "drill"], ["mend", "car"], ["car", "wash"], ["工具", "車"])
STRANGE = (False, False, True, True, True)
WORDS = ["mend", "drill", "lend", "car", "wash", "工具", "車", "nobody"]


def leaning(*words: str) -> list[float]:
    counts = np.array([sum(word in phrase for phrase in PHRASES) for word in WORDS])
    beyond = np.array([sum(word in phrase and strange for phrase, strange in zip(PHRASES, STRANGE, strict=True))
                       for word in WORDS])  # fmt: skip
    found = leaning_of(counts, beyond, np.array([not word.isascii() for word in WORDS]))
    return [float(found[WORDS.index(word)]) for word in words]


def test_words_lean_to_where_they_are_common() -> None:
    drill, mend, car = leaning("drill", "mend", "car")
    assert drill > mend > car
    assert drill > 0 > car


def test_a_word_that_no_phrase_has_leans_nowhere() -> None:
    assert leaning("nobody") == [0]


def test_languages_are_compared_among_themselves() -> None:
    tool, car = leaning("工具", "車")
    assert tool == pytest.approx(car)
    assert abs(tool) < 0.5


def test_a_row_is_kept_whole_where_one_cell_in_four_counts() -> None:
    full, sparse = (table_of(np.arange(count), np.ones(count, np.float32), (4, 8)) for count in (8, 7))
    assert (type(full), type(sparse)) == (Packed, Matrix)
    assert [table.summed([0, 3], [1.0, 1.0]) for table in (full, sparse)] == [[1.0] * 8, [1.0] * 7 + [0.0]]
