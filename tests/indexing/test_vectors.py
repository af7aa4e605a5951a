"""The space that phrases span, what is kept of it, and which texts belong together in it."""

import numpy as np
import pytest

from assistant.indexing.vectors import clusters_of, kept, space_of, stretches
from assistant.match.terms import Terms


def test_vectors_have_the_length_one() -> None:
    _, rows, _ = space_of([(["red", "ball"], ["~red"]), (["red"], ["~ball", "~ball"])])
    assert rows.squares == pytest.approx([1, 1], abs=1e-5)


def test_a_space_knows_the_features_of_its_phrases_and_no_others() -> None:
    space, rows, japanese = space_of([(["red", "赤"], ["~red"]), (["red"], [])])
    numbers = space.numbers(["赤", "red", "", "blue", "~red", "red"])
    assert set(numbers) == {"red", "赤", "~red"}
    assert np.flatnonzero(japanese).tolist() == [numbers["赤"]]
    assert rows.row(1)[0].tolist() == [numbers["red"]]
    assert space_of([])[0].numbers(["red"]) == {}


def test_stretches_are_named_with_what_they_are_of() -> None:
    owners, places = stretches(np.array([2, 2, 0]), np.array([3, 0, 2]))
    assert (owners.tolist(), places.tolist()) == ([0, 0, 0, 2, 2], [2, 3, 4, 0, 1])


def test_numbers_take_as_few_bytes_as_they_need() -> None:
    assert [kept(np.array([top]), smallest=True).itemsize for top in (9, 300, 70_000, 1 << 40)] == [1, 2, 4, 8]
    assert kept(np.array([0.5, 2], np.float32)).tolist() == [0.5, 2]


def test_alike_texts_are_one_group_and_others_stand_alone() -> None:
    texts = ["broken drill", "is the drill broken", "opening hours", "ドリルの修理", "ドリルを修理"]
    assert sorted(clusters_of(texts, [1, 5, 2, 1, 3], Terms())) == [
        ["is the drill broken", "broken drill"],
        ["opening hours"],
        ["ドリルを修理", "ドリルの修理"],
    ]
