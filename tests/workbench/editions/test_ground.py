"""The ground of a question: everything that its answers may look at, and no words."""

import datetime as dt

import pytest

from assistant.model.policy import Library, Policy
from assistant.model.record import Text
from assistant.workbench.editions.ground import ground


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
