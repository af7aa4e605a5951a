"""`whole_months_after`: how many calendar months lie between two days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.policy import Policy
from assistant.vocabulary.days import add_months
from assistant.vocabulary.derivation import DERIVATIONS
from assistant.vocabulary.derived.elapsed import whole_months
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import counted, derived, on

MONTHS = {"whole_months_after": "after", "up_to": "to"}
DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("after", "up_to", "months"),
    [
        ("2026-03-15", "2026-04-30", 1),
        ("2026-03-15", "2026-04-29", 0),
        ("2026-03-31", "2026-04-30", 1),
        ("2026-04-01", "2026-04-30", 0),
        ("2026-03-31", "2026-06-15", 2),
        ("2026-01-31", "2027-01-31", 12),
        ("2028-01-31", "2028-02-28", 0),
        ("2028-01-31", "2028-02-29", 1),
        ("2027-01-31", "2027-02-28", 1),
        ("2026-12-31", "2027-01-31", 1),
        ("2026-05-10", "2026-05-31", 0),
        ("2026-05-31", "2026-05-31", 0),
        ("2026-05-10", "2026-03-31", 0),
    ],
)
def test_months_that_lie_whole_between_are_counted(policy: Policy, after: str, up_to: str, months: int) -> None:
    found = counted(policy, MONTHS, after=on(after), to=on(up_to))
    assert (found.name, found.value, found.cites, found.readings) == ("x", months, ("c",), ("R1",))
    assert (found.start, found.started_from, found.steps) == (None, None, ())


def test_a_moment_counts_as_its_day(policy: Policy) -> None:
    found = counted(policy, MONTHS, after=on("2026-03-31T23:59"), to=on("2026-04-30T00:00"))
    assert found.value == 1


@given(DAYS, st.integers(0, 800))
def test_they_are_those_that_a_calendar_shows(after: dt.date, length: int) -> None:
    up_to = after + dt.timedelta(days=length)
    firsts = {(after + dt.timedelta(days=number)).replace(day=1) for number in range(1, length + 1)}
    whole = [first for first in firsts if first > after and add_months(first, 1) - dt.timedelta(days=1) <= up_to]
    assert whole_months(after, up_to) == len(whole)


@pytest.mark.parametrize("name", ["after", "to"])
def test_a_mark_is_no_day(policy: Policy, name: str) -> None:
    days: dict[str, Value] = {"after": on("2026-03-15"), "to": on("2026-04-30"), name: "never"}
    with pytest.raises(TypeError, match="not a day"):
        counted(policy, MONTHS, **days)


def test_it_reads_both_days_in_their_order() -> None:
    one = derived(MONTHS)
    assert list(one.reads()) == [("name", "after"), ("name", "to")]
    assert (one.passed(), one.choices(), one.edged) == ((), (), False)
    assert one.renamed({"after": "on"}) == derived({"whole_months_after": "on", "up_to": "to"})


def test_it_is_a_number() -> None:
    assert DERIVATIONS.words["whole_months_after"].kind(MONTHS, {}, str) == ("integer", ())
