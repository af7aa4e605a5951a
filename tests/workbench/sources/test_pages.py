"""PDF: pages without what stands on all of them; rows where cells begin alike; text without the blanks of placing."""

from pathlib import Path

import pytest

from assistant.workbench.sources.pages import NoPdf, pdf_blocks
from tests.workbench.sources.papers import pdf
from tests.workbench.sources.samples import ENGLISH, write_document


def test_a_pdf_knows_its_pages_without_their_heads_and_feet(tmp_path: Path) -> None:
    blocks = pdf_blocks(write_document(tmp_path, ENGLISH, "pdf"))
    assert [block.page for block in blocks] == [1] * 9 + [2] * 3


def test_pages_that_hold_no_text_have_no_blocks_and_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.pdf"
    path.write_bytes(pdf(["", ""]))
    assert pdf_blocks(path) == ()
    path.write_bytes(b"%PDF-1.4\n")
    with pytest.raises(NoPdf):
        pdf_blocks(path)
