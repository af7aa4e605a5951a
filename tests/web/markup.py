"""Reads a page: its elements with their attributes, and the text that people see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """An element with the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Markup(HTMLParser):
    """A parsed page."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            continue

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **wanted: str) -> Iterator[Element]:
        """Every element of a tag with these attributes; `_` at the end of a name is left out."""
        for element in self.elements:
            if element.tag == tag and all(element.attributes.get(k.rstrip("_")) == v for k, v in wanted.items()):
                yield element

    def one(self, tag: str, **wanted: str) -> Element:
        """The only such element."""
        (element,) = self.all(tag, **wanted)
        return element

    def links(self) -> list[str]:
        """The address of every link."""
        return [element.attributes["href"] for element in self.all("a")]

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]
