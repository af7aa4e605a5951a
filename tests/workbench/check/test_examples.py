"""Worked examples come out as they say, and show every verdict; questions that people ask lead to their answers."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from assistant.decide import Outcome, decide
from assistant.match.understanding import Found, Read, Understanding
from assistant.model.policy import Library
from assistant.model.topic import Expected
from assistant.workbench.check import examples
from assistant.workbench.check.examples import as_expected, check_understood, differences, outcome_of
from assistant.workbench.check.places import Places
from tests.conftest import words_of
from tests.spoil.spoiling import faults_of
from tests.workbench.check.conftest import Garden

LOANS, LOAN = "examples/loans.yaml", "topics/loan.yaml"
MOWER_DIFFERS = "the example 'A mower is heavy' comes out otherwise: verdict: payable → free"
SPADE_DIFFERS = "the example 'A spade for a member' comes out otherwise: dates: back_by 2026-05-27 → back_by 2026-05-28"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, Expected(verdict="payable")),
        (2, Expected(verdict="dated", dates={"back_by": "2026-05-28"}, values={"weeks": "4"}, notes=("care",))),
        (5, Expected(status="needs", needs="tool")),
    ],
)
def test_an_outcome_reads_like_an_example(tools: Garden, place: int, expected: Expected) -> None:
    policy = tools.read()
    assert as_expected(outcome_of(policy, policy.examples[place])) == expected  # type: ignore[arg-type]  # none is broken
    spoilt = policy.examples[place].model_copy(update={"facts": {"tool": "rake"}})
    assert as_expected(outcome_of(policy, spoilt)) == Expected(status="invalid")  # type: ignore[arg-type]  # none is broken


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        (Expected(verdict="free"), Expected(verdict="free"), []),
        (Expected(verdict="free"), Expected(verdict="payable"), ["verdict: free → payable"]),
        (Expected(notes=("a", "b")), Expected(notes=("b", "a")), []),
        (Expected(notes=("a",)), Expected(notes=("a", "b")), ["notes: a → a, b"]),
        (Expected(notes=("a",)), Expected(), ["notes: a → –"]),
        (Expected(dates={"x": "2026-01-01"}), Expected(), ["dates: x 2026-01-01 → –"]),
        (Expected(), Expected(announced=("office",)), []),
        (Expected(announced=("office",)), Expected(announced=("office",)), []),
        (Expected(announced=("office",)), Expected(), ["announced: office → –"]),
        (Expected(announced=()), Expected(announced=("office",)), ["announced: – → office"]),
        (Expected(values={"x": "1", "y": "2"}), Expected(values={"x": "1"}), ["values: x 1, y 2 → x 1"]),
        (Expected(needs="tool"), Expected(status="needs", needs="tool"), []),
        (Expected(needs="tool"), Expected(status="needs", needs="who"), ["needs: tool → who"]),
        (
            Expected(needs="tool"),
            Expected(verdict="free"),
            ["verdict: – → free", "needs: tool → –", "status: needs → answered"],
        ),
        (Expected(status="invalid"), Expected(verdict="free"), ["verdict: – → free", "status: invalid → answered"]),
    ],
)
def test_what_came_out_otherwise_is_told(expected: Expected, found: Expected, told: list[str]) -> None:
    assert differences(expected, found) == told


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('facts: {weight: "30"}', 'facts: {weight: "20"}', MOWER_DIFFERS),
        ("{back_by: 2026-05-28}", "{back_by: 2026-05-27}", SPADE_DIFFERS),
        ('facts: {weight: "30"}', 'facts: {waight: "30"}', "no fact is called 'waight'"),
        ("facts: {tool: mower, who: guest}", "facts: {tool: mower, who: gest}", "'who' is never 'gest'"),
        ("dates: {back_by: 2026-05-28}", "dates: {back: 2026-05-28}", "no rule here gives a date 'back'"),
        ('values: {weeks: "4"}', 'values: {weks: "4"}', "no rule here gives a value 'weks'"),
        (
            "topic: loan, aspect: covered, on: 2026-11-01",
            "topic: desk, aspect: covered, on: 2026-11-01",
            "the topic 'desk' does not answer 'covered'",
        ),
    ],
)
def test_an_example_that_is_wrong_is_named_in_its_file(tools: Garden, old: str, new: str, wrong: str) -> None:
    tools.edit(LOANS, old, new)
    assert [one for one in tools.told() if one.startswith(LOANS)] == [f"{LOANS}: {wrong}"]


def test_an_example_that_is_to_be_invalid_may_say_anything(tools: Garden) -> None:
    tools.edit(
        LOANS,
        "examples:\n",
        "examples:\n  - {name: No tool, topic: loan, aspect: due, on: 2026-05-05, "
        "facts: {tool: rake, tols: x}, expect: {status: invalid}}\n",
    )
    assert tools.told() == []


@pytest.mark.parametrize(
    ("old", "wrong"),
    [
        ("expect: {verdict: payable}", f"{LOAN}: no example shows the verdict 'payable'"),
        ("expect: {verdict: closed}", "topics/desk.yaml: no example shows the verdict 'closed'"),
    ],
)
def test_every_verdict_of_a_question_is_shown(tools: Garden, old: str, wrong: str) -> None:
    tools.edit(LOANS, old, "expect: {status: invalid}")
    assert tools.told("no example") == [wrong]


def test_every_rule_is_shown(tools: Garden) -> None:
    """Two rules may come to one verdict: that one of them does says nothing of the other."""
    tools.edit(
        LOAN,
        "  - id: whole",
        "  - {id: old, when: {tool: spade, broken: no}, verdict: covered, say: Old., cites: [days]}\n  - id: whole",
    )
    assert tools.told("no example") == [f"{LOAN}: no example shows the rule '{one}'" for one in ("old", "whole")]


def test_a_verdict_is_shown_for_each_question_of_its_own(tools: Garden) -> None:
    """That the season has ended is shown where one asks when; where one asks what is covered, it is not."""
    tools.edit(
        LOANS,
        "topic: loan, aspect: covered, on: 2026-11-01, expect: {verdict: ended}",
        "topic: loan, aspect: due, on: 2026-11-02, expect: {verdict: ended}",
    )
    (fault,) = tools.faults()
    assert (str(fault.wrong), fault.path) == ("no example shows the verdict 'ended'", "loan/covered")
    assert str(fault.mend).startswith("add one, such as garden/loan/covered on=")


SOUND = "long: {question: How long may I keep a spade?, topic: loan, aspect: due}\n"


def asked(tools: Garden, text: str) -> list[str]:
    (tools.folder / "asked.yaml").write_text(text, "utf-8")
    return [one for one in tools.told() if one.startswith("asked.yaml")]


def test_a_sound_question_has_no_fault(tools: Garden) -> None:
    assert asked(tools, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("topic: loan", "topic: lone", "no topic is called 'lone'"),
        ("topic: loan, aspect: due", "topic: desk, aspect: free", "the topic 'desk' does not answer 'free'"),
        ("aspect: due", "aspect: due, facts: {spoon: 1}", "no fact is called 'spoon'"),
        ("aspect: due", "aspect: due, example: yes", "an example needs its answer"),
    ],
)
def test_what_leads_nowhere_is_named_where_it_stands(tools: Garden, old: str, new: str, wrong: str) -> None:
    (found,) = asked(tools, SOUND.replace(old, new))
    assert found.startswith(f"asked.yaml: {wrong}")


def test_a_policy_without_a_day_of_its_own_is_tried_today(tools: Garden, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[dt.date] = []

    def kept(*case: Any) -> Outcome:
        tried.append(case[-1])
        return decide(*case)

    monkeypatch.setattr(examples, "decide", kept)
    monkeypatch.setattr(examples, "today", lambda policy: dt.date(2031, 5, 6))
    (tools.folder / "asked.yaml").write_text(SOUND, "utf-8")
    policy, places = tools.read(), Places.read(tools.folder)
    document = policy.about.document.model_copy(update={"date": None})
    for day in (policy.about.document.date, None):
        about = policy.about.model_copy(update={"document": document.model_copy(update={"date": day})})
        assert list(examples.check_asked(policy.model_copy(update={"about": about}), places)) == []
    assert {*tried} == {policy.about.document.date, dt.date(2031, 5, 6)}


class Reads:
    """Understands everything as one question."""

    def __init__(self, aspect: str) -> None:
        self.aspect = aspect

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        found = Found("garden", "loan", "due" if self.aspect == "due" else "free", 80, text, ())
        return Understanding((found,), {}, "sure")

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        return Read(self.understand(text, now).stated)


@pytest.mark.parametrize(("aspect", "count"), [("due", 0), ("free", 1)])
def test_a_question_must_be_understood_as_it_is_meant(tools: Garden, aspect: str, count: int, locales: Path) -> None:
    (tools.folder / "asked.yaml").write_text(SOUND, "utf-8")
    assert faults_of(tools.folder) == []
    library = Library(policies={"garden": tools.read()})
    faults = list(check_understood(library, Path(tools.folder.parent), Reads(aspect), {"en": words_of(locales, "en")}))
    assert len(faults) == count
    assert all("leads elsewhere" in str(fault.wrong) for fault in faults)
