"""
What an HTML page says, as blocks: what browsers show as text. What they hide, strike out or draw is remarked.

Elements end where browsers end them. Of style sheets we read which plain names are not displayed, no more.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.blocks import Block, Document, Kind, Remark
from assistant.workbench.sources.lines import heading_level
from assistant.workbench.sources.numbering import Counting
from assistant.workbench.sources.wording import marked, raised, says

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ol", "ul", "menu", "dir"}
BREAKS = {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "nav", "option", "p",
    "pre", "section", "summary", "table", "tr", *LISTS, *HEADINGS,
}  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
CELLS, RUBY = {"td", "th"}, {"rb", "rt", "rp", "rtc"}
ENDS: Mapping[str, tuple[set[str], set[str]]] = {
    **dict.fromkeys(BREAKS - {"br", "option"}, ({"p"}, {"table", "button", *CELLS})),
    "li": ({"li", "p"}, LISTS),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd", "p"}, {"dl"})),
    **dict.fromkeys(CELLS, (CELLS, {"table", "tr"})),
    "tr": ({"tr", *CELLS}, {"table"}),
    "option": ({"option"}, {"select"}),
    **dict.fromkeys(RUBY, (RUBY, {"ruby"})),
}
"""Which open elements one that begins ends, and in which it ends none."""
SILENT = {"title", "script", "style", "template", "noscript", "rp", "datalist"}
"""What no browser shows, or shows to nobody whose browser runs scripts."""
KINDS = {"nav": said.CONTENTS, "rt": said.READINGS, "rtc": said.READINGS, "del": said.STRUCK, "s": said.STRUCK,
         "strike": said.STRUCK}  # fmt: skip
UNSHOWN = {"silent", said.HIDDEN, said.CONTENTS}
"""What becomes of elements that break no line and count in no list."""
LINED = {"pre", "textarea", "listing", "xmp"}
PICTURES = {"img", "svg", "canvas", "object", "embed", "iframe", "video", "audio", "math"}
RAISED = {"sup": "^", "sub": "_"}
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
LINE_THROUGH = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through")
AT_RULES = re.compile(r"/\*.*?\*/|@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})", re.DOTALL)
RULES = re.compile(r"([^{}]*)\{([^{}]*)\}")


def unseen(sheet: str) -> set[str]:
    """The names of elements (`p`, `.class`, `#id`) that a style sheet does not display on a screen."""
    rules = RULES.findall(AT_RULES.sub("", sheet))
    hiding = (names for names, what in rules if UNSEEN.search(what.casefold()))
    return {name for names in hiding for one in names.split(",") if re.fullmatch(r"[.#]?[\w-]+", name := one.strip())}


def html_document(text: str) -> Document:
    """A page as a document. Broken markup is read as far as it goes."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.finish()
    return Document(tuple(parser.blocks), tuple(parser.remarks))


class _Parser(HTMLParser):
    """Collects text until a block ends. Inside a row, whatever stands in a cell is one cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._open: list[tuple[str, str]] = []
        """Each open element, and what becomes of its text: a remark, a mark, `silent`, or nothing special."""
        self._words: list[str] = []
        self._kind: Kind = "paragraph"
        self._level = self._heads = self._met = 0
        self._number = ""
        self._lists: list[Counting] = []
        self._cells: list[str] | None = None
        self._unseen: set[str] = set()
        self._strong: list[bool] = []
        self._since = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        ended, within = ENDS.get(tag, (set(), set()))
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] in within:
                break
            if self._open[at][0] in ended:
                while len(self._open) > at:
                    self._close_last()
        treated = self._treated(tag, given)
        if not self._unshown() and treated not in UNSHOWN:
            self._begin(tag, given)
        elif treated == said.CONTENTS:
            self._flush()
        if tag in PICTURES and not self._special():
            self._remark(said.PICTURES, given.get("alt") or given.get("title") or "")
        if tag not in VOID:
            self._open.append((tag, treated))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and tag in (name for name, _ in self._open):
            while self._close_last() != tag:
                pass

    def handle_data(self, data: str) -> None:
        special = self._special()
        if "style" in (name for name, _ in self._open[-1:]):
            self._unseen |= unseen(data)
        elif not special:
            mark = next((RAISED[name] for name, _ in reversed(self._open) if name in RAISED), "")
            for at, line in enumerate(data.split("\n") if self._lines_count() else (data,)):
                if at:
                    self._flush()
                if line.strip():
                    self._strong.append(any(name in {"b", "strong"} for name, _ in self._open))
                self._words.append(raised("".join(self._words[-2:]), line, mark))
        elif special != "silent" and data.strip():
            self._remark(special, data)

    def _treated(self, tag: str, given: Mapping[str, str]) -> str:
        style = given.get("style", "").casefold()
        named = {tag, f"#{given.get('id', '')}", *(f".{name}" for name in given.get("class", "").split())}
        if tag in SILENT:
            return "silent"
        closed = tag == "dialog" and "open" not in given
        if closed or "hidden" in given or UNSEEN.search(style) or named & self._unseen:
            return said.HIDDEN
        return KINDS.get(tag) or (said.STRUCK if LINE_THROUGH.search(style) else "")

    def _lines_count(self) -> bool:
        """Whether a new line in the page is one for whoever reads it."""
        return self._cells is None and any(name in LINED for name, _ in self._open)

    def _close_last(self) -> str:
        """Ends the last element that is open; its name."""
        name, treated = self._open.pop()
        if treated not in UNSHOWN and not self._unshown():
            self._end(name)
        return name

    def _unshown(self) -> bool:
        return any(treated in UNSHOWN for _, treated in self._open)

    def _special(self) -> str:
        """What becomes of text here: the outermost element that makes it something special says so."""
        return next((kind for _, kind in self._open if kind), "")

    def _remark(self, sentence: str, text: str) -> None:
        place, last = len(self.blocks) + 1, self.remarks[-1] if self.remarks else None
        goes_on = last and text and sentence != said.PICTURES and self._since == len(self._words)
        if goes_on and last and (last.sentence, last.place) == (sentence, place):
            text = self.remarks.pop().text + text
        self._since = len(self._words)
        self.remarks.append(Remark(sentence, place, text))

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "table" and self._cells is not None:
            self._row()  # What stands in a table within a table is read after what stands before it.
        if tag in CELLS and self._cells is not None:
            self._cell()
            self._met += 1
            self._heads += tag == "th"
        elif self._cells is not None:
            self._words += ["\n"] if tag in BREAKS else []
        elif tag in BREAKS:
            self._flush()
            self._open_block(tag, given)

    def _open_block(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in HEADINGS:
            self._kind, self._level = "heading", HEADINGS[tag]
        elif tag in LISTS:
            step = -1 if "reversed" in given else 1
            start = _whole(given.get("start", ""))
            form = (given.get("type") or "1") if tag == "ol" else ""
            self._lists.append(Counting(form, step, 1 if start is None and step > 0 else start))
        elif tag == "li":
            self._kind = "item"
            if self._lists and self._lists[-1].form:
                self._number = self._lists[-1].count(len(self.blocks), _whole(given.get("value", "")))
        elif tag == "tr":
            self._cells, self._heads, self._met = [], 0, 0

    def _end(self, tag: str) -> None:
        if tag in {"tr", "table"} and self._cells is not None:
            self._row()
        elif self._cells is not None:
            self._words += ["\n"] if tag in BREAKS else []
        elif tag in BREAKS:
            self._flush()
            for place, number in self._lists.pop().back() if tag in LISTS and self._lists else ():
                if place < len(self.blocks):
                    self.blocks[place] = replace(self.blocks[place], number=number)

    def _cell(self) -> None:
        """Ends the cell before; what stood in the row before its first cell is no cell."""
        if self._cells is not None and (text := "".join(self._words)).strip():
            self._cells.append(text)
        self._words, self._strong = [], []

    def _row(self) -> None:
        """Ends the row; one of a single cell is a frame around paragraphs."""
        self._cell()
        cells, self._cells = self._cells or [], None
        if self._met == 1 and self._heads == 0:
            for line in "".join(cells).split("\n"):
                self._words = [line]
                self._flush()
        elif cells:
            row = "\t".join(" ".join(cell.split()) for cell in cells)
            self._add(row, "columns" if self._heads >= len(cells) else "row")

    def finish(self) -> None:
        """Ends whatever is open still."""
        while self._open:
            self._close_last()
        self._flush()

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            if self._kind == "paragraph" and (level := heading_level(text, bool(self._strong) and all(self._strong))):
                self._kind, self._level = "heading", level
            self._add(text, self._kind)
        if text or self._kind == "heading":
            self._kind, self._level, self._number = "paragraph", 0, ""
        self._words, self._strong = [], []

    def _add(self, text: str, kind: Kind) -> None:
        if not says(text):
            return
        place = len(self.blocks) + 1
        mark = marked(text)
        if kind == "paragraph" and mark.bullet:
            kind, text = "item", f"{mark.number} {mark.rest}".strip()
        number = self._number or ("" if kind in {"row", "columns"} else mark.number)
        if number and kind == "paragraph":
            kind = "item"
        self.blocks.append(Block(text, kind, place, place, self._level if kind == "heading" else 0, number))


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else None
