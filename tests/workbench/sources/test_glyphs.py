"""Signs by their places become stretches of text, also where Japanese is written from top to bottom."""

import pytest

from assistant.workbench.sources.columns import rows
from assistant.workbench.sources.glyphs import Glyph, pieces, upright


def line(text: str, start: float = 0, height: float = 10, at: float = 100) -> list[Glyph]:
    """Signs half as wide as high; a blank is a gap after which the next is spaced."""
    signs = [(place, sign) for place, sign in enumerate(text) if sign != " "]
    return [
        Glyph(sign, start + 5 * place, start + 5 * place + 5, at, height, 0, place > 0 and text[place - 1] == " ")
        for place, sign in signs
    ]


@pytest.mark.parametrize(
    ("found", "texts"),
    [
        (line("30 days"), ["30 days"]),
        (line("City") + line("500", 200), ["City", "500"]),
        (line("30") + line("1", 10, 6, 104) + line(" days", 15), ["30^1 days"]),
        (line("m") + line("2", 5, 6, 104), ["m^2"]),
        (line("x") + line("2", 5, 6, 98), ["x2"]),
        ([Glyph(sign, 0, 9, 100, 10, 0, spaced=False) for sign in "ffi"], ["ffi"]),
        (line("o\ufb03ce"), ["office"]),
        (line("one") + line("two", at=80), ["one", "two"]),
    ],
)
def test_signs_that_follow_each_other_are_a_stretch(found: list[Glyph], texts: list[str]) -> None:
    assert [piece.text for piece in pieces(found)] == texts


def test_what_is_written_from_top_to_bottom_is_read_from_the_right() -> None:
    texts = ("返却は六時までです。", "延長は五百円です。")
    signs = [
        Glyph(sign, 400 - 30 * at, 410 - 30 * at, 700 - 10 * place, 10, 0, spaced=False)
        for at, text in enumerate(texts)
        for place, sign in enumerate(text)
    ]
    assert [row.text for row in rows(pieces(upright(signs)))] == list(texts)


def test_what_is_written_from_the_left_stays_as_it_is() -> None:
    found = line("one") + line("two", at=80)
    assert upright(found) == found
