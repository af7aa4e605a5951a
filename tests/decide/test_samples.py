"""Values to try: every choice, both sides of every threshold, days on which calendars go wrong."""

import datetime as dt
from decimal import Decimal

import pytest

from assistant.decide import canonical
from assistant.decide.samples import DAYS, ORDINARY, Samples
from assistant.model.calendar import WorkingDays
from assistant.model.policy import Library, Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.vocabulary.calendars import Calendar, calendar_for
from assistant.vocabulary.wording import Value
from tests.decide.desk import Written, desk, rule
from tests.vocabulary.given import on

KNOWN: dict[str, Value] = {"on": dt.date(2026, 3, 18)}


def samples(policy: Policy, when: Written, dates: Written | None = None) -> Samples:
    """Those of a rule with these conditions and dates, before one that always holds."""
    return Samples(desk(policy, rule("a", when=when, dates=dates or {}), rule("b")), "desk", "due")


def texts(values: list[Value]) -> list[str]:
    return [canonical(value) for value in values]


def test_every_option_of_a_choice_is_tried(policy: Policy) -> None:
    tried = samples(policy, {"kind": "short", "sure": "yes"})
    assert tried.of("kind", KNOWN) == ["short", "long"]
    assert tried.of("sure", KNOWN) == ["yes", "no"]


def test_numbers_are_tried_at_their_ends_and_around_thresholds(policy: Policy) -> None:
    tried = samples(policy, {"days": {"at_least": "7"}, "km": {"before": "2.7"}})
    assert tried.of("days", KNOWN) == sorted([1, 12, 24, 30, 6, 7, 8], key=str)
    assert set(tried.of("km", KNOWN)) == {
        Decimal(0), Decimal("0.5"), Decimal(1000), Decimal("2.699"), Decimal("2.7"), Decimal("2.701"),
    }  # fmt: skip


def test_days_are_tried_where_months_and_years_turn_beside_those_known_and_at_thresholds(policy: Policy) -> None:
    tried = samples(policy, {"starts": {"before": "2026-05-01"}}).of("starts", {**KNOWN, "at": on("2026-07-01T09:00")})
    assert tried[: len(DAYS)] == [*DAYS]
    wanted = ("2026-03-17", "2026-03-19", "2026-06-30", "2026-07-01", "2026-07-02", "2026-04-30", "2026-05-02")
    assert set(wanted) <= set(texts(tried))
    assert len(tried) == len(set(tried))
    assert not any(isinstance(day, dt.datetime) for day in tried)


def test_beside_the_first_and_the_last_day_only_days_that_there_are(policy: Policy) -> None:
    tried = samples(policy, {"starts": {"before": "on"}}).of("starts", {"on": FIRST_DAY, "other": LAST_DAY})
    assert (min(map(str, tried)), max(map(str, tried))) == ("2000-01-01", "2099-12-31")
    assert {"2000-01-02", "2099-12-30"} <= set(texts(tried))


def test_the_day_asked_about_is_tried_where_something_looks_at_it(policy: Policy) -> None:
    looked = samples(policy, {"on": {"after": "2026-05-01"}}).days_asked_about()
    assert {*DAYS, on("2026-04-30"), on("2026-05-01"), on("2026-05-02")} == set(looked)
    assert looked == sorted(looked)
    assert samples(policy, {"kind": "short"}).days_asked_about() == [ORDINARY]


def test_moments_are_tried_to_the_second_around_hours_and_cut_offs(policy: Policy) -> None:
    tried = samples(policy, {"at": {"inside": "desk"}}, {"on": "counts-on"})
    assert [clock.isoformat() for clock in tried.clocks] == [
        *("08:59:59", "09:00:00", "09:00:01", "11:59:59", "12:00:00", "12:00:01", "12:59:59", "13:00:00", "13:00:01"),
        *("16:59:59", "17:00:00", "17:00:01"),
    ]
    assert tried.calendars == {"office", "site"}
    moments = texts(tried.of("at", {**KNOWN, "state": "vic"}))
    assert {"2026-03-18T17:00:01", "2026-01-31T09:00", "2026-11-03T12:00", "2026-11-02T12:00"} <= set(moments)
    assert len(moments) == len(set(moments))


def test_holidays_are_those_of_the_part_that_is_known_or_of_all(policy: Policy) -> None:
    tried = samples(policy, {}, {"on": "counts-on"})
    cup = "2026-11-03T12:00"
    assert cup in texts(tried.of("at", {**KNOWN, "state": "vic"}))
    assert cup not in texts(tried.of("at", {**KNOWN, "state": "act"}))
    assert cup in texts(tried.of("at", KNOWN))


def test_holidays_are_looked_for_once_in_a_policy(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, looked = samples(policy, {}, {"on": "counts-on"}), list[str | None]()

    def watched(days: WorkingDays, part: str | None) -> Calendar:
        looked.append(part)
        return calendar_for(days, part)

    monkeypatch.setattr("assistant.decide.samples.calendar_for", watched)
    for state in ("vic", "act", "vic"):
        tried.of("at", {**KNOWN, "state": state})
    assert looked == ["vic", "act"]


def test_without_hours_and_cut_offs_noon_is_enough(policy: Policy) -> None:
    tried = samples(policy, {"at": {"before": "on"}})
    assert (tried.clocks, tried.opened, tried.calendars) == ([dt.time(12)], False, frozenset())
    assert samples(policy, {"at": {"inside": "desk"}}).opened


def test_on_is_tried_around_days_that_only_a_table_names(library: Library) -> None:
    tried = Samples(library.policies["licence-desk"], "hwkc-replacement", "free")
    ended = dt.date(2025, 7, 31)
    assert {ended, ended + dt.timedelta(days=1)} <= set(tried.days_asked_about())


def test_on_is_tried_where_a_count_of_working_days_turns(library: Library) -> None:
    tried = Samples(library.policies["licence-desk"], "resolution-time", "due")
    assert {dt.date(2026, 3, 3), dt.date(2026, 3, 4)} <= set(tried.days_asked_about())


def test_one_day_is_enough_where_none_is_looked_at(library: Library) -> None:
    assert len(Samples(library.policies["swap-out"], "eligibility", "covered").days_asked_about()) == 1


@pytest.mark.parametrize("state", ["act", "nsw", "nt", "qld", "sa", "tas", "vic", "wa"])
def test_moments_fall_on_the_holidays_of_the_state_and_around_the_cut_off(library: Library, state: str) -> None:
    tried = Samples(library.policies["swap-out"], "onsite-visit", "due").of(
        "logged_at", {**KNOWN, "level": "gold", "distance_km": Decimal(10), "state": state}
    )
    moments = {canonical(moment) for moment in tried}
    assert {"2026-01-26T12:00", "2026-01-25T12:00", "2028-02-29T12:00", "2026-12-31T12:00"} <= moments
    assert {"2026-03-18T15:29:59", "2026-03-18T15:30", "2026-03-18T15:30:01"} <= moments
    assert ("2026-11-03T12:00" in moments) == (state == "vic")


def test_moments_fall_around_the_edges_of_opening_hours(library: Library) -> None:
    tried = Samples(library.policies["desknets-web-meeting"], "phone-hours", "due").of("at", KNOWN)
    clocks = ("08:59:59", "09:00", "11:59:59", "12:00", "13:00", "17:29:59", "17:30")
    assert {f"2026-03-18T{clock}" for clock in clocks} <= set(texts(tried))
