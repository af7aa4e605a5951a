"""What a message is known by, and how much room it takes."""

from unicodedata import east_asian_width

Key = tuple[str, str]
"""The context and the source text of a message."""
INTERFACE = "en"
"""The language in which the code itself speaks."""
TRANSLATIONS = ("ui.po", "policy-*.po")
"""The files that hold translations; the others hold lists that each language writes for itself."""


def width(text: str) -> int:
    """The room that a text takes on a line: 1 for each character, 2 for each full-width one, whatever its script."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
