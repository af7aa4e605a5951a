"""How paragraphs and runs of a word processor look, as far as it changes what a reader reads."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.workbench.sources.office import at, value

OFF = {"0", "false", "off", "none"}
MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Look:
    """Of a run: struck out, hidden, strong (bold), and whether it stands raised or lowered, `^` or `_`."""

    struck: bool = False
    hidden: bool = False
    strong: bool = False
    raised: str = ""


class Styles:
    """The styles of a document, each with those that it is based on."""

    def __init__(self, parts: Iterable[ET.Element]) -> None:
        self._styles = {one.get("w:styleId", ""): one for part in parts for one in part.iter("w:style")}
        self._default = next(
            (
                name
                for name, one in self._styles.items()
                if one.get("w:default") in {"1", "true"} and one.get("w:type") == "paragraph"
            ),
            "",
        )
        self._looks: dict[tuple[str, str], Look] = {}

    def chain(self, name: str) -> Iterator[tuple[str, ET.Element]]:
        """A style and those below it, the nearest first."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = value(self._styles[name], "w:basedOn") or ""

    def of(self, paragraph: ET.Element) -> str:
        """The style of a paragraph."""
        return value(paragraph, "w:pPr", "w:pStyle") or self._default

    def name(self, style: str) -> str:
        """What a style is called, in the English that files use in every language."""
        return (value(self._styles.get(style), "w:name") or "").casefold()

    def level(self, paragraph: ET.Element) -> int:
        """The level of a heading, from 1; 0 of other paragraphs."""
        own = value(paragraph, "w:pPr", "w:outlineLvl")
        for style, one in self.chain(self.of(paragraph)):
            name = self.name(style)
            if own is None:
                own = value(one, "w:pPr", "w:outlineLvl")
            if own is None and (name == "title" or name.startswith("heading ")):
                own = str(int(name.split()[1]) - 1) if name[8:].isdecimal() else "0"
        level = int(own) + 1 if own is not None and own.isdecimal() else 0
        return level if level <= MOST_LEVELS else 0

    def list(self, paragraph: ET.Element) -> tuple[str, int | None, str] | None:
        """The list that a paragraph belongs to: its number, its level where it is said, and the style that says so."""
        places = [("", paragraph), *self.chain(self.of(paragraph))]
        level = None
        for style, one in places:
            numbered = at(one, "w:pPr", "w:numPr")
            if numbered is None:
                continue
            level = value(numbered, "w:ilvl") if level is None else level
            if (number := value(numbered, "w:numId")) is not None:
                return (number, int(level) if level else None, style) if number != "0" else None
        return None

    def look(self, run: ET.Element, paragraph: str) -> Look:
        """How a run in a paragraph of this style looks."""
        own = run.find("w:rPr")
        key = (value(own, "w:rStyle") or "", paragraph)
        if key not in self._looks:
            styles = [one.find("w:rPr") for name in key for _, one in self.chain(name)]
            self._looks[key] = _look(styles, Look())
        return _look([own], self._looks[key]) if own is not None else self._looks[key]


def _look(places: Iterable[ET.Element | None], below: Look) -> Look:
    known = [one for one in places if one is not None]
    raised = next((one for place in known if (one := value(place, "w:vertAlign"))), None)
    return Look(
        _set(known, ("w:strike", "w:dstrike"), below.struck),
        _set(known, ("w:vanish",), below.hidden),
        _set(known, ("w:b",), below.strong),
        {"superscript": "^", "subscript": "_", None: below.raised}.get(raised, ""),
    )


def _set(places: Iterable[ET.Element], names: Iterable[str], below: bool) -> bool:
    """Whether the nearest place that sets one of these sets it."""
    for place in places:
        found = [one.get("w:val", "1") not in OFF for name in names if (one := place.find(name)) is not None]
        if found:
            return any(found)
    return below
