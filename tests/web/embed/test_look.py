"""Whatever colours a site wants, all of a page can be read."""

from itertools import product

import pytest

from assistant.web.embed.colours import Colour, contrast
from assistant.web.embed.look import SPOKEN, TOKENS, Look

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
