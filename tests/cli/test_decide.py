"""`decide`: what it prints, in which language, and with which exit status."""

import json
from pathlib import Path

import pytest

from assistant.errors import UnknownPage, Usage
from assistant.settings import Settings
from tests.renaming import frozen, rename
from tests.terminal import run

DECIDE = ["decide", "licence-desk/hwkc-replacement/free"]


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an answer says depends on the day on which it is read."""
    monkeypatch.setenv("POLICY_ASSISTANT_NOW", "2025-06-01T12:00+00:00")


def test_decide_says_that_what_it_is_asked_about_is_over(known: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_ASSISTANT_NOW", "2025-06-02T12:00+00:00")
    result = run(known, *DECIDE, "system=sv9500", "swa=active", "--on", "2025-06-01", "--lang", "en")
    assert result.output.startswith("This was asked for Sun 1 Jun 2025. Today’s answer is the same.")
    assert "On Sun 1 Jun 2025 this was free of charge." in result.output


def test_decide_answers_in_a_sentence(known: Settings) -> None:
    result = run(known, *DECIDE, "system=sv9500", "swa=active", "--on", "2025-06-01")
    assert result.exit_code == 0
    assert "Free of charge until Tue 31 Mar 2026." in result.output


def test_decide_answers_in_japanese_when_asked_to(known: Settings) -> None:
    result = run(known, *DECIDE, "system=sv9500", "swa=active", "--on", "2025-06-01", "--lang", "ja")
    assert result.exit_code == 0
    assert "2026年3月31日（火）" in result.output


def test_decide_asks_for_the_fact_it_needs(known: Settings) -> None:
    result = run(known, *DECIDE, "--on", "2025-06-01")
    assert result.exit_code == 0
    assert "system=sv9500" in result.output


def test_decide_reads_values_as_people_write_them(known: Settings) -> None:
    result = run(known, "decide", "swap-out/renewal-notice/due", "term_end=31 March 2027", "--lang", "en")
    assert result.exit_code == 0
    assert "1 Mar 2027" in result.output


def test_decide_prints_json_for_programs(known: Settings) -> None:
    result = run(known, *DECIDE, "system=sv9500", "swa=active", "--on", "2025-06-01", "--json")
    record = json.loads(result.output)
    assert (record["status"], record["verdict"]) == ("answered", "free")
    assert record["dates"] == {"until": "2026-03-31"}
    assert record["trace"][-1]["held"] is True


def test_a_program_is_told_that_an_answer_rests_on_a_day_that_has_passed(known: Settings) -> None:
    result = run(known, "decide", "swap-out/onsite-visit/covered", "term_end=passed", "--json")
    record = json.loads(result.output)
    assert (record["verdict"], record["facts"]) == ("ended", {"term_end": "passed"})


def test_invalid_facts_are_all_listed_and_the_status_is_one(known: Settings) -> None:
    result = run(known, *DECIDE, "system=sv950", "priority=urgent", "--on", "2025-02-30")
    assert result.exit_code == 1
    assert sum(line.startswith("- ") for line in result.output.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "licence-desk/hwkc-replacement"],
        [*DECIDE, "system"],
        [*DECIDE, "swa=active", "swa=none"],
    ],
)
def test_wrong_calls_are_usage_errors(known: Settings, arguments: list[str]) -> None:
    assert isinstance(run(known, *arguments).exception, Usage)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["decide", "nope/x/free"], "policy"),
        (["decide", "licence-desk/x/free"], "topic"),
        (["decide", "licence-desk/voucher/due"], "aspect"),
        ([*DECIDE, "--lang", "xx"], "language"),
    ],
)
def test_unknown_places_are_named(known: Settings, arguments: list[str], kind: str) -> None:
    error = run(known, *arguments).exception
    assert isinstance(error, UnknownPage)
    assert error.kind == kind


def test_a_misspelt_name_is_met_with_the_one_that_may_be_meant(known: Settings) -> None:
    for language, asked in (("en", "Did you mean “system”?"), ("ja", "「system」のことでしょうか")):
        result = run(known, *DECIDE, "sytem=sv9500", language=language)
        assert result.exit_code == 1
        assert asked in result.output
    assert "Did you mean “sv9500”?" in run(known, *DECIDE, "system=sv950").output


@pytest.mark.parametrize("place", ["leave/holiday/due", "absence/holiday/due"])
def test_former_ids_are_answered_and_told(tmp_path: Path, locales: Path, place: str) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    rename(folder)
    known, facts = Settings(content=folder.parent, locales=locales), ("kind=short", "starts=2026-03-01")
    result = run(known, "decide", place, *facts, "--lang", "en")
    assert (result.exit_code, "Thu 19 Feb 2026" in result.stdout) == (0, True)
    assert result.stderr.splitlines() == [
        f"“{place}” is called “absence/days-off/due” today.", "“kind=short” is called “sort=brief” today.",
    ]  # fmt: skip
    record = json.loads(run(known, "decide", place, *facts, "--json").stdout)
    assert record["renamed"] == {place: "absence/days-off/due", "kind=short": "sort=brief"}


def test_an_id_that_never_was_is_not_known(tmp_path: Path, locales: Path) -> None:
    folder = tmp_path / "content" / "leave"
    frozen(folder)
    known = Settings(content=rename(folder).parent, locales=locales)
    assert isinstance(run(known, "decide", "nobody/holiday/due").exception, UnknownPage)
