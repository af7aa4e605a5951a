"""One case for each rule, each question and each refusal of every topic, and the words of both languages."""

from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.decide import Answer, Needs, Outcome, decide
from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.model.rule import ASPECTS
from tests.conftest import words_of
from tests.reference.cases import Case, walk
from tests.reference.test_reference import ASKED_ON, QUESTIONS

LANGUAGES = ("en", "ja")


class Asked(NamedTuple):
    """A case, its policy, and what the engine says to it."""

    policy: Policy
    case: Case
    outcome: Outcome

    def __str__(self) -> str:
        return f"{self.case.policy}/{self.case.topic}/{self.case.aspect} on {self.case.on} {self.case.facts}"


@pytest.fixture(scope="session")
def words(locales: Path) -> dict[str, Words]:
    """The words of both languages; a gap without a value is an error."""
    return {language: words_of(locales, language, strict=True) for language in LANGUAGES}


@pytest.fixture(scope="session")
def asked(library: Library) -> list[Asked]:
    """Cases that between them reach every rule of every topic, and every fact that a topic asks for."""
    found: dict[tuple[str, ...], Asked] = {}
    for policy, topic, aspect in QUESTIONS:
        for on in ASKED_ON[policy]:
            for case, _ in walk(Case(policy, topic, aspect, on, {})):
                one = Asked(library.policies[policy], case, _decided(library.policies[policy], case))
                found.setdefault((policy, topic, aspect, _what(one.outcome)), one)
    return list(found.values())


def _decided(policy: Policy, case: Case) -> Outcome:
    aspect = next(aspect for aspect in ASPECTS if aspect == case.aspect)
    return decide(policy, case.topic, aspect, case.facts, case.on)


def _what(outcome: Outcome) -> str:
    if isinstance(outcome, Answer):
        return f"{outcome.rule.say.context} {outcome.verdict} {sorted(outcome.notes)}"
    return outcome.fact if isinstance(outcome, Needs) else "invalid"
