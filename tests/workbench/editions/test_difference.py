"""Each kind of change is told by its name, and what changes no answer is told apart."""

import pytest

from assistant.decide import Answer
from assistant.i18n.words import key_of
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import NoteUse, Rule
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.vocabulary.facts.choice import Choice
from assistant.workbench.editions.difference import Difference, End, Part, Reworded, difference
from tests.workbench.editions.changing import (
    policy_of,
    reached,
    with_rule,
    with_verdict,
)

VISIT = "swap-out.topics.onsite-visit.covered.covered"


def changed_rule(**update: object) -> Difference:
    policy = policy_of("swap-out")
    return difference(policy, with_rule(policy, VISIT, lambda rule: rule.model_copy(update=update)))


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        ({"next": "extra-work"}, "next"),
        ({"notes": ()}, "notes"),
        ({"notes": (NoteUse(note="same-or-similar-model"), NoteUse(note="may-be-offered"))}, "notes"),
        ({"cites": ("service.purpose", "service.replacement")}, "cites"),
        ({"readings": ("R13",)}, "readings"),
        ({"verdict": "conditional"}, "verdict"),
    ],
)
def test_each_part_of_an_answer_is_told_by_its_name(update: dict[str, object], kind: str) -> None:
    (change,) = changed_rule(**update).changes
    assert (change.then, change.now) == (End("answered", VISIT), End("answered", VISIT))
    assert kind in change.kinds
    assert set(change.kinds) <= {kind, "cites", "readings"}, "a note brings clauses and readings of its own"
    assert change.kinds[kind] == change.paths


def test_the_order_of_notes_is_no_difference() -> None:
    policy = policy_of("swap-out")
    turned = with_rule(
        policy, "swap-out.rules.lists.charged.rules.charged",
        lambda rule: rule.model_copy(update={"notes": rule.notes[::-1]}),
    )  # fmt: skip
    assert not difference(policy, turned).answers


def test_a_rewritten_sentence_changes_words_and_no_answer() -> None:
    rule = reached("swap-out")[VISIT][2]
    say = Text(rule.say.context, "It failed under warranty, and the contract runs until {until}.")
    found = changed_rule(say=say, answer=Text(f"{VISIT}.answer", "Yes."))
    assert not found.answers
    assert [one[:2] for one in found.reworded] == [(f"{VISIT}.answer", "en"), (f"{VISIT}.say", "en")]
    assert found.reworded[0].then is None
    assert found.reworded[1].now == say.source


def test_a_rule_that_is_called_otherwise_changes_no_answer() -> None:
    rule = reached("swap-out")[VISIT][2]
    renamed = VISIT.replace(".covered.covered", ".covered.swapped")
    found = changed_rule(id="swapped", say=Text(f"{renamed}.say", rule.say.source))
    assert not found.answers


def test_another_rule_that_says_something_else_changes_headline_and_reason() -> None:
    renamed = VISIT.replace(".covered.covered", ".covered.swapped")
    words = {"say": Text(f"{renamed}.say", "It is."), "answer": Text(f"{renamed}.answer", "Yes.")}
    (change,) = changed_rule(id="swapped", **words).changes
    assert {*change.kinds} == {"headline", "reason"}
    assert (change.then.name, change.now.name) == (VISIT, renamed)


def test_a_translation_that_is_another_is_a_change_of_words() -> None:
    policy = policy_of("swap-out")
    title = policy.about.title
    then, now = ({"ja": {key_of(title.context, title.source): said}} for said in ("交換サービス", "交換のサービス"))
    found = difference(policy, policy, (then, now))
    assert found.reworded == (Reworded(title.context, "ja", "交換サービス", "交換のサービス"),)
    assert not found.answers
    assert difference(policy, policy, (then, {})).reworded == ()


def without_fact_asked(policy: Policy) -> Policy:
    """The visit's cover without the question whether the unit is under warranty."""
    path = "swap-out.topics.onsite-visit.covered.out-of-warranty"
    return with_rule(policy, path, lambda rule: rule.model_copy(update={"when": {"fault": rule.when["in_warranty"]}}))


def test_a_path_that_asks_for_another_fact_is_told_once() -> None:
    policy = policy_of("swap-out")
    found = difference(policy, without_fact_asked(policy))
    asked = [change for change in found.changes if "fact" in change.kinds]
    assert [(change.then, change.now) for change in asked] == [(End("needs", "in_warranty"), End("needs", "term_end"))]
    assert asked[0].example.facts == {"fault": "unit"}
    assert all(
        end.status == "answered" for change in found.changes if change not in asked for end in (change.then, change.now)
    )


def with_option(policy: Policy, fact: str, option: str) -> Policy:
    one = policy.facts[fact]
    assert isinstance(one, Choice)
    options = {**one.options, option: next(iter(one.options.values()))}
    return policy.model_copy(update={"facts": {**policy.facts, fact: one.model_copy(update={"options": options})}})


def test_options_that_came_or_went_are_listed_and_their_ways_are_not_compared() -> None:
    policy = policy_of("swap-out")
    wider = with_option(policy, "work", "cleaning")
    came, went = difference(policy, wider), difference(wider, policy)
    assert (came.came, came.went, came.changes) == ((Part("option", "work=cleaning"),), (), ())
    assert (went.came, went.went, went.changes) == ((), (Part("option", "work=cleaning"),), ())
    assert came.answers


def test_topics_and_questions_that_came_or_went_are_listed_once() -> None:
    policy = policy_of("swap-out")
    topics = {name: topic for name, topic in policy.topics.items() if name != "refund"}
    visit = topics["onsite-visit"].model_copy(update={"free": ()})
    smaller = policy.model_copy(update={"topics": {**topics, "onsite-visit": visit}})
    parts = (Part("question", "onsite-visit/free"), Part("topic", "refund"))
    assert set(difference(policy, smaller).went) == set(parts)
    assert set(difference(smaller, policy).came) == set(parts)
    assert Part("topic", "refund") in difference(smaller, policy, only="refund").came
    assert difference(smaller, policy, only="price").came == ()


def test_one_topic_can_be_looked_at_alone() -> None:
    policy = policy_of("swap-out")
    rule = reached(policy.id)[VISIT][2]
    changed = with_verdict(policy, VISIT, "covered", rule)
    assert difference(policy, changed, only="onsite-visit").answers
    assert not difference(policy, changed, only="refund").answers


def test_content_that_breaks_is_told_and_not_fatal() -> None:
    policy = policy_of("swap-out")
    never = {"fault": OneOf(one_of=("none",))}
    empty = with_rule(policy, VISIT, lambda rule: rule.model_copy(update={"when": never}))
    (change,) = difference(policy, empty).changes
    assert (change.then, change.now) == (End("answered", VISIT), End("broken", "no-rule"))
    assert [*change.kinds] == ["status"]


def test_the_example_has_the_fewest_facts() -> None:
    policy = policy_of("swap-out")
    path = "swap-out.rules.lists.work.rules.relocation"
    (change,) = difference(policy, with_verdict(policy, path, "free", reached(policy.id)[path][2])).changes
    assert change.example.facts == {"work": "relocation"}


NOTES = [
    ("licence-desk", "licence-desk.rules.lists.target.rules.target", "critical-needs-justification", "delete-customer"),
    ("licence-desk", "licence-desk.rules.lists.target.rules.target", "target-after-closing", "licence-removal"),
    ("swap-out", "swap-out.rules.lists.charged.rules.charged", "full-year-owed", "price"),
    ("swap-out", "swap-out.topics.contract-period.due.period", "backdated", "contract-period"),
]
"""A note that stands on some answers of a rule only, with a topic in which it does."""


@pytest.mark.parametrize(("name", "path", "note", "topic"), NOTES)
def test_a_note_that_some_answers_lose_is_told_beside_what_all_of_them_change(
    name: str, path: str, note: str, topic: str
) -> None:
    policy = policy_of(name)
    first = next(iter(policy.outline.clauses)).id

    def changed(rule: Rule) -> Rule:
        kept = tuple(one for one in rule.notes if one.note != note)
        assert kept != rule.notes
        return rule.model_copy(update={"notes": kept, "cites": (*rule.cites, first)})

    found = difference(policy, with_rule(policy, path, changed), only=topic)
    shown = [(change.example.then, change.example.now) for change in found.changes]
    lost = [(then, now) for then, now in shown if isinstance(then, Answer) and note in then.notes]
    assert 0 < len(lost) < len(shown)
    assert all(isinstance(now, Answer) and note not in now.notes for _, now in lost)
    assert all(change.kinds[kind] == change.paths for change in found.changes for kind in change.kinds)
