"""Every format says the same; what cannot be read is said calmly, with what to do."""

import sys
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfWriter

from assistant.errors import Usage
from assistant.workbench.sources import reader as reading
from assistant.workbench.sources.office import OLD_OFFICE
from assistant.workbench.sources.reader import READERS, read_document, read_here
from assistant.workbench.sources.wording import said
from tests.workbench.sources.papers import as_docx, as_pdf, pdf
from tests.workbench.sources.samples import ENGLISH, TERMS, Format, as_html, as_text, write_document

FORMATS: tuple[Format, ...] = get_args(Format)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TERMS)
def test_every_format_gives_the_same_words(language: str, form: Format, tmp_path: Path) -> None:
    parts = TERMS[language][0]
    path = write_document(tmp_path, parts, form)
    read = read_document(path)
    assert [said(block.text) for block in read.blocks] == [said(part.text) for part in parts]
    assert read == read_here(path), "what a process of its own reads comes whole from there"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TERMS)
def test_headings_and_rows_are_seen_in_every_format(language: str, form: Format, tmp_path: Path) -> None:
    parts = TERMS[language][0]
    blocks = read_here(write_document(tmp_path, parts, form)).blocks
    for kind in ("heading", "row"):
        assert [b.text for b in blocks if b.kind == kind] == [part.text for part in parts if part.kind == kind]
    assert [b.number for b in blocks if b.kind == "heading"] == [
        p.text.split()[0] for p in parts if p.kind == "heading"
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", TERMS)
def test_lines_are_those_of_a_text_file_and_else_places_among_the_blocks(
    language: str, form: Format, tmp_path: Path
) -> None:
    path = write_document(tmp_path, TERMS[language][0], form)
    blocks = read_here(path).blocks
    if form in {"txt", "md"}:
        lines = path.read_text("utf-8").splitlines()
        assert all(said(block.text.split()[-1]) in said(lines[block.last - 1]) for block in blocks)
        assert [block.line for block in blocks] != [*range(1, len(blocks) + 1)]
    else:
        assert [(block.line, block.last) for block in blocks] == [(at, at) for at in range(1, len(blocks) + 1)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_says_the_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(as_text(TERMS["ja"][0]).replace("\n", "\r\n").encode(encoding))
    assert len(read_here(path).blocks) == len(TERMS["ja"][0])


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "terms.html"
    path.write_bytes(as_html(TERMS["ja"][0]).replace('charset="utf-8"', 'charset="shift_jis"').encode("shift_jis"))
    assert read_here(path).blocks[0].text == "第1条 予約"


@pytest.mark.parametrize(
    ("name", "encoding", "text"),
    [
        ("Shift_JIS", "cp932", "①㈱～"), ("x-sjis", "cp932", "①㈱"), ("Windows-31J", "cp932", "①㈱"),
        ("EUC-JP", "euc_jis_2004", "①㈱"), ("EUC-JP", "euc_jp", "予約"), ("ISO-2022-JP", "iso2022_jp", "予約"),
        ("iso-8859-1", "cp1252", "“5 €”"), ("us-ascii", "cp1252", "é"), ("gb2312", "gb18030", "镕"),
        ("euc-kr", "cp949", "똠"),
    ],
)  # fmt: skip
def test_an_encoding_is_what_browsers_take_it_for(name: str, encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.html"
    path.write_bytes(f'<meta charset="{name}"><p>{text}a'.encode(encoding))
    assert read_here(path).blocks[0].text == f"{text}a"


def test_a_process_that_crashes_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_document(tmp_path, ENGLISH, "txt")
    monkeypatch.setattr(reading, "MEGABYTES", "many")
    with pytest.raises(Usage, match=r"came to grief \(ValueError: invalid literal for int.*'many'\)"):
        read_document(path)


def test_who_asks_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_document(tmp_path, ENGLISH, "txt")
    monkeypatch.setattr(reading, "WAIT", 0)
    with pytest.raises(Usage, match="would take more than 5 seconds"):
        read_document(path)


def test_where_the_system_has_no_limits_documents_are_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    assert reading.main(write_document(tmp_path, ENGLISH, "txt"), 5, 300) == 0
    assert "Booking" in capsys.readouterr().out


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
        read_here(path)


def test_a_missing_library_is_named_with_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_document(tmp_path, ENGLISH, "pdf")
    monkeypatch.delitem(sys.modules, "assistant.workbench.sources.pages", raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Usage, match=r"pip install 'policy-assistant\[documents\]'"):
        read_here(path)


@pytest.mark.parametrize("form", ["txt", "md", "html", "docx"])
def test_all_but_pdf_need_no_library(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert read_here(write_document(tmp_path, ENGLISH, form)).blocks


def test_every_format_of_the_samples_is_one_that_is_read() -> None:
    assert {f".{form}" for form in FORMATS} <= READERS.keys()
