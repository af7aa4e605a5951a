"""The swap-out policy, from the NEC Swap-Out policy terms and the readings that concern it (R8 to R16, R23 to R35)."""

import datetime as dt
from decimal import Decimal

from tests.reference.days import (
    closing,
    counts_on,
    end_of_years,
    first_of_month,
    full_months,
    later,
    months_later,
    next_anniversary,
    opening,
    worked_later,
)
from tests.reference.said import Facts, Said, said

DAYS_ON_SITE = {"bronze": (3, 4, 5), "silver": (2, 3, 4), "gold": (1, 2, 3)}
CUT_OFF = {"bronze": dt.time(11), "silver": dt.time(13, 30), "gold": dt.time(15, 30)}
METROPOLITAN, REGIONAL = Decimal(50), Decimal(250)
HIGH = Decimal("2.7")
VISITS_END = dt.time(17)
CALL_LINE, ON_SITE = [(dt.time(8), dt.time(18, 30))], [(dt.time(8), VISITS_END)]
OFFERED_AT_A_COST = ("relocation", "installation-fault-repair")


def eligibility(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Only what the price book names, and only under warranty."""
    return said("covered" if facts.yes("in_price_book") and facts.yes("in_warranty") else "not-covered")


def plan_notes(facts: Facts) -> tuple[str, ...]:
    """What either way of paying brings with it."""
    if facts["payment_plan"] == "annual":
        return ("price-not-stated", "paid-in-advance")
    return ("price-not-stated", "monthly-uplift-10-percent", "debit-or-card-needed", "full-year-owed")


def price(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Never free. Years beyond the first are cheaper only where they are bought with the unit."""
    notes = plan_notes(facts)
    if not facts.yes("bought_with_unit"):
        return said("payable", *notes, "no-multi-year-discount", "buy-in-fee-possible")
    return said("payable", *notes, *(["multi-year-discount"] if facts.number("years") >= 2 else []))


def onsite_visit(aspect: str, facts: Facts, on: dt.date) -> Said:
    """The visit is included; it is due so many business days after the call counts as received."""
    if aspect == "free":
        return said("included")
    if aspect == "due":
        return visit_due(facts)
    if facts["fault"] == "installation":
        return said("not-covered", "may-be-offered")
    if not facts.yes("in_warranty"):
        return said("not-covered")
    end = facts.day("term_end")
    if on > end:
        return said("ended", ended_on=end)
    return said("covered", "same-or-similar-model", "later-cover-from-unit-purchase", until=end)  # R24


def visit_due(facts: Facts) -> Said:
    """Days by level and region (R10, R11), from the day on which the call counts (R12, R32), at the site (R9)."""
    level, distance, state, logged = (
        facts["level"],
        facts.number("distance_km"),
        facts["state"],
        facts.moment("logged_at"),
    )
    region = (distance > METROPOLITAN) + (distance > REGIONAL)
    received = counts_on(logged, CUT_OFF[level], state)
    day = worked_later(received, DAYS_ON_SITE[level][region], state)
    return said("dated", received=received, visit_by=dt.datetime.combine(day, VISITS_END))


def included_work(aspect: str, facts: Facts, on: dt.date) -> Said:
    """What a level includes; what it includes costs nothing more."""
    covered = work_covered(facts)
    if aspect == "covered":
        return covered
    if covered.verdict != "not-covered":
        return covered._replace(verdict="included")
    return covered._replace(verdict="payable" if facts["work"] in OFFERED_AT_A_COST else "not-offered")


def work_covered(facts: Facts) -> Said:
    """The three levels' lists, with the limit of 2.7 metres."""
    work = facts["work"]
    if work in ("replacement-unit", "delivery"):
        return said("covered")
    if work in OFFERED_AT_A_COST:
        return said("not-covered", "may-be-offered")
    level = facts["level"]
    if work == "collection":
        return said("conditional", "packaged-at-ground-level") if level == "bronze" else said("covered")
    if work in ("video-wall-recalibration", "network-reconfiguration"):
        return said("covered" if level == "gold" else "not-covered")
    if level == "bronze":
        return said("not-covered")
    if work == "packaging":
        return said("covered")
    high = facts.number("mounted_height_m") > HIGH
    if work == "access-equipment":
        return said("not-covered", "access-equipment-by-customer") if high else said("covered", "not-needed")
    return said("conditional", "access-equipment-by-customer") if high else said("covered")


def contract_period(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Cover from the purchase; the term from the first of the month after the invoice (R13)."""
    bought, invoiced, years = facts.day("unit_purchase_date"), facts.day("invoice_date"), int(facts["years"])
    start = first_of_month(invoiced)
    notes = ["backdated"] if invoiced > bought else []
    return said("dated", *notes, cover_from=bought, term_start=start, term_end=end_of_years(start, years))


def renewal_notice(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Thirty days before the contract expires (R14)."""
    return said("dated", notice_by=later(facts.day("term_end"), -30))


def annual_fee(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Never free; invoiced by the next anniversary of the original sale invoice, one year later at least (R13)."""
    if aspect == "free":
        return said("payable", *plan_notes(facts))
    return said("dated", invoiced_by=next_anniversary(facts.day("invoice_date"), on))


def end_agreement(aspect: str, facts: Facts, on: dt.date) -> Said:
    """After nine months, with a month's notice, or at the end of the term (R15, R30)."""
    earliest = months_later(facts.day("term_start"), 9)
    if aspect == "due":
        return said("dated", earliest_notice=earliest, earliest_end=months_later(earliest, 1))
    if on < earliest:
        return said("not-covered", earliest_notice=earliest)
    ends = months_later(on, 1)
    owed = ["full-year-owed"] if facts["payment_plan"] == "monthly" else []
    return said("covered", "or-at-term-end", *owed, ends_on=ends)


def refund(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Only where NEC cancels, for the full months that remain, and not under monthly payment (R16, R31)."""
    if facts["cancelled_by"] == "customer" or facts["payment_plan"] == "monthly":
        return said("not-covered")
    months = full_months(facts.day("cancel_date"), facts.day("term_end"))
    return Said("covered", values={"full_months": months}) if months else said("not-covered")


def registration(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Within three months; later with proof of purchase."""
    limit = months_later(facts.day("cover_purchase_date"), 3)
    if aspect == "due":
        return said("dated", register_by=limit)
    if on <= limit:
        return said("covered", register_by=limit)
    return said("conditional", "proof-of-purchase", register_by=limit)


def support_hours(aspect: str, facts: Facts, on: dt.date) -> Said:
    """The call line keeps South Australia's public holidays, a visit those of the site and its banks (R8, R9, R35)."""
    spans, place = (CALL_LINE, "sa") if facts["hours_of"] == "call-line" else (ON_SITE, facts["state"])
    at = facts.moment("at")
    closes = closing(at, spans, place)
    return said("open", closes_at=closes) if closes else said("closed", opens_at=opening(at, spans, place))


def replacement_model(aspect: str, facts: Facts, on: dt.date) -> Said:
    """The same model, or one that performs alike."""
    return said("covered", "same-or-similar-model")


TOPICS = {
    "eligibility": eligibility, "price": price, "onsite-visit": onsite_visit, "included-work": included_work,
    "contract-period": contract_period, "renewal-notice": renewal_notice, "annual-fee": annual_fee,
    "end-agreement": end_agreement, "refund": refund, "registration": registration, "support-hours": support_hours,
    "replacement-model": replacement_model,
}  # fmt: skip


def answer(topic: str, aspect: str, facts: Facts, on: dt.date) -> Said:
    """What the terms say. Raises `Wanted` for a fact that is not known, `BeyondDays` for a day out of range."""
    return TOPICS[topic](aspect, facts, on)
