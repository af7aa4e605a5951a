"""An answer as HTML without a style, to be pasted where HTML is taken."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from assistant.i18n.words import Words
from assistant.present.share.document import Piece, document, runs
from assistant.present.views import AnswerView

WRAPPED = {"headline": "<p><strong>{}</strong></p>", "heading": "<p><strong>{}</strong></p>", "line": "<p>{}</p>",
           "link": '<p><a href="{0}">{0}</a></p>'}  # fmt: skip
LISTS = {"item": "<ul>\n{}\n</ul>", "numbered": "<ol>\n{}\n</ol>"}


def as_html(view: AnswerView, permalink: str, words: Words) -> Markup:
    """An answer; sentences in another language say so."""
    return pieces_html(document(view, words, permalink), words)


def pieces_html(pieces: Iterable[Piece], words: Words) -> Markup:
    """Pieces of an answer, in its language."""
    return Markup('<div lang="{}">\n{}\n</div>\n').format(words.language.id, _lines(_blocks(pieces)))


def _blocks(found: Iterable[Piece]) -> Iterator[Markup]:
    for kind, pieces in runs(found):
        if kind in LISTS:
            yield Markup(LISTS[kind]).format(_lines(map(_item, pieces)))  # noqa: S704 (our own)
        else:
            yield from (Markup(WRAPPED[kind]).format(one.text) for one in pieces)  # noqa: S704 (our own)


def _item(one: Piece) -> Markup:
    label = Markup("<strong>{}</strong> ").format(one.label) if one.label else ""
    below = Markup("<ul>{}</ul>").format(_lines(map(Markup("<li>{}</li>").format, one.below))) if one.below else ""
    return Markup("<li>{}{}{}</li>").format(label, one.text, below)


def _lines(pieces: Iterator[Markup]) -> Markup:
    return Markup("\n").join(pieces)
