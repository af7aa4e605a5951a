"""Fewer search phrases: an index of them is made in a moment, for what does not hang on how well it finds a topic."""

import re
from pathlib import Path

FEW = 20
MORE = re.compile(
    rf'^(msgctxt "(?:questions:|out-of-scope).*\nmsgid .*\nmsgstr ""\n(?:".*\n){{{FEW - 1}}})(?:".*\n)+(?=".*\n)', re.M
)
"""The phrases of a topic up to those that go: all but the first and the last."""


def thinned(locales: Path) -> Path:
    """The folder of languages, whose topics keep so many search phrases each: those that it had are thousands."""
    for path in locales.glob("*/questions.po"):
        path.write_text(MORE.sub(r"\1", path.read_text("utf-8")), "utf-8")
    return locales
