"""The matcher over a compiled index understands as one that was just made, and is made once, whoever asks."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.loading import library_folder, load_all_words
from assistant.match.understanding import Understands
from assistant.matching import (
    index_fingerprint,
    load_cues,
    load_matcher,
    load_phrases,
    load_terms,
    make_library,
    read_grammar,
    reading_fingerprint,
    renderings,
)
from assistant.model.policy import Library
from assistant.settings import Settings, settings
from tests.phrases import matcher_of, thinned

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
QUESTIONS = (
    "is a new dongle free with SWA",
    "dongel broken who pays",
    "ドングルの交換は無料ですか",
    "電話は何時まで",
    "the weather in Adelaide",
    "",
    "キーの再発行は いつ届きますか 2026年8月12日に申し込み",
    "on-site visit silver 120 km victoria",
)


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    """The repository's content, compiled into the folder of this run."""
    return Settings(content=content, locales=locales)


@pytest.fixture(scope="module")
def made(known: Settings, library: Library, locales: Path) -> Understands:
    """A matcher that was just made."""
    rendered = renderings(words.chain[0] for words in load_all_words(known).values())
    phrases = load_phrases(locales, library)
    return matcher_of(library, phrases, rendered, load_terms(locales), load_cues(locales), read_grammar(locales))


def index_files(known: Settings) -> dict[str, float]:
    return {path.name: path.stat().st_mtime_ns for path in library_folder(known).path.glob("index.*")}


def test_a_compiled_matcher_understands_the_same(known: Settings, library: Library, made: Understands) -> None:
    load_matcher(known, library)
    before = index_files(known)
    again = load_matcher(known, library)
    assert index_files(known) == before
    for question in QUESTIONS:
        assert again.understand(question, NOW) == made.understand(question, NOW)


def test_what_serves_asks_no_library_for_number_words(known: Settings) -> None:
    make_library(known)
    code = (
        "import sys; from pathlib import Path; from assistant.loading import load_library;"
        "from assistant.matching import load_matcher, load_speech; from assistant.settings import Settings;"
        f"known = Settings(content=Path({str(known.content)!r}), locales=Path({str(known.locales)!r}));"
        "load_speech(known).forms('days.forms'); load_matcher(known, load_library(known));"
        "assert 'num2words' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_its_arrays_are_mapped(known: Settings, library: Library) -> None:
    load_matcher(known, library)
    (path,) = library_folder(known).path.glob("index.*.json")
    arrays = json.loads(path.read_text("utf-8").partition("\n")[0])["arrays"]
    assert arrays
    for name in arrays:
        assert path.with_name(f"{path.stem}.{name}.array").stat().st_size


def test_of_a_grammar_only_the_endings_of_words_make_another_index(locales: Path, library: Library,
                                                                   tmp_path: Path) -> None:  # fmt: skip
    here = Settings(locales=shutil.copytree(locales, tmp_path / "locales"), library=tmp_path / "library")
    index, reading = index_fingerprint(here, library), reading_fingerprint(here, library)
    file = tmp_path / "locales" / "en" / "grammar.yaml"
    words = file.read_text("utf-8")
    file.write_text(words.replace("\npast: [", "\npast: [whilom, ", 1), "utf-8")
    assert index_fingerprint(here, library) == index
    assert reading_fingerprint(here, library) not in {index, reading}
    file.write_text(words.replace("^programme > program", "^programme > programm", 1), "utf-8")
    assert index_fingerprint(here, library) != index


def test_it_is_made_anew_for_other_phrases_and_other_topics(locales: Path, known: Settings, library: Library,
                                                            tmp_path: Path) -> None:  # fmt: skip
    thinned(shutil.copytree(locales, tmp_path / "locales"))
    here = replace(known, locales=tmp_path / "locales", library=tmp_path / "library")
    one = Library(policies={"licence-desk": library.policies["licence-desk"]})
    load_matcher(here, one)
    first = index_files(here)
    questions = tmp_path / "locales" / "en" / "questions.po"
    questions.write_text(questions.read_text("utf-8").replace("dongle", "key carrier"), "utf-8")
    load_matcher(here, one)
    assert not first.keys() & index_files(here).keys()
    assert {match.policy for match in load_matcher(here, one).understand("dongle free", NOW).matches} <= {
        "licence-desk"
    }


def test_what_is_compiled_is_called_the_same_in_every_process() -> None:
    def names(seed: str) -> set[str]:
        before = {one.name for one in library_folder(settings()).path.glob("*")}
        ask = [sys.executable, "-m", "assistant", "ask", "is a dongle free"]
        subprocess.run(ask, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        return {one.name for one in library_folder(settings()).path.glob("*")} - before

    names("1")
    assert names("2") == set()
