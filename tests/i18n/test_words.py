"""Sentences are said in the language that is asked for, else in the next one that has them."""

import pytest

from assistant.i18n.fill import Rendered
from assistant.i18n.load import load_words
from assistant.i18n.words import plural_rule
from assistant.model.record import Text
from tests.i18n.conftest import ANSWER, LEDE, RULE, Project, words_with


def test_a_sentence_of_the_content_is_said_in_the_language_asked_for(project: Project) -> None:
    words = words_with(project, answer="{ask_by}までに申請してください。")
    assert words.text(ANSWER, "en", ask_by="5月1日") == Rendered("5月1日までに申請してください。", "ja")


def test_a_sentence_without_translation_stays_in_its_own_language(project: Project) -> None:
    assert words_with(project).text(LEDE, "en") == Rendered("Ask before you travel.", "en")


def test_the_source_language_needs_no_catalogue(project: Project) -> None:
    words = load_words(project.locales, "en")
    assert words.text(LEDE, "en") == Rendered("Ask before you travel.", "en")
    assert words.say("Now or {later}", later="then") == "Now or then"


def test_a_translation_of_another_wording_is_not_shown(project: Project) -> None:
    words = words_with(project, lede="出張の前にお尋ねください。")
    assert words.text(LEDE, "en").lang == "ja"
    assert words.text(Text(LEDE.context, "Never travel."), "en") == Rendered("Never travel.", "en")


def test_a_third_language_falls_back_to_one_its_readers_know_before_the_source(project: Project) -> None:
    words_with(project, lede="出張の前にお尋ねください。")
    project.add_language("fr", like="en", fallback="ja")
    words = load_words(project.locales, "fr")
    assert words.text(LEDE, "en") == Rendered("出張の前にお尋ねください。", "ja")
    assert words.text(RULE, "en") == Rendered(RULE.source, "en")


def test_the_interface_speaks_with_contexts_and_plurals(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信", "Open": "受付中", "{count} question left": "あと{count}問"})
    words = load_words(project.locales, "ja", strict=True)
    assert words.say("Send") == "送信"
    assert words.named("state", "Open") == "受付中"
    assert words.say("Open") == "Open"
    assert words.plural("{count} question left", "{count} questions left", 2) == "あと2問"


@pytest.mark.parametrize(("count", "said"), [(1, "1 question left"), (0, "0 questions left"), (2, "2 questions left")])
def test_english_counts_by_itself(project: Project, count: int, said: str) -> None:
    words = load_words(project.locales, "en")
    assert words.plural("{count} question left", "{count} questions left", count) == said


@pytest.mark.parametrize("rule", ["__import__('os').getcwd()", "n/0", "n%(n-n)", "", "((("])
def test_the_header_of_a_catalogue_runs_nothing_and_breaks_nothing(rule: str) -> None:
    choose = plural_rule(f"nplurals=2; plural={rule};")
    assert [choose(count) for count in (0, 1, 2)] == [1, 0, 1]


def test_a_rule_that_names_a_form_that_is_not_there_takes_the_last(project: Project) -> None:
    project.translate("ja/ui.po", {"{count} question left": "あと{count}問"})
    project.edit("locales/ja/ui.po", "plural=0;", "plural=n;")
    words = load_words(project.locales, "ja")
    assert words.plural("{count} question left", "{count} questions left", 7) == "あと7問"
