"""The parts of a DOCX file, once it is sure that what is packed into it can be unpacked."""

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator
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
            raise Usage(told("{file}: a password protects it, or it is older than DOCX. Save it as DOCX without a "
                             "password.", file=path))  # fmt: skip
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
