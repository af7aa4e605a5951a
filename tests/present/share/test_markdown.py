"""Markdown: what is shown is what was said, and no text can become markup."""

import datetime as dt
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from assistant.i18n.fill import Rendered
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.share.writing import as_markdown, plain
from assistant.present.views import AnswerView
from tests.present.showing import ask

LINK = "https://help.example/en/a/b/c?x=1&y=2"
HOSTILE = [
    "<script>alert(1)</script>", "a | b", "# no heading", "1. no list", "2) no list", "- no list", "+ no list",
    "*not bold*", "_not_ `code`", "[x](javascript:alert(1))", "![x](http://x.example/)", "&lt;", "~~gone~~",
    "one\n\n# two", "> quoted", "=====", "\\*", "    code",
]  # fmt: skip


def answer(library: Library, words: Words) -> AnswerView:
    view = ask(library, words, "licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "active"},
               dt.date(2026, 1, 15))  # fmt: skip
    assert isinstance(view, AnswerView)
    return view


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(text: str) -> None:
    inline = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"{plain(text)}\n")
    assert [token.type for token in inline] == ["paragraph_open", "inline", "paragraph_close"]
    children = inline[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == " ".join(text.split())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_an_answer_has_its_parts(library: Library, words: dict[str, Words], lang: str) -> None:
    view = answer(library, words[lang])
    html = MarkdownIt("commonmark").render(as_markdown(view, LINK, words[lang]))
    assert html.startswith(f"<h1>{view.headline.text}</h1>")
    assert 'href="https://help.example/en/a/b/c?x=1&amp;y=2"' in html
    for said in (*(one.text.text for one in view.given), *(one.place.text for one in view.citations), view.governs):
        assert said.replace('"', "&quot;") in html, said
    parts = (
        view.notes,
        view.next_steps,
        view.contacts,
        view.given,
        [one for one in view.tiles if one.state == "answered"],
        view.readings,
        view.citations,
    )
    assert html.count("<h2>") == len(view.dates) + sum(map(bool, parts)) + 1


@pytest.mark.parametrize("text", ["2.7 m", "OH&S", "A! (B) {C}", "1.5 > 1", "a - b"])
def test_what_no_reader_takes_for_markup_stands_as_it_is(text: str) -> None:
    assert plain(text) == text


def test_no_pipe_stands_raw(library: Library, words: dict[str, Words]) -> None:
    view = replace(answer(library, words["en"]), headline=Rendered("a | b <img src=x>", "en"))
    made = as_markdown(view, LINK, words["en"])
    assert "|" not in made.replace("\\|", "")
    assert "<img" not in MarkdownIt("commonmark").render(made)
