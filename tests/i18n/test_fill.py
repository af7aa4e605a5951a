"""Gaps are filled with text that is only text."""

import pytest

from assistant.i18n.fill import EmptyGap
from assistant.i18n.load import load_words
from tests.i18n.conftest import ANSWER, Project, words_with


@pytest.mark.parametrize(
    "said", ["100%の出張で{ask_by}まで", "{ask_by}%s%(x)999999999sまで", "{ask_by}&amp;まで", "{ask_by}{ask_by}"]
)
def test_text_that_other_formatters_would_interpret_is_only_text(project: Project, said: str) -> None:
    assert words_with(project, answer=said).text(ANSWER, "en", ask_by="X").text == said.replace("{ask_by}", "X")


def test_a_value_is_never_read_as_a_sentence(project: Project) -> None:
    words = words_with(project, answer="{ask_by}まで")
    assert words.text(ANSWER, "en", ask_by="{on}%s<b>").text == "{on}%s<b>まで"


def test_a_gap_without_a_value_is_an_error_only_where_tests_ask_for_it(project: Project) -> None:
    with pytest.raises(EmptyGap, match="ask_by"):
        load_words(project.locales, "ja", strict=True).text(ANSWER, "en")
    assert load_words(project.locales, "ja").text(ANSWER, "en").text == ANSWER.source
