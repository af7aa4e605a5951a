"""What a page shows to people: each piece of text with the language that it is said to be in."""

from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset({"br", "circle", "img", "input", "link", "meta", "path", "source", "wbr"})
SAID = ("aria-label", "alt", "title", "placeholder", "data-done", "data-of")
"""Attributes that are read out or shown."""


class Piece(NamedTuple):
    """A text, its language, and where it stands: its elements, the outermost first, and maybe an attribute."""

    text: str
    lang: str
    path: str


class Visible(HTMLParser):
    """The pieces of a page in order; `crossed` are elements that end while others inside them are open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self.crossed: list[str] = []
        self._open: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or (self._open[-1][1] if self._open else "")
        name = ".".join([tag, *given.get("class", "").split()])
        self._open.append((tag, lang, name))
        for attribute in SAID:
            if given.get(attribute):
                self._note(given[attribute], f" @{attribute}")
        if tag == "meta" and given.get("name") == "description":
            self._note(given["content"], " @content")
        if tag in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        elif tag not in VOID:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][0] in ("script", "style")):
            self._note(data)

    def _note(self, text: str, attribute: str = "") -> None:
        lang = self._open[-1][1] if self._open else ""
        path = " ".join(name for _, _, name in self._open)
        self.pieces.append(Piece(" ".join(text.split()), lang, path + attribute))
