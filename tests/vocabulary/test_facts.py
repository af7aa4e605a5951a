"""Strict reading: canonical text and nothing else; what is refused says why."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import Value, canonical, read, read_day, read_moment
from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY, Text
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice, Option
from assistant.vocabulary.facts.day import DayFact
from assistant.vocabulary.facts.integer import WholeNumberFact
from assistant.vocabulary.facts.moment import MomentFact
from assistant.vocabulary.facts.number import NumberFact
from assistant.vocabulary.facts.yes_no import YesNo

Q, L = Text("", "?"), Text("", "!")
OPTIONS = {"gold": Option(label=L), "3c": Option(label=L)}
CHOICE = Choice(type="choice", question=Q, label=L, options=OPTIONS)
YES_NO = YesNo(type="yes-no", question=Q, label=L)
DAY = DayFact(type="date", question=Q, label=L)
MOMENT = MomentFact(type="date-time", question=Q, label=L)
NUMBER = NumberFact(type="number", question=Q, label=L, most=Decimal(1000))
WHOLE = WholeNumberFact(type="integer", question=Q, label=L, least=1, most=20)

READ: tuple[tuple[Fact, str, Value], ...] = (
    (CHOICE, "gold", "gold"),
    (CHOICE, "3c", "3c"),
    (YES_NO, "yes", "yes"),
    (DAY, "2000-01-01", dt.date(2000, 1, 1)),
    (DAY, "2099-12-31", dt.date(2099, 12, 31)),
    (DAY, "2028-02-29", dt.date(2028, 2, 29)),
    (MOMENT, "2026-04-28T17:00", dt.datetime(2026, 4, 28, 17)),
    (MOMENT, "2026-04-28T17:00:01", dt.datetime(2026, 4, 28, 17, 0, 1)),
    (MOMENT, "2099-12-31T23:59:59", dt.datetime(2099, 12, 31, 23, 59, 59)),
    (NUMBER, "0", Decimal(0)),
    (NUMBER, "50.4", Decimal("50.4")),
    (NUMBER, "2.70", Decimal("2.7")),
    (NUMBER, "2.700", Decimal("2.7")),
    (WHOLE, "1", 1),
    (WHOLE, "20", 20),
)
REFUSED: tuple[tuple[Fact, str, str], ...] = (
    (CHOICE, "Gold", "no-such-option"),
    (CHOICE, "gold ", "no-such-option"),
    (CHOICE, "", "no-such-option"),
    (YES_NO, "Yes", "yes-or-no-wanted"),
    (YES_NO, "true", "yes-or-no-wanted"),
    (DAY, "2026-02-30", "no-such-day"),
    (DAY, "2026-13-01", "no-such-day"),
    (DAY, "2027-02-29", "no-such-day"),
    (DAY, "1999-12-31", "day-outside"),
    (DAY, "2100-01-01", "day-outside"),
    (DAY, "2026-4-3", "day-wanted"),
    (DAY, "20260403", "day-wanted"),
    (DAY, "2026-W14-5", "day-wanted"),
    (DAY, "２０２６-０４-０３", "day-wanted"),
    (DAY, "٢٠٢٦-٠٤-٠٣", "day-wanted"),
    (DAY, "2026-04-03\n", "day-wanted"),
    (DAY, " 2026-04-03", "day-wanted"),
    (DAY, "2026-04-03T00:00", "day-wanted"),
    (MOMENT, "2026-04-03", "moment-wanted"),
    (MOMENT, "2026-04-03 17:00", "moment-wanted"),
    (MOMENT, "2026-04-03T17:00Z", "moment-wanted"),
    (MOMENT, "2026-04-03T17:00+09:00", "moment-wanted"),
    (MOMENT, "2026-04-03T17:00:00.5", "moment-wanted"),
    (MOMENT, "2026-04-03T17", "moment-wanted"),
    (MOMENT, "2026-04-03T24:00", "no-such-moment"),
    (MOMENT, "2026-04-03T17:60", "no-such-moment"),
    (MOMENT, "1999-12-31T23:59", "day-outside"),
    (NUMBER, "+5", "number-wanted"),
    (NUMBER, "-5", "number-wanted"),
    (NUMBER, "1e3", "number-wanted"),
    (NUMBER, "2.7000", "number-wanted"),
    (NUMBER, ".5", "number-wanted"),
    (NUMBER, "5.", "number-wanted"),
    (NUMBER, "05", "number-wanted"),
    (NUMBER, "1,000", "number-wanted"),
    (NUMBER, "５０", "number-wanted"),
    (NUMBER, "٥٠", "number-wanted"),
    (NUMBER, "NaN", "number-wanted"),
    (NUMBER, "1_0", "number-wanted"),
    (NUMBER, "1000.001", "number-too-large"),
    (WHOLE, "5.0", "whole-number-wanted"),
    (WHOLE, "+5", "whole-number-wanted"),
    (WHOLE, "-1", "whole-number-wanted"),
    (WHOLE, "007", "whole-number-wanted"),
    (WHOLE, "１２", "whole-number-wanted"),
    (WHOLE, "1" * 400, "whole-number-wanted"),
    (WHOLE, "0", "number-too-small"),
    (WHOLE, "21", "number-too-large"),
)


@pytest.mark.parametrize(("fact", "text", "value"), READ)
def test_canonical_text_is_read(fact: Fact, text: str, value: Value) -> None:
    assert read(fact, text) == value


@pytest.mark.parametrize(("fact", "text", "reason"), REFUSED)
def test_anything_else_is_refused_with_its_reason(fact: Fact, text: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(fact, text)
    assert refused.value.reason == reason


def test_a_number_out_of_bounds_says_which() -> None:
    for text, details in (("0", {"least": "1"}), ("21", {"most": "20"})):
        with pytest.raises(Refusal) as refused:
            read(WHOLE, text)
        assert refused.value.details == details


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_comes_back_as_it_was(day: dt.date) -> None:
    assert canonical(read_day(canonical(day))) == day.isoformat()


@given(
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31, 23, 59, 59)).map(lambda m: m.replace(microsecond=0))
)
def test_a_moment_comes_back_as_it_was(moment: dt.datetime) -> None:
    assert read_moment(canonical(moment)) == moment


@given(st.decimals(0, 1000, places=3))
def test_a_number_comes_back_as_it_was(number: Decimal) -> None:
    assert read(NUMBER, canonical(number)) == number


@given(st.sampled_from([CHOICE, YES_NO, DAY, MOMENT, NUMBER, WHOLE]), st.text())
def test_any_text_is_read_or_refused(fact: Fact, text: str) -> None:
    try:
        value = read(fact, text)
    except Refusal:
        return
    assert read(fact, canonical(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2026, 4, 3), "2026-04-03"),
        (dt.datetime(2026, 4, 3, 17), "2026-04-03T17:00"),
        (dt.datetime(2026, 4, 3, 17, 0, 5), "2026-04-03T17:00:05"),
        (dt.time(9), "09:00"),
        (Decimal("2.70"), "2.70"),
        (12, "12"),
        ("gold", "gold"),
    ],
)
def test_canonical_text(value: Value, text: str) -> None:
    assert canonical(value) == text
