"""Cases on both sides of every edge, and what the engine and the reference say to them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hypothesis import strategies as st

from assistant.decide import Answer, Needs, Outcome
from tests.reference import desknets, licence_desk, swap_out
from tests.reference.days import FIRST, LAST, BeyondDays, kept
from tests.reference.said import Facts, Said, Wanted

ALL, YES_NO = ("free", "due", "covered"), ("yes", "no")
ASPECTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "licence-desk": {
        **dict.fromkeys(licence_desk.TOPICS, ALL), "voucher": ("free",), "resolution-time": ("due",),
        "desk-closing": ("due", "covered"),
    },
    "swap-out": {
        "eligibility": ("covered",), "price": ("free",), "onsite-visit": ALL, "included-work": ("free", "covered"),
        "contract-period": ("due",), "renewal-notice": ("due",), "annual-fee": ("free", "due"),
        "end-agreement": ("due", "covered"), "refund": ("covered",), "registration": ("due", "covered"),
        "support-hours": ("due",), "replacement-model": ("covered",),
    },
    "desknets-web-meeting": {
        "technical-support": ALL, "key-reissue": ALL, "ice-server": ("free", "covered"),
        "phone-hours": ("due", "covered"), "support-period": ("due",), "renewal": ("due",), "additional-licences": ALL,
    },
}  # fmt: skip
STATES = ("act", "nsw", "nt", "qld", "sa", "tas", "vic", "wa")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "system": (*licence_desk.AVAILABLE, "other"), "swa": ("active", "none"), "transition": YES_NO,
    "priority": tuple(licence_desk.WORKING_DAYS), "written_evidence": YES_NO,
    "service": (*licence_desk.COLUMNS, "licence-removal", "partner-move", "transition-programme", "delete-customer",
                "remove-pari"),
    "new_swa_months": ("0", "11", "12", "13", "120"),
    "level": tuple(swap_out.DAYS_ON_SITE), "state": STATES, "in_price_book": YES_NO, "in_warranty": YES_NO,
    "bought_with_unit": YES_NO, "years": ("1", "2", "3", "20"), "payment_plan": ("annual", "monthly"),
    "fault": ("unit", "installation"), "hours_of": ("call-line", "on-site"), "cancelled_by": ("nec", "customer"),
    "work": ("replacement-unit", "delivery", "collection", "uninstallation", "packaging", "reinstallation",
             "video-wall-recalibration", "network-reconfiguration", "relocation", "installation-fault-repair",
             "access-equipment"),
    "distance_km": ("0", "49.999", "50", "50.0", "50.001", "51", "250", "250.000", "250.001", "251", "4000"),
    "mounted_height_m": ("0", "2.699", "2.7", "2.70", "2.701", "3", "12"),
    "inquiry": ("usage", "settings", "fault", "neo-itself"), "server_changed": YES_NO,
}  # fmt: skip
"""Every option, and numbers on both sides of every edge."""
DAYS: Mapping[str, tuple[str, ...]] = {
    "licence-desk": ("swa_activated_on",),
    "swap-out": ("unit_purchase_date", "cover_purchase_date", "invoice_date", "term_start", "term_end", "cancel_date"),
    "desknets-web-meeting": ("support_until", "order_date", "purchase_date", "addon_date", "period_end"),
}
MOMENTS = {"licence-desk": (), "swap-out": ("logged_at", "at"), "desknets-web-meeting": ("accepted_at", "at")}
CHOSEN: Mapping[str, tuple[str, ...]] = {
    "licence-desk": tuple(CHOICES)[:7], "swap-out": tuple(CHOICES)[7:-2], "desknets-web-meeting": tuple(CHOICES)[-2:],
}  # fmt: skip
EDGES = tuple(
    dt.date.fromisoformat(day)
    for day in (
        "2000-01-01", "2000-01-31", "2024-02-29", "2024-11-13", "2024-11-14", "2024-12-31", "2025-01-01", "2025-07-31",
        "2025-08-01", "2025-11-30", "2025-12-31", "2026-01-01", "2026-03-02", "2026-03-31", "2026-04-01", "2026-05-31",
        "2028-02-29", "2098-12-31", "2099-03-31", "2099-12-01", "2099-12-31",
    )
)  # fmt: skip
CLOCKS = (
    "00:00", "07:59:59", "08:00", "08:59", "09:00", "10:59:59", "11:00", "11:00:01", "11:59:59", "12:00", "12:59",
    "13:00", "13:30", "13:30:01", "15:29", "15:30", "15:30:01", "16:59:59", "17:00", "17:00:01", "17:29", "17:30",
    "18:29:59", "18:30", "23:59:59",
)  # fmt: skip
"""Opening minutes and cut-offs, each with the second before or after."""
FEW_DAYS = ("2024-02-29", "2025-12-31", "2026-01-31", "2026-02-01", "2026-02-28", "2099-03-31", "2099-12-31")
FEW_MOMENTS = ("2025-12-24T13:30:01", "2026-04-02T18:29", "2026-04-25T08:00", "2026-06-05T11:00", "2026-09-25T17:00",
               "2026-09-18T17:00:01", "2026-11-05T12:00")  # fmt: skip


class Case(NamedTuple):
    """One question with what is known."""

    policy: str
    topic: str
    aspect: str
    on: dt.date
    facts: dict[str, str]


Reply = tuple[str, Said | str | None]
"""`answered` with what is said, `needs` with the fact, or `invalid`."""
REFERENCES = {"licence-desk": licence_desk, "swap-out": swap_out, "desknets-web-meeting": desknets}


def reference(case: Case) -> Reply:
    """What the reference says."""
    try:
        return "answered", REFERENCES[case.policy].answer(case.topic, case.aspect, Facts(case.facts), case.on)
    except Wanted as wanted:
        return "needs", wanted.fact
    except BeyondDays:
        return "invalid", None


def reply(outcome: Outcome) -> Reply:
    """What the engine says, in the reference's terms."""
    if isinstance(outcome, Needs):
        return "needs", outcome.fact
    if not isinstance(outcome, Answer):
        return "invalid", None
    dates = {name: day for name, one in outcome.dates.items() if isinstance(day := one.value, dt.date)}
    values = {name: number for name, one in outcome.values.items() if isinstance(number := one.value, int)}
    return "answered", Said(outcome.verdict, dates, frozenset(outcome.notes), values)


def facts_of(policy: str) -> tuple[str, ...]:
    """Every fact of a policy."""
    return (*CHOSEN[policy], *DAYS[policy], *MOMENTS[policy])


def tried(policy: str, fact: str) -> tuple[str, ...]:
    """The values that the exhaustive walk tries."""
    if fact in DAYS[policy]:
        return FEW_DAYS
    return FEW_MOMENTS if fact in MOMENTS[policy] else CHOICES[fact]


def questions(policy: str) -> Iterator[tuple[str, str]]:
    """Every topic with each of its aspects."""
    return ((topic, aspect) for topic, aspects in ASPECTS[policy].items() for aspect in aspects)


def walk(case: Case) -> Iterator[tuple[Case, Reply]]:
    """The case, and every case that follows from it by giving the fact that the reference asks for next."""
    said = reference(case)
    yield case, said
    if said[0] == "needs" and isinstance(fact := said[1], str):
        for value in tried(case.policy, fact):
            yield from walk(case._replace(facts={**case.facts, fact: value}))


def _near_holidays() -> tuple[dt.date, ...]:
    near = {
        day + dt.timedelta(days=shift)
        for place in (*STATES, "jp")
        for year in range(2023, 2032)
        for day in kept(place, year)
        for shift in (-2, -1, 0, 1)
    }
    return tuple(sorted(near))


MONTH_ENDS = tuple(
    dt.date(year, month, 1) + dt.timedelta(days=shift)
    for year in range(2024, 2029)
    for month in range(1, 13)
    for shift in (-2, -1, 0)
)
days = st.one_of(
    st.sampled_from(EDGES), st.sampled_from(_near_holidays()), st.sampled_from(MONTH_ENDS), st.dates(FIRST, LAST)
)
"""Edges of the policies and of the range, days around holidays, month ends, any day."""
clocks = st.sampled_from(CLOCKS) | st.times().map(lambda time: time.isoformat("seconds"))
moments = st.builds("{}T{}".format, days, clocks)


@st.composite
def cases(draw: st.DrawFn, policy: str) -> Case:
    """A case of a policy in which now and then a fact or two is missing."""
    topic, aspect = draw(st.sampled_from([*questions(policy)]))
    missing = draw(st.lists(st.sampled_from(facts_of(policy)), max_size=2))
    values = {
        **{fact: st.sampled_from(CHOICES[fact]) for fact in CHOSEN[policy]},
        **{fact: days.map(str) for fact in DAYS[policy]},
        **dict.fromkeys(MOMENTS[policy], moments),
    }
    facts = draw(st.fixed_dictionaries({fact: some for fact, some in values.items() if fact not in missing}))
    return Case(policy, topic, aspect, draw(days), facts)
