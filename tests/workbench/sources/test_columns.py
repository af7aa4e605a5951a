"""Columns are read one after the other; what stands beside each other in a table is a row."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.workbench.sources import remarks as said
from tests.workbench.sources.pdf_pages import drawn, read

LEFT = ("Bicycles are hired by the day. Each", "day begins at nine in the morning,", "and ends when the shop closes.")
RIGHT = (
    "Helmets and locks are free. Whoever",
    "loses one pays what it costs anew,",
    "which is 2,500 yen for a helmet.",
)
JAPANESE = ("自転車は一日単位でお貸しします。一", "日は午前九時に始まり、閉店時刻に終", "わります。鍵は無料です。")
TITLE = (72.0, 800.0, "Terms of hire of the bicycles at the station, for members of the club and for guests of it")


def column(x: float, texts: Sequence[str], top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * at, text) for at, text in enumerate(texts)]


def joined(texts: Sequence[str]) -> str:
    return "".join(texts) if not texts[0].isascii() else " ".join(texts)


@pytest.mark.parametrize("by_rows", [True, False])
@pytest.mark.parametrize("right", [RIGHT, JAPANESE])
def test_columns_are_read_one_after_the_other(right: Sequence[str], by_rows: bool, tmp_path: Path) -> None:
    texts = [*column(72, LEFT), *column(320, right)]
    found = read(tmp_path, drawn(TITLE, *(sorted(texts, key=lambda one: -one[1]) if by_rows else texts)))
    assert [block.text for block in found.blocks] == [TITLE[2], joined(LEFT), joined(right)]
    assert [(one.sentence, one.place) for one in found.remarks] == [(said.COLUMNS, 1)]


def test_three_columns_on_one_page_and_none_on_the_next(tmp_path: Path) -> None:
    three = [*column(40, JAPANESE), *column(225, JAPANESE), *column(410, JAPANESE)]
    found = read(tmp_path, drawn(*three), drawn(*column(72, [TITLE[2], "and of the shop."])))
    assert [(block.page, block.text) for block in found.blocks] == [
        *[(1, joined(JAPANESE))] * 3, (2, f"{TITLE[2]} and of the shop."),
    ]  # fmt: skip
    assert [(one.sentence, one.place) for one in found.remarks] == [(said.COLUMNS, 1)]


def test_a_table_is_no_column(tmp_path: Path) -> None:
    cells = [("City bicycle", "1,200 yen"), ("Electric bicycle", "2,500 yen"), ("Tandem", "3,000 yen")]
    left, right = (column(x, texts) for x, texts in zip((72, 320), zip(*cells, strict=True), strict=True))
    found = read(tmp_path, drawn(*left, *right))
    assert [(block.kind, block.text) for block in found.blocks] == [("row", "\t".join(cell)) for cell in cells]
    assert found.remarks == ()
