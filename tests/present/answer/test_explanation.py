"""The reasons of an answer: the rule that holds first, then those ruled out, each with the condition that failed."""

import datetime as dt

import pytest

from assistant.decide import Answer
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.page import answer_view
from assistant.present.views import AnswerView, ReasonView
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES, Asked
from tests.present.showing import ask, noon


def reasons(library: Library, words: Words, address: str, facts: dict[str, str], on: str) -> tuple[ReasonView, ...]:
    """The reasons of the answer to a case."""
    policy, topic, aspect = address.split("/")
    view = ask(library, words, policy, topic, aspect, facts, dt.date.fromisoformat(on))
    assert isinstance(view, AnswerView)
    return view.reasons


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_that_holds_comes_first_and_alone(asked: list[Asked], words: dict[str, Words], language: str) -> None:
    for one in asked:
        if isinstance(one.outcome, Answer):
            view = answer_view(Writer(one.policy, words[language]), one.outcome, noon(one.case.on))
            first, *others = view.reasons
            assert first.held, one
            assert all(test.held for test in first.tests), one
            said = [name for name in dict.fromkeys(one.outcome.rule.clauses) if name in one.outcome.cites]
            assert [clause.id for clause in first.cites] == said
            assert {*one.outcome.rule.cites} <= {*said}
            for other in others:
                assert not other.held, one
                assert [test.held for test in other.tests] == [False], one


@pytest.mark.parametrize(
    ("language", "asked_for", "found"),
    [("en", "SWA: Active SWA", "No active SWA"), ("ja", "SWA：有効なSWAあり", "有効なSWAなし")],
)
def test_a_choice_that_ruled_a_rule_out(
    library: Library, words: dict[str, Words], language: str, asked_for: str, found: str
) -> None:
    address, facts = "licence-desk/hwkc-replacement/free", {"system": "sv9500", "swa": "none"}
    last = reasons(library, words[language], address, facts, "2025-06-02")[-1]
    assert [(test.asked, test.found) for test in last.tests] == [(asked_for, found)]


@pytest.mark.parametrize(
    ("language", "asked_for", "found"),
    [("en", "Mounting height: above 2.7 m", "2.7 m"), ("ja", "取り付けの高さが2.7mを超える", "2.7m")],
)
def test_a_number_is_held_against_the_limit_with_its_unit(
    library: Library, words: dict[str, Words], language: str, asked_for: str, found: str
) -> None:
    facts = {"work": "reinstallation", "level": "gold", "mounted_height_m": "2.70"}
    last = reasons(library, words[language], "swap-out/included-work/covered", facts, "2025-06-02")
    tests = [(test.asked, test.found) for one in last for test in one.tests if not test.held]
    assert (asked_for, found) in tests


@pytest.mark.parametrize(
    ("language", "asked_for"),
    [("en", "The day asked about is after Tue 31 Mar 2026"), ("ja", "基準日が2026年3月31日（火）より後")],
)
def test_a_day_that_ended_all_is_the_condition_that_held(
    library: Library, words: dict[str, Words], language: str, asked_for: str
) -> None:
    first = reasons(library, words[language], "licence-desk/remove-pari/free", {}, "2026-04-01")[0]
    assert asked_for in [test.asked for test in first.tests]
