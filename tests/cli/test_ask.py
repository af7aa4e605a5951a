"""`ask`: what a question was understood as, its answer, and with `--why` the explanation."""

import json
import re
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.terminal import run

QUESTION = "little usb licence key dyed on our SV 9500, no support contract, what will it cost"


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_ask_leads_to_a_topic_and_its_answer(known: Settings, language: str) -> None:
    question = {"en": "When does the NEC Licence Desk close?", "ja": "ライセンスデスクはいつ終了しますか"}[language]
    result = run(known, "ask", question, "--lang", language)
    assert result.exit_code == 0
    assert "2026" in result.output


def test_ask_refuses_what_the_documents_do_not_answer(known: Settings) -> None:
    result = run(known, "ask", "what is the weather in Tokyo tomorrow")
    assert result.exit_code == 0
    assert result.output.startswith("The documents do not answer this.")


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("was removing licences free in June 2025?", ["2025-06-01", "2025-06-30"]),
        ("2025年6月にライセンスの削除は無料でしたか", ["2025-06-01", "2025-06-30"]),
        ("is removing licences free on 3/4/2025?", ["YYYY-MM-DD"]),
    ],
)
def test_a_day_that_is_not_told_for_sure_is_asked_back_and_not_answered_for_today(
    known: Settings, question: str, days: list[str]
) -> None:
    result = run(known, "ask", question)
    assert re.findall(r"decide licence-desk/licence-removal/free --on (\S+)", result.output) == days
    assert result.output.endswith("Which day are you asking about?\n")
    assert "answer" not in json.loads(run(known, "ask", question, "--json").output)


def test_a_day_or_an_amount_for_which_nothing_stands_is_named_before_the_answer(known: Settings) -> None:
    question = "When does the NEC Licence Desk close? We have waited 45 minutes."
    assert "\nWe are not sure how “45 minutes” is meant.\n" in run(known, "ask", question).output
    assert json.loads(run(known, "ask", question, "--json").output)["noticed"] == ["45 minutes"]


def asked(locales: Path, content: Path, question: str, *options: str) -> str:
    result = run(Settings(content=content, locales=locales), "ask", "--why", question, *options)
    assert result.exit_code == 0
    return result.output


def test_the_explanation_has_scores_phrases_words_limits_and_facts_with_their_words(
    locales: Path, content: Path
) -> None:
    _, _, why = asked(locales, content, QUESTION).partition("\nWhy it was understood so:\n")
    lines = why.splitlines()
    assert lines[0].startswith("1. NEC Licence Desk services in EMEA: Replace a dongle or HWKC, score ")
    assert lines[1].startswith("   nearest phrase: “")
    assert any(line.startswith("   “dyed” → “died”: ") for line in lines)
    assert [line[:2] for line in lines if line[0].isdigit()] == ["1.", "2.", "3."]
    assert any(re.match(r"Clearance of what no topic answers: [0-9]+\.", line) for line in lines)
    assert any(line.startswith("Lead over the next topic: 0.") for line in lines)
    assert "Sure: the first topic is taken without asking." in lines
    assert "- System: SV9500, from “SV 9500”" in lines


def test_a_question_out_of_scope_is_explained_by_what_comes_nearest(locales: Path, content: Path) -> None:
    text = asked(locales, content, "what is the weather in Tokyo tomorrow")
    assert text.startswith("The documents do not answer this.")
    assert text.endswith("\nOut of scope: no topic answers this.\n")
    assert "\n3. " in text
    assert "\nNearest phrase of what no topic answers: “weather in Hobart tomorrow”\n" in text


def test_the_explanation_speaks_japanese(locales: Path, content: Path) -> None:
    text = asked(locales, content, "ドングル壊れた　SWA切れ　費用", "--lang", "ja")
    _, _, why = text.partition("\nそう解釈した理由：\n")
    assert "確実：確認せずに1番目の項目に進みます。" in why
    assert "（「SWA切れ」から）" in why


@pytest.mark.parametrize("question", [QUESTION, "ＳＶ９５００　ドングル"])
def test_programs_get_the_explanation_as_data(locales: Path, content: Path, question: str) -> None:
    why = json.loads(asked(locales, content, question, "--json"))["why"]
    assert why["matches"][0]["id"] == "licence-desk/hwkc-replacement"
    assert why["clearance"] >= why["least_clearance"] > 0
    system = next(one for one in why["stated"] if one["fact"] == "system")
    assert question[system["start"] : system["end"]] == system["text"]
