"""Features by their prints: the same in every process, and another for every text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.match.vectors import prints, space_of


@given(texts=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=50, unique=True))
def test_each_text_has_a_print_of_its_own(texts: list[str]) -> None:
    assert len(set(prints(texts).tolist())) == len(texts)


def test_a_print_hangs_on_the_text_alone() -> None:
    alone = [prints([text])[0] for text in ("ab", "ba", "料金", "\ud800")]
    assert prints(["ab", "ba", "料金", "\ud800"]).tolist() == [int(one) for one in alone]
    assert int(alone[0]) == 11167398070172166742


def test_a_space_knows_the_features_of_its_phrases_and_no_others() -> None:
    space, rows, japanese = space_of([(["red", "赤"], ["~red"]), (["red"], [])])
    numbers = space.numbers(["赤", "red", "", "blue", "~red", "red"])
    assert set(numbers) == {"red", "赤", "~red"}
    assert np.flatnonzero(japanese).tolist() == [numbers["赤"]]
    assert rows.row(1).features.tolist() == [numbers["red"]]
    assert space_of([])[0].numbers(["red"]) == {}
