"""One answer to which every way leads: its dates, their counting and its trail, as far as they are the same."""

import datetime as dt

from assistant.decide import Needs
from assistant.decide.unknown import ask_with
from assistant.model.policy import Policy
from tests.decide.desk import ON, Written, desk, rule, settled, told, told_answer


def test_a_headline_never_names_what_is_not_known(policy: Policy) -> None:
    named = rule("a", asks=("kind",), answer="It is {kind}.")
    assert isinstance(told(policy, named).outcome, Needs)
    assert told_answer(policy, rule("a", asks=("kind",), answer="It is so.")).open == ("kind",)
    assert told_answer(policy, rule("a", asks=("sure", "kind"), answer="It is {sure}."), sure="yes").open == ("kind",)


def ending(policy: Policy, short: str, long: str) -> Policy:
    """A policy that counts to the end of June, from a day that the kind decides and never back."""
    rows = {"short": {"day": dt.date.fromisoformat(short)}, "long": {"day": dt.date.fromisoformat(long)}}
    table = policy.tables["ends"].model_copy(update={"rows": rows})
    changed = policy.model_copy(update={"tables": {**policy.tables, "ends": table}})
    own: dict[str, Written] = {
        "june": {"start": "2026-06-30"},
        "later": {"start": "last", "steps": ({"later_of": "june"},)},
    }
    return desk(changed, rule("a", asks=("kind",), dates={"day": "later"}, values={"until": "later"}), own=own)


def test_a_day_that_ways_reach_differently_is_told_without_its_count(policy: Policy) -> None:
    found = settled(ending(policy, "2026-05-31", "2026-06-29"))
    for counted in (found.dates["day"], found.values["until"]):
        assert counted.value == dt.date(2026, 6, 30)
        assert (counted.start, counted.started_from, counted.steps) == (None, None, ())
        assert (counted.cites, counted.readings) == (("c", "days", "ask"), ("R1",))


def test_a_day_that_all_ways_reach_alike_keeps_its_count(policy: Policy) -> None:
    day = settled(ending(policy, "2026-05-31", "2026-05-31")).dates["day"]
    assert (day.start, day.started_from, len(day.steps)) == (dt.date(2026, 5, 31), "last", 1)


def test_days_that_differ_are_not_settled(policy: Policy) -> None:
    ruled = ending(policy, "2026-05-31", "2026-07-01")
    assert isinstance(ask_with(ruled, "desk", "due", {}, ("kind",), ON).outcome, Needs)


def test_the_trail_keeps_what_was_asked_in_every_way(policy: Policy) -> None:
    ruled = (
        rule("sure", verdict="ended", when={"sure": "yes"}),
        rule("both", verdict="ended", when={"kind": "short", "km": {"after": "50"}}),
        rule("a", asks=("kind",)),
    )
    found = told_answer(policy, *ruled, sure="no", km="10")
    assert [(getattr(one.item, "id", ""), [test.name for test in one.tests]) for one in found.trail] == [
        ("sure", ["sure"]), ("a", []),
    ]  # fmt: skip
