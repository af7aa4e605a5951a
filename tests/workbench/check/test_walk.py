"""What all paths of a policy come to."""

from assistant.workbench.check.walk import uses, walk
from tests.workbench.check.conftest import Garden


def test_every_rule_is_reached_with_what_is_always_known_there(tools: Garden) -> None:
    policy = tools.read()
    found = {(one.example.aspect, one.example.outcome.rule.id): one for one in walk(policy).rules.values()}  # type: ignore[union-attr]  # all are answers
    assert {name for _, name in found} == {
        *("heavy", "light", "over", "not-lent", "back", "repaired", "whole", "open", "closed"),
    }
    assert found["due", "back"].facts == {"tool", "who", "lent_on"}
    assert found["due", "over"].facts == set()
    assert found["due", "back"].notes == {"care"}
    assert found["free", "heavy"].facts == {"weight"}


def test_a_fact_is_always_known_only_where_every_path_asks_for_it(tools: Garden) -> None:
    tools.edit(
        "topics/loan.yaml",
        "  - id: heavy\n",
        "  - id: sound\n    when: {broken: no, size: light}\n"
        "    verdict: free\n    say: S\n    cites: [weeks]\n  - id: heavy\n",
    )
    rules = {one.example.outcome.rule.id: one for one in walk(tools.read()).rules.values()}  # type: ignore[union-attr]  # all are answers
    assert rules["sound"].facts == {"broken", "weight"}
    assert rules["light"].facts == {"broken", "weight"}


def test_all_facts_that_some_answer_needed_are_known(tools: Garden) -> None:
    assert walk(tools.read()).facts == {"tool", "who", "lent_on", "weight", "broken", "calls_at"}


def test_a_date_that_is_a_mark_on_some_path_is_noted(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "dates: {back_by: back-by}", "dates: {back_by: back-by, long: weeks}")
    reached = next(one for one in walk(tools.read()).rules.values() if one.no_days)
    assert reached.no_days == {"long"}


def test_paths_that_break_alike_are_counted_together(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "{light: 20, heavy: none}", "{light: 20, heavy: 100}")
    broken = walk(tools.read()).broken
    ((topic, aspect, what),) = broken
    assert (topic, aspect, what.kind) == ("loan", "free", "no-band")
    assert len(broken[topic, aspect, what]) >= 2


def test_the_first_path_of_each_set_of_notes_is_known(tools: Garden) -> None:
    tools.edit("topics/loan.yaml", "    notes: [care]\n", "    notes: [{note: care, when: {who: guest}}]\n")
    policy = tools.read()
    back = next(rule for rule in policy.topics["loan"].due if getattr(rule, "id", "") == "back")
    noted = {notes: path for (rule, notes), path in walk(policy).noted.items() if rule == id(back)}
    assert {notes: path.facts["who"] for notes, path in noted.items()} == {
        frozenset(): "member",
        frozenset({"care"}): "guest",
    }


def test_a_policy_is_walked_once_and_again_when_it_is_another(tools: Garden) -> None:
    policy = tools.read()
    assert walk(policy) is walk(policy)
    first = walk(policy)
    assert walk(tools.read()) is not first


def test_every_rule_and_group_is_used_somewhere(tools: Garden) -> None:
    found = [(where, getattr(one.item, "id", "group")) for where, one in uses(tools.read(), tools.places())]
    assert found == [
        *(("loan/free", "heavy"), ("loan/free", "light")),
        *(("loan/due", "group"), ("loan/due", "over"), ("loan/due", "not-lent"), ("loan/due", "back")),
        *(("loan/covered", "group"), ("loan/covered", "over"), ("loan/covered", "group"), ("loan/covered", "repaired")),
        *(("loan/covered", "whole"), ("desk/due", "open"), ("desk/due", "closed")),
    ]
