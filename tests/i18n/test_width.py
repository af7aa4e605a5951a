"""How wide a text is on a line."""

import pytest

from assistant.i18n.width import width


@pytest.mark.parametrize(("text", "wide"), [("Travel", 6), ("出張", 4), ("ｶﾅ", 2), ("Ａ", 2), ("ñ", 1), ("", 0)])
def test_a_full_width_character_takes_the_room_of_two(text: str, wide: int) -> None:
    assert width(text) == wide
