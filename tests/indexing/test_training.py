"""What features count for in classes, and how far words lean to what topics answer, or to what none does."""

import numpy as np
import pytest

from assistant.indexing.training import leaning_of

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
