"""`check` proves the gallery: whatever is taken away or changed is found, or makes no difference to any answer."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from assistant.content import read_policy
from assistant.decide import Answer
from assistant.errors import ContentError, Fault
from assistant.i18n.faults import say_fault
from assistant.i18n.words import Words
from assistant.model.policy import Policy
from assistant.workbench.check.examples import as_expected, check_examples
from assistant.workbench.check.paths import ask
from assistant.workbench.check.places import Places
from assistant.workbench.check.policy import check_policy
from assistant.workbench.check.walk import Walk
from tests.gallery.exhibits import GALLERY, LANGUAGES, POLICIES, cases
from tests.gallery.mutants import Mutant, files_of, mutants, written

EACH = 20
"""Of each policy so many are tried, the same every time."""
LEAST = 128
"""So many of all must be found."""
CASES = 300
LOOSE = frozenset({"citation", "section", "point", "example", "procedure", "answer"})
"""What may be taken away without a word: another says the same, or the sentence that is always said takes its place."""


def chosen(name: str) -> list[Mutant]:
    """Changes of what a policy's answers rest on."""
    every = [
        one
        for one in mutants(files_of(GALLERY / "content" / name))
        if one.kind.partition(" taken")[0] not in LOOSE and one.file not in ("summary.yaml", "examples/cases.yaml")
    ]
    return Random(name).sample(every, EACH)  # noqa: S311 (a choice, no secret)


def faults_of(folder: Path) -> list[Fault]:
    """What is wrong; where an example comes out otherwise, nothing else is looked for."""
    try:
        policy = read_policy(folder)
    except ContentError as error:
        return error.faults
    return list(check_examples(policy, Places.read(folder), Walk())) or check_policy(policy, folder)


def replies(policy: Policy) -> list[object]:
    """What comes of every case, and what it says of days off that are announced."""
    outcomes = [ask(policy, topic, aspect, facts, on) for topic, aspect, on, facts in cases(policy, CASES)]
    return [as_expected(one).model_dump() if isinstance(one, Answer) else str(one) for one in outcomes]


@pytest.mark.parametrize("name", POLICIES)
def test_what_is_changed_is_found(name: str, tmp_path: Path, words: Mapping[str, Words]) -> None:
    folder = tmp_path / name
    whole = {file: written(file, data) for file, data in files_of(GALLERY / "content" / name).items()}
    for file, text in whole.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    before, idle = replies(read_policy(folder)), []
    for mutant in chosen(name):
        (folder / mutant.file).write_text(mutant.text, "utf-8")
        found = faults_of(folder)
        if not found:
            idle.append(str(mutant))
            assert replies(read_policy(folder)) == before, mutant
        for fault in found:
            assert (folder.parent.parent / fault.file).exists(), mutant
            assert fault.line > 0
            for language in LANGUAGES:
                assert f":{fault.line}:" in say_fault(fault, words[language])
        (folder / mutant.file).write_text(whole[mutant.file], "utf-8")
    assert len(idle) <= EACH - LEAST / len(POLICIES), idle
