"""Pages of a PDF with texts at their places, and what is read of them."""

from pathlib import Path

from assistant.workbench.sources.blocks import Document
from assistant.workbench.sources.pages import pdf_document
from tests.workbench.sources.papers import pdf


def drawn(*texts: tuple[float, float, str], size: float = 10, turned: str = "1 0 0 1") -> str:
    """A page with each text at its place."""
    return "\n".join(
        f"BT /F {size} Tf {turned} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in texts
    )


def read(tmp_path: Path, *pages: str) -> Document:
    path = tmp_path / "terms.pdf"
    path.write_bytes(pdf(pages))
    return pdf_document(path)
