"""How the names of a topic are worked out, and what each rests on."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.model.policy import Policy
from assistant.vocabulary.scope import Scope, scope_of
from assistant.vocabulary.trail import Run, Wanted
from assistant.vocabulary.wording import Value
from tests.vocabulary.given import on

FACTS: dict[str, Value] = {
    "kind": "short",
    "state": "vic",
    "at": on("2026-11-02T18:00"),
    "starts": on("2026-01-01"),
}


@pytest.fixture
def scope(policy: Policy) -> Scope:
    """The names of the desk, nothing of them worked out so far."""
    return Scope(policy, policy.topics["desk"])


def run(**facts: Value) -> Run:
    """An asking with these facts."""
    return Run(facts, dt.date(2026, 1, 15))


def test_a_fact_that_is_given_is_used(scope: Scope) -> None:
    asking = run(kind="short", sure="yes")
    assert scope.get("kind")(asking) == "short"
    assert asking.used == {"kind": "short"}


def test_a_fact_that_is_not_given_is_wanted(scope: Scope) -> None:
    asking = run(sure="yes")
    with pytest.raises(Wanted) as wanted:
        scope.get("kind")(asking)
    assert (wanted.value.fact, asking.used) == ("kind", {})


def test_the_day_asked_about_is_no_fact(scope: Scope) -> None:
    asking = run()
    assert (scope.get("on")(asking), asking.used) == (on("2026-01-15"), {})


@pytest.mark.parametrize(
    ("text", "day"), [("on", "2026-01-15"), ("starts", "2026-05-01"), ("2026-03-31", "2026-03-31")]
)
def test_a_day_is_a_name_or_written(scope: Scope, text: str, day: str) -> None:
    assert scope.day(text)(run(starts=on("2026-05-01"))) == on(day)


def test_a_day_that_is_neither_is_refused(scope: Scope) -> None:
    with pytest.raises(Refusal):
        scope.day("2026-02-30")


def test_facts_are_asked_for_in_the_order_in_which_a_word_reads_them(scope: Scope) -> None:
    reply, given, wanted = scope.counted("reply"), dict[str, Value](), []
    for _ in FACTS:
        with pytest.raises(Wanted) as missing:
            reply(run(**given))
        wanted.append(missing.value.fact)
        given[missing.value.fact] = FACTS[missing.value.fact]
    assert wanted == ["at", "state", "kind", "starts"]
    asking = run(**given)
    assert reply(asking).value == on("2026-11-09")
    assert list(asking.used) == ["at", "state", "kind", "starts"]


def test_each_is_worked_out_once_a_run(scope: Scope) -> None:
    asking = run(**FACTS)
    first = scope.counted("reply")(asking)
    assert scope.counted("reply")(asking) is first
    assert asking.counted.keys() == {"reply", "counts-on"}
    assert scope.counted("reply")(run(**FACTS)) is not first


def test_what_only_ids_decide_is_worked_out_once_for_each(scope: Scope) -> None:
    last = scope.counted("last")
    assert last(run(kind="short")) is last(run(kind="short"))
    assert (last(run(kind="short")).value, last(run(kind="long")).value) == (on("2026-05-31"), "never")
    asking = run(kind="short")
    last(asking)
    assert asking.used == {"kind": "short"}


@pytest.mark.parametrize(("state", "after"), [("act", "2026-11-03"), ("vic", "2026-11-04")])
def test_a_calendar_is_that_of_the_part_which_a_fact_names(scope: Scope, state: str, after: str) -> None:
    asking = run(state=state, at=on("2026-11-03T09:00"))
    assert scope.counted("counts-on")(asking).value == on(after)
    assert scope.calendar("site")(asking) is scope.calendar("site")(run(state=state))
    assert scope.calendar("office")(run()) is scope.calendar("office")(run())


def test_a_calendar_asks_for_its_part(scope: Scope) -> None:
    with pytest.raises(Wanted) as wanted:
        scope.calendar("site")(run())
    assert wanted.value.fact == "state"


@pytest.mark.parametrize(
    ("name", "facts", "cites", "readings"),
    [
        ("fixed", {}, ("days",), ()),
        ("reach", {"km": 3}, ("days",), ()),
        # The calendar's own clause and reading come with it, those of a table too.
        ("counts-on", FACTS, ("ask",), ("R1",)),
        ("reply", FACTS, ("days", "ask"), ("R1",)),
        ("closes", {"at": on("2026-04-28T10:00")}, ("days", "ask"), ()),
        # A cell may rest on clauses of its own, and be in doubt.
        ("last", {"kind": "short"}, ("days",), ("R1",)),
        ("last", {"kind": "long"}, ("days", "ask"), ()),
    ],
)
def test_what_something_rests_on(
    scope: Scope, name: str, facts: dict[str, Value], cites: tuple[str, ...], readings: tuple[str, ...]
) -> None:
    found = scope.counted(name)(run(**facts))
    assert (found.cites, found.readings) == (cites, readings)


def test_what_rests_on_a_cell_in_doubt_is_in_doubt(policy: Policy) -> None:
    topic = policy.topics["desk"]
    day = topic.derived["fixed"].model_copy(update={"start": "last"})
    after = Scope(policy, topic.model_copy(update={"derived": {**topic.derived, "after": day}})).counted("after")
    assert after(run(kind="short")).readings == ("R1",)
    assert (after(run(kind="long")).readings, after(run(kind="long")).cites) == ((), ("days", "ask"))


def test_what_reads_a_name_is_the_same_each_time(scope: Scope) -> None:
    assert scope.get("kind") is scope.get("kind") is scope.banded("kind")
    assert scope.get("on") is not scope.get("starts")


def test_what_is_derived_from_ids_alone_is_traced_back_to_them(scope: Scope) -> None:
    kind, on_ = scope.get("kind"), scope.get("on")
    assert scope.inputs([scope.get("last"), on_, kind]) == (kind, on_)
    assert scope.inputs([scope.get("fixed")]) == ()
    assert scope.inputs([scope.get("reply")]) == (scope.get("reply"),)
    assert (scope.ids_below(["last", "fixed"]), scope.ids_below(["last", "reply"])) == ((kind,), None)


def test_every_topic_has_its_scope_worked_out_once(policy: Policy) -> None:
    assert {scope_of(policy, topic).topic.id for topic in policy.topics} == {"holiday", "desk"}
    assert scope_of(policy, "desk") is scope_of(policy, "desk")
    assert scope_of(policy, "desk") is not scope_of(policy.model_copy(), "desk")
