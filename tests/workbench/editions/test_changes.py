"""A difference in words: each kind of change is told by its label, in both languages, as it was and as it is."""

import pytest

from assistant.decide import decide
from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect, NoteUse
from assistant.present.writer import Writer
from assistant.vocabulary.conditions.one_of import OneOf
from assistant.workbench.editions.changes import DifferenceView, LineView, Side, command, difference_view, lines
from assistant.workbench.editions.difference import difference
from assistant.workbench.editions.pairs import Pair
from assistant.workbench.editions.text import ReportView, as_markdown, as_text
from tests.workbench.editions.changing import with_rule

VISIT = "swap-out.topics.onsite-visit.covered.covered"
WARRANTY = "swap-out.topics.onsite-visit.covered.out-of-warranty"


@pytest.fixture
def policy(library: Library) -> Policy:
    return library.policies["swap-out"]


def view(then: Policy, now: Policy, words: Words) -> DifferenceView:
    sides = (Side(Writer(policy, words), lambda end: None) for policy in (then, now))
    return difference_view(difference(then, now), *sides)


def told(policy: Policy, words: Words, **update: object) -> tuple[LineView, ...]:
    """What the example of the only change tells, the answer itself left out."""
    (change,) = view(policy, with_rule(policy, VISIT, lambda rule: rule.model_copy(update=update)), words).changes
    return change.lines[1:]


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
    went, came, *_ = told(policy, words["en"], notes=(NoteUse(note="may-be-offered"),))
    assert (went.label, went.now, came.label, came.then) == ("Note", "", "Note", "")
    assert went.then
    assert came.now
    assert went.then != came.now


def test_a_reading_is_told_by_its_number(policy: Policy, words: dict[str, Words]) -> None:
    (line,) = told(policy, words["en"], readings=("R13",))
    assert (line.label, line.then) == ("Reading R13", "")
    assert line.now.startswith("Both hold.")
    assert told(policy, words["ja"], readings=("R13",))[0].label == "読み方 R13"


def test_another_rule_is_told_with_its_reason_and_its_verdict(policy: Policy, words: dict[str, Words]) -> None:
    now = with_rule(
        policy, WARRANTY, lambda rule: rule.model_copy(update={"when": {"in_warranty": OneOf(one_of=("yes",))}})
    )
    changes = view(policy, now, words["en"]).changes
    ends = {(change.then.text, change.now.text) for change in changes}
    assert ("rule covered", "rule out-of-warranty") in ends
    (one,) = (
        change for change in changes if change.now.text == "rule out-of-warranty" and change.then.text == "rule covered"
    )
    assert {"verdict", "reason", "notes"} <= set(one.kinds)
    reason = next(line for line in one.lines if line.label == "Reason")
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


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_is_said_of_a_policy_that_did_not_change(policy: Policy, words: dict[str, Words], lang: str) -> None:
    report = ReportView("A", "B", (view(policy, policy, words[lang]),))
    assert as_text(report, words[lang]).count("\n") == 4
    assert as_markdown(report, words[lang]).startswith("## ")
    assert "swap-out" not in as_text(report, words[lang])


def test_markdown_shows_what_was_said_as_it_was(policy: Policy, words: dict[str, Words]) -> None:
    report = ReportView("a*b", "HEAD~1 | x", (), came=("new_policy",))
    text = as_markdown(report, words["en"])
    assert r"## From a\*b to HEAD\~1 \| x" in text
    assert r"- The policy new\_policy is new." in text
