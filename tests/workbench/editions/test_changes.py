"""A difference in words: each kind of change is told by its label, in both languages, as it was and as it is."""

import pytest

from assistant.decide import decide
from assistant.i18n.words import Words
from assistant.model.edition import Line
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect, NoteUse
from assistant.present.writer import Writer
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.workbench.editions.changes import Side, command, kind_texts, lines
from assistant.workbench.editions.difference import difference
from assistant.workbench.editions.pairs import Pair
from tests.workbench.editions.changing import with_rule

VISIT = "swap-out.topics.onsite-visit.covered.covered"
WARRANTY = "swap-out.topics.onsite-visit.covered.out-of-warranty"


@pytest.fixture
def policy(library: Library) -> Policy:
    return library.policies["swap-out"]


def side(policy: Policy, words: Words) -> Side:
    return Side(Writer(policy, words), lambda end: None)


def told(policy: Policy, words: Words, **update: object) -> list[Line]:
    """What the example of the only change tells, the answer itself left out."""
    now = with_rule(policy, VISIT, lambda rule: rule.model_copy(update=update))
    (change,) = difference(policy, now).changes
    return [*lines(change.example, Writer(policy, words), Writer(now, words))][1:]


@pytest.mark.parametrize(
    ("update", "en", "ja", "now"),
    [
        ({"verdict": "conditional"}, "Verdict", "判定", "Covered on a condition"),
        ({"next": "renew"}, "Next steps", "次の手順", "Renew the contract"),
        ({"next": None}, "Next steps", "次の手順", ""),
        (
            {"cites": ("service.purpose", "service.replacement", "contract.warranty-only", "title")},
            "Clause",
            "条項",
            "Title",
        ),
    ],
)
def test_each_part_is_told_by_its_label(
    policy: Policy, words: dict[str, Words], update: dict[str, object], en: str, ja: str, now: str
) -> None:
    (line,) = told(policy, words["en"], **update)
    (japanese,) = told(policy, words["ja"], **update)
    assert (line.label, japanese.label, line.now) == (en, ja, now)
    assert bool(japanese.then) == bool(line.then)
    assert bool(japanese.now) == bool(line.now)
    assert japanese.now != line.now or not now


def test_a_note_is_told_where_it_came_and_where_it_went(policy: Policy, words: dict[str, Words]) -> None:
    *went, came = told(policy, words["en"], notes=(NoteUse(note="may-be-offered"),))[:3]
    assert {(one.label, one.now) for one in went} == {("Note", "")}
    assert (came.label, came.then) == ("Note", "")
    assert all(one.then for one in went)
    assert came.now
    assert came.now not in {one.then for one in went}


def test_a_reading_is_told_by_its_number(policy: Policy, words: dict[str, Words]) -> None:
    (line,) = told(policy, words["en"], readings=("R13",))
    assert (line.label, line.then) == ("Reading R13", "")
    assert line.now.startswith("Both hold.")
    assert told(policy, words["ja"], readings=("R13",))[0].label == "解釈 R13"


def test_another_rule_is_told_with_its_reason_and_its_verdict(policy: Policy, words: dict[str, Words]) -> None:
    now = with_rule(
        policy, WARRANTY, lambda rule: rule.model_copy(update={"when": {"in_warranty": OneOf(one_of=("yes",))}})
    )
    then, became = side(policy, words["en"]), side(now, words["en"])
    changes = {(then.told(change.then), became.told(change.now)): change for change in difference(policy, now).changes}
    one = changes["rule covered", "rule out-of-warranty"]
    assert {"verdict", "reason", "notes"} <= set(kind_texts(one, words["en"]))
    reason = next(line for line in lines(one.example, then.writer, became.writer) if line.label == "Reason")
    assert reason.now == "Swap-Out is not valid for a unit that is not under NEC warranty."


@pytest.mark.parametrize(("lang", "question"), [("en", "Is the unit under NEC warranty?"), ("ja", "保証")])
def test_what_is_asked_and_what_cannot_be_answered_is_told(
    policy: Policy, words: dict[str, Words], lang: str, question: str
) -> None:
    aspect: Aspect = "covered"
    asked = decide(policy, "onsite-visit", aspect, {"fault": "unit"}, "2026-03-18")
    refused = decide(policy, "onsite-visit", aspect, {"fault": "none"}, "2026-03-18")
    writer = Writer(policy, words[lang])
    pair = Pair("onsite-visit", aspect, {"fault": "unit"}, policy.examples[0].on, asked, refused)
    (line,) = lines(pair, writer, writer)
    assert question in line.then
    assert line.now
    assert line.now != line.then


def test_a_command_can_be_pasted(policy: Policy) -> None:
    outcome = decide(policy, "refund", "covered", {}, "2026-03-18")
    pair = Pair("refund", "covered", {"a": "it's", "b": "2"}, policy.examples[0].on, outcome, outcome)
    day = policy.examples[0].on
    assert command("swap-out", pair) == f"policy-assistant decide swap-out/refund/covered 'a=it'\"'\"'s' b=2 --on {day}"
