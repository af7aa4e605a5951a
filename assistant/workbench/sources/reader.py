"""Reads a document from its file, by its ending: text, Markdown, HTML, PDF or DOCX."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

from assistant.errors import Usage, told
from assistant.workbench.sources.blocks import Blocks
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.markup import html_blocks

LARGEST = 50_000_000
"""Bytes of the largest file that is read."""
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a Word file begins that is encrypted, or older than DOCX."""
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_document(path: Path) -> Blocks:
    """
    The blocks of the document, at least one.

    Raises:
        Usage: its kind is not known, a library is not installed, or nothing can be read in it.
        OSError: the file cannot be opened.
    """
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise Usage(
            told("{file}: this kind of file is not read here. Save it as {kinds}.", file=path, kinds=", ".join(READERS))
        )
    if path.stat().st_size > LARGEST:
        raise Usage(told("{file}: the file is larger than 50 MB. Save it without pictures.", file=path))
    blocks = read(path)
    if not blocks:
        raise Usage(told("{file}: there is no text in it.", file=path))
    return blocks


def _text(path: Path) -> Blocks:
    return text_blocks(_decoded(path, path.read_bytes(), "utf-8"))


def _html(path: Path) -> Blocks:
    raw = path.read_bytes()
    declared = DECLARED.search(raw[:4096])
    return html_blocks(_decoded(path, raw, declared[1].decode() if declared else "utf-8"))


def _decoded(path: Path, raw: bytes, encoding: str) -> str:
    """The text, as its first bytes say, else in `encoding`; no encoding is guessed, for a wrong guess changes words."""
    encoding = next((name for mark, name in MARKS.items() if raw.startswith(mark)), encoding)
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Usage(
            told("{file}: the text is not written in {encoding}. Save it as UTF-8.", file=path, encoding=encoding)
        ) from None
    if "\0" in text:
        raise Usage(told("{file}: this is no text. Check that its ending says what it is.", file=path))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _pdf(path: Path) -> Blocks:
    try:
        # An extra: most who use the assistant never read a document with it.
        from assistant.workbench.sources.pages import Locked, NoPdf, pdf_blocks
    except ImportError:
        raise _missing(path) from None
    try:
        blocks = pdf_blocks(path)
    except Locked:
        raise Usage(told("{file}: a password protects it. Save a copy without one.", file=path)) from None
    except NoPdf:
        raise _broken(path) from None
    if not blocks:
        raise Usage(
            told(
                "{file}: its pages are pictures of text. Make a copy with text recognition, and "
                "compare that with the pages.",
                file=path,
            )
        )
    return blocks


def _docx(path: Path) -> Blocks:
    try:
        # An extra, as above.
        import mammoth
    except ImportError:
        raise _missing(path) from None
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            raise Usage(
                told(
                    "{file}: a password protects it, or it is older than DOCX. Save it as DOCX without a password.",
                    file=path,
                )
            )
        file.seek(0)
        try:
            # Titles have a style of their own; pictures say nothing that could be compared.
            found = mammoth.convert_to_html(
                file,
                style_map="p[style-name='Title'] => h1:fresh",
                convert_image=mammoth.images.img_element(lambda image: {}),
            )
        except (BadZipFile, KeyError, ValueError, OSError, SyntaxError):
            raise _broken(path) from None
    return html_blocks(found.value)


def _missing(path: Path) -> Usage:
    return Usage(
        told(
            "{file}: reading this kind of file takes two more packages. Run: {command}",
            file=path,
            command="pip install 'policy-assistant[documents]'",
        )
    )


def _broken(path: Path) -> Usage:
    return Usage(told("{file}: the file is damaged, or its ending is not its kind. Save or send it again.", file=path))


READERS: dict[str, Callable[[Path], Blocks]] = {
    ".txt": _text, ".text": _text, ".md": _text, ".markdown": _text, ".html": _html, ".htm": _html, ".pdf": _pdf,
    ".docx": _docx,
}  # fmt: skip
