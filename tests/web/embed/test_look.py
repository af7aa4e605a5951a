"""The look of pages in a frame: contrast as WCAG 2.2 counts it, colours that are mended, the page with the code."""

from itertools import product

import pytest

from assistant.i18n.load import load_words
from assistant.web.embed.look import (
    BLACK,
    SPOKEN,
    TOKENS,
    WHITE,
    Colour,
    Look,
    contrast,
    mended,
    mixed,
    read_colour,
    written,
)
from tests.client import TestClient
from tests.conftest import ROOT


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


SHADES = (0, 90, 128, 180, 255)
COLOURS: tuple[Colour, ...] = tuple(product(SHADES, SHADES, SHADES))
GROUNDS = ("paper", "surface", "sunk")


def unreadable(look: Look, dark: bool) -> list[str]:
    """What of a page in these colours nobody could read."""
    own = {name: pair[dark] for name, pair in TOKENS.items()}
    used = {**own, **look.palette(dark)}
    pairs = [(text, ground) for text in ("ink", "soft", "link") for ground in GROUNDS]
    pairs += [(text, f"{name}-tint") for text in ("ink", "link") for name in SPOKEN]
    pairs += [(name, ground) for name in SPOKEN for ground in ("paper", "surface", f"{name}-tint")]
    pairs += [("on-link", "link"), ("link", "tint"), ("ink", "tint")]
    wrong = [f"{one} on {other}" for one, other in pairs if contrast(used[one], used[other]) < 4.5]
    return wrong + [f"edge on {one}" for one in GROUNDS if contrast(used["edge"], used[one]) < 3]


@pytest.mark.parametrize("name", ["accent", "paper", "ink"])
def test_one_colour_of_any_kind_leaves_everything_readable(name: str) -> None:
    for colour in COLOURS:
        look = Look({name: colour})
        for dark in {look.is_dark(), *([True, False] if name == "accent" else [])}:
            assert unreadable(look, dark) == [], (colour, dark)


def test_so_do_all_three_together() -> None:
    for number, paper in enumerate(COLOURS):
        look = Look(
            {"paper": paper, "accent": COLOURS[number * 7 % len(COLOURS)], "ink": COLOURS[number * 11 % len(COLOURS)]}
        )
        assert unreadable(look, look.is_dark()) == [], look


def test_our_own_colours_are_readable_and_stay() -> None:
    look = Look({})
    for dark in (False, True):
        assert unreadable(look, dark) == []
    assert Look({"accent": TOKENS["link"][0]}).changed() == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("", ""), ("ink=000;accent=1c4a8c", "accent=1c4a8c;ink=000000"), ("accent=zz", None), ("colour=000000", None),
     ("accent=000;accent=111", None), ("accent", None)],
)  # fmt: skip
def test_an_address_holds_colours_in_one_way(text: str, wanted: str | None) -> None:
    look = Look.read(text)
    assert (look and look.written()) == wanted


def test_a_sheet_is_for_both_schemes_until_the_page_has_a_colour_of_its_own() -> None:
    both = Look.read("accent=1c4a8c")
    dark = Look.read("paper=101010")
    assert both
    assert dark
    assert "--link:light-dark(#1c4a8c,#" in both.sheet()
    assert dark.sheet().startswith(":root{color-scheme:dark;--paper:#101010;")


def test_what_is_mended_is_told() -> None:
    look = Look.read("accent=ffcc00;paper=ffffff;ink=000000")
    assert look
    assert list(look.changed()) == ["accent"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_code_shows_what_is_chosen(framing: TestClient, lang: str) -> None:
    for show, path in (("box", "embed/"), ("panel", "panel/"), ("swap-out/price", "embed/swap-out/price/")):
        page = framing.get(f"/{lang}/embedding", params={"show": show}).text
        assert (
            f"src=&#34;https://help.example/{lang}/{path}&#34;" in page
            or f'src="https://help.example/{lang}/{path}"' in page
        )
        assert f'<option value="{show}" selected>' in page


def test_colours_stand_in_the_code_and_what_is_done_to_them_is_said(framing: TestClient) -> None:
    page = framing.get("/en/embedding", params={"accent": "#FFCC00", "paper": "ffffff", "ink": "zz"}).text
    assert "/en/embed;accent=ffcc00;paper=ffffff/" in page
    say = load_words(ROOT / "locales", "en", strict=True).say
    label = say("The text")
    assert say("{label}: this is no colour. Write six digits from 0 to 9 and a to f.", label=label) in page
    assert "#FFCC00 could not be read well" in page


def test_where_nobody_may_frame_pages_it_says_so(client: TestClient, framing: TestClient) -> None:
    assert "POLICY_ASSISTANT_FRAMES" in client.get("/en/embedding").text
    assert "POLICY_ASSISTANT_FRAMES" not in framing.get("/en/embedding").text


def test_what_cannot_be_chosen_is_the_box(framing: TestClient) -> None:
    assert '<option value="box" selected>' in framing.get("/en/embedding", params={"show": "nosuch"}).text
