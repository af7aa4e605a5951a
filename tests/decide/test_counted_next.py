"""Of dates that are begun: which fact is asked for next, and which of them are certain by then."""

import pytest

from assistant.decide import Needs
from assistant.decide.unknown import ask_with, counted_next
from assistant.model.policy import Library
from tests.decide.desk import ON


@pytest.mark.parametrize(
    ("topic", "known", "asked", "certain"),
    [
        ("swap-out/contract-period", {}, "unit_purchase_date", {}),
        ("swap-out/contract-period", {"invoice_date": "2026-03-03"}, "years", {"term_start": "2026-04-01"}),
        ("swap-out/contract-period", {"unit_purchase_date": "2026-03-03"}, "invoice_date",
         {"cover_from": "2026-03-03"}),
        ("swap-out/contract-period", {"years": "2"}, "invoice_date", {}),
        ("swap-out/contract-period", {"invoice_date": "2026-03-03", "years": "1"}, "unit_purchase_date",
         {"term_start": "2026-04-01", "term_end": "2027-03-31"}),
        ("desknets-web-meeting/support-period", {"order_date": "2026-03-03"}, "purchase_date",
         {"period_start": "2026-05-01", "period_end": "2027-04-30"}),
        ("desknets-web-meeting/support-period", {"purchase_date": "2026-03-03"}, "order_date",
         {"provided_from": "2026-03-03"}),
        ("swap-out/onsite-visit", {"level": "gold"}, "distance_km", {}),
        ("swap-out/onsite-visit", {"logged_at": "2026-01-15T10:00", "state": "nsw"}, "level", {}),
        ("licence-desk/carrier-change", {"swa_activated_on": "2026-01-03"}, "transition", {}),
    ],
)  # fmt: skip
def test_a_date_that_is_begun_is_asked_to_its_end_first_and_told_once_it_is_certain(
    library: Library, topic: str, known: dict[str, str], asked: str, certain: dict[str, str]
) -> None:
    """Nothing that another day may be counted from is asked for before; no day is told that may be another."""
    policy, name = library.policies[topic.partition("/")[0]], topic.partition("/")[2]
    needs = ask_with(policy, name, "due", known, (), ON).outcome
    assert isinstance(needs, Needs)
    ask, dates = counted_next(policy, needs, known)
    assert (ask, {one: str(counted.value) for one, counted in dates.items()}) == (asked, certain)
