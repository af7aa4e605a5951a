"""Contrast as WCAG 2.2 counts it, and colours that are mended until it suffices."""

import pytest

from assistant.web.embed.colours import BLACK, WHITE, Colour, contrast, mended, mixed, read_colour, written


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("1c4a8c", (28, 74, 140)), ("#FFF", (255, 255, 255)), ("0a0", (0, 170, 0)), ("", None), ("1234", None),
     ("gggggg", None), ("#12345g", None), ("１２３", None), ("##123", None)],
)  # fmt: skip
def test_a_colour_is_three_or_six_digits(text: str, wanted: Colour | None) -> None:
    assert read_colour(text) == wanted
    assert wanted is None or read_colour(written(wanted)) == wanted


@pytest.mark.parametrize(("one", "other", "wanted"), [(BLACK, WHITE, 21.0), (WHITE, WHITE, 1.0),
                                                      ((119, 119, 119), WHITE, 4.48)])  # fmt: skip
def test_contrast_is_that_of_wcag(one: Colour, other: Colour, wanted: float) -> None:
    assert round(contrast(one, other), 2) == wanted
    assert contrast(one, other) == contrast(other, one)


def test_a_colour_that_can_be_read_stays() -> None:
    assert mended((28, 74, 140), [WHITE], BLACK) == (28, 74, 140)


@pytest.mark.parametrize("colour", [(255, 204, 0), (119, 119, 119), (200, 255, 200)])
def test_another_is_mended_no_further_than_it_must_be(colour: Colour) -> None:
    found = mended(colour, [WHITE], BLACK)
    assert 4.5 <= contrast(found, WHITE) < 5.5
    assert mended(colour, [WHITE, BLACK], BLACK, 20) == BLACK


def test_a_mixture_lies_between() -> None:
    assert (mixed(BLACK, WHITE, 0), mixed(BLACK, WHITE, 0.5), mixed(BLACK, WHITE, 1)) == (BLACK, (128, 128, 128), WHITE)
