"""What is said in another language carries its language to wherever it comes to stand."""

from dataclasses import replace

import pytest

from assistant.i18n.load import load_words
from assistant.i18n.marks import like, marked, unmarked, with_elements
from assistant.i18n.words import Rendered
from assistant.model.record import Text
from tests.i18n.conftest import Project

SPAN = '<span lang="ja" dir="auto">'
SAID = marked("申請", "ja")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>plain</p>", "<p>plain</p>"),
        (f"<p>{SAID}!</p>", f"<p>{SPAN}申請</span>!</p>"),
        (f'<a title="{SAID}">{SAID}</a>', f'<a title="申請">{SPAN}申請</span></a>'),
        (f"<title>{SAID} - x</title>", "<title>申請 - x</title>"),
        (f"<textarea>{SAID}</textarea>", "<textarea>申請</textarea>"),
        (marked(f"A {SAID} b", "en"), f'<span lang="en" dir="auto">A {SPAN}申請</span> b</span>'),
    ],
)
def test_marks_become_elements_where_elements_may_stand(html: str, shown: str) -> None:
    assert with_elements(html) == shown


def test_a_text_taken_out_of_another_is_in_its_language() -> None:
    assert like("第3条", marked("第3条、2項", "ja")) == marked("第3条", "ja")
    assert like("3", "3, 2") == "3"
    assert unmarked(SAID) == "申請"


def test_words_mark_only_what_is_not_in_their_language(project: Project) -> None:
    project.translate("ja/ui.po", {"Send": "送信"})
    words = replace(load_words(project.locales, "ja"), marking=True)
    assert words.say("Send") == "送信"
    assert words.say("Now or {later}", later="x") == marked("Now or x", "en")
    assert words.plural("{count} question left", "{count} questions left", 2) == marked("2 questions left", "en")
    assert words.text(Text("a", "Ask."), "en") == Rendered(marked("Ask.", "en"), "ja")
    assert replace(words, marking=False).say("Now or {later}", later="x") == "Now or x"
