"""What stands in a line of a word processor's paragraph: runs, fields, notes, changes that are tracked."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.blocks import Remark
from assistant.workbench.sources.office import Look, Package, Styles
from assistant.workbench.sources.wording import raised

SETTINGS = {
    "w:rPr",
    "w:pPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:sectPr",
    "w:tblPr",
    "w:tblGrid",
    "w:trPr",
    "w:tcPr",
    "w:rubyPr",
    "w:fldData",
    "mc:Fallback",
}
"""What says nothing itself, or again."""
SHOWS_NOTHING = {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE"}
"""Fields that have no value to show."""
BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-"}


def text_of(element: ET.Element) -> str:
    """All text of a part or a stretch, deleted or not, its paragraphs parted by blanks."""
    signs = {"w:p": " ", **BREAKS}
    said_in = (signs.get(one.tag, one.text or "") for one in element.iter() if one.tag in {"w:t", "w:delText", *signs})
    return " ".join("".join(said_in).split())


class Runs:
    """
    Collects the words of a paragraph, in which `place` says where it is; what stands beside it (text boxes, and notes
    with their numbers) waits in `beside` for its end.
    """

    def __init__(self, package: Package, styles: Styles, place: Callable[[], int]) -> None:
        self.remarks: list[Remark] = []
        self.beside: list[tuple[ET.Element, str]] = []
        self.style = ""
        self._styles, self._place = styles, place
        self._words: list[str] = []
        self._strong: list[bool] = []
        self._fields: list[list[str] | None] = []
        """Of each open field its instruction, until its value begins."""
        self._since, self._noted = -1, 0
        self._parts = {
            kind: {one.get("w:id", ""): one for part in package.of(f"{kind}s") for one in part}
            for kind in ("footnote", "endnote", "comment")
        }
        self._reads: Mapping[str, Callable[[ET.Element], None]] = {
            "w:r": self._run,
            "w:t": self._text,
            "w:sym": self._sign,
            "w:ruby": self._ruby,
            "w:fldSimple": self._field,
            "w:fldChar": self._edge,
            "w:instrText": self._instruction,
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
            "m:oMath": self._formula,
            "w:footnoteReference": self._note,
            "w:endnoteReference": self._note,
            "w:commentReference": self._comment,
            **dict.fromkeys(("w:drawing", "w:pict", "w:object"), self._drawn),
            **dict.fromkeys(BREAKS, self._break),
        }

    def collect(self, element: ET.Element) -> None:
        """Adds what stands in an element."""
        for child in element:
            if child.tag not in SETTINGS:
                self._reads.get(child.tag, self.collect)(child)

    def take(self) -> tuple[str, bool]:
        """The words so far, with the breaks of their lines, and whether all of them are strong."""
        text, strong = "".join(self._words), bool(self._strong) and all(self._strong)
        self._words, self._strong, self._since = [], [], -1
        return text, strong

    def remark(self, sentence: str, text: str = "") -> None:
        """A remark about the paragraph; pieces of one stretch, which word processors cut anywhere, are one."""
        place, last = self._place(), self.remarks[-1] if self.remarks else None
        if last and text and (last.sentence, last.place) == (sentence, place) and self._since == len(self._words):
            text = self.remarks.pop().text + text
        self._since = len(self._words)
        self.remarks.append(Remark(sentence, place, text))

    _look = Look()

    def _run(self, element: ET.Element) -> None:
        self._look = self._styles.look(element, self.style)
        self.collect(element)
        self._look = Look()

    def _text(self, element: ET.Element) -> None:
        text = element.text or ""
        if any(instruction is not None for instruction in self._fields):
            return
        if self._look.hidden or self._look.struck:
            self.remark(said.HIDDEN if self._look.hidden else said.STRUCK, text)
            return
        self._strong += [self._look.strong] if text.strip() else []
        self._words.append(raised("".join(self._words[-2:]), text, self._look.raised))

    def _break(self, element: ET.Element) -> None:
        self._words.append(BREAKS[element.tag])

    def _sign(self, element: ET.Element) -> None:
        self._words.append("□")
        self.remark(said.SIGNS, element.get("w:font", ""))

    def _ruby(self, element: ET.Element) -> None:
        for base in element.iter("w:rubyBase"):
            self.collect(base)
        self.remark(said.READINGS, "".join(map(text_of, element.iter("w:rt"))))

    def _field(self, element: ET.Element) -> None:
        before = len(self._words)
        self.collect(element)
        self._check_value(element.get("w:instr", ""), before)

    def _edge(self, element: ET.Element) -> None:
        """A field's instruction begins, its value begins, or it ends."""
        match element.get("w:fldCharType"):
            case "begin":
                self._fields.append([])
            case "separate" if self._fields:
                self._fields[-1] = None
            case "end" if self._fields and (instruction := self._fields.pop()) is not None:
                self._check_value("".join(instruction), len(self._words))

    def _instruction(self, element: ET.Element) -> None:
        if self._fields and (instruction := self._fields[-1]) is not None:
            instruction.append(element.text or "")

    def _check_value(self, instruction: str, before: int) -> None:
        name = " ".join(instruction.split()[:2])
        if len(self._words) == before and name.partition(" ")[0].upper() not in SHOWS_NOTHING:
            self.remark(said.FIELDS, name)

    def _inserted(self, element: ET.Element) -> None:
        if text := text_of(element):
            self.remark(said.INSERTED, text)
        self.collect(element)

    def _deleted(self, element: ET.Element) -> None:
        if text := text_of(element):
            self.remark(said.DELETED, text)

    def _formula(self, element: ET.Element) -> None:
        formula = linear(element)
        self._words.append(formula)
        self.remark(said.FORMULAS, formula)

    def _note(self, element: ET.Element) -> None:
        kind = element.tag.removeprefix("w:").removesuffix("Reference")
        if (note := self._parts[kind].get(element.get("w:id", ""))) is not None:
            self._noted += 1
            self.beside.append((note, f"({self._noted})"))

    def _comment(self, element: ET.Element) -> None:
        if (comment := self._parts["comment"].get(element.get("w:id", ""))) is not None:
            self.remark(said.COMMENTS, text_of(comment))

    def _drawn(self, element: ET.Element) -> None:
        """A text box is read; of a picture there is what it says of itself."""
        boxes = list(element.iter("w:txbxContent"))
        self.beside += [(box, "") for box in boxes]
        if not boxes:
            about = (one.get("descr") or one.get("alt") or one.get("title") for one in element.iter())
            self.remark(said.PICTURES, next(filter(None, about), ""))


FORMS = {
    "m:f": ("{}/{}", ("m:num", "m:den")),
    "m:sSup": ("{}^{}", ("m:e", "m:sup")),
    "m:sSub": ("{}_{}", ("m:e", "m:sub")),
    "m:sSubSup": ("{}_{}^{}", ("m:e", "m:sub", "m:sup")),
    "m:rad": ("√[{}]{}", ("m:deg", "m:e")),
    "m:nary": ("∑[{}, {}]{}", ("m:sub", "m:sup", "m:e")),
    "m:d": ("({})", ("m:e",)),
}
"""How a structure is written, and its parts. A sum stands for every sign that is put before a range."""


def linear(element: ET.Element) -> str:
    """The formula in a line."""
    if element.tag == "m:t":
        return element.text or ""
    if element.tag in FORMS:
        form, names = FORMS[element.tag]
        parts = ["".join(map(linear, element.findall(name))) for name in names]
        return form.format(*map(_whole, parts) if element.tag != "m:d" else parts).replace("√[]", "√")
    return "".join(map(linear, element))


def _whole(part: str) -> str:
    return part if len(part) == 1 or part.isalnum() else f"({part})" if part else ""
