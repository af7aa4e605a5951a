"""The limits between sure, in doubt and out of scope come from the phrases, each as if it were left out."""

import numpy as np
import pytest

from assistant.match.classes import learnt
from assistant.match.limits import Held, limits_of
from assistant.match.postings import Postings
from assistant.match.vectors import Rows, space_of

PHRASES = (["red", "ball"], ["red", "kite"], ["blue", "ball"], ["blue", "sky"], ["green"])
OWN = np.array([0, 0, 1, 1, 2], np.int32)


def rows() -> tuple[Rows, int]:
    space, found = space_of([(words, [f"~{word}" for word in words]) for words in PHRASES])
    return found, len(space.numbers)


def held(scores: list[list[float]], nearest: float = 0.0) -> Held:
    return Held(np.array(scores, np.float32), np.full((len(scores), len(scores[0])), nearest, np.float32))


def test_a_phrase_left_out_scores_as_in_a_centroid_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.match.classes.STEP", 0)
    found, size = rows()
    got = learnt(found, OWN, size, 3)
    scores = dict(zip(got.asked.tolist(), got.left_out, strict=True))
    others = Postings.build(found.features, found.owners(), found.weights, (size, len(OWN)))
    for number, other in ((0, 1), (2, 3)):
        cosine = others.scores(found.row(number))[other]
        assert scores[number][OWN[number]] == pytest.approx(cosine, abs=1e-5)
    assert scores[4][2] == 0


def test_pushes_raise_the_own_class_of_what_is_left_out() -> None:
    found, size = rows()
    lengths = found.squares
    assert lengths == pytest.approx(np.ones(5), abs=1e-5)
    table = learnt(found, OWN, size, 3).classes
    assert [int(table.scores(found.row(number)).argmax()) for number in range(5)] == OWN.tolist()


def test_the_limit_of_refusal_refuses_no_more_of_the_topics_phrases_than_may_be() -> None:
    scores = [[at / 100, 0.0] for at in range(100)]
    limits = limits_of(held([*scores, [0.01, 0.5]]), np.array([0] * 100 + [1], np.int32), 1)
    assert limits.clear == pytest.approx(0.08, abs=1e-3)
    assert (limits.refused, limits.strangers_refused) == (0.08, 1.0)


def test_the_least_lead_has_nine_of_ten_right() -> None:
    own = [0] * 9 + [1] + [1] * 5
    leads = [0.5] * 10 + [0.2] * 5
    scores = [[lead + 0.1, 0.1] for lead in leads]
    limits = limits_of(held(scores), np.array(own, np.int32), None)
    assert limits.lead == pytest.approx(0.5, abs=1e-3)
    assert limits.sure_wrong == pytest.approx(0.1)


def test_a_stranger_counts_against_a_question() -> None:
    clear = held([[0.6, 0.0], [0.6, 0.6]]).clearance(1)
    assert clear[0] > clear[1]


def test_nothing_has_no_limits() -> None:
    assert limits_of(held([[0.5]]), np.array([0], np.int32), 0).clear == 0
