"""The parts of a DOCX file, once it is sure that they can be unpacked; and how its styles change what is read."""

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from assistant.errors import Usage, told
from assistant.workbench.sources.remarks import DAMAGED, TOO_MUCH

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a Word file begins that is encrypted, or older than DOCX."""
MOST_MARKUP, MOST_PARTS = 10_000_000, 5000
"""Bytes of markup, and files, that may be packed into one: hundreds of pages."""
DECLARES = b"<!DOCTYPE"
"""How markup begins to declare entities of its own, which no office writes and which can grow without end."""
BROKEN = (BadZipFile, KeyError, ValueError, OSError, SyntaxError, RuntimeError)
"""What is raised over files that are damaged, or made so that they cannot be read: nested without end, for one."""
OPEN, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
PREFIXES = {
    **{f"{start}wordprocessingml/{end}": "w" for start, end in ((OPEN, "2006/main"), (STRICT, "main"))},
    **{f"{start}officeDocument/{end}math": "m" for start, end in ((OPEN, "2006/"), (STRICT, ""))},
    **{f"{start}officeDocument/{end}relationships": "r" for start, end in ((OPEN, "2006/"), (STRICT, ""))},
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
"""Namespaces by the prefix that names them here; other ones have none."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file that are read: the document itself, and those that it points to, by their kind."""

    main: ET.Element
    parts: tuple[tuple[str, ET.Element], ...]

    def of(self, kind: str) -> Iterator[ET.Element]:
        """Every part of a kind: `styles`, `numbering`, `footnotes`, `header` …"""
        return (part for name, part in self.parts if name == kind)


def read_package(path: Path, largest: int) -> Package:
    """
    The parts of a file; `largest` are the bytes that it may unpack to. Raises `Usage`, or one of `BROKEN`, where it
    cannot be read.
    """
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            raise Usage(
                told(
                    "{file}: a password protects it, or it is older than DOCX. Save it as DOCX without a password.",
                    file=path,
                )
            )
        with ZipFile(file) as packed:
            _check(path, packed, largest)
            return _package(packed)


def _check(path: Path, packed: ZipFile, largest: int) -> None:
    parts = packed.infolist()
    markup = [one for one in parts if one.filename.endswith((".xml", ".rels"))]
    whole, read = (sum(one.file_size for one in some) for some in (parts, markup))
    if len(parts) > MOST_PARTS or whole > largest or read > MOST_MARKUP:
        raise Usage(told(TOO_MUCH, file=path))
    if any(DECLARES in packed.read(one).replace(b"\0", b"") for one in markup):
        raise Usage(told(DAMAGED, file=path))


KINDS = {"styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"}


def _package(packed: ZipFile) -> Package:
    main = next(name for kind, name in _pointed(packed, "") if kind == "officeDocument")
    found = [(kind, name) for kind, name in _pointed(packed, main) if kind in KINDS and name in packed.namelist()]
    return Package(_part(packed, main), tuple((kind, _part(packed, name)) for kind, name in found))


def _pointed(packed: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """What a part points to: its kind, and its name in the file."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    for one in _tree(packed, path) if path in packed.namelist() else ():
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
        yield one.get("Type", "").rpartition("/")[2], target


def _part(packed: ZipFile, name: str) -> ET.Element:
    """A part's tree, with names such as `w:p`."""
    root = _tree(packed, name)
    for one in root.iter():
        one.tag = _named(one.tag)
        if any(key.startswith("{") for key in one.attrib):
            one.attrib = {_named(key): value for key, value in one.attrib.items()}
    return root


def _tree(packed: ZipFile, name: str) -> ET.Element:
    return ET.fromstring(packed.read(name))  # noqa: S314 (what declares entities is refused above)


def _named(name: str) -> str:
    space, _, local = name[1:].rpartition("}")
    return f"{PREFIXES.get(space, '')}:{local}" if space else name


def at(element: ET.Element | None, *names: str) -> ET.Element | None:
    """What stands in an element, in what is called so in it, and so on."""
    for name in names:
        element = element.find(name) if element is not None else None
    return element


def value(element: ET.Element | None, *names: str) -> str | None:
    """The value of a setting that stands so in an element, None where it is not set."""
    found = at(element, *names)
    return found.get("w:val") if found is not None else None


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
