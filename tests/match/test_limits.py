"""The limits between sure, in doubt and out of scope come from the phrases, held out of the index."""

import numpy as np
import pytest

from assistant.match.classes import learnt
from assistant.match.limits import Held, limits_of
from assistant.match.vectors import Rows, space_of

PHRASES = (["red", "ball"], ["red", "kite"], ["blue", "ball"], ["blue", "sky"], ["green"])
OWN = np.array([0, 0, 1, 1, 2], np.int32)


def rows() -> tuple[Rows, int]:
    space, found = space_of([(words, [f"~{word}" for word in words]) for words in PHRASES])
    return found, len(space.numbers)


def held(scores: list[list[float]], nearest: float = 0.0) -> Held:
    size = len(scores), len(scores[0])
    return Held(np.array(scores, np.float32), np.full(size, nearest, np.float32), np.zeros(size[0], np.float32))


def test_each_phrase_scores_best_with_its_own_class() -> None:
    found, size = rows()
    lengths = found.squares
    assert lengths == pytest.approx(np.ones(5), abs=1e-5)
    table = learnt(found, OWN, size, 3)
    assert [int(table.scores(found.row(number)).argmax()) for number in range(5)] == OWN.tolist()


def test_the_limit_of_refusal_refuses_no_more_of_the_topics_phrases_than_may_be() -> None:
    scores = [[at / 100, 0.0] for at in range(100)]
    limits = limits_of(held([*scores, [0.01, 0.5]]), np.array([0] * 100 + [1], np.int32), 1)
    assert limits.clear == pytest.approx(0.05, abs=1e-3)
    assert (limits.refused, limits.strangers_refused) == (0.05, 1.0)


def test_of_those_that_lead_by_the_least_lead_enough_are_right() -> None:
    own = [0] * 9 + [1] + [1] * 5
    leads = [0.5] * 10 + [0.2] * 5
    scores = [[lead + 0.1, 0.1] for lead in leads]
    limits = limits_of(held(scores), np.array(own, np.int32), None)
    assert limits.lead == pytest.approx(0.5, abs=1e-3)
    assert limits.sure_wrong == pytest.approx(0.1)


def test_the_signs_are_the_best_topic_and_its_phrase_the_strangers_and_the_leaning() -> None:
    one = Held(np.array([[0.6, 0.2, 0.5]], np.float32), np.array([[0.1, 0.3, 0.4]], np.float32), np.ones(1, np.float32))
    assert one.signs(2).tolist() == [pytest.approx([0.6, 0.3, 0.5, 0.4, 1.0])]
    assert one.signs(None).tolist() == [pytest.approx([0.6, 0.4, 0.0, 0.0, 1.0])]


def test_a_sign_counts_by_how_well_it_tells_topics_from_strangers() -> None:
    topics, strangers = [[0.6, 0.1], [0.4, 0.0], [0.5, 0.2]] * 9, [[0.3, 0.6], [0.4, 0.5]] * 9
    limits = limits_of(held([*topics, *strangers]), np.array([0] * 27 + [1] * 18, np.int32), 1)
    score, phrase, stranger, *_ = limits.weights
    assert score == 1
    assert phrase == 0
    assert stranger < 0
    assert limits.strangers_refused > 0.9


def test_without_phrases_out_of_scope_the_score_alone_counts_and_a_little_the_nearest_phrase() -> None:
    assert limits_of(held([[0.5], [0.4]]), np.array([0, 0], np.int32), None).weights == (1, 0.25, 0, 0, 0)


def test_nothing_has_no_limits() -> None:
    assert limits_of(held([[0.5]]), np.array([0], np.int32), 0).clear == 0
