"""Paragraphs, rows, notes and text boxes of a word processor in the order in which they are read."""

from pathlib import Path

import pytest

from assistant.workbench.sources import remarks as said
from tests.workbench.sources.office_parts import p, r, read, shape
from tests.workbench.sources.papers import W


def test_heads_feet_and_tables_of_contents_are_said_and_not_read(tmp_path: Path) -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    contents = p(r("1 Hire 3"), '<w:pPr><w:pStyle w:val="T"/></w:pPr>')
    edges = {"header1": f"<w:hdr {W}>{p(r('Draft'))}</w:hdr>", "footer2": f"<w:ftr {W}>{p(r('Page 1'))}</w:ftr>"}
    found = read(tmp_path, contents + p(r("Hire.")), styles=styles, **edges)
    assert [block.text for block in found.blocks] == ["Hire."]
    assert [(one.sentence, one.text) for one in found.remarks] == [
        (said.CONTENTS, "1 Hire 3"), (said.EDGES, "Draft"), (said.EDGES, "Page 1"),
    ]  # fmt: skip


def test_notes_and_text_boxes_stand_after_their_paragraph(tmp_path: Path) -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p(r("Not on Sundays."))}</w:footnote></w:footnotes>'
    body = p(r("30") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" days.") + shape(p(r("Boxed.")))) + p(
        r("Next.")
    )
    assert [(block.number, block.text) for block in read(tmp_path, body, footnotes=notes).blocks] == [
        ("", "30 days."), ("(1)", "(1) Not on Sundays."), ("", "Boxed."), ("", "Next."),
    ]  # fmt: skip


def test_bullets_that_are_typed_are_bullets(tmp_path: Path) -> None:
    found = read(tmp_path, p(r("・氏名")) + p(r("• Name")) + p(r("- 5 degrees")))
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("item", "氏名"), ("item", "Name"), ("item", "5 degrees"),
    ]  # fmt: skip


def cell(*inside: str) -> str:
    return f"<w:tc>{''.join(inside)}</w:tc>"


BESIDE = cell(p(r("b"))) + cell(p(r("c")))


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(p(r('Type')))}{cell(p(r('Fee')))}</w:tr>",
         [("columns", "Type\tFee")]),
        (f"<w:tr>{cell(p(r('City')), p(r('bike')))}{cell(p(r('500')))}</w:tr>", [("row", "City bike\t500")]),
        (f"<w:tr>{cell(p(r('a')))}{cell(table(f'<w:tr>{BESIDE}</w:tr>'), p(r('d')))}</w:tr>", [("row", "a\tb c d")]),
        (f"<w:tr>{cell(p(r('One.')), p(r('Two.')))}</w:tr>", [("paragraph", "One."), ("paragraph", "Two.")]),
        (f"<w:sdt><w:sdtContent><w:tr>{BESIDE}</w:tr></w:sdtContent></w:sdt>", [("row", "b\tc")]),
        (f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p(r('a')))}{cell(p(r('b')))}</w:tr>", []),
    ],
)  # fmt: skip
def test_rows_are_read_cell_by_cell(rows: str, found: list[tuple[str, str]], tmp_path: Path) -> None:
    assert [(block.kind, block.text) for block in read(tmp_path, table(rows)).blocks] == found


def test_a_paragraph_whose_end_is_deleted_goes_on_with_the_next(tmp_path: Path) -> None:
    body = p(r("Held for "), "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + p(r("30 days."))
    assert [block.text for block in read(tmp_path, body).blocks] == ["Held for 30 days."]
