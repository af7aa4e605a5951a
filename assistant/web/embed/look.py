"""The colours of a page inside another site's, as a style sheet: those that it wants, mended until they can be read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.web.embed.colours import (
    BLACK,
    LEAST_OF_EDGES,
    MIDDLE,
    WHITE,
    Colour,
    contrast,
    luminance,
    mended,
    mixed,
    read_colour,
    written,
)
from assistant.web.frame.site import ASSETS

NAMES = ("accent", "paper", "ink")
"""What can be wanted: the colour of links and buttons, of the page, of its text."""
TOKEN = re.compile(r"--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);")
TOKENS = {
    name: (read_colour(light) or WHITE, read_colour(dark) or BLACK)
    for name, light, dark in TOKEN.findall(ASSETS.files["site.css"].decode())
}
"""The colours of our own pages, light and dark, by name."""
SPOKEN = ("yes", "no", "maybe")
"""Colours that tell a verdict, which stay as they are."""
Palette = Mapping[str, Colour]


@dataclass(frozen=True, slots=True)
class Look:
    """The colours that are wanted, by name: some of `NAMES`."""

    wanted: Palette

    @classmethod
    def read(cls, text: str) -> "Look | None":
        """From `accent=1c4a8c;paper=ffffff`, as it stands in an address; None where that says anything else."""
        pairs = [piece.partition("=") for piece in text.split(";") if piece]
        found = {name: colour for name, _, value in pairs if (colour := read_colour(value))}
        return cls(found) if len(found) == len(pairs) and found.keys() <= set(NAMES) else None

    def written(self) -> str:
        """As it stands in an address, in one order."""
        return ";".join(f"{name}={written(self.wanted[name])}" for name in NAMES if name in self.wanted)

    def sheet(self) -> str:
        """The style sheet: for one scheme where page or text have a colour of their own, else for light and dark."""
        if not self.wanted.keys() & {"paper", "ink"}:
            light, dark = self.palette(dark=False), self.palette(dark=True)
            both = (f"--{name}:light-dark(#{written(light[name])},#{written(dark[name])})" for name in light)
            return f":root{{{';'.join(both)}}}\n"
        scheme = "dark" if self.is_dark() else "light"
        only = (f"--{name}:#{written(colour)}" for name, colour in self.palette(self.is_dark()).items())
        return f":root{{color-scheme:{scheme};{';'.join(only)}}}\n"

    def is_dark(self) -> bool:
        """Whether the page is dark: its own colour tells it, or else that of its text."""
        if "paper" in self.wanted:
            return luminance(self.wanted["paper"]) <= MIDDLE
        return "ink" in self.wanted and luminance(self.wanted["ink"]) > MIDDLE

    def palette(self, dark: bool) -> Palette:
        """Every colour of the page, mended until all of it can be read."""
        own = {name: pair[dark] for name, pair in TOKENS.items()}
        near, far = (BLACK, WHITE) if dark else (WHITE, BLACK)
        found = {name: self.wanted.get(name) for name in NAMES}
        paper = mended(found["paper"], [own[name] for name in SPOKEN], near) if found["paper"] else own["paper"]
        sunk = mixed(paper, far, 0.06) if found["paper"] else own["sunk"]
        surface = paper if found["paper"] else own["surface"]
        grounds = paper, sunk, surface, *(own[f"{name}-tint"] for name in SPOKEN)
        ink = mended(found["ink"] or own["ink"], grounds, far)
        accent = found["accent"] or own["link"]
        tint = mixed(paper, accent, 0.1)
        return {
            "paper": paper,
            "surface": surface,
            "sunk": sunk,
            "ink": mended(ink, (tint,), far),
            "soft": mended(mixed(ink, paper, 0.3), grounds, far),
            "line": mixed(paper, ink, 0.15),
            "edge": mended(mixed(paper, ink, 0.45), grounds, far, LEAST_OF_EDGES),
            "link": (link := mended(accent, (*grounds, tint), far)),
            "on-link": max(WHITE, BLACK, key=lambda one: contrast(one, link)),
            "tint": tint,
        }

    def changed(self) -> dict[str, Colour]:
        """Those of the wanted colours that are mended, as they are then."""
        used = self.palette(self.is_dark())
        named = {"accent": used["link"], "paper": used["paper"], "ink": used["ink"]}
        return {name: named[name] for name, colour in self.wanted.items() if named[name] != colour}
