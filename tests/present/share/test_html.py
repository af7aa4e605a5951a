"""No clause and no reading is lost in any form in which an answer is passed on."""

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from assistant.i18n.words import Words
from assistant.present.answer.page import present
from assistant.present.share.writing import as_html, as_markdown, as_text
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES, Asked
from tests.present.showing import noon
from tests.web.markup import Markup

LINK = "https://x"


def _items(html: str) -> list[str]:
    """The text of each item of a list, in its order."""
    return [" ".join(one.text.split()) for one in Markup(html).all("li")]


def _html(view: AnswerView, words: Words) -> list[str]:
    return _items(str(as_html(view, LINK, words)))


def _markdown(view: AnswerView, words: Words) -> list[str]:
    return _items(MarkdownIt("commonmark").render(as_markdown(view, LINK, words)))


def _text(view: AnswerView, words: Words) -> list[str]:
    return [" ".join(line[2:].split()) for line in as_text(view, words, LINK).splitlines() if line.startswith("- ")]


FORMS: dict[str, Callable[[AnswerView, Words], list[str]]] = {"html": _html, "md": _markdown, "txt": _text}


def _of_clauses(view: AnswerView) -> list[tuple[str, ...]]:
    return [(one.place, one.gist) for one in view.citations]


def _of_readings(view: AnswerView) -> list[tuple[str, ...]]:
    return [(one.doubt, one.reading, one.because) for one in view.readings]


def _whole(parts: tuple[str, ...], items: list[str]) -> bool:
    """Whether one item says them all, in their order, and nothing else but what joins them."""
    said = [" ".join(part.split()) for part in parts]
    return any(
        one.startswith(said[0]) and one.endswith(said[-1]) and all(part in one for part in said) for one in items
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_clause_and_no_reading_is_lost(
    asked: list[Asked], words: dict[str, Words], language: str, form: str
) -> None:
    told = 0
    for one in asked:
        view = present(Writer(one.policy, words[language]), one.outcome, one.case.facts, noon(one.case.on))
        if isinstance(view, AnswerView):
            items, wanted = FORMS[form](view, words[language]), [*_of_clauses(view), *_of_readings(view)]
            assert [parts for parts in wanted if not _whole(parts, items)] == [], one
            told += len(view.readings)
    assert told
