"""A policy and a topic begin with files that pass the check, say what is to be done, and overwrite nothing."""

import re
import shutil
from pathlib import Path

import pytest

from assistant.errors import ContentError, UnknownPage, Usage
from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.loading import load_library
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.faults import faults_of
from assistant.workbench.scaffold.beginning import SKELETONS, Blanks, sentences, skeleton
from assistant.workbench.sources.writing import with_topic
from tests.conftest import words_of
from tests.phrases import thinned
from tests.terminal import run
from tests.workbench.scaffold.test_schemas import kind_of, wrong

BEGUN = {"leave": "en", "kyuka": "ja"}
"""The policies that the tests begin, each with its language."""
KANA = re.compile("[ぁ-ん]")
PLACE = re.compile(r"^(\S+):(\d+): (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, locales: Path) -> Settings:
    """Settings over a folder without any content, and the languages that ship."""
    folder = tmp_path_factory.mktemp("begun")
    return Settings(content=folder / "content", locales=thinned(shutil.copytree(locales, folder / "locales")))


@pytest.fixture(scope="module")
def told(known: Settings) -> dict[str, str]:
    """What `new` said: of a policy in each language, and of a second topic in each."""
    said: dict[str, str] = {}
    for policy, language in BEGUN.items():
        for command in (["policy", policy, "--lang", language, "--topic", "days-off"], ["topic", f"{policy}/sickness"]):
            result = run(known, "new", *command, language=language)
            assert result.exit_code == 0
            said[command[1]] = result.output
    return said


def files(known: Settings) -> dict[Path, bytes]:
    folder = known.content.parent
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.usefixtures("told")
def test_what_was_begun_has_no_faults(known: Settings) -> None:
    library, faults = faults_of(known)
    assert faults == []
    assert {name: tuple(policy.topics) for name, policy in library.policies.items()} == dict.fromkeys(
        BEGUN, ("days-off", "sickness")
    )
    assert {name: policy.about.language for name, policy in library.policies.items()} == BEGUN
    assert sync(library, known.locales, PACKAGE) == []


@pytest.mark.parametrize("language", languages(PACKAGE.parent / "locales"))
def test_the_check_lists_what_is_to_be_done_and_succeeds(known: Settings, told: dict[str, str], language: str) -> None:
    result = run(known, "check", language=language)
    assert result.exit_code == 0
    assert "to-do" not in result.output
    listed = {match[0] for match in PLACE.finditer(result.output)}
    assert {match[0] for text in (told["leave"], told["kyuka"]) for match in PLACE.finditer(text)
            if match[1].startswith("content/") and "policy.yaml" not in match[1]} <= listed  # fmt: skip


@pytest.mark.parametrize("begun", [*BEGUN, *(f"{policy}/sickness" for policy in BEGUN)])
def test_each_thing_to_do_is_named_with_its_file_and_line(known: Settings, told: dict[str, str], begun: str) -> None:
    found = PLACE.findall(told[begun])
    assert len(found) > 4
    for file, line, text in (each for each in found if each[0].startswith("content/")):
        written = (known.content.parent / file).read_text("utf-8").splitlines()[int(line) - 1]
        assert written.endswith(f"# to-do: {text}")
    assert {file for file, _, _ in found} >= {"locales/en/questions.po", "locales/ja/questions.po"}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(("policy", "language"), BEGUN.items())
def test_comments_are_in_the_language_of_the_policy(known: Settings, policy: str, language: str) -> None:
    for path in (known.content / policy).rglob("*.yaml"):
        comments = "\n".join(re.findall("#.*", path.read_text("utf-8")))
        assert bool(KANA.search(comments)) == (language == "ja"), path


@pytest.mark.usefixtures("told")
def test_every_file_names_its_schema_and_keeps_to_it(known: Settings) -> None:
    written = list(known.content.rglob("*.yaml"))
    assert len(written) == 18
    for path in written:
        text = path.read_text("utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named is not None
        assert (path.parent / named[1]).resolve() == known.content.parent / "schemas" / f"{kind_of(path)}.json"
        assert (path.parent / named[1]).exists()
        assert wrong(kind_of(path), text) == []


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_topic_has_first_phrases_and_translations(known: Settings, language: str) -> None:
    phrases = read_phrases(known.locales, language)
    assert all(len(phrases[name]) >= 8 for name in load_library(known).topics)
    words = words_of(known.locales, language)
    for policy in load_library(known).policies.values():
        assert words.text(policy.about.title, policy.about.language).lang == language


def test_the_skeletons_of_all_languages_are_alike() -> None:
    blanks = Blanks("leave", "days-off", "en", "clause")
    paths = {
        (language.name, part): set(sentences("leave", skeleton(part, language.name, blanks)))
        for language in SKELETONS.iterdir()
        for part in ("policy", "topic")
    }
    assert len(paths) == 4
    assert paths["en", "policy"] == paths["ja", "policy"]
    assert paths["en", "topic"] == paths["ja", "topic"]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["policy", "leave"],
        ["policy", "Sick leave"],
        ["policy", "../leave"],
        ["policy", "sick_leave"],
        ["policy", "x" * 61],
        ["policy", "new", "--topic", "a/b"],
        ["policy", "preview"],
        ["policy", "new", "--topic", "clauses"],
        ["topic", "leave/clauses"],
        ["topic", "leave"],
        ["topic", "leave/days-off"],
        ["topic", "leave/Days"],
        ["topic", "leave/days/off"],
    ],
    ids=" ".join,
)
def test_nothing_is_written_where_the_id_is_none_or_taken(known: Settings, arguments: list[str], language: str) -> None:
    before = files(known)
    error = run(known, "new", *arguments, language=language).exception
    assert isinstance(error, Usage)
    assert bool(KANA.search(words_of(known.locales, language).told(error.wordings[0]))) == (language == "ja")
    assert files(known) == before


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("arguments", "kind"), [(["topic", "leav/new"], "policy"), (["policy", "new", "--lang", "xx"], "language")]
)
def test_an_unknown_policy_or_language_is_named(known: Settings, arguments: list[str], kind: str) -> None:
    error = run(known, "new", *arguments).exception
    assert isinstance(error, UnknownPage)
    assert error.kind == kind


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory, locales: Path) -> Path:
    """A policy with one topic, begun."""
    folder = tmp_path_factory.mktemp("one")
    known = Settings(content=folder / "content", locales=thinned(shutil.copytree(locales, folder / "locales")))
    assert run(known, "new", "policy", "leave", "--lang", "en", "--topic", "days-off").exit_code == 0
    return folder


@pytest.fixture
def fresh(one: Path, tmp_path: Path) -> Settings:
    """The same, to be changed."""
    shutil.copytree(one, tmp_path, dirs_exist_ok=True)
    return Settings(content=tmp_path / "content", locales=tmp_path / "locales")


def list_topics(known: Settings, *topics: str) -> None:
    path = known.content / "leave" / "policy.yaml"
    for topic in topics:
        path.write_text(with_topic(path.read_text("utf-8"), topic), "utf-8")


def test_a_topic_that_is_listed_before_its_file_is_there_says_how_it_begins(fresh: Settings) -> None:
    list_topics(fresh, "sickness")
    result = run(fresh, "check")
    assert "no topic is called 'sickness'" in result.output
    assert "mend: begin it: policy-assistant new topic leave/sickness" in result.output
    assert run(fresh, "new", "topic", "leave/sickness").exit_code == 0
    assert faults_of(fresh)[1] == []


@pytest.mark.parametrize("first", ["sickness", "parents", "unlisted"])
def test_all_that_are_listed_begin_with_the_first(fresh: Settings, first: str) -> None:
    list_topics(fresh, "sickness", "parents")
    result = run(fresh, "new", "topic", f"leave/{first}")
    library, faults = faults_of(fresh)
    assert faults == []
    expected = ["days-off", "sickness", "parents", *(["unlisted"] if first == "unlisted" else [])]
    assert list(library.policies["leave"].topics) == expected
    assert [one for one in expected if f"topics/{one}.yaml" in result.output] == expected[1:]
    phrases = read_phrases(fresh.locales, "en")
    assert all(len(phrases[name]) >= 8 for name in library.topics)


def test_one_that_is_misspelt_in_the_list_is_no_new_topic(fresh: Settings) -> None:
    path = fresh.content / "leave" / "policy.yaml"
    path.write_text(path.read_text("utf-8").replace("- days-off", "- day-off"), "utf-8")
    before = files(fresh)
    error = run(fresh, "new", "topic", "leave/sickness").exception
    assert isinstance(error, ContentError)
    assert "did you mean 'days-off'?" in map(str, (fault.mend for fault in error.faults))
    assert files(fresh) == before
