"""`type: date-time`: a day and a time of day, without an offset."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decide import canonical
from assistant.vocabulary.facts.moment import read_moment
from tests.vocabulary.given import fact, refusal

MOMENT = fact("date-time")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2000-01-01T00:00", dt.datetime(2000, 1, 1)),
        ("2026-04-28T17:00", dt.datetime(2026, 4, 28, 17)),
        ("2026-04-28T17:00:00", dt.datetime(2026, 4, 28, 17)),
        ("2026-04-28T17:00:01", dt.datetime(2026, 4, 28, 17, 0, 1)),
        ("2099-12-31T23:59:59", dt.datetime(2099, 12, 31, 23, 59, 59)),
    ],
)
def test_a_moment_is_read_to_the_second(text: str, moment: dt.datetime) -> None:
    assert MOMENT.read(text) == moment


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-04-03", "moment-wanted"),
        ("2026-04-03 17:00", "moment-wanted"),
        ("2026-04-03t17:00", "moment-wanted"),
        ("2026-04-03T17:00Z", "moment-wanted"),
        ("2026-04-03T17:00+09:00", "moment-wanted"),
        ("2026-04-03T17:00:00.5", "moment-wanted"),
        ("2026-04-03T17", "moment-wanted"),
        ("2026-04-03T17:00\n", "moment-wanted"),
        ("２０２６-04-03T17:00", "moment-wanted"),
        ("2026-04-03T24:00", "no-such-moment"),
        ("2026-04-03T17:60", "no-such-moment"),
        ("2026-02-30T17:00", "no-such-moment"),
        ("1999-12-31T23:59", "day-outside"),
        ("2100-01-01T00:00", "day-outside"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refusal(MOMENT, text) == (reason, {})


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 12, 31, 23, 59, 59)))
def test_a_moment_comes_back_as_it_was(moment: dt.datetime) -> None:
    second = moment.replace(microsecond=0)
    assert read_moment(canonical(second)) == second


def test_its_axis_holds_the_noon_of_every_day() -> None:
    axis = MOMENT.axis()
    assert axis is not None
    assert (axis.at(axis.first), axis.at(axis.last)) == (dt.datetime(2000, 1, 1, 12), dt.datetime(2099, 12, 31, 12))


def test_it_has_no_values_of_its_own_to_try() -> None:
    assert (MOMENT.key(), MOMENT.kind()) == ("date-time", "moment")
    assert MOMENT.choices() == MOMENT.samples() == MOMENT.ends() == ()
