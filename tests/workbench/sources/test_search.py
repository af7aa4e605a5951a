"""Clauses are found by the print of their wording, wherever they stand, and in which order they kept."""

import pytest

from assistant.workbench.sources.blocks import span_text, units
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.search import rising, take, unchanged, wordings
from assistant.workbench.sources.wording import said, wording
from tests.workbench.sources.conftest import outline_of

TEXT = "One thing.\n\nAnother thing.\n\nA third thing.\n"


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (TEXT, {0: (0, 1), 1: (1, 2), 2: (2, 3)}),
        ("A third thing.\n\nOne  THING.\n", {0: (1, 2), 2: (0, 1)}),
        ("Another\n\nthing.\n", {1: (0, 2)}),
        ("Another thing\n", {}),
        ("Nothing of it.\n", {}),
    ],
)
def test_a_wording_is_found_anywhere_and_across_blocks(later: str, found: dict[int, tuple[int, int]]) -> None:
    clauses = outline_of(text_blocks(TEXT))
    assert unchanged(clauses, text_blocks(later)) == found


def test_the_text_of_each_clause_that_is_there() -> None:
    clauses = outline_of(text_blocks(TEXT))
    assert wordings(clauses, text_blocks("Another\n\nthing.\n")) == {clauses[1].id: "Another\nthing."}


@pytest.mark.parametrize(
    ("starts", "run"),
    [
        ([], []),
        ([5], [0]),
        ([1, 2, 3], [0, 1, 2]),
        ([3, 1, 2], [1, 2]),
        ([1, 9, 2, 3], [0, 2, 3]),
        ([4, 3, 2, 1], [3]),
    ],
)
def test_the_longest_run_that_kept_its_order(starts: list[int], run: list[int]) -> None:
    assert rising({place: (start, start + 1) for place, start in enumerate(starts)}) == run


def test_blocks_belong_to_one_clause_and_the_first_taker_keeps_them() -> None:
    found = {0: (0, 2)}
    take([((1, 3), 1), ((2, 3), 2), ((4, 5), 0), ((2, 4), 3)], found)
    assert found == {0: (0, 2), 2: (2, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "第1条\n\n目的\n\n予約は14日前から。\n\n第2条\n\n料金\n\n500円です。",
        "第1条\n\n予約は14日前から。\n\n第2条\n\n500円です。",
        "(1)\n\nOne.\n\n(2)\n\nTwo.\n",
    ],
)
def test_a_number_that_stands_alone_belongs_to_what_it_stands_above(text: str) -> None:
    blocks = text_blocks(text)
    clauses = outline_of(blocks)
    assert {block.number for block in blocks if not wording(block.text)} != set()
    spans = [span for _, span in sorted(unchanged(clauses, blocks).items())]
    assert spans == [unit.span for unit in units(blocks)][: len(spans)]
    assert len(spans) == sum(bool(said(span_text(blocks, unit.span))) for unit in units(blocks))
