"""What is said of a document: each kind once, with every place in order."""

from pathlib import Path

from assistant.workbench.sources import remarks as said
from assistant.workbench.sources.blocks import Remark
from assistant.workbench.sources.remarks import remark_lines


def test_each_kind_is_said_once_with_every_place() -> None:
    remarks = [
        Remark(said.STRUCK, 2, " until \n June "), Remark(said.EDGES, 0, "Draft"), Remark(said.STRUCK, 9),
        Remark(said.STRUCK, 9), Remark(said.STRUCK, 12, "a" * 50),
    ]  # fmt: skip
    assert list(map(str, remark_lines(Path("terms.docx"), remarks))) == [
        f"terms.docx: struck text does not count. Blocks: 2 “until June”, 9, 12 “{'a' * 39}…”",
        "terms.docx: heads and feet of pages are not read as clauses: “Draft”",
    ]
