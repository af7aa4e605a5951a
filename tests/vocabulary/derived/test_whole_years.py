"""`whole_years_between`: how many years are complete from one day to another."""

import pytest

from assistant.model.policy import Policy
from tests.vocabulary.given import counted, derived, on


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2008-04-28", "2026-04-27", 17),
        ("2008-04-28", "2026-04-28", 18),
        ("2026-04-28", "2026-04-28", 0),
        ("2026-04-28", "2025-04-28", 0),
        ("2008-02-29", "2026-02-27", 17),
        ("2008-02-29", "2026-02-28", 18),
        ("2008-02-29", "2028-02-28", 19),
        ("2008-02-29", "2028-02-29", 20),
        ("2008-04-28T12:00", "2026-04-28T00:00", 18),
    ],
)
def test_a_year_is_complete_on_its_anniversary(policy: Policy, first: str, last: str, years: int) -> None:
    written = {"whole_years_between": {"from": "a", "to": "b"}}
    assert counted(policy, written, a=on(first), b=on(last)).value == years


def test_it_reads_both_days() -> None:
    assert list(derived({"whole_years_between": {"from": "born", "to": "on"}}).reads()) == [
        ("name", "born"),
        ("name", "on"),
    ]
