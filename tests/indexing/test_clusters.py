"""Texts in the same words belong together, led by the one asked most often."""

from assistant.indexing.clusters import clusters_of
from assistant.match.terms import Terms


def test_alike_texts_are_one_group_and_others_stand_alone() -> None:
    texts = ["broken drill", "is the drill broken", "opening hours", "ドリルの修理", "ドリルを修理"]
    assert sorted(clusters_of(texts, [1, 5, 2, 1, 3], Terms())) == [
        ["is the drill broken", "broken drill"],
        ["opening hours"],
        ["ドリルを修理", "ドリルの修理"],
    ]
