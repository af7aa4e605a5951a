"""Which lines say the same, and which do not."""

import pytest

from assistant.workbench.sources.blocks import span_text, units
from assistant.workbench.sources.lines import text_blocks
from assistant.workbench.sources.wording import fingerprint, marked, rising, said, take, unchanged, wording, wordings
from tests.workbench.sources.conftest import outline_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fee is 500 yen.", "the  fee is\t500 yen."),
        ("The fee is ５００ yen.", "The fee is 500 yen."),
        ("a ‘swap-out’ service – now", "a 'swap-out' service - now"),
        ("an efﬁcient swap-out", "an efficient swap- out"),
        ("- (a) Choose a **priority**", "• Choose a priority"),
        ("3.2 Return the bicycle", "4.10 Return the bicycle"),
        ("2. Open a [case](https://example.org)", "3) Open a case"),
        ("第3条 返却", "第四条 返却"),
        ("① 予約", "(1) 予約"),
        ("ﾍﾙﾒｯﾄは無料", "ヘルメットは無料"),
        ("City\t1,200 yen", "| City | 1,200 yen |"),
        ("<b>free</b>", "free"),
    ],
)
def test_typography_markup_and_numbering_do_not_count(one: str, other: str) -> None:
    assert wording(one) == wording(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2.7 metres at most", "3.0 metres at most"),
        ("City\t2. Floor", "City\t3. Floor"),
        ("1300 NEC HELP", "1400 NEC HELP"),
        ("-5 degrees", "5 degrees"),
        ("10-20 days", "1020 days"),
        ("第1条に定める期間", "第2条に定める期間"),
        ("<受付時間> 9時", "<対応時間> 9時"),
        ("Free\tPayable", "Payable\tFree"),
        ("It is free.", "It is not free."),
        ("30¹ days", "301 days"),
        ("<name of the customer>", "<name of the shop>"),
        ("<type>", "<mime-type>"),
        ("10 m²", "10 m3"),
        ("30①", "301"),
    ],
)
def test_every_word_and_figure_counts(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    ("line", "number", "bullet"),
    [
        ("1. Booking", "1.", False),
        ("  • (b) Booking", "(b)", True),
        ("1.1 Bookings open", "1.1", False),
        ("2.5 metres", "", False),
        ("ii) Booking", "ii)", False),
        ("第3条の2 返却", "第3条の2", False),
        ("e.g. a bicycle", "", False),
        ("1.\tCity", "", False),
        ("③ 返却", "(3)", False),
    ],
)
def test_a_line_begins_with_a_number_a_bullet_or_neither(line: str, number: str, bullet: bool) -> None:
    mark = marked(line)
    assert (mark.number, mark.bullet) == (number, bullet)


def test_a_ruled_line_says_nothing() -> None:
    assert wording("| --- | :---: |") == wording("-----") == ""


def test_where_lines_are_broken_does_not_count() -> None:
    assert fingerprint("Heading\nThe fee is 500 yen.") == fingerprint("Heading\n\nThe fee\nis 500 yen.")


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
