"""How far words lean to what topics answer, or to what none does."""

import numpy as np
import pytest

from assistant.match.leaning import leaning_of, leans
from assistant.match.logistic import fitted
from assistant.match.vectors import Vector, space_of

PHRASES = (["mend", "drill"], ["lend", "drill"], ["mend", "car"], ["car", "wash"], ["工具", "車"])
STRANGE = np.array([False, False, True, True, True])


def leaning(*words: str) -> list[float]:
    space, rows = space_of([(phrase,) for phrase in (*PHRASES, ["nobody"])])
    known = rows.only(np.arange(6) < 5)
    found = leaning_of(known, STRANGE, np.array([not word.isascii() for word in space.numbers]))
    return [float(found[space.numbers[word]]) for word in words]


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


def test_a_question_leans_as_its_words_do_by_their_weight() -> None:
    vector = Vector(np.array([0, 2], np.int32), np.array([0.5, 0.2], np.float32))
    assert leans(vector, np.array([2, 9, -1], np.float32)) == pytest.approx(0.8)


def test_the_regression_finds_the_sign_that_tells_and_gives_the_other_nothing() -> None:
    chance = np.random.default_rng(0)
    signs = chance.normal(size=(400, 2)).astype(np.float32)
    wanted = signs[:, 0] + chance.normal(size=400) > 0
    telling, idle = fitted(signs, wanted)
    assert telling > 1
    assert abs(idle) < 0.3
    assert fitted(signs, wanted).tolist() == fitted(signs.copy(), wanted).tolist()
