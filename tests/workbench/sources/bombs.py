"""Files that are small, and would take for ever to read, or all of the memory."""

import io
import zlib
from collections.abc import Callable, Mapping

from tests.workbench.sources.papers import W, docx

MANY = 1_000_000


def words(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tables(depth: int) -> str:
    """Tables in tables."""
    return "<w:tbl><w:tr><w:tc>" * depth + words("in") + "</w:tc></w:tr></w:tbl>" * depth


def styles() -> str:
    """Two styles of lists that lead to each other."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{one}"><w:numStyleLink w:val="S{1 - one}"/></w:abstractNum>'
        f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>'
        for one in (0, 1)
    )
    return f"<w:numbering {W}>{lists}</w:numbering>"


def lying() -> bytes:
    """A file that says of a part that it is small."""
    whole = docx(words("a" * 9_000_000))
    name = whole.rindex(b"word/document.xml")  # in the directory at the end; the size stands 22 bytes before
    return whole[: name - 22] + (100).to_bytes(4, "little") + whole[name - 18 :]


def pdf(objects: Mapping[int, str | bytes]) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    file, starts = io.BytesIO(), dict[int, int]()
    file.write(b"%PDF-1.5\n")
    for number, body in objects.items():
        starts[number] = file.tell()
        raw = body if isinstance(body, bytes) else body.encode()
        file.write(b"%d 0 obj" % number + raw + b"endobj\n")
    start, size = file.tell(), max(objects) + 1
    rows = "".join(f"{starts.get(number, 0):010} 00000 {'n' if number in starts else 'f'} \n" for number in range(size))
    file.write(f"xref\n0 {size}\n{rows}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())
    return file.getvalue()


def stream(drawn: bytes, often: int = 1, more: str = "") -> bytes:
    """A stream, packed so often."""
    for _ in range(often):
        drawn = zlib.compress(drawn, 9)
    filters = "/Filter[" + "/FlateDecode" * often + "]" if often else ""
    return f"<</Length {len(drawn)}{filters}{more}>>stream\n".encode() + drawn + b"\nendstream"


def drawn(content: bytes, more: Mapping[int, str | bytes] = {}, font: str = "") -> bytes:
    """A PDF of one page."""
    return pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
            "/XObject<</X 10 0 R>>>>>>",
            4: content,
            5: font or "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            **more,
        }
    )


def pages(depth: int, width: int) -> bytes:
    """A tree of pages whose branches are the same: few objects, and pages without end."""
    kids = {2 + one: f"<</Type/Pages/Count {width**depth}/Kids[{f'{3 + one} 0 R ' * width}]>>" for one in range(depth)}
    leaf = f"<</Type/Page/MediaBox[0 0 595 842]/Contents {3 + depth} 0 R>>"
    return pdf({1: "<</Type/Catalog/Pages 2 0 R>>", **kids, 2 + depth: leaf, 3 + depth: stream(b"")})


def forms(depth: int, width: int) -> bytes:
    """Drawings that hold each other, each several times."""
    inside = {
        10 + one: stream(b"/X Do " * width, 1, f"/Subtype/Form/Resources<</XObject<</X {11 + one} 0 R>>>>")
        for one in range(depth)
    }
    return drawn(stream(b"/X Do " * width), {**inside, 10 + depth: stream(b"", 1, "/Subtype/Form")})


def mapped(text: str) -> bytes:
    """A font whose signs are named by this map."""
    font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[7 0 R]>>"
    below = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 1000/W[0 99999999 500]>>"
    shown = stream(b"BT /F 10 Tf 1 0 0 1 72 700 Tm <00410042> Tj ET")
    return drawn(shown, {6: stream(text.encode()), 7: below}, font)


PLACED = "BT /F 10 Tf 1 0 0 1 {x} {y} Tm (a) Tj ET BT /F 10 Tf 1 0 0 1 0 0 Tm (b) Tj ET"
BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "paragraphs": ("docx", lambda: docx(words("one line") * 190_000)),
    "runs": ("docx", lambda: docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 400_000 + "</w:p>")),
    "empty elements": ("docx", lambda: docx("<w:p/>" * 1_600_000)),
    "attributes": ("docx", lambda: docx("<w:p " + " ".join(f'a{n}="1"' for n in range(700_000)) + "/>")),
    "tables in tables": ("docx", lambda: docx(tables(90) * 2000)),
    "tables too deep": ("docx", lambda: docx(tables(20_000))),
    "one long text": ("docx", lambda: docx(words("a" * 9_900_000))),
    "references": ("docx", lambda: docx(words("&#97;" * 1_900_000))),
    "white space": ("docx", lambda: docx(" " * 40_000_000)),
    "a circle of styles": ("docx", lambda: docx(words("a"), {"word/numbering.xml": styles()})),
    "a false size": ("docx", lying),
    "a wide tree of pages": ("pdf", lambda: pages(20, 10)),
    "a tree of pages in a circle": ("pdf", lambda: pdf({
        1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"})),
    "a deep tree of pages": ("pdf", lambda: pages(5000, 1)),
    "a packed page": ("pdf", lambda: drawn(stream(b" " * 300_000_000))),
    "a page packed twice": ("pdf", lambda: drawn(stream(b" " * 300_000_000, 2))),
    "drawing": ("pdf", lambda: drawn(stream(b"BT /F 9 Tf (a) Tj ET " * MANY))),
    "brackets": ("pdf", lambda: drawn(stream(b"[" * MANY))),
    "saved states": ("pdf", lambda: drawn(stream(b"q " * MANY * 2))),
    "forms in forms": ("pdf", lambda: forms(30, 8)),
    "far to the right": ("pdf", lambda: drawn(stream(PLACED.format(x=10**9, y=0).encode()))),
    "far up": ("pdf", lambda: drawn(stream(PLACED.format(x=0, y=10**9).encode()))),
    "a wide map of signs": ("pdf", lambda: mapped(
        "1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <0FFFFFFF> <0000> "
        "endbfrange")),
    "a long list of objects": ("pdf", lambda: pdf({
        1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Count 1/Kids[" + "3 0 R " * MANY + "]>>", 3: "<<>>"})),
    "dictionaries in dictionaries": ("pdf", lambda: pdf({
        1: "<</Type/Catalog/Pages 2 0 R/A " + "<</A " * 100_000 + ">>" * 100_000 + ">>", 2: "<</Count 0/Kids[]>>"})),
    "comments that do not end": ("html", lambda: b"<!--" * MANY),
    "declarations": ("html", lambda: b"<!a[" * MANY),
    "marks": ("html", lambda: b"<" * MANY * 4),
    "attributes without end": ("html", lambda: b"<a " + b"b=" * MANY),
    "elements": ("html", lambda: b"<li>" * MANY),
    "lists in lists": ("html", lambda: b"<ol><li>a" * MANY),
    "a table without end": ("html", lambda: b"<table>" + b"<tr><td>a" * MANY),
    "ampersands": ("html", lambda: b"&" * MANY * 4),
    "entities": ("html", lambda: b"&amp" * MANY),
    "lines": ("txt", lambda: b"a\n" * MANY),
    "a line": ("txt", lambda: b"a " * MANY * 4),
    "blanks": ("txt", lambda: b"a" + b" " * MANY * 8 + b"b"),
    "brackets in text": ("txt", lambda: b"[" * MANY * 2),
    "opened markup": ("txt", lambda: b"<a" * MANY),
    "bullets": ("txt", lambda: b"- " * MANY),
    "numbers": ("txt", lambda: b"1.1." * MANY),
    "hashes": ("txt", lambda: b"#" + b" #" * MANY),
    "bars": ("txt", lambda: b"|" * MANY * 4),
    "hyphens": ("txt", lambda: b"a-" * MANY),
    "dashes": ("txt", lambda: b"-" * MANY * 4 + b"a"),
    "what grows when it is made plain": ("txt", lambda: "\ufdfa".encode() * MANY),
    "marks above a sign": ("txt", lambda: b"a" + "\u0315\u0300".encode() * (MANY // 4)),
}  # fmt: skip
"""By what it does: how the file ends, and the file."""
