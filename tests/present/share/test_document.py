"""A policy and its topics as Markdown say what their pages say, in lists that a reader of Markdown takes apart."""

import datetime as dt

import pytest
from markdown_it import MarkdownIt

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.policy.pages import policy_view, topic_view
from assistant.present.share.document import policy_document, topic_document
from assistant.present.share.writing import written
from assistant.present.tree.branches import rows
from assistant.present.writer import Writer

NOW = dt.datetime(2026, 1, 15, 3, 0, tzinfo=dt.UTC)
PAGE = "https://help.example/xx/"


def shown(text: str) -> tuple[str, list[str], int]:
    """What a reader of Markdown shows: its text, where its links lead, and how deep its lists stand in each other."""
    tokens = MarkdownIt("commonmark").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    links = [str(one.attrs["href"]) for one in inline if one.type == "link_open"]
    deepest = max((token.level for token in tokens if token.type == "list_item_open"), default=-1)
    return "".join(one.content if one.type.startswith("text") else "\n" for one in inline), links, (deepest + 1) // 2


@pytest.mark.parametrize("policy", ["licence-desk", "swap-out", "desknets-web-meeting"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_policy_as_markdown_says_what_its_page_says(
    library: Library, words: dict[str, Words], lang: str, policy: str
) -> None:
    view = policy_view(Writer(library.policies[policy], words[lang]), NOW)
    text, links, _ = shown(written(policy_document(view, words[lang], PAGE)))
    points = [point for section in view.sections for point in section.points]
    said: list[str] = [
        view.title,
        view.lede,
        view.edition,
        *(one.text for one in points),
        *(one.doubt for one in view.readings),
    ]
    said += [cell for table in view.tables for _, cells in table.rows for cell in cells]
    assert [one for one in said if " ".join(one.split()) not in text] == []
    assert links == [PAGE, *(f"{PAGE}{topic.id}/index.md" for topic in view.topics)]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_topic_as_markdown_says_what_its_page_says(library: Library, words: dict[str, Words], lang: str) -> None:
    for policy in library.policies.values():
        writer = Writer(policy, words[lang])
        for name in policy.topics:
            view = topic_view(writer, name, NOW.date())
            page = f"{PAGE}{name}/"
            text, links, deep = shown(written(topic_document(view, words[lang], page)))
            branches = [found for tree in view.trees for found in rows(tree.branches)]
            said: list[str] = [view.title, view.about, *(one.text for one in view.points)]
            said += [one.ending.verdict for _, one in branches if one.ending]
            assert [one for one in said if " ".join(one.split()) not in text] == [], name
            asked = [f"{page}{one.aspect}" for one in view.aspects]
            assert links == [page, *asked, *(f"{PAGE}{other}/index.md" for other, _ in view.related)]
            assert deep >= max((depth for depth, _ in branches), default=0)
