"""What an HTML page says, as blocks: what browsers show as text."""

from html.parser import HTMLParser
from itertools import count

from assistant.workbench.sources.blocks import Block, Blocks, Kind
from assistant.workbench.sources.wording import marked, wording

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
