"""DOCX and PDF by hand: no more than the formats demand, so that every part of them is in sight."""

import html
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple


class Part(NamedTuple):
    """A block: a heading, a paragraph, an item of a list, or a row whose cells are parted by tabs."""

    kind: Literal["heading", "paragraph", "item", "row"]
    text: str


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
OFFICE = "http://schemas.openxmlformats.org"
TYPES = f"{OFFICE}/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BESIDE = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" Type='
    f'"{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/styles.xml": f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    "</w:styles>",
    "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
}
"""What a word processor's file holds beside the text: the style of headings, and a list with bullets."""


def docx(body: str, parts: Mapping[str, str] = {}) -> bytes:
    """A word processor's file with this body, and these parts beside or in place of its own; `word/` parts are known
    by their names without figures."""
    file = io.BytesIO()
    held = {**BESIDE, **parts}
    points = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/officeDocument/2006/relationships/'
        f'{re.sub(r"[0-9]", "", name).removeprefix("word/").removesuffix(".xml")}" '
        f'Target="{name.removeprefix("word/")}"/>'
        for name in held
        if name.startswith("word/")
    )
    relations = f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{points}</Relationships>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in {"word/_rels/document.xml.rels": relations, **held}.items():
            packed.writestr(name, text)
        packed.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def as_docx(parts: Sequence[Part]) -> bytes:
    """The least that a word processor's file may be."""
    styles = {
        "heading": '<w:pPr><w:pStyle w:val="H"/></w:pPr>',
        "item": '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    }

    def paragraph(text: str, style: str = "") -> str:
        return f"<w:p>{style}<w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>"

    def row(text: str) -> str:
        cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in text.split("\t"))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"

    return docx("".join(row(text) if kind == "row" else paragraph(text, styles.get(kind, "")) for kind, text in parts))


SIGNS = (
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/Any/Flags 4>>"
)
WIDTH, LEADING, INDENT = 80, 14, 260
"""Columns of a line of the PDF; points between two lines, and from the margin to the second cell."""


def as_pdf(parts: Sequence[Part]) -> bytes:
    """Two pages with a head and a foot, every line placed by itself, as printing leaves it."""
    half = next(place for place, part in enumerate(parts) if place > len(parts) // 2 and part.kind == "heading")
    return pdf([_page(parts[:half], 1), _page(parts[half:], 2)])


def _page(parts: Sequence[Part], number: int) -> str:
    found = [_placed("Terms of hire", 72, 800)]
    height = 760
    for part in parts:
        cells = part.text.split("\t")
        lines = [cells[0]] if len(cells) > 1 else _wrapped(part.text)
        found += [_placed(line, 72, height - LEADING * at) for at, line in enumerate(lines)]
        found += [_placed(cell, 72 + INDENT * at, height) for at, cell in enumerate(cells[1:], 1)]
        height -= LEADING * (len(lines) + 1)
    return "\n".join([*found, _placed(f"Page {number} of 2", 280, 40)])


def _wrapped(text: str) -> list[str]:
    """Lines of at most `WIDTH` columns, broken at blanks; Japanese anywhere."""
    if not text.isascii():
        return [text[at : at + WIDTH // 2] for at in range(0, len(text), WIDTH // 2)]
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _placed(text: str, x: int, y: int) -> str:
    return f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" if text else ""


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF of pages that are given as their drawing; its one font writes each sign by its number in Unicode."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    parts = (ranges[at : at + 100] for at in range(0, 256, 100))  # No more may stand in one.
    mapped = " ".join(f"{len(part)} beginbfrange {' '.join(part)} endbfrange" for part in parts)
    unicode_map = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{mapped} endcmap end"
    )
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any{SIGNS}/DW 1000/W[32 126 500]>>",
        f"<</Length {len(unicode_map)}>>stream\n{unicode_map}\nendstream",
    ]
    for at, page in enumerate(pages):
        objects += [
            f"<</Type/Page/Parent 2 0 R/Contents {7 + 2 * at} 0 R>>",
            f"<</Length {len(page)}>>stream\n{page}\nendstream",
        ]
    text, starts = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(text))
        text += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF"
    return f"{text}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
