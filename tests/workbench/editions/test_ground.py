"""The ground of a question, which holds no words, and the days on which two editions of a calendar do not agree."""

import datetime as dt

import pytest

from assistant.decide import Answer, decide
from assistant.library.holidays import areas, compact, days_in_use, keeping
from assistant.model.policy import Library, Policy
from assistant.model.record import Text
from assistant.workbench.editions.difference import Difference, difference
from assistant.workbench.editions.pairs import MOST, ground, moved_days


@pytest.fixture
def policy(library: Library) -> Policy:
    return library.policies["swap-out"]


def test_words_are_no_ground(policy: Policy) -> None:
    level = policy.facts["level"].model_copy(update={"question": Text("", "Which?"), "cues": ("level",)})
    reworded = policy.model_copy(update={"facts": {**policy.facts, "level": level}})
    assert ground(policy, "onsite-visit", "due") == ground(reworded, "onsite-visit", "due")


def test_what_an_answer_leans_on_is_its_ground(policy: Policy) -> None:
    kinds: dict[str, set[str]] = {}
    for kind, name in ground(policy, "onsite-visit", "due"):
        kinds.setdefault(kind, set()).add(name)
    assert kinds == {
        "in force": {"from"},
        "rules": {"due"},
        "name": {"level", "distance_km", "state", "logged_at", "region", "received", "visit-by"},
        "table": {"cut-off", "days-on-site"},
        "calendar": {"site"},
    }
    assert {("hours", "call-line"), ("calendar", "call-line")} <= ground(policy, "support-hours", "due").keys()
    assert ("note", "same-or-similar-model") in ground(policy, "onsite-visit", "covered")


def test_the_order_of_conditions_is_ground(policy: Policy) -> None:
    topic = policy.topics["support-hours"]
    first, *rest = topic.due
    turned = first.model_copy(update={"when": dict(reversed(first.when.items()))})
    changed = policy.model_copy(
        update={"topics": {**policy.topics, topic.id: topic.model_copy(update={"due": (turned, *rest)})}}
    )
    assert ground(policy, topic.id, "due") != ground(changed, topic.id, "due")


def test_a_calendar_is_ground_only_where_something_counts_on_it(policy: Policy) -> None:
    calendars = policy.about.calendars
    closed = calendars["site"].model_copy(update={"closed": (dt.date(2026, 8, 13),)})
    about = policy.about.model_copy(update={"calendars": {**calendars, "site": closed}})
    changed = policy.model_copy(update={"about": about})
    different = {
        (topic.id, aspect)
        for topic in policy.topics.values()
        for aspect in topic.aspects
        if ground(policy, topic.id, aspect) != ground(changed, topic.id, aspect)
    }
    assert different == {("onsite-visit", "due"), ("support-hours", "due")}


GREENERY = dt.date(2027, 5, 4)


@pytest.fixture
def desk(library: Library) -> Policy:
    """A policy that keeps the holidays of Japan."""
    return library.policies["desknets-web-meeting"]


@pytest.fixture
def visits(library: Library) -> Policy:
    """A policy that keeps the holidays of the state that a fact names."""
    return library.policies["swap-out"]


def closed_on(policy: Policy, calendar: str, *days: dt.date) -> Policy:
    one = policy.about.calendars[calendar].model_copy(update={"closed": days})
    calendars = {**policy.about.calendars, calendar: one}
    return policy.model_copy(update={"about": policy.about.model_copy(update={"calendars": calendars})})


def without(policy: Policy, area: str, *days: dt.date) -> Policy:
    found = days_in_use(policy)
    return keeping(policy, compact({area: {day: names for day, names in found[area].items() if day not in days}}))


def is_true(found: Difference) -> None:
    for change in found.changes:
        pair = change.example
        then, now = (decide(one, pair.topic, pair.aspect, pair.facts, pair.on) for one in (found.then, found.now))
        assert isinstance(then, Answer)
        assert isinstance(now, Answer)
        assert {**then.dates} != {**now.dates}


def test_the_areas_are_those_that_calendars_keep(desk: Policy, visits: Policy) -> None:
    assert set(areas(desk)) == {("JP", None, False)}
    states = {"ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"}
    assert set(areas(visits)) == {("AU", state, state == "NSW") for state in states}


def test_a_policy_under_the_days_in_use_is_the_same(desk: Policy, visits: Policy) -> None:
    for policy in (desk, visits):
        same = keeping(policy, compact(days_in_use(policy)))
        assert not any(moved_days(policy, same).values())
        assert not difference(policy, same).answers


def test_a_holiday_of_any_year_that_is_gone_is_found(desk: Policy) -> None:
    other = without(desk, "JP", GREENERY)
    assert moved_days(desk, other) == {"office": (GREENERY,)}
    found = difference(desk, other)
    assert {question for change in found.changes for question in change.questions} == {
        ("key-reissue", "due"), ("phone-hours", "due"),
    }  # fmt: skip
    assert {kind for change in found.changes for kind in change.kinds} >= {"verdict", "dates"}
    is_true(found)


def test_a_holiday_of_one_state_changes_the_visits_in_that_state_alone(visits: Policy) -> None:
    cup = dt.date(2031, 11, 4)
    found = difference(visits, without(visits, "AU-VIC", cup))
    changes = [change for change in found.changes if ("onsite-visit", "due") in change.questions]
    assert {change.example.facts["state"] for change in changes} == {"vic"}
    is_true(found)


def test_days_that_a_company_is_closed_on_are_found_in_any_year(desk: Policy) -> None:
    closed = dt.date(2044, 8, 12)
    found = difference(desk, closed_on(desk, "office", closed))
    assert {change.example.facts.get("accepted_at", "")[:4] for change in found.changes} >= {"2044"}
    is_true(found)


def test_weekdays_that_are_worked_are_looked_at_in_one_year(desk: Policy) -> None:
    one = desk.about.calendars["office"]
    longer = one.model_copy(update={"weekdays": (*one.weekdays, "sat")})
    about = desk.about.model_copy(update={"calendars": {"office": longer}})
    moved = moved_days(desk, desk.model_copy(update={"about": about}))["office"]
    assert {(day.year, day.weekday()) for day in moved} == {(2026, 5)}
    assert len(moved) > 45


def test_another_country_moves_more_days_than_need_be_looked_at(desk: Policy) -> None:
    one = desk.about.calendars["office"]
    assert one.holidays
    elsewhere = one.model_copy(update={"holidays": one.holidays.model_copy(update={"country": "NZ"})})
    about = desk.about.model_copy(update={"calendars": {"office": elsewhere}})
    moved = moved_days(desk, desk.model_copy(update={"about": about}))["office"]
    assert len(moved) == MOST
    assert min(moved) < dt.date(2026, 3, 18) < max(moved)


def test_holidays_that_are_given_hold_for_the_years_of_which_they_have_a_day(desk: Policy) -> None:
    other = keeping(desk, compact({"JP": {dt.date(2027, 1, 1): ("New Year's Day",)}}))
    moved = moved_days(desk, other)["office"]
    assert {day.year for day in moved} == {2027}
    assert dt.date(2027, 1, 11) in moved


def test_a_holiday_is_left_out_by_its_name_in_given_data_too(visits: Policy) -> None:
    show = {dt.date(2026, 8, 12): ("The Royal Queensland Show",)}
    days = days_in_use(visits)["AU-QLD"]
    assert not any(moved_days(visits, keeping(visits, compact({"AU-QLD": {**days, **show}}))).values())
    plain = {dt.date(2026, 8, 12): ("Public holiday",)}
    other = keeping(visits, compact({"AU-QLD": {**days, **plain}}))
    assert moved_days(visits, other)["site"] == (dt.date(2026, 8, 12),)
