"""Stretches of a word processor's markup, and what is read of them."""

from pathlib import Path

from assistant.workbench.sources.blocks import Document
from assistant.workbench.sources.wordprocessing import docx_document
from tests.workbench.sources.papers import docx


def read(tmp_path: Path, body: str, **parts: str) -> Document:
    path = tmp_path / "terms.docx"
    path.write_bytes(docx(body, {f"word/{name}.xml": text for name, text in parts.items()}))
    return docx_document(path, 50_000_000)


def p(inside: str, style: str = "") -> str:
    return f"<w:p>{style}{inside}</w:p>"


def r(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, value: str) -> str:
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if value else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}'
        f'{value}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def ruby(base: str, reading: str) -> str:
    return f"<w:r><w:ruby><w:rt>{r(reading)}</w:rt><w:rubyBase>{r(base)}</w:rubyBase></w:ruby></w:r>"


def shape(inside: str) -> str:
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
