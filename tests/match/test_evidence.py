"""What speaks for each class: its score, its nearest phrases, and the signs of a question that no topic answers."""

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.indexing.evidence import Kinds, evidence_of
from assistant.indexing.vectors import Rows, space_of
from assistant.match.evidence import Evidence
from assistant.match.vectors import Space, Vector

PHRASES = (["red", "ball"], ["red", "kite"], ["blue", "ball"], ["blue", "sky"], ["green"], ["grey", "sky"])
OWN = np.array([0, 0, 1, 1, 2, 3], np.int32)
CLASSES = 4
PROBES = ("red", "ball", "sky")


@pytest.fixture(scope="module")
def made() -> tuple[Space, Rows]:
    space, rows, _ = space_of([(words, [f"~{word}" for word in words]) for words in PHRASES])
    return space, rows


def evidence(
    rows: Rows, space: Space, stranger: int | None = None, policies: Sequence[int] = range(CLASSES)
) -> Evidence:
    words = np.ones(len(space.prints), np.bool_)
    words[space.numbers(["sky"])["sky"]] = False
    return evidence_of(rows, OWN, np.array(policies, np.int32), Kinds(np.zeros_like(words), words), stranger)


def asked(space: Space, *words: str) -> Vector:
    features = [*words, *(f"~{word}" for word in words)]
    return space.vector([dict.fromkeys(features, 1.0)], space.numbers(features))


def vector_of(rows: Rows, number: int) -> Vector:
    features, weights = rows.row(number)
    return Vector(features.tolist(), weights.tolist())


@pytest.mark.parametrize("most", [0, 1_000])
def test_each_phrase_scores_best_with_its_own_class_and_is_nearest_to_itself(
    made: tuple[Space, Rows], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.indexing.evidence.MOST_CELLS", most)
    space, rows = made
    found = evidence(rows, space)
    for number, own in enumerate(OWN.tolist()):
        weighed = found.weigh(vector_of(rows, number))
        assert weighed.topics[0] == own
        assert max(weighed.likeness[own]) == pytest.approx(1, abs=1e-3)
        assert np.argmax(weighed.likeness[own]) == number - np.searchsorted(OWN, own)


def test_the_cosine_with_a_phrase_is_that_of_their_vectors(made: tuple[Space, Rows]) -> None:
    space, rows = made
    vector = asked(space, "blue", "ball")
    cosines = evidence(rows, space).weigh(vector).likeness[1]
    for number, cosine in zip((2, 3), cosines, strict=True):
        common = dict(zip(*vector_of(rows, number), strict=True))
        expected = sum(w * common.get(f, 0) for f, w in zip(*vector, strict=True))
        assert cosine == pytest.approx(expected, abs=1e-3)


def test_only_the_rarest_features_are_asked_for_their_phrases_and_always_the_first_of_them(
    made: tuple[Space, Rows], monkeypatch: pytest.MonkeyPatch
) -> None:
    space, rows = made
    words = ["ball", "green"]
    found, vector = evidence(rows, space), space.vector([dict.fromkeys(words, 1.0)], space.numbers(words))
    for most, expected in ((0, [0, 1]), (2, [0, 1]), (3, [1, 1])):
        monkeypatch.setattr("assistant.match.evidence.ASKED", most)
        likeness = found.weigh(vector).likeness
        assert [int(max(likeness[number]) > 0) for number in (0, 2)] == expected


def test_of_many_classes_those_that_rare_features_speak_for_are_weighed_by_all_features(
    made: tuple[Space, Rows], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.indexing.evidence.LEAST_FULL", 0.1)
    monkeypatch.setattr("assistant.indexing.evidence.MOST_CELLS", 0)
    space, rows = made
    found, vector = evidence(rows, space, stranger=3), asked(space, "green", "ball")
    every = found.weigh(vector).scores
    monkeypatch.setattr("assistant.match.evidence.ASKED", 1)
    some = found.weigh(vector).scores
    assert set(every) == {0, 1, 2, 3}
    assert set(some) == {2, 3}
    assert some == pytest.approx({number: every[number] for number in some}, abs=1e-5)


def test_the_signs_are_the_best_topic_and_its_phrase_the_strangers_and_the_leaning(made: tuple[Space, Rows]) -> None:
    space, rows = made
    found = evidence(rows, space, stranger=3)
    topic, phrase, stranger, strange, leaning = found.weigh(asked(space, "sky")).signs
    assert 0 < topic < 1
    assert 0 < phrase < 1
    assert stranger > topic
    assert strange > 0
    assert found.weigh(asked(space, "red")).signs[4] > leaning > found.weigh(asked(space, "grey")).signs[4]


def test_a_class_out_of_scope_is_no_topic_and_without_one_its_signs_are_nought(made: tuple[Space, Rows]) -> None:
    space, rows = made
    assert 3 not in evidence(rows, space, stranger=3).weigh(asked(space, "grey", "sky")).topics
    assert evidence(rows, space).weigh(asked(space, "sky")).signs[2:4] == (0, 0)


def test_how_many_phrases_of_topics_have_a_feature_is_counted(made: tuple[Space, Rows]) -> None:
    space, rows = made
    (sky,) = space.numbers(["sky"]).values()
    assert [evidence(rows, space, stranger).of_topics(sky) for stranger in (None, 3, 0)] == [2, 1, 2]


def test_what_no_phrase_has_speaks_for_nothing(made: tuple[Space, Rows]) -> None:
    space, rows = made
    weighed = evidence(rows, space).weigh(asked(space, "zebra"))
    assert (weighed.touched, weighed.signs) == ([], (0, 0, 0, 0, 0))


def test_a_policy_owns_its_own_word_rather_than_one_of_two_and_nothing_that_stands_on_two_words(
    made: tuple[Space, Rows],
) -> None:
    space, rows = made
    found = evidence(rows, space)
    red, ball, sky = (found.weigh(space.vector([{word: 1.0}], space.numbers([word]))).owned for word in PROBES)
    assert red > ball > sky == 0
    assert found.weigh(asked(space, "ball", "red")).owned == red


def test_a_word_of_two_topics_is_owned_by_their_common_policy(made: tuple[Space, Rows]) -> None:
    space, rows = made
    ball = asked(space, "ball")
    assert evidence(rows, space, policies=[0, 0, 1, 1]).weigh(ball).owned > evidence(rows, space).weigh(ball).owned
