"""The licence-desk policy, from the bulletin SAMB 2024-056 and its readings: R2 to R7, R19 to R23, R25, R28 and R29."""

import datetime as dt
from typing import NamedTuple

from tests.reference.days import first_of_month, worked_later
from tests.reference.said import Facts, Said, said

OPENS, CLOSES = dt.date(2024, 11, 14), dt.date(2026, 3, 31)
PROGRAMME_CLOSES = dt.date(2025, 12, 31)
NOT_APPLICABLE, NO_LONGER = "NA", "-"
WORKING_DAYS = {"low": 20, "normal": 10, "high": 5, "critical": 1}
COLUMNS = ("carrier-change", "merge-licences", "hwkc-replacement")
OF_NO_PRODUCT = ("delete-customer", "remove-pari")
MARCH_26, DECEMBER_25, DECEMBER_24, JULY_25 = CLOSES, PROGRAMME_CLOSES, dt.date(2024, 12, 31), dt.date(2025, 7, 31)
AVAILABLE: dict[str, tuple[dt.date | str, dt.date | str, dt.date | str]] = {
    "sl2100": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "sv9100-cp20": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "sv9300": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "sv9500": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "3c": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "sipnet-is3000": (NO_LONGER, DECEMBER_25, DECEMBER_25),
    "ma4000-system-management": (MARCH_26, MARCH_26, MARCH_26),
    "ma4000-expense-management": (MARCH_26, DECEMBER_24, DECEMBER_24),
    "business-connect": (MARCH_26, MARCH_26, MARCH_26),
    "ip-dect-ap400": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "ip-dect-ap500": (NOT_APPLICABLE, MARCH_26, MARCH_26),
    "mobicall": (NO_LONGER, NO_LONGER, JULY_25),
    "mycalls-enterprise": (MARCH_26, DECEMBER_24, MARCH_26),
    "bx-series": (MARCH_26, DECEMBER_24, MARCH_26),
    "mp-series": (MARCH_26, DECEMBER_24, MARCH_26),
    "ovoc": (MARCH_26, DECEMBER_24, MARCH_26),
    "nmc": (MARCH_26, DECEMBER_24, MARCH_26),
    "um4730": (MARCH_26, DECEMBER_24, MARCH_26),
    "bct-call-recorder": (MARCH_26, DECEMBER_24, MARCH_26),  # the day itself is R4's
}
"""The bulletin's last table: the last day of each paid service for each system."""


class Closed(Exception):
    """A gate ends the question with what is said."""

    def __init__(self, said: Said) -> None:
        self.said = said
        super().__init__(said)


class Desk(NamedTuple):
    """One question to the desk: the aspect, the day asked about, and what is known."""

    aspect: str
    on: dt.date
    facts: Facts

    def refused(self) -> Said:
        """What is said where the desk does not do it at all."""
        return said("not-covered" if self.aspect == "covered" else "not-offered")

    def gate(self) -> None:
        """Open from the bulletin's date (R20) until 31 March 2026."""
        if self.on < OPENS:
            raise Closed(said("not-in-force"))
        if self.on > CLOSES:
            raise Closed(said("ended", ended_on=CLOSES))

    def listed(self) -> None:
        """ "If a product is not mentioned here, then it is not covered by any services": here is the table (R19)."""
        self.gate()
        if self.facts["system"] == "other":
            raise Closed(self.refused())

    def available(self, service: str) -> dt.date:
        """The last day of a paid service for the system."""
        self.listed()
        cell = AVAILABLE[self.facts["system"]][COLUMNS.index(service)]
        if cell == NOT_APPLICABLE:
            raise Closed(self.refused())
        if not isinstance(cell, dt.date):
            raise Closed(said("ended"))
        if cell < self.on:
            raise Closed(said("ended", ended_on=cell))
        return cell

    def programme(self, *notes: str) -> None:
        """The Customer Transition Programme closes before the desk does."""
        self.gate()
        if self.on > PROGRAMME_CLOSES:
            raise Closed(said("ended", *notes, ended_on=PROGRAMME_CLOSES))
        self.listed()

    def target(self, last_day: dt.date, *notes: str, not_before: dt.date = OPENS, **dates: dt.date) -> Said:
        """The target resolution time, from the day after the request (R3, R6, R28), with a warning (R7)."""
        priority = self.facts["priority"]
        target = max(worked_later(self.on, WORKING_DAYS[priority], None), not_before)
        critical = ("critical-needs-justification",) if priority == "critical" else ()
        late = ("target-after-closing",) if target > last_day else ()
        return said("dated", "best-effort", *critical, *late, *notes, target=target, **dates)


def carrier_change(desk: Desk) -> Said:
    """Free with active SWA that starts in time (R22); within the programme without it, whatever the table (R25)."""
    desk.gate()
    if desk.facts.yes("transition"):
        desk.programme("ordinary-request-possible")
        if desk.aspect == "due":
            return desk.target(PROGRAMME_CLOSES)
        verdict = "free" if desk.aspect == "free" else "conditional"
        return said(verdict, "new-swa-12-months", until=PROGRAMME_CLOSES)
    last_day = desk.available("carrier-change")
    if desk.facts["swa"] == "none":
        return desk.refused()
    if desk.aspect == "free":
        return said("free", "remaining-swa-moves", "no-grace-period", "swa-must-have-started", until=last_day)
    if desk.aspect == "covered":
        return said("covered", "swa-must-have-started", until=last_day)
    earliest = first_of_month(desk.facts.day("swa_activated_on"))
    if earliest > last_day:
        return desk.refused()
    return desk.target(last_day, not_before=earliest, earliest=earliest)


def merge_licences(desk: Desk) -> Said:
    """Always paid for, with a voucher."""
    last_day = desk.available("merge-licences")
    if desk.aspect == "free":
        return said("payable", "voucher", "price-not-stated", until=last_day)
    if desk.aspect == "due":
        return desk.target(last_day, "voucher-first")
    return said("covered", "same-carrier-type", until=last_day)


def hwkc_replacement(desk: Desk) -> Said:
    """Paid for, but active SWA voids the fee."""
    last_day = desk.available("hwkc-replacement")
    if desk.aspect == "covered":
        return said("covered", until=last_day)
    pays = desk.facts["swa"] == "none"
    if desk.aspect == "due":
        return desk.target(last_day, *(["voucher-first"] if pays else []))
    return said("payable", "voucher", "price-not-stated", until=last_day) if pays else said("free", until=last_day)


def free_service(desk: Desk) -> Said:
    """A service that is free for every listed system until the desk closes."""
    desk.listed()
    return _until_the_desk_closes(desk)


def of_no_product(desk: Desk) -> Said:
    """A free service about no product of the table: no system is asked for (R19)."""
    desk.gate()
    return _until_the_desk_closes(desk)


def _until_the_desk_closes(desk: Desk) -> Said:
    if desk.aspect == "due":
        return desk.target(CLOSES)
    return said("free" if desk.aspect == "free" else "covered", until=CLOSES)


def partner_move(desk: Desk) -> Said:
    """Free; the desk needs written evidence that the customer asked."""
    answer = free_service(desk)
    if desk.aspect == "covered" and not desk.facts.yes("written_evidence"):
        return said("conditional", "evidence-needed", until=CLOSES)
    return answer


def transition_programme(desk: Desk) -> Said:
    """Free until the end of 2025, for new systems with at least twelve months of SWA."""
    desk.programme()
    if desk.aspect == "free":
        return said("free", "new-swa-12-months", until=PROGRAMME_CLOSES)
    if desk.aspect == "due":
        return desk.target(PROGRAMME_CLOSES)
    if desk.facts.number("new_swa_months") >= 12:
        return said("covered", until=PROGRAMME_CLOSES)
    return said("not-covered")


def voucher(desk: Desk) -> Said:
    """Which request needs the voucher EU900087, which cannot be discounted."""
    desk.gate()
    service = desk.facts["service"]
    if service == "carrier-change":
        return _voucher_for_carrier(desk)
    if service in COLUMNS:
        desk.available(service)
        if service == "merge-licences" or desk.facts["swa"] == "none":
            return said("payable", "no-discount", "price-not-stated")
    elif service == "transition-programme":
        desk.programme()
    elif service not in OF_NO_PRODUCT:
        desk.listed()
    return said("free")


def _voucher_for_carrier(desk: Desk) -> Said:
    if desk.facts.yes("transition"):
        desk.programme()
        return said("free")
    desk.available("carrier-change")
    return said("free") if desk.facts["swa"] == "active" else desk.refused()


def resolution_time(desk: Desk) -> Said:
    """The target time alone, for a request on that day."""
    desk.gate()
    return desk.target(CLOSES)


def desk_closing(desk: Desk) -> Said:
    """Until when a service can be had."""
    if desk.aspect == "due":
        return said("not-in-force") if desk.on < OPENS else said("dated", closes_on=CLOSES)
    desk.gate()
    service = desk.facts["service"]
    if service in COLUMNS:
        notes = ["needs-swa"] if service == "carrier-change" else []
        return said("covered", *notes, until=desk.available(service))
    if service == "transition-programme":
        desk.programme()
        return said("covered", until=PROGRAMME_CLOSES)
    if service not in OF_NO_PRODUCT:
        desk.listed()
    return said("covered", until=CLOSES)


TOPICS = {
    "carrier-change": carrier_change, "merge-licences": merge_licences, "hwkc-replacement": hwkc_replacement,
    "licence-removal": free_service, "delete-customer": of_no_product, "remove-pari": of_no_product,
    "partner-move": partner_move, "transition-programme": transition_programme, "voucher": voucher,
    "resolution-time": resolution_time, "desk-closing": desk_closing,
}  # fmt: skip


def answer(topic: str, aspect: str, facts: Facts, on: dt.date) -> Said:
    """What the bulletin says. Raises `Wanted` for a fact that is not known."""
    try:
        return TOPICS[topic](Desk(aspect, on, facts))
    except Closed as closed:
        return closed.said
