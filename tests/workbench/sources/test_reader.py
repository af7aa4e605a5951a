"""Every format says the same; what cannot be read is said calmly, with what to do."""

import sys
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfWriter

from assistant.errors import Usage
from assistant.workbench.sources import reader as reading
from assistant.workbench.sources.office import OLD_OFFICE
from assistant.workbench.sources.reader import READERS, html_blocks, read_document
from assistant.workbench.sources.wording import said
from tests.workbench.sources.papers import as_docx, as_pdf, pdf
from tests.workbench.sources.samples import ENGLISH, TERMS, Format, as_html, as_text, write_document

FORMATS: tuple[Format, ...] = get_args(Format)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TERMS)
def test_every_format_gives_the_same_words(language: str, form: Format, tmp_path: Path) -> None:
    parts = TERMS[language][0]
    blocks = read_document(write_document(tmp_path, parts, form))
    assert [said(block.text) for block in blocks] == [said(part.text) for part in parts]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TERMS)
def test_headings_and_rows_are_seen_in_every_format(language: str, form: Format, tmp_path: Path) -> None:
    parts = TERMS[language][0]
    blocks = read_document(write_document(tmp_path, parts, form))
    for kind in ("heading", "row"):
        assert [b.text for b in blocks if b.kind == kind] == [part.text for part in parts if part.kind == kind]
    assert [b.number for b in blocks if b.kind == "heading"] == [
        p.text.split()[0] for p in parts if p.kind == "heading"
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_says_the_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(as_text(TERMS["ja"][0]).replace("\n", "\r\n").encode(encoding))
    assert len(read_document(path)) == len(TERMS["ja"][0])


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "terms.html"
    path.write_bytes(as_html(TERMS["ja"][0]).replace('charset="utf-8"', 'charset="shift_jis"').encode("shift_jis"))
    assert read_document(path)[0].text == "第1条 予約"


def _encrypted(path: Path) -> bytes:
    path.write_bytes(as_pdf(ENGLISH))
    writer = PdfWriter(path)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("terms.doc", b"", "this kind of file is not read here"),
        ("terms", b"", "this kind of file is not read here"),
        ("terms.txt", b" \n\n", "there is no text in it"),
        ("terms.html", b"<title>Terms</title>", "there is no text in it"),
        ("terms.txt", "利用規約".encode("shift_jis"), "is not written in utf-8. Save it as UTF-8"),
        ("terms.html", b'<meta charset="klingon">Terms', "is not written in klingon"),
        ("terms.md", b"PK\0\0", "this is no text"),
        ("terms.pdf", pdf(["", ""]), "pictures of text"),
        ("terms.pdf", b"", "the file is damaged"),
        ("terms.pdf", b"%PDF-1.4\n" + b"\xff" * 100, "the file is damaged"),
        ("terms.pdf", as_pdf(ENGLISH)[:900], "the file is damaged"),
        ("terms.docx", b"PK", "the file is damaged"),
        ("terms.docx", as_docx(ENGLISH)[:-30], "the file is damaged"),
        ("terms.docx", OLD_OFFICE + b"\0" * 100, "Save it as DOCX without a password"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_do(name: str, raw: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(Usage) as error:
        read_document(path)
    assert why in str(error.value)
    assert str(error.value).startswith(f"{path}: ")


def test_a_password_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "terms.pdf"
    path.write_bytes(_encrypted(path))
    with pytest.raises(Usage, match="Save a copy without one"):
        read_document(path)


def test_a_file_of_any_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    path = tmp_path / "terms.txt"
    path.write_text("More than ten bytes.", "utf-8")
    with pytest.raises(Usage, match="without pictures"):
        read_document(path)


@pytest.mark.parametrize(("form", "library"), [("pdf", "pypdf"), ("docx", "mammoth")])
def test_a_missing_library_is_named_with_its_command(
    form: Format, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_document(tmp_path, ENGLISH, form)
    for module in ("pages", "office"):
        monkeypatch.delitem(sys.modules, f"assistant.workbench.sources.{module}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Usage, match=r"pip install 'policy-assistant\[documents\]'"):
        read_document(path)


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_text_and_pages_need_no_library(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pypdf", "mammoth"):
        monkeypatch.setitem(sys.modules, library, None)
    assert read_document(write_document(tmp_path, ENGLISH, form))


def test_every_format_of_the_samples_is_one_that_is_read() -> None:
    assert {f".{form}" for form in FORMATS} <= READERS.keys()


def test_lists_are_counted() -> None:
    page = '<ol start="3"><li>Three<li>Four<ol type="a"><li>A</ol><li>Five</ol><ul><li>None</ul>'
    assert [(block.number, block.text) for block in html_blocks(page)] == [
        ("3.", "Three"), ("4.", "Four"), ("a.", "A"), ("5.", "Five"), ("", "None"),
    ]  # fmt: skip


def test_rows_keep_their_cells_together() -> None:
    page = "<table><tr><th>Type<th>Fee</tr><tr><td><p>City<p>bicycle<td>1,200</table>after"
    assert [(block.kind, block.text) for block in html_blocks(page)] == [
        ("columns", "Type\tFee"), ("row", "City bicycle\t1,200"), ("paragraph", "after"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<h1>A</h1><h3>B</h3>c", [("heading", 1, "A"), ("heading", 3, "B"), ("paragraph", 0, "c")]),
        ("<title>t</title><nav>n</nav><script>s</script>text<style>x</style>", [("paragraph", 0, "text")]),
        ("<p>one<br>two &amp; three</p>", [("paragraph", 0, "one"), ("paragraph", 0, "two & three")]),
        ("<p>so <b>bold</b>\n and <i>so</i></p>", [("paragraph", 0, "so bold and so")]),
        ("<p>(1) counted by hand</p>", [("item", 0, "(1) counted by hand")]),
        ("<ol start='x'><li>one</ol>", [("item", 0, "one")]),
        ("<p>open <p>ended</script>", [("paragraph", 0, "open"), ("paragraph", 0, "ended")]),
        ("<hr><p> - </p>", []),
        ("<table><tr><td></table>", []),
    ],
)
def test_a_block_ends_where_a_browser_ends_it(page: str, found: list[tuple[str, int, str]]) -> None:
    assert [(block.kind, block.level, block.text) for block in html_blocks(page)] == found


def test_a_block_is_known_by_its_place_among_all() -> None:
    assert [(block.line, block.last) for block in html_blocks("<p>a<p>b<p>c")] == [(1, 1), (2, 2), (3, 3)]
