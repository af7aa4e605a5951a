"""Another reading of the document, which an answer may be asked for under."""

import pytest

from assistant.content import read_policy
from assistant.decide import Answer, Invalid, decide
from assistant.i18n.words import Words
from assistant.library.policies import Compiled
from assistant.model.policy import Policy
from assistant.present.answer.changes import changes
from assistant.present.writer import Writer
from assistant.workbench.check.paths import paths
from tests.content.conftest import Folder

RULES = """\
  - {id: read, when: {reading.R1: other}, verdict: open, say: Read the other way., cites: [days], readings: [R1]}
  - id: ask
"""


@pytest.fixture
def policy(folder: Folder) -> Policy:
    """The small policy, whose doubt has another reading that decides."""
    folder.edit("policy.yaml", "because: A reason., general: yes", "because: A reason., other: Days are those worked.")
    folder.edit("topics/holiday.yaml", "  - id: ask\n", RULES)
    folder.edit(
        "topics/holiday.yaml", "    values: {notice: notice}\n", "    values: {notice: notice}\n    readings: [R1]\n"
    )
    return read_policy(folder.path)


def answer(policy: Policy, **facts: str) -> Answer | Invalid:
    given = {"kind": "short", "starts": "2026-05-01", **{name.replace("_", "."): one for name, one in facts.items()}}
    found = decide(policy, "holiday", "due", given, "2026-01-15")
    assert isinstance(found, Answer | Invalid)
    return found


def test_nothing_is_asked_and_ours_holds(policy: Policy) -> None:
    found = answer(policy)
    assert isinstance(found, Answer)
    assert (found.verdict, "reading.R1" in found.facts) == ("dated", False)


def test_the_other_reading_may_be_given(policy: Policy) -> None:
    found = answer(policy, reading_R1="other")
    assert isinstance(found, Answer)
    assert (found.verdict, found.facts["reading.R1"]) == ("open", "other")


@pytest.mark.parametrize(("name", "value"), [("reading_R1", "ours"), ("reading_R2", "other")])
def test_no_other_value_and_no_other_reading_is_known(policy: Policy, name: str, value: str) -> None:
    assert isinstance(answer(policy, **{name: value}), Invalid)


def test_a_reading_without_another_is_not_tested(folder: Folder) -> None:
    folder.edit("topics/holiday.yaml", "  - id: ask\n", RULES)
    (fault,) = folder.faults()
    assert str(fault.wrong) == "no fact or derived thing is called 'reading.R1'"


def test_the_walk_reads_both_ways(policy: Policy) -> None:
    reached = {path.outcome.rule.id for path in paths(policy, "holiday", "due") if isinstance(path.outcome, Answer)}
    assert {"read", "ask"} <= reached


def test_the_page_says_what_it_would_be(policy: Policy, words: dict[str, Words]) -> None:
    found = answer(policy)
    assert isinstance(found, Answer)
    view = next(one for one in changes(Writer(policy, words["en"]), found, {}) if one.name == "reading.R1")
    assert (view.label, view.facts["reading.R1"]) == ("A doubt.: Days are those worked.", "other")


def test_it_is_written_and_read_back(policy: Policy) -> None:
    again = Compiled.read(Compiled.of(policy).text).policy
    assert again.facts == policy.facts
    assert decide(
        again, "holiday", "due", {"reading.R1": "other", "kind": "short", "starts": "2026-05-01"}, "2026-01-15"
    )
