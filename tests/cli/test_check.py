"""`check`: what people read and what programs read, where something is wrong and where nothing is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli import check as command
from assistant.errors import Fault, told
from assistant.indexing.index import built
from assistant.library.editions import edition_path
from assistant.match.ranking import Phrase
from assistant.model.policy import Library
from assistant.settings import Settings, settings
from assistant.workbench.scaffold.to_dos import ToDo
from assistant.workbench.sources.unreviewed import Unreviewed
from tests.terminal import run

FAULT = Fault(
    "policy.yaml", 1, 1, "policy.title", told("nothing stands here"), told("write a value, or leave the key out")
)
PHRASES = {"p/a": [Phrase("borrow a drill", "en")] * 4, "p/b": [Phrase("late fee", "en")] * 4}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The shipped settings with few phrases, so that they are asked quickly."""
    monkeypatch.setattr(command, "load_index", lambda known, library: (built(PHRASES), None))
    monkeypatch.setattr(command, "load_phrases", lambda locales, library: PHRASES)
    return settings()


def checked(known: Settings, as_json: bool = False) -> tuple[bool, list[str]]:
    """Whether anything is wrong, and what is printed."""
    result = run(known, "check", *(["--json"] if as_json else []))
    return result.exit_code == 1, result.output.splitlines()


def test_a_check_without_faults_ends_with_the_list(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "faults_of", lambda known: (library, []))
    wrong, said = checked(known)
    assert not wrong
    assert said[0].startswith("Everything is in order")
    assert said[1:] == ["", "en: 100.0 % of the phrases find their own topic first when they are left out."]


@pytest.mark.parametrize(("lang", "wrong", "left"), [("en", True, 1), ("ja", False, 0)])
def test_a_check_of_one_language_names_its_files_and_its_phrases_alone(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, lang: str, wrong: bool, left: int
) -> None:
    faults = [FAULT, replace(FAULT, file="locales/en/ui.po")]
    monkeypatch.setattr(command, "faults_of", lambda known: (library, faults))
    result = run(known, "check", "--lang", lang)
    assert (result.exit_code == 1, result.output.count("locales/en/ui.po")) == (wrong, left)
    assert "policy.yaml" not in result.output
    assert "en: 100.0 %" not in result.output


@pytest.mark.parametrize(("faults", "as_json"), [([FAULT], False), ([FAULT], True), ([], True)])
def test_faults_and_what_programs_read_stay_as_they_are(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, faults: list[Fault], as_json: bool
) -> None:
    monkeypatch.setattr(command, "faults_of", lambda known: (library, faults))
    wrong, said = checked(known, as_json)
    assert wrong == bool(faults)
    assert "left out" not in "\n".join(said)


OPEN = Unreviewed("content/p/rules.yaml", 3, "Rule", "topics.a.free.b", ("c.1", "c.2"), "p.topics.a.free.b")
TO_DO = ToDo("content/p/source.yaml", 9, "write the gist of c.3")


@pytest.mark.parametrize("release", [True, False])
@pytest.mark.parametrize(("open_", "marked"), [([OPEN], []), ([], [TO_DO]), ([OPEN], [TO_DO]), ([], [])])
def test_what_is_unreviewed_or_to_be_done_is_listed_and_refused_for_a_release(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, release: bool, open_: list[Unreviewed],
    marked: list[ToDo],
) -> None:  # fmt: skip
    first = next(iter(library.policies))
    monkeypatch.setattr(command, "faults_of", lambda known: (library, []))
    monkeypatch.setattr(command, "unreviewed", lambda known, policy: open_ if policy.id == first else ())
    monkeypatch.setattr(command, "all_to_dos", lambda known: marked)
    monkeypatch.setattr(command, "untold", lambda folder: [])
    monkeypatch.setattr(command, "edition_path", lambda folder, edition: known.content)
    result = run(known, "check", *(["--release"] if release else []))
    assert result.exit_code == int(release and bool(open_ or marked))
    line = "content/p/rules.yaml:3: Rule topics.a.free.b (rests on c.1, c.2)"
    assert ("1 thing is unreviewed:" in result.output, line in result.output) == (bool(open_), bool(open_))
    assert (str(TO_DO) in result.output) == bool(marked)
    told = run(known, "check", "--json", *(["--release"] if release else []))
    assert told.exit_code == result.exit_code
    assert [one["file"] for one in json.loads(told.output)] == [
        file for file in (*(one.file for one in open_), *(one.file for one in marked)) if release
    ]


@pytest.mark.parametrize("release", [True, False])
def test_a_release_is_refused_while_its_editions_are_not_frozen(
    known: Settings, library: Library, monkeypatch: pytest.MonkeyPatch, release: bool, tmp_path: Path
) -> None:
    monkeypatch.setattr(command, "faults_of", lambda known: (library, []))
    monkeypatch.setattr(command, "untold", lambda folder: [])
    there = replace(known, content=tmp_path)
    for name in library.policies.keys() - {"swap-out"}:
        path = edition_path(tmp_path / name, library.policies[name].edition)
        path.parent.mkdir(parents=True)
        path.touch()
    result = run(there, "check", *(["--release"] if release else []))
    said = "is not frozen. Run: policy-assistant edition freeze swap-out"
    assert (result.exit_code, said in result.output) == (int(release), release)
    assert result.output.count("not frozen") == release
    told = run(there, "check", "--json", *(["--release"] if release else []))
    assert (told.exit_code, told.output.count("edition freeze swap-out")) == (int(release), 2 * release)
