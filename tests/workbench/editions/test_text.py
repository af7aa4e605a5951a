"""A report in text and in Markdown."""

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.workbench.editions.changes import Report
from assistant.workbench.editions.difference import difference
from assistant.workbench.editions.text import Markdown, Text, report_text


@pytest.fixture
def policy(library: Library) -> Policy:
    return library.policies["swap-out"]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_is_said_of_a_policy_that_did_not_change(policy: Policy, words: dict[str, Words], lang: str) -> None:
    report = Report("A", "B", ())
    assert difference(policy, policy).answers is False
    assert report_text(report, words[lang], Text()).count("\n") == 4
    assert report_text(report, words[lang], Markdown()).startswith("## ")


def test_markdown_shows_what_was_said_as_it_was(policy: Policy, words: dict[str, Words]) -> None:
    report = Report("a*b", "HEAD~1 | x", (), came=("new_policy",))
    text = report_text(report, words["en"], Markdown())
    assert r"## From a\*b to HEAD\~1 \| x" in text
    assert r"- The policy new\_policy is new." in text
