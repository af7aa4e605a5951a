"""`type: date`: a calendar day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import canonical
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.facts.moment import read_day
from tests.vocabulary.given import fact, refusal

DAY = fact("date")


@pytest.mark.parametrize("text", ["2000-01-01", "2026-04-03", "2028-02-29", "2099-12-31"])
def test_a_day_is_read(text: str) -> None:
    assert DAY.read(text) == dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", "no-such-day"),
        ("2026-13-01", "no-such-day"),
        ("2026-00-01", "no-such-day"),
        ("2027-02-29", "no-such-day"),
        ("0000-01-01", "no-such-day"),
        ("1999-12-31", "day-outside"),
        ("2100-01-01", "day-outside"),
        ("2026-4-3", "day-wanted"),
        ("20260403", "day-wanted"),
        ("2026-W14-5", "day-wanted"),
        ("２０２６-０４-０３", "day-wanted"),
        ("٢٠٢٦-٠٤-٠٣", "day-wanted"),
        ("2026-04-03\n", "day-wanted"),
        (" 2026-04-03", "day-wanted"),
        ("2026-04-03T00:00", "day-wanted"),
        ("", "day-wanted"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refusal(DAY, text) == (reason, {})


@given(st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_comes_back_as_it_was(day: dt.date) -> None:
    assert canonical(read_day(canonical(day))) == day.isoformat()


def test_its_axis_holds_every_day() -> None:
    axis = DAY.axis()
    assert axis is not None
    assert (axis.at(axis.first), axis.at(axis.last), axis.last - axis.first) == (FIRST_DAY, LAST_DAY, 36524)


def test_it_has_no_values_of_its_own_to_try() -> None:
    assert (DAY.key(), DAY.kind()) == ("date", "day")
    assert DAY.choices() == DAY.samples() == DAY.ends() == ()
