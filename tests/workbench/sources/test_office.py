"""A DOCX that is packed, nested or declared so that reading it would never end is refused, with what to do."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from assistant.errors import Usage
from assistant.workbench.sources.reader import read_document
from tests.workbench.sources.office_parts import p, r, read
from tests.workbench.sources.papers import W, as_docx
from tests.workbench.sources.samples import ENGLISH


@pytest.mark.parametrize(
    ("names", "size"),
    [
        (["word/document.xml"], 11_000_000),
        ([f"word/{number}.png" for number in range(5001)], 0),
        (["word/media/a.png"], 51_000_000),
    ],
)
def test_what_is_packed_too_well_is_not_unpacked(names: list[str], size: int, tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, bytes(size))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(Usage, match="more in it than can be compared"):
        read_document(path)


DEEP = 3000
ODD = [
    [(b"<w:document", b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document')],
    [(b"<w:document", b"<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY x '&a;&a;&a;&a;'>]><w:document")],
    [(b"<w:body>", b"<w:body>" + b"<w:ins>" * DEEP), (b"</w:body>", b"</w:ins>" * DEEP + b"</w:body>")],
    [(b"</w:body>", b"</w:bodies>")],
]


@pytest.mark.parametrize(
    "changes", ODD, ids=["what is elsewhere", "what grows", "what is nested", "what is not closed"]
)
def test_what_no_office_writes_is_not_read(changes: list[tuple[bytes, bytes]], tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    path.write_bytes(as_docx(ENGLISH))
    with ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for old, new in changes:
        parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    with ZipFile(path, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    with pytest.raises(Usage, match="the file is damaged"):
        read_document(path)


STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="見出し"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="見出し"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
)


@pytest.mark.parametrize(
    ("style", "inside", "level"),
    [
        ("見出し", r("Hire"), 1),
        ("B", r("Hire", '<w:strike w:val="false"/>'), 1),
        ("O", r("Hire"), 3),
        ("O", r("The bicycle is returned by six."), 0),
        ("N", r("第1条 予約"), 1),
        ("N", r("Hire", "<w:b/>"), 7),
        ("N", r("Hire"), 0),
    ],
)
def test_headings_are_known_by_style_and_looks(style: str, inside: str, level: int, tmp_path: Path) -> None:
    body = p(inside + r("hidden", '<w:rStyle w:val="S"/>'), f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>')
    (block,) = read(tmp_path, body, styles=STYLES).blocks
    assert (block.level, "hidden" in block.text) == (level, False)
