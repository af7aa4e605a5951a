"""What is said in another language carries its language to wherever it comes to stand."""

import pytest
from markupsafe import Markup, escape

from assistant.i18n.fill import EmptyGap, Rendered, rendered
from assistant.i18n.formats import format_list
from assistant.i18n.load import load_words
from assistant.model.record import Text
from tests.i18n.conftest import ANSWER, Project, words_with

SPAN = '<span lang="ja" dir="auto">'
FOREIGN = Rendered("申請 & co", "ja", "en")


@pytest.mark.parametrize(
    ("said", "html"),
    [
        (Rendered("a < b", "en"), "a &lt; b"),
        (Rendered("申請", "ja"), "申請"),
        (FOREIGN, f"{SPAN}申請 &amp; co</span>"),
        (rendered("<{gap}>", "en", "en", {"gap": FOREIGN}, True), f"&lt;{SPAN}申請 &amp; co</span>&gt;"),
        (rendered("“{gap}”", "ja", "ja", {"gap": FOREIGN}, True), "“申請 &amp; co”"),
        (rendered("“{gap}”", "ja", "en", {"gap": FOREIGN}, True), f"{SPAN}“申請 &amp; co”</span>"),
        (
            rendered("“{gap}”", "ja", "en", {"gap": Rendered("x", "en")}, True),
            f'{SPAN}“<span lang="en" dir="auto">x</span>”</span>',
        ),
        (rendered("by {day}", "en", "en", {"day": Markup("<b>1</b>"), "more": 2}, True), "by <b>1</b>"),
    ],
)
def test_an_element_names_the_language_of_what_stands_in_another(said: Rendered, html: str) -> None:
    assert escape(said) == html


def test_as_text_a_sentence_is_text_alone() -> None:
    said = rendered("{a}, {b}", "en", "en", {"a": FOREIGN, "b": Markup("<b>1 &amp; 2</b>")}, strict=True)
    assert (said, said.text, f"{said}") == ("申請 & co, 1 & 2",) * 3
    assert type(said.text) is str


def test_words_say_what_language_a_sentence_is_in(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信"})
    words = load_words(project.locales, "ja")
    for said, text, lang in (
        (words.say("Send"), "送信", "ja"),
        (words.say("Now or {later}", later="x"), "Now or x", "en"),
        (words.plural("{count} question left", "{count} questions left", 2), "2 questions left", "en"),
        (words.text(Text("a", "Ask."), "en"), "Ask.", "en"),
    ):
        assert (said, said.lang, said.page) == (text, lang, "ja")


def test_what_stands_in_a_list_keeps_its_language(project: Project) -> None:
    language = load_words(project.locales, "en").language
    listed = format_list([Rendered("A", "en"), FOREIGN], language, "or")
    assert (listed, escape(listed)) == ("A or 申請 & co", f"A or {SPAN}申請 &amp; co</span>")


@pytest.mark.parametrize(
    "said", ["%の出張で{ask_by}まで", "{ask_by}%s%(x)sまで", "{ask_by}&amp;まで", "{ask_by}{ask_by}"]
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
