"""A policy that was compiled is the same policy: the same records, the same answers, and nothing else is imported."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.content import read_policy
from assistant.decide import decide
from assistant.library.folder import Folder
from assistant.library.policies import Compiled, load_policies
from assistant.model.policy import Library, Policy
from assistant.model.record import Text

POLICIES = ("desknets-web-meeting", "licence-desk", "swap-out")


@pytest.fixture(scope="module")
def compiled(content: Path, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The repository's policies as the library gives them the second time."""
    folder = Folder(tmp_path_factory.mktemp("library"))
    first, second = (load_policies(folder, content, POLICIES, library.policies.__getitem__, None) for _ in range(2))
    assert first.keys() == second.keys()
    return Library(policies=second)


@pytest.mark.parametrize("name", POLICIES)
def test_it_reads_back_as_the_same_records(library: Library, name: str) -> None:
    policy = library.policies[name]
    text = Compiled.of(policy).text
    again = Compiled.read(text)
    assert again.policy == policy.model_copy(update={"examples": ()})
    assert again.policy.about.title.context == policy.about.title.context != ""
    assert again.text == text


@pytest.mark.parametrize("name", POLICIES)
def test_it_answers_every_worked_example_as_before(library: Library, compiled: Library, name: str) -> None:
    policy, again = library.policies[name], compiled.policies[name]
    assert policy.examples
    for one in policy.examples:
        case = one.topic, one.aspect, one.facts, one.on
        assert decide(again, *case) == decide(policy, *case)


@pytest.fixture
def source(content: Path, tmp_path: Path) -> Path:
    """The folder of a policy that may be changed."""
    return shutil.copytree(content / "desknets-web-meeting", tmp_path / "content" / "desknets-web-meeting")


class Reading:
    """Loads a policy and counts how often it was read from its sources."""

    def __init__(self, source: Path, library: Path, closed_days: Path | None = None) -> None:
        self.source, self.folder, self.closed_days, self.count = source, Folder(library), closed_days, 0

    def load(self) -> Policy:
        name = self.source.name
        return load_policies(self.folder, self.source.parent, [name], self._read, self.closed_days)[name]

    def _read(self, name: str) -> Policy:
        self.count += 1
        return read_policy(self.source.parent / name)


@pytest.mark.parametrize(
    ("file", "old", "new", "count"),
    [
        ("summary.yaml", "", "# a remark\n", 2),
        ("tables/new.txt", "", "nothing that is read\n", 2),
        ("editions/000000000000.json", "", "{}", 1),
        (".summary.yaml.swp", "", "what an editor keeps", 1),
    ],
)
def test_it_is_read_again_where_a_source_changed(
    source: Path, tmp_path: Path, file: str, old: str, new: str, count: int
) -> None:
    reading = Reading(source, tmp_path / "library")
    edition = reading.load().edition
    path = source / file
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before.replace(old, new, 1) if old else before + new, "utf-8")
    assert (reading.load().edition, reading.count) == (edition, count)


def test_it_hangs_on_the_companys_closed_days(source: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed.yaml"
    closed.write_text("desknets-web-meeting: [2026-08-13]\n", "utf-8")
    reading = Reading(source, tmp_path / "library", closed)
    reading.load()
    closed.write_text("desknets-web-meeting: [2026-08-14]\n", "utf-8")
    reading.load()
    assert reading.count == 2
    # A file that names a policy that is gone is wrong, and must be found so.
    other = source.parent / "swap-out"
    other.mkdir()
    (other / "policy.yaml").touch()
    reading.load()
    assert reading.count == 3


@pytest.mark.parametrize("text", ["{}", '{"policy": {}, "holidays": {}}', "[]", "null", '{"policy"'])
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Compiled.read(text)


def test_a_sentence_is_read_with_its_path_only_where_that_is_wanted(library: Library) -> None:
    about = library.policies["swap-out"].about
    assert (
        type(about).model_validate_json(about.model_dump_json(context=Text.WITH_PATH), context=Text.WITH_PATH) == about
    )
    assert json.loads(about.model_dump_json())["title"] == about.title.source
    with pytest.raises(ValueError, match="a sentence is wanted here"):
        type(about).model_validate_json(about.model_dump_json(context=Text.WITH_PATH))


DECIDES = """
import sys
from assistant.loading import load_all_words, load_policy
from assistant.settings import settings
from assistant.decide import Answer, decide
known = settings()
load_all_words(known)
policy = load_policy(known, "swap-out").policies["swap-out"]
facts = {"level": "silver", "distance_km": "120", "state": "vic", "logged_at": "2026-09-24T14:05"}
assert isinstance(decide(policy, "onsite-visit", "due", facts, "2026-09-24"), Answer)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_what_was_compiled_needs_no_reader_and_no_holidays_library(root: Path) -> None:
    # The first time may have to read the sources.
    first, second = (
        subprocess.run([sys.executable, "-c", DECIDES], cwd=root, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    assert first.stdout
    assert not {"holidays", "numpy", "polib", "rapidfuzz", "yaml", "jinja2"} & set(second.stdout.split())
