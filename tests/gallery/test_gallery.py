"""Small policies as their owners write them: all is in order, and every answer is what plain Python makes of it."""

import ast
from collections.abc import Mapping

import pytest

from assistant.decide import Answer, Outcome, decide
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.present.answer.page import present
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.settings import Settings
from assistant.workbench.check.examples import as_expected, differences, outcome_of
from assistant.workbench.check.paths import Broken
from assistant.workbench.faults import faults_of, leaves
from tests.gallery.exhibits import GALLERY, LANGUAGES, POLICIES, cases, expected
from tests.gallery.expected import Case, Worked
from tests.present.answer.test_headlines import bare, headlines
from tests.present.showing import noon

CASES = 400
each_policy = pytest.mark.parametrize("name", POLICIES)


def test_nothing_is_wrong(known: Settings) -> None:
    library, faults = faults_of(known)
    assert faults == []
    assert sorted(library.policies) == POLICIES


def test_no_headline_begins_with_a_bare_yes_or_no(
    known: Settings, library: Library, words: Mapping[str, Words]
) -> None:
    for language, said_in in words.items():
        said = headlines(library, said_in)
        assert [one for one in said if bare(one, known.locales, language)] == []


@each_policy
def test_worked_examples_are_worked_out_alike_in_plain_python(library: Library, name: str) -> None:
    work = expected(name)
    for example in library.policies[name].examples:
        want = example.expect
        if want.verdict is not None:
            worked = work(example.topic, example.aspect, example.on, example.facts)
            assert worked == Worked(want.verdict, want.dates, want.values), example.name


@each_policy
def test_what_comes_out_is_what_plain_python_makes_of_it(library: Library, name: str) -> None:
    policy, work = library.policies[name], expected(name)
    answered = set()
    for case in cases(policy, CASES):
        found = _worked(_decided(policy, case))
        assert found == work(*case), case
        answered.add((case[0], found.verdict))
    shown = {(one.topic, one.expect.verdict) for one in policy.examples}
    assert {(topic, verdict) for topic, verdict in shown if verdict not in (None, "not-in-force")} <= answered


def _decided(policy: Policy, case: Case) -> Outcome:
    topic, aspect, on, facts = case
    return decide(policy, topic, aspect, facts, on)


def _worked(outcome: Outcome) -> Worked:
    assert isinstance(outcome, Answer), outcome
    found = as_expected(outcome)
    return Worked(found.verdict or "", found.dates, found.values)


@each_policy
@pytest.mark.parametrize("language", LANGUAGES)
def test_worked_examples_come_out_and_read_well(library: Library, words: Mapping[str, Words], name: str,
                                                language: str) -> None:  # fmt: skip
    policy = library.policies[name]
    for example in policy.examples:
        outcome = outcome_of(policy, example)
        assert not isinstance(outcome, Broken)
        assert differences(example.expect, as_expected(outcome)) == [], example.name
        view = present(Writer(policy, words[language]), outcome, example.facts, noon(example.on))
        said = [leaf for _, leaf in leaves(view) if isinstance(leaf, Rendered)]
        assert [leaf.text for leaf in said if leaf.lang != language] == []
        assert "{" not in as_text(view, words[language])


@each_policy
def test_every_rule_has_an_example(library: Library, name: str) -> None:
    policy = library.policies[name]
    shown = {_rule(outcome_of(policy, example)) for example in policy.examples}
    assert sorted({_rule(_decided(policy, case)) for case in cases(policy, CASES)} - shown) == []


def _rule(outcome: Outcome | Broken) -> tuple[str, ...]:
    """What answered: a rule of an aspect; before the policy is in force the same for all."""
    assert isinstance(outcome, Answer)
    before = outcome.verdict == "not-in-force"
    return (outcome.verdict,) if before else (outcome.topic, outcome.aspect, outcome.rule.id)


@each_policy
def test_plain_python_uses_nothing_of_ours(name: str) -> None:
    tree = ast.parse((GALLERY / "expected" / f"{name.replace('-', '_')}.py").read_text("utf-8"))
    taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    taken |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {str(one) for one in taken if "assistant" in str(one)} == set()
