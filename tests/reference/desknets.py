"""The desknets-web-meeting policy, from the support service terms and the readings R17, R18 and R35."""

import datetime as dt

from tests.reference.days import closing, counts_on, end_of_years, first_of_month, later, opening
from tests.reference.said import Facts, Said, said

KEY_CUT_OFF = dt.time(17)
PHONE = [(dt.time(9), dt.time(12)), (dt.time(13), dt.time(17, 30))]


def technical_support(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Included during the support period, for this product only; no time for an answer is promised."""
    if aspect == "due":
        return said("no-commitment")
    if facts["inquiry"] == "neo-itself":
        return said("not-offered") if aspect == "free" else said("not-covered", "separate-contract")
    return within_support(aspect, facts, on)


def within_support(aspect: str, facts: Facts, on: dt.date, *after: str) -> Said:
    """Included until the last day of the support period; `after` are the notes of an answer that comes too late."""
    last = facts.day("support_until")
    if on > last:
        return said("ended", *after, ended_on=last)
    return said("included") if aspect == "free" else said("covered", until=last)


def key_reissue(aspect: str, facts: Facts, on: dt.date) -> Said:
    """A new key where the server changes; sent on the day on which the application counts (R18)."""
    if aspect == "due":
        return said("dated", sent_on=counts_on(facts.moment("accepted_at"), KEY_CUT_OFF, "jp"))
    answer = within_support(aspect, facts, on)
    if answer.verdict == "ended" or facts.yes("server_changed"):
        return answer
    return said("not-offered" if aspect == "free" else "not-covered")


def ice_server(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Provided during the support period; afterwards a connection is not guaranteed."""
    return within_support(aspect, facts, on, "connection-not-guaranteed")


def phone_hours(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Working days without Japan's holidays, morning and afternoon (R17); usage and settings while support lasts."""
    if aspect == "covered":
        elsewhere = {"fault": "use-form-or-email", "neo-itself": "separate-contract"}
        inquiry = facts["inquiry"]
        if inquiry in elsewhere:
            return said("not-covered", elsewhere[inquiry])
        return within_support(aspect, facts, on)
    at = facts.moment("at")
    closes = closing(at, PHONE, "jp")
    return said("open", closes_at=closes) if closes else said("closed", opens_at=opening(at, PHONE, "jp"))


def support_period(aspect: str, facts: Facts, on: dt.date) -> Said:
    """From the first of the month after next; an order on the first of a month begins a month earlier."""
    bought, ordered = facts.day("purchase_date"), facts.day("order_date")
    start = first_of_month(ordered, 1 if ordered.day == 1 else 2)
    return said(
        "dated", "certificate-governs", provided_from=bought, period_start=start, period_end=end_of_years(start, 1)
    )


def renewal(aspect: str, facts: Facts, on: dt.date) -> Said:
    """The next period follows on the day after."""
    return said("dated", next_start=later(facts.day("period_end"), 1))


def additional_licences(aspect: str, facts: Facts, on: dt.date) -> Said:
    """Licences added within the period are supported until it ends; the fee changes with the next one."""
    if aspect == "due":
        return said("dated", "only-if-fee-changes", new_fee_from=later(facts.day("period_end"), 1))
    added, end = facts.day("addon_date"), facts.day("period_end")
    if added > end:
        return said("not-offered" if aspect == "free" else "not-covered")
    if aspect == "free":
        return said("included", "new-fee-next-year")
    return said("covered", covered_from=added, covered_until=end)


TOPICS = {
    "technical-support": technical_support, "key-reissue": key_reissue, "ice-server": ice_server,
    "phone-hours": phone_hours, "support-period": support_period, "renewal": renewal,
    "additional-licences": additional_licences,
}  # fmt: skip


def answer(topic: str, aspect: str, facts: Facts, on: dt.date) -> Said:
    """What the terms say. Raises `Wanted` for a fact that is not known, `BeyondDays` for a day out of range."""
    return TOPICS[topic](aspect, facts, on)
