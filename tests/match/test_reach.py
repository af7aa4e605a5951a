"""Whether a text simply says that something is so; X is what it speaks of."""

import pytest

from assistant.match.denials import denied
from assistant.match.exactness import bounded, inexact, timed
from assistant.match.ranges import in_code, ranged
from assistant.match.reach import doubted, named
from tests.match.grammar import marked


def place(text: str, what: str = "xx") -> tuple[int, int]:
    at = text.index(what)
    return at, at + len(what)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("it is not xx", True),
        ("without an xx", True),
        ("xxではない", True),
        ("xx以外", True),
        ("no doubt it is xx", False),
        ("not free if xx", False),
        ("it is xx", False),
        ("xxです", False),
    ],
)
def test_a_denial_stands_before_or_right_behind(text: str, is_denied: bool) -> None:
    assert denied(marked(text), *place(text)) == is_denied


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("do we need xx", "asked"),
        ("is the xx?", "asked"),
        ("xxが必要ですか", "asked"),
        ("whether it is xx", "unsure"),
        ("i am not sure it is xx", "unsure"),
        ("xxか分かりません", "unsure"),
        ("xxだったと思います", "unsure"),
        ("we used to have xx", "former"),
        ("we will have xx", "coming"),
        ("the company next door has xx", "other"),
        ("取引先のxx", "other"),
        ("one has xx, the other has none", "several"),
        ("we have xx", None),
        ("xxがあります", None),
    ],
)
def test_what_is_asked_supposed_past_or_somebody_elses_is_not_simply_so(text: str, why: str | None) -> None:
    assert doubted(marked(text), *place(text)) == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("not xx", "denied"),
        ("the xx is fine", "denied"),
        ("株式会社xx", "other"),
        ("at xx street", "other"),
        ("we are not on xx", "denied"),
        ("not covered on xx", None),
        ("anything but a xx", "denied"),
        ("xxには入っていません", "denied"),
        ("do we have xx?", "unsure"),
        ("xxですか", "unsure"),
        ("xx, i think", "unsure"),
        ("xxだったとして", "unsure"),
        ("we will be xx from may", "coming"),
        ("will xx cover it?", None),
        ("our partner has xx", "other"),
        ("the xx level", None),
    ],
)
def test_a_name_in_another_name_is_not_the_askers(text: str, why: str | None) -> None:
    assert named(marked(text), *place(text)) == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("about 60 km", "about"),
        ("60 km or so", "about"),
        ("約60 km", "about"),
        ("60 kmくらい", "about"),
        ("within 60 km", "limit"),
        ("60 km以内", "limit"),
        ("60 km or more", "limit"),
        ("it must be 60 km", "limit"),
        ("every 60 km", "other"),
        ("60 km before that", "other"),
        ("not 60 km", "denied"),
        ("it is 60 km away", None),
        ("60 kmです", None),
    ],
)
def test_an_amount_beside_a_bound_is_not_that_amount(text: str, why: str | None) -> None:
    assert bounded(marked(text), *place(text, "60 km")) == why


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("part xx-50km", True), ("xx-4471", True), ("xx", False), ("an xx-type unit", False), ("xx/yy9", False)],
)
def test_an_option_inside_a_longer_code_is_no_option(text: str, is_part: bool) -> None:
    assert in_code(marked(text), *place(text)) == is_part


@pytest.mark.parametrize(
    ("text", "is_ranged"),
    [
        ("between 40 and 60 km", True),
        ("40-60 km", True),
        ("40〜60 km", True),
        ("two or 60 km", True),
        ("40、60 km", True),
        ("60 km to 80 km", True),
        ("gold, 60 km", False),
        ("logged at 9:40, 60 km", False),
    ],
)
def test_two_numbers_of_which_either_may_be_meant_are_a_range(text: str, is_ranged: bool) -> None:
    assert ranged(marked(text), *place(text, "60 km")) == is_ranged


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("a bit after 17:00", "about", "about"),
        ("after 17:00", None, "about"),
        ("17:00過ぎ", None, "about"),
        ("around 17:00", "about", "about"),
        ("the day before 17:00", "other", "other"),
        ("at 17:00", None, None),
    ],
)
def test_a_time_past_another_is_not_that_time(text: str, day: str | None, moment: str | None) -> None:
    assert (inexact(marked(text), *place(text, "17:00")), timed(marked(text), *place(text, "17:00"))) == (day, moment)
