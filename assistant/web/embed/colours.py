"""Colours that can be read: contrast as WCAG 2.2 has it, and colours that are mended until it suffices."""

from collections.abc import Iterable

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
