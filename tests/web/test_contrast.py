"""
Every colour of text on every ground that the style sheet has, in light and dark: worked out from the sheet, since the
browser looks at each language in one of them only. A ground with a text of its own (`link` and `on-link`) bears that.
"""

import re
from pathlib import Path

import pytest

from assistant.web.embed.look import LEAST, LEAST_OF_EDGES, Colour, contrast, read_colour

TOKEN = re.compile(r"--([a-z-]+):\s*(?:light-dark\((#\w+), (#\w+)\)|(#\w+));")
RULE = re.compile(r"[^{}]+\{([^{}]*)\}")
SET = {name: re.compile(rf"(?<![a-z-]){name}:\s*([^;}}]+)") for name in ("color", "background")}
UPSIDE_DOWN = "light-dark(#17407d, #10151c)", "light-dark(#ffffff, #9fc3ff)"
"""Text and ground of the one button that has two colours of its own."""
NO_COLOUR = {"inherit", "transparent", "none", "currentColor", "#fff"}
"""Said of text or ground, but for the white behind a QR code."""


@pytest.fixture(scope="module")
def style(root: Path) -> str:
    """The style sheet without its comments, and without what is said of paper."""
    sheet = (root / "assistant/web/static/site.css").read_text("utf-8").partition("@media print")[0]
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


@pytest.fixture(params=[0, 1], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest, style: str) -> dict[str, Colour]:
    """Each token's colour in one of the two."""
    found = {name: (light or one, dark or one) for name, light, dark, one in TOKEN.findall(style)}
    return {name: read_colour(pair[request.param]) or (0, 0, 0) for name, pair in found.items()}


def used(style: str, name: str) -> set[str]:
    """The tokens that a property is set to, and whatever else it is set to that is a colour."""
    values = {value.strip() for body in RULE.findall(style) for value in SET[name].findall(body)}
    named = {token for value in values for token in re.findall(r"var\(--([a-z-]+)\)", value)}
    return named | {value for value in values - NO_COLOUR if "var(" not in value}


def test_every_text_can_be_read_on_every_ground(style: str, tokens: dict[str, Colour]) -> None:
    texts, grounds = used(style, "color"), used(style, "background")
    texts, grounds = texts - {UPSIDE_DOWN[0]}, grounds - {UPSIDE_DOWN[1]}
    assert not (texts | grounds) - {*tokens}, "a colour that is no token"
    assert {"ink", "soft", "link"} <= texts
    assert {"paper", "surface", "sunk", "tint"} <= grounds
    own = {ground: {text for text in texts if text.startswith(f"on-{ground}")} for ground in grounds}
    general = texts - {text for ones in own.values() for text in ones}
    pairs = [(text, ground) for ground in grounds for text in own[ground] or general]
    found = {pair: round(contrast(*(tokens[one] for one in pair)), 2) for pair in pairs}
    assert {pair: one for pair, one in found.items() if one < LEAST} == {}


def test_the_button_on_the_band_can_be_read() -> None:
    colours = [[read_colour(one) or (0, 0, 0) for one in re.findall(r"#\w+", said)] for said in UPSIDE_DOWN]
    assert all(contrast(text, ground) >= LEAST for text, ground in zip(*colours, strict=True))


def test_where_a_field_is_and_what_has_the_focus_is_seen_on_every_ground(style: str, tokens: dict[str, Colour]) -> None:
    for ground in used(style, "background") & {*tokens}:
        ring = max(contrast(tokens[one], tokens[ground]) for one in ("focus", "focus-ring"))
        assert ring >= LEAST_OF_EDGES, ground
    for ground in ("paper", "surface", "sunk"):
        assert contrast(tokens["edge"], tokens[ground]) >= LEAST_OF_EDGES, ground
        assert contrast(tokens["link"], tokens[ground]) >= LEAST_OF_EDGES, ground
