"""The worked examples of every policy: each comes out as it says, and reads well in every language."""

import pytest

from assistant.content import read_library
from assistant.decide import Answer, Needs, canonical
from assistant.i18n.fill import Rendered
from assistant.i18n.load import languages
from assistant.i18n.words import Words
from assistant.model.policy import Policy
from assistant.model.topic import Example
from assistant.present.answer.page import present
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.workbench.check.examples import as_expected, differences, outcome_of
from assistant.workbench.check.paths import Broken
from assistant.workbench.faults import leaves
from tests.conftest import ROOT, words_of
from tests.present.showing import noon

CASES = [
    pytest.param(policy, example, id=f"{policy.id}/{example.topic}/{example.aspect}: {example.name}")
    for policy in read_library(ROOT / "content").policies.values()
    for example in policy.examples
]
LANGUAGES = sorted(languages(ROOT / "locales"))


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language; a gap without a value is an error."""
    return words_of(ROOT / "locales", request.param, strict=True)


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_an_example_comes_out_as_it_says(policy: Policy, example: Example) -> None:
    outcome = outcome_of(policy, example)
    assert not isinstance(outcome, Broken)
    assert differences(example.expect, as_expected(outcome)) == []


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_an_example_reads_well(policy: Policy, example: Example, words: Words) -> None:
    outcome = outcome_of(policy, example)
    assert not isinstance(outcome, Broken)
    view = present(Writer(policy, words), outcome, example.facts, noon(example.on))
    said = [leaf for _, leaf in leaves(view) if isinstance(leaf, Rendered)]
    assert {leaf.lang for leaf in said} <= {words.language.id}
    assert all(leaf.text.strip() for leaf in said)
    text = as_text(view, words)
    assert text.strip()
    assert "{" not in text


@pytest.mark.parametrize(("policy", "example"), CASES)
def test_an_example_gives_no_more_than_its_answer_needs(policy: Policy, example: Example) -> None:
    outcome = outcome_of(policy, example)
    if isinstance(outcome, Answer | Needs):
        used = {name: canonical(value) for name, value in outcome.facts.items()}
        assert used.items() <= example.facts.items()
