"""Reads a document from its file, by its ending: text, Markdown, HTML (what browsers show as text), PDF or DOCX."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import count
from pathlib import Path

from assistant.errors import Usage, told
from assistant.workbench.sources.blocks import Block, Blocks, Kind
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.wording import marked, wording

LARGEST = 50_000_000
"""Bytes of the largest file that is read."""
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
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
        from assistant.workbench.sources.office import Closed, NoDocx, TooMuch, docx_html
    except ImportError:
        raise _missing(path) from None
    try:
        return html_blocks(docx_html(path, LARGEST))
    except Closed:
        raise Usage(
            told(
                "{file}: a password protects it, or it is older than DOCX. Save it as DOCX without a password.",
                file=path,
            )
        ) from None
    except TooMuch:
        raise Usage(told("{file}: there is more in it than can be compared. Save it in parts.", file=path)) from None
    except NoDocx:
        raise _broken(path) from None


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


HIDDEN = {"title", "script", "style", "template", "noscript", "nav"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BREAKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr",
    "ul", *HEADINGS,
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def html_blocks(text: str) -> Blocks:
    """The blocks of an HTML page. Broken markup is read as far as it goes."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.flush()
    return tuple(parser.blocks)


class _Parser(HTMLParser):
    """Collects text until a block ends. Inside a row, whatever stands in a cell is one cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.kind: Kind = "paragraph"
        self.level = self.hidden = 0
        self.number = ""
        self.lists: list[count[int] | None] = []
        self.lettered: list[bool] = []
        self.cells: list[str] | None = None
        self.heads = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden += 1
        elif tag in {"td", "th"} and self.cells is not None:
            self._cell()
            self.heads += tag == "th"
        elif self.cells is not None:
            self.words.append(" ")
        elif tag in BREAKS:
            self.flush()
            self._open(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in {"tr", "table"} and self.cells is not None:
            self._row()
        elif self.cells is not None:
            self.words.append(" ")
        elif tag in BREAKS:
            self.flush()
            if tag in {"ol", "ul"} and self.lists:
                self.lists.pop()
                self.lettered.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)

    def _open(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag in HEADINGS:
            self.kind, self.level = "heading", HEADINGS[tag]
        elif tag in {"ol", "ul"}:
            start = attrs.get("start") or "1"
            self.lists.append(count(int(start) if start.isdecimal() else 1) if tag == "ol" else None)
            self.lettered.append(attrs.get("type") == "a")
        elif tag == "li":
            self.kind = "item"
            if self.lists and (counted := self.lists[-1]) is not None:
                place = next(counted)
                self.number = f"{LETTERS[(place - 1) % 26]}." if self.lettered[-1] else f"{place}."
        elif tag == "tr":
            self.cells, self.heads = [], 0

    def _cell(self) -> None:
        """Ends the cell before; what stood in the row before its first cell is no cell."""
        if self.cells is not None and "".join(self.words).strip():
            self.cells.append(self._text())
        self.words = []

    def _row(self) -> None:
        self._cell()
        cells, self.cells = self.cells or [], None
        if any(cells):
            self._add("\t".join(cells), "columns" if self.heads >= len(cells) else "row")

    def _text(self) -> str:
        return " ".join("".join(self.words).split())

    def flush(self) -> None:
        """Ends the block."""
        text = self._text()
        if text:
            self._add(text, self.kind)
        if text or self.kind == "heading":
            self.kind, self.level, self.number = "paragraph", 0, ""
        self.words = []

    def _add(self, text: str, kind: Kind) -> None:
        if not wording(text):
            return
        place = len(self.blocks) + 1
        number = self.number or ("" if kind in {"row", "columns"} else marked(text).number)
        level = self.level if kind == "heading" else 0
        if number and kind == "paragraph":
            kind = "item"
        self.blocks.append(Block(text, kind, place, place, level, number))
