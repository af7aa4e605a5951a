"""How wide a text is on a line of signs that are all as wide as each other."""

from unicodedata import east_asian_width


def width(text: str) -> int:
    """The room that a text takes: 1 for each character, 2 for each full-width one, whatever its script."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
