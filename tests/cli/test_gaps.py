"""`gaps …`: what was asked in vain as a list with proposals, what became of it, and a month for owners."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli.gaps import MOST, gap_lines, replay_lines
from assistant.errors import Usage
from assistant.i18n.questions import read_phrases
from assistant.settings import Settings
from assistant.store import store_of
from assistant.store.records import Count, Opinion, Question, new_key
from assistant.workbench.gaps import Gap, Replayed
from tests.conftest import words_of
from tests.terminal import run

PRICE = "swap-out/price"
GAP = Gap("en", "-x 'y' z", PRICE, PRICE, 1200, {"doubt": 1200}, ("a", "b", "c", "d", "e"), "2026-01-15")


@pytest.fixture
def known(tmp_path: Path, locales: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings with a store that holds a few questions."""
    monkeypatch.setenv("POLICY_ASSISTANT_NOW", "2026-01-15T12:00:00+00:00")
    known = Settings(locales=locales, store=str(tmp_path / "store.db"))
    store = store_of(known)
    assert store
    asked = [("2026-01-14", "xylophone lessons"), ("2026-01-15", "xylophone lessons"), ("2025-12-31", "wifi password")]
    store.write([
        *(Question(new_key(), day, "en", "out-of-scope", "", text) for day, text in asked),
        Opinion(new_key(), "2026-01-15", "ja", PRICE, "free", "c3c598d722cc", False, "*高い*"),
        Opinion(new_key(), "2026-01-15", "ja", PRICE, "free", "c3c598d722cc", True, ""),
        *[Count("2026-01-15", PRICE, "free")] * 2, Count("2026-01-15", "gone/topic", ""),
    ])  # fmt: skip
    return known


def test_gaps_are_listed_with_the_command_that_accepts_them(known: Settings) -> None:
    lines = run(known, "gaps").stdout.splitlines()
    assert lines[0] == "2 × xylophone lessons (en)"
    assert lines[1] == "  policy-assistant gaps accept --lang en out-of-scope 'xylophone lessons'"
    assert [gap["number"] for gap in json.loads(run(known, "gaps", "--json").stdout)] == [2, 1]


def test_the_most_wanted_are_listed_and_how_many_there_are_besides(
    known: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.cli.gaps.open_gaps", lambda terminal, kept: [GAP] * (MOST + 1))
    assert run(known, "gaps").stdout.splitlines()[-1] == "1 more: --all lists them."
    assert len(run(known, "gaps", "--all").stdout.splitlines()) == 5 * (MOST + 1)


def test_a_command_that_is_pasted_says_what_it_is_meant_to(locales: Path) -> None:
    lines = list(gap_lines([GAP], words_of(locales, "en")))
    assert lines[1:4] == ["    b", "    c", "    d"]
    assert lines[4].endswith(f"""--lang en -- {PRICE} '-x '"'"'y'"'"' z'""")
    assert len(list(gap_lines([], words_of(locales, "ja")))) == 1


def test_a_phrase_is_accepted(known: Settings, tmp_path: Path, locales: Path) -> None:
    elsewhere = replace(known, locales=Path(shutil.copytree(locales, tmp_path / "locales")))
    done = run(elsewhere, "gaps", "accept", "--lang", "en", "out-of-scope", "xylophone lessons")
    assert done.stdout == f"{tmp_path}/locales/en/questions.po\n"
    assert "xylophone lessons" in read_phrases(elsewhere.locales, "en")["out-of-scope"]


def test_everything_is_asked_again(known: Settings) -> None:
    assert run(known, "gaps", "replay").stdout.splitlines()[:2] == ["Answered now: 0", "No longer answered: 0"]
    found = json.loads(run(known, "gaps", "replay", "--json").stdout)
    assert {one["text"]: one["number"] for one in found} == {"xylophone lessons": 2, "wifi password": 1}


def test_from_one_content_to_another(known: Settings, content: Path) -> None:
    lines = run(known, "gaps", "replay", str(content), str(content)).stdout.splitlines()
    assert lines == ["Answered now: 0", "No longer answered: 0", "Nearest to another topic: 0", "As before: 3"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_changed_is_named(locales: Path, language: str) -> None:
    found = [
        Replayed("en", "q", 2, "answered", ("doubt", ""), ("sure", PRICE)),
        Replayed("en", "r", 1, "same", ("doubt", PRICE), ("doubt", PRICE)),
        Replayed("en", "s", 1, "answered", ("doubt", PRICE), ("sure", PRICE)),
    ]
    lines = list(replay_lines(found, words_of(locales, language, strict=True)))
    assert len(lines) == 6
    assert lines[1].startswith("  q: ")
    assert lines[1].endswith(f" → {PRICE}")
    assert lines[2] == f"  s: {PRICE}"


def test_a_month_for_the_owners(known: Settings) -> None:
    lines = run(known, "gaps", "report").stdout.splitlines()
    assert lines[0].endswith("2026-01")
    assert "  2 questions found no topic." in lines
    assert "  2 × Price of Swap-Out – Is it free?" in lines
    assert "  1 × gone/topic" in lines
    assert "wifi" not in "".join(lines), "what is of another month"
    assert "wifi" in run(known, "gaps", "report", "--month", "2025-12").stdout


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_same_as_markdown_and_as_json(known: Settings, lang: str) -> None:
    lines = run(known, "gaps", "report", "--markdown", "--lang", lang).stdout.splitlines()
    assert lines[0].startswith("## ")
    assert "  - \\*高い\\*" in lines
    report = json.loads(run(known, "gaps", "report", "--json", "--lang", lang).stdout)
    assert report["outcomes"] == {"out-of-scope": 2}
    assert report["replies"] == [{"topic": PRICE, "aspect": "free", "yes": 1, "no": 1, "reasons": ["*高い*"]}]
    assert report["asked"] == [[PRICE, "free", 2], ["gone/topic", "", 1]]


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-1", "x", "２０２６-01"])
def test_what_is_no_month_is_refused(known: Settings, month: str) -> None:
    assert isinstance(run(known, "gaps", "report", "--month", month).exception, Usage)


def test_without_a_store_there_is_nothing_to_list(known: Settings) -> None:
    assert isinstance(run(replace(known, store=None), "gaps").exception, Usage)
