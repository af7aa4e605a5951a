"""What is still possible: every way in which what is not known may turn out, and the question that rules out most."""

from contextvars import copy_context

import pytest

from assistant.decide import Needs, exploration
from assistant.decide.exploration import Explored, Leaf, deciding, explore, left_open, questions
from assistant.decide.unknown import ask_needful, ask_with
from assistant.model.policy import Library, Policy
from tests.decide.desk import ON, Written, answered, desk, needed, rule

RULES: tuple[Written, ...] = (
    rule("a", when={"kind": "short", "sure": "yes"}),
    rule("b", verdict="ended", when={"km": {"after": "50"}}),
    rule("c"),
)


def explored(policy: Policy, *items: Written, **facts: str) -> Explored:
    """All that is possible with these rules and facts."""
    ruled = desk(policy, *items)
    return explore(ruled, needed(ruled, **facts), facts, ON)


def ways(found: Explored) -> list[tuple[dict[str, str], str]]:
    return [({name: str(value) for name, value in leaf.tried.items()}, leaf.answer.rule.id) for leaf in found.leaves]


def test_every_way_leads_to_its_answer(policy: Policy) -> None:
    found = explored(policy, *RULES)
    assert (found.whole, found.first) == (True, "kind")
    ends = ways(found)
    assert ({"kind": "short", "sure": "yes"}, "a") in ends
    for begun in ({"kind": "short", "sure": "no"}, {"kind": "long"}):
        for km, end in (("49.999", "c"), ("50", "c"), ("50.001", "b")):
            assert ({**begun, "km": km}, end) in ends
    assert len(ends) == 7


def test_what_is_known_is_not_tried(policy: Policy) -> None:
    found = explored(policy, *RULES, kind="long")
    assert (found.first, {name for tried, _ in ways(found) for name in tried}) == ("km", {"km"})


def test_a_way_that_is_refused_leads_nowhere(policy: Policy) -> None:
    ruled = desk(policy, rule("a", dates={"day": "later"}), own={
        "later": {"start": "on", "steps": ({"add_years": "years"},)},
        "years": {"cell": {"table": "notice", "row": "kind", "column": "soon"}},
    })  # fmt: skip
    rows = {"short": {"soon": 1}, "long": {"soon": 200}}
    table = ruled.tables["notice"].model_copy(update={"rows": rows})
    ruled = ruled.model_copy(update={"tables": {**ruled.tables, "notice": table}})
    found = explore(ruled, needed(ruled), {}, ON)
    assert (ways(found), found.whole) == ([({"kind": "short"}, "a")], True)


def test_a_walk_that_is_too_long_stops_and_says_so(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = explored(policy, *RULES)
    monkeypatch.setattr(exploration, "MOST_ASKINGS", 10)
    assert explored(policy, *RULES) == whole, "ten askings are just enough"
    monkeypatch.setattr(exploration, "MOST_ASKINGS", 9)
    short = explored(policy, *RULES)
    assert (short.whole, short.first) == (False, "kind")
    assert len(short.leaves) == len(whole.leaves) - 1


def test_questions_come_in_the_order_asked(policy: Policy) -> None:
    assert set(questions(explored(policy, *RULES).leaves)) == {"kind", "sure", "km"}
    assert questions(explored(policy, *RULES, kind="short").leaves)[0] == "sure"
    assert questions(()) == ()


def test_answers_come_to_the_same_where_verdict_dates_and_numbers_do(policy: Policy) -> None:
    ruled = desk(policy, rule("a", when={"kind": "short"}, notes=("sorry",)), rule("b", next="form"))
    short, long = (Leaf({}, answered(ruled, kind=kind)) for kind in ("short", "long"))
    assert short.result == long.result
    dated = desk(policy, rule("a", dates={"day": "last"}))
    assert Leaf({}, answered(dated, kind="short")).result != Leaf({}, answered(dated, kind="long")).result
    said = desk(policy, rule("a", when={"kind": "short"}, answer="By then."), rule("b"))
    assert Leaf({}, answered(said, kind="short")).result != Leaf({}, answered(said, kind="long")).result


def test_the_question_that_leaves_least_open_decides(policy: Policy) -> None:
    found = explored(policy, *RULES)
    assert left_open(found.leaves, "km")[1] == pytest.approx((1 + 1 + 2) / 3)
    assert left_open(found.leaves, "kind")[1] == 2
    assert deciding(found.leaves, lambda name: True) == "km"
    assert deciding(found.leaves, lambda name: name != "km") is None


def test_where_nothing_is_left_open_no_question_decides(policy: Policy) -> None:
    assert deciding(explored(policy, rule("a", asks=("kind",))).leaves, lambda name: True) is None
    assert deciding((), lambda name: True) is None


def test_of_two_questions_that_leave_the_same_open_the_first_decides(policy: Policy) -> None:
    both = (rule("a", verdict="ended", when={"kind": "short", "sure": "yes"}), rule("b"))
    assert deciding(explored(policy, *both).leaves, lambda name: True) == "kind"


COUNTED = {"later": {"start": "starts", "steps": ({"add_days": 1},)}}
"""A day that is counted from one that people enter, of which several are tried."""
COMING: Written = {"after": "2026-01-10"}


def dated(name: str, when: Written | None = None, asks: tuple[str, ...] = ()) -> Written:
    """A rule with that day, and a note that has more of them tried."""
    notes = ({"note": "sorry", "when": {"starts": COMING}},)
    return rule(name, when=when or {}, asks=asks, dates={"day": "later"}, notes=notes)


@pytest.mark.parametrize(
    ("ruled", "rules", "results", "decides"),
    [
        # What tells the rules apart comes before the day that only dates one of them, though that leaves fewer results.
        ((dated("a", when={"kind": "short"}), rule("b", verdict="ended")),
         {"kind": 1, "starts": 2}, {"kind": True, "starts": False}, "kind"),
        ((dated("a", when={"sure": "yes"}), rule("b", when={"kind": "short"}), rule("c")),
         {"sure": 1.5, "kind": 2, "starts": 3}, {"sure": True, "starts": False}, "sure"),
        # Of the same rules, that which leaves fewer results.
        ((dated("a", asks=("kind",)),), {"kind": 1, "starts": 1},
         {"kind": True, "starts": False}, "starts"),
        # A day that tells the rules apart itself.
        ((rule("a", verdict="ended", when={"starts": COMING}), rule("b", asks=("kind",))),
         {"starts": 1, "kind": 2}, {"starts": False, "kind": True}, "starts"),
    ],
)  # fmt: skip
def test_what_decides_the_rule_is_asked_before_what_only_dates_it(
    policy: Policy, ruled: tuple[Written, ...], rules: dict[str, float], results: dict[str, bool], decides: str
) -> None:
    """`results`: which of the questions leave more results open than the least."""
    made = desk(policy, *ruled, own=COUNTED)
    leaves = explore(made, needed(made), {}, ON).leaves
    left = {name: left_open(leaves, name) for name in questions(leaves)}
    assert {name: left[name][0] for name in rules} == rules
    least = min(open_ for _, open_ in left.values())
    assert {name: left[name][1] > least for name in results} == results
    assert deciding(leaves, lambda name: True) == decides


def test_before_each_asking_others_are_let_go_first(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(exploration, "decided", lambda *given: asked.append(given))
    seen: list[int] = []
    context = copy_context()
    context.run(exploration.BETWEEN.set, lambda: seen.append(len(asked)))
    context.run(explored, policy, *RULES)
    assert len(seen) > 1
    assert seen == list(range(len(asked)))


@pytest.mark.parametrize("unit", ["2024-05-01", "2024-05-10", "2024-05-31", "2026-11-30", "2099-01-31"])
def test_no_day_is_worked_out_from_one_that_nobody_has_said(library: Library, unit: str) -> None:
    """Days on both sides of a threshold lie in the same month, and come to the same term: no more than samples do."""
    facts = {"unit_purchase_date": unit, "years": "1"}
    for unknown in ((), ("invoice_date",)):
        told = ask_needful(library.policies["swap-out"], "contract-period", "due", facts, unknown, ON, False)
        assert isinstance(told.outcome, Needs)
        assert told.outcome.fact == "invoice_date"
        assert told.explored is None or len({leaf.result for leaf in told.explored.leaves}) > 1


@pytest.mark.parametrize("steps", [(), ({"first_of_month": 1},), ({"at": "12:00"},), ({"later_of": "2099-12-01"},)])
def test_a_day_counted_from_an_unknown_one_is_never_settled(policy: Policy, steps: tuple[Written, ...]) -> None:
    """Not even where all samples come to the same."""
    own: dict[str, Written] = {"counted": {"start": "starts", "steps": steps}}
    near = rule("a", asks=("starts",), notes=({"note": "long", "when": {"starts": {"after": "2026-05-10"}}},))
    ruled = desk(policy, {**near, "dates": {"day": "counted"}}, own=own)
    assert isinstance(ask_with(ruled, "desk", "due", {}, ("starts",), ON).outcome, Needs)
