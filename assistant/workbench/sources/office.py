"""What a DOCX says, as HTML, once it is sure that what is packed into it can be unpacked."""

from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

import mammoth

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a Word file begins that is encrypted, or older than DOCX."""
MOST_MARKUP, MOST_PARTS = 10_000_000, 5000
"""Bytes of markup, and files, that may be packed into one: hundreds of pages."""
DECLARES = b"<!DOCTYPE"
"""How markup begins to declare entities of its own, which no office writes and which can grow without end."""
BROKEN = (BadZipFile, KeyError, ValueError, OSError, SyntaxError, RuntimeError, ExpatError)
"""What is raised over files that are damaged, or made so that they cannot be read: nested without end, for one."""


class Closed(Exception):
    """A password protects it, or it is older than DOCX."""


class NoDocx(Exception):
    """It is damaged, or no DOCX."""


class TooMuch(Exception):
    """More is packed into it than can be read."""


def docx_html(path: Path, largest: int) -> str:
    """
    A document as HTML; `largest` are the bytes that it may unpack to.

    Raises:
        Closed, NoDocx, TooMuch: it cannot be read.
    """
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            raise Closed
        try:
            with ZipFile(file) as packed:
                _check(packed, largest)
            file.seek(0)
            # Titles have a style of their own; pictures say nothing that could be compared.
            found = mammoth.convert_to_html(
                file,
                style_map="p[style-name='Title'] => h1:fresh",
                convert_image=mammoth.images.img_element(lambda image: {}),
            )
        except BROKEN:
            raise NoDocx from None
    return str(found.value)


def _check(packed: ZipFile, largest: int) -> None:
    parts = packed.infolist()
    markup = [one for one in parts if one.filename.endswith((".xml", ".rels"))]
    whole, read = (sum(one.file_size for one in some) for some in (parts, markup))
    if len(parts) > MOST_PARTS or whole > largest or read > MOST_MARKUP:
        raise TooMuch
    if any(DECLARES in packed.read(one).replace(b"\0", b"") for one in markup):
        raise NoDocx
