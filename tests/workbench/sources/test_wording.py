"""Which lines say the same, and which do not."""

import pytest

from assistant.workbench.sources.wording import fingerprint, marked, wording


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
