"""Blocks grouped into what may be one clause: where each stands, and the how manieth of its kind it is there."""

import pytest

from assistant.workbench.sources.blocks import span_text, units
from assistant.workbench.sources.lines import text_blocks

TEXT = (
    "# A\n\n## B\n\nFirst.\n\nSecond.\n\n- one\n- two\n\n## C\n\n# D\n\n| Type | Fee |\n| --- | --- |\n| City | 500 |\n"
)
BLOCKS = text_blocks(TEXT)


@pytest.mark.parametrize(
    ("at", "text", "headings", "kind", "place"),
    [
        (0, "A\nB\nFirst.", ["A", "B"], "paragraph", (1, 2)),
        (1, "Second.", ["A", "B"], "paragraph", (2, 2)),
        (2, "one", ["A", "B"], "item", (1, 2)),
        (3, "two", ["A", "B"], "item", (2, 2)),
        (4, "C", ["A", "C"], "heading", (1, 1)),
        (5, "D\nType\tFee\nCity\t500", ["D"], "row", (1, 1)),
    ],
)
def test_a_unit_has_what_stands_directly_above_it(
    at: int, text: str, headings: list[str], kind: str, place: tuple[int, int]
) -> None:
    unit = units(BLOCKS)[at]
    assert span_text(BLOCKS, unit.span) == text
    assert [heading.text for heading in unit.headings] == headings
    assert (unit.kind, (unit.ordinal, unit.among)) == (kind, place)


def test_every_block_is_in_one_unit() -> None:
    assert [at for unit in units(BLOCKS) for at in range(*unit.span)] == list(range(len(BLOCKS)))


def test_a_known_span_is_a_unit_as_it_is_and_cuts_those_around_it() -> None:
    spans = [unit.span for unit in units(BLOCKS, [(2, 4)])]
    assert spans[:3] == [(0, 2), (2, 4), (4, 5)]
    assert spans[3:] == [unit.span for unit in units(BLOCKS)][3:]
