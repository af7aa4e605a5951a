"""Parity: views of one answer may differ in words and in nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant.decide import Answer
from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library, Policy
from assistant.present.answer.page import answer_view
from assistant.present.writer import Writer
from assistant.workbench.faults import check_parity, leaves, sample
from tests.conftest import words_of
from tests.present.showing import noon

POLICY = "desknets-web-meeting"


@dataclass(frozen=True)
class Line:
    """A note in a view."""

    id: str
    text: Rendered


@dataclass(frozen=True)
class View:
    """A small view of an answer."""

    verdict: str
    headline: Rendered
    words: str
    lines: tuple[Line, ...]


@pytest.fixture(scope="module")
def languages(locales: Path) -> dict[str, Words]:
    """The words of both languages."""
    return {language: words_of(locales, language) for language in ("en", "ja")}


@pytest.fixture
def policy(library: Library) -> Policy:
    """A small policy."""
    return library.policies[POLICY]


def view(answer: Answer, words: Words) -> View:
    said = Rendered(f"{answer.verdict} in {words.language.id}", words.language.id)
    return View(answer.verdict, said, words.language.name, tuple(Line(note, said) for note in answer.notes))


SPOILT: tuple[tuple[str, Callable[[View], View], str], ...] = (
    ("id", lambda one: replace(one, verdict="free"), "'verdict' is 'free' here"),
    ("language", lambda one: replace(one, headline=Rendered("Hallo", "de")), "“Hallo” is in de and not in ja"),
    ("empty", lambda one: replace(one, headline=Rendered(" ", "ja")), "'headline' is empty"),
    ("note lost", lambda one: replace(one, lines=()), "'lines#' is 0 here"),
    ("note's id", lambda one: replace(one, lines=tuple(Line("x", line.text) for line in one.lines)), "'lines.0.id'"),
)  # fmt: skip


def test_words_may_differ(policy: Policy, content: Path, languages: dict[str, Words]) -> None:
    assert check_parity(policy, content / POLICY, languages, view) == []


@pytest.mark.parametrize(("change", "wrong"), [(one[1], one[2]) for one in SPOILT], ids=[one[0] for one in SPOILT])
def test_anything_else_may_not(
    policy: Policy, content: Path, languages: dict[str, Words], change: Callable[[View], View], wrong: str
) -> None:
    def spoilt(answer: Answer, words: Words) -> View:
        return change(view(answer, words)) if words.language.id == "ja" else view(answer, words)

    faults = check_parity(policy, content / POLICY, languages, spoilt)
    assert any(wrong in str(fault.wrong) and fault.path == "ja" for fault in faults)
    assert all(fault.file.startswith(f"content/{POLICY}/") and fault.line > 1 for fault in faults)


def test_the_sample_holds_every_rule_that_answers(policy: Policy) -> None:
    found = [answer for _, answer in sample(policy)]
    assert {rule.id for rule in (answer.rule for answer in found)} >= {"sent", "open", "closed", "support-ended"}
    assert len({(answer.topic, answer.aspect, answer.rule.id, answer.notes) for answer in found}) == len(found)


def test_leaves_are_named_by_their_path() -> None:
    said = Rendered("x", "en")
    named = dict(leaves(View("free", said, "w", (Line("a", said),))))
    assert named == {
        "verdict": "free", "headline": said, "words": "w", "lines#": 1, "lines.0.id": "a", "lines.0.text": said,
    }  # fmt: skip


def test_the_real_views_agree(library: Library, content: Path, languages: dict[str, Words]) -> None:
    for each in library.policies.values():
        faults = check_parity(each, content / each.id, languages, lambda answer, words: _shown(library, answer, words))
        assert list(map(str, faults)) == []


def _shown(library: Library, answer: Answer, words: Words) -> object:
    return answer_view(Writer(library.policies[answer.policy], words), answer, noon(answer.on))
