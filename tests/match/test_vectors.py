"""Features by their prints: the same in every process, and another for every text."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.match.vectors import print_of

TEXTS = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12)


@given(texts=st.lists(TEXTS, min_size=1, max_size=50, unique=True))
def test_each_text_has_a_print_of_its_own(texts: list[str]) -> None:
    assert len(set(map(print_of, texts))) == len(texts)


def test_a_print_hangs_on_the_text_alone_and_has_64_bits() -> None:
    assert print_of("ab") != print_of("ba")
    assert print_of("料金") == 160012925769446
    assert print_of("\ud800" * 99) < 1 << 64
