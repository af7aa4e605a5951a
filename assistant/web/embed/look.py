"""The look of our pages inside another site's: its colours, mended until they can be read, and the code to put in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.present.policy.pages import topic_list
from assistant.web.frame.assets import FOR_GOOD
from assistant.web.frame.guard import NOT_INDEXED
from assistant.web.frame.query import BadRequest
from assistant.web.frame.site import ASSETS, Site, given

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
LEAST, LEAST_OF_EDGES = 4.5, 3.0
"""The contrast of text, and of what shows where a field is."""
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
STEPS = 32
MIDDLE = 0.18
"""The luminance above which a colour is light: there black and white contrast alike with it."""


def read_colour(text: str) -> Colour | None:
    """A colour of three or six hexadecimal digits; None where it is none."""
    digits = text.removeprefix("#")
    if len(digits) not in (3, 6) or not all(one in "0123456789abcdefABCDEF" for one in digits):
        return None
    whole = digits if len(digits) == 6 else "".join(one * 2 for one in digits)
    red, green, blue = bytes.fromhex(whole)
    return red, green, blue


def written(colour: Colour) -> str:
    """Six hexadecimal digits."""
    return bytes(colour).hex()


def luminance(colour: Colour) -> float:
    """How light a colour is, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (one / 255 for one in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour with so much of another in it, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def mended(colour: Colour, against: Iterable[Colour], goal: Colour, least: float = LEAST) -> Colour:
    """The colour, or the first on its way to `goal` that contrasts with all of these; `goal` where none does."""
    others = tuple(against)
    for step in range(STEPS):
        found = mixed(colour, goal, step / STEPS)
        if all(contrast(found, other) >= least for other in others):
            return found
    return goal


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


COLOURS = N_("These colours cannot be read. Write each with six digits, as in accent=1c4a8c;paper=ffffff;ink=1a2330.")
BOX, PANEL = "box", "panel"


class Choice(NamedTuple):
    """Something that can be put into a page: its name in the form, what it is called, and its address in a frame."""

    name: str
    title: Rendered
    address: str


class Embedding:
    """Routes over one site; `origins` are the sites that may frame its pages."""

    def __init__(self, site: Site, origins: tuple[str, ...]) -> None:
        self.site, self.origins = site, origins

    def look(self, request: Request) -> Response:
        """The colours of a site; another look has another address."""
        look = Look.read(given(request).get("look", ""))
        if look is None:
            raise HTTPException(404)
        return Response(look.sheet(), headers={"Cache-Control": FOR_GOOD}, media_type="text/css")

    def unreadable(self, request: Request) -> Response:
        """What is said where colours cannot be read."""
        self.site.language(request)
        raise BadRequest(400, COLOURS)

    def page(self, request: Request) -> Response:
        """A form of what can be put into a page, in which colours, and the code that does it."""
        lang, sent = self.site.language(request), given(request)
        choices = {one.name: one for one in self._choices(lang)}
        chosen = choices.get(sent.get("show", BOX), choices[BOX])
        typed = {name: sent.get(name, "").strip() for name in NAMES}
        read = {name: read_colour(text) for name, text in typed.items() if text}
        look = Look({name: colour for name, colour in read.items() if colour})
        kind = PANEL if chosen.name == PANEL else "embed"
        start = f"/{lang}/{kind}{f';{look.written()}' if look.wanted else ''}"
        return self.site.page(
            request,
            "programs/embedding.html",
            # The form may be found by searching, not each of its very many choices.
            headers=NOT_INDEXED if sent else {},
            choices=tuple(choices.values()),
            chosen=chosen,
            typed=typed,
            wrong={name for name, colour in read.items() if colour is None},
            mended={name: written(colour) for name, colour in look.changed().items()},
            origins=self.origins,
            path=f"{start}{chosen.address}",
            public_url=self.site.public_url,
            origin="/".join(self.site.public_url.split("/")[:3]),
        )

    def _choices(self, lang: str) -> Iterator[Choice]:
        words, writers = self.site.words[lang], self.site.writers[lang]
        yield Choice(BOX, words.say("The question box"), "/")
        yield Choice(PANEL, words.say("A side panel for a desk"), "/")
        for one in topic_list(writers.values(), self.site.latest()):
            title = words.say("{label}: {value}", label=one.policy_title, value=one.title)
            yield Choice(f"{one.policy}/{one.id}", title, f"/{one.policy}/{one.id}/")
