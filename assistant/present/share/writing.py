"""An answer as plain text, for terminals and tickets; as Markdown, for wikis; as HTML without a style, to be pasted."""

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from assistant.i18n.language import in_digits
from assistant.i18n.words import Words
from assistant.present.answer.ask import View
from assistant.present.answer.possible import OpenView
from assistant.present.faults import FaultView
from assistant.present.question import NeedsView, QuestionView
from assistant.present.share.document import Piece, document, pair, runs
from assistant.present.views import AnswerView


def as_text(view: View, words: Words, permalink: str = "") -> str:
    """Whatever came of asking, as lines of plain text, an answer with its link; ends with a line break."""
    lines: Iterable[str]
    if isinstance(view, AnswerView):
        lines = _answer(view, words, permalink)
    elif isinstance(view, OpenView):
        lines = _open(view, words)
    else:
        lines = _needs(view, words) if isinstance(view, NeedsView) else _faults(view, words)
    return "\n".join(lines).lstrip("\n") + "\n"


def _heading(view: NeedsView | OpenView, words: Words) -> Iterator[str]:
    place = view.place
    yield from place.notices
    yield pair(words, place.policy_title, place.topic_title)
    yield words.say("{question} As of {day}.", question=place.question, day=place.on_text)
    yield ""


def _answer(view: AnswerView, words: Words, permalink: str) -> Iterator[str]:
    for kind, pieces in runs(document(view, words, permalink)):
        for number, one in enumerate(pieces, 1):
            said = pair(words, one.label, one.text) if one.label else one.text
            yield from (
                ["", said]
                if kind in ("heading", "headline")
                else [{"item": "- ", "numbered": f"  {in_digits(number, words.language)}. "}.get(kind, "") + said]
            )
            yield from (f"    {line}" for line in one.below)


def _needs(view: NeedsView, words: Words) -> Iterator[str]:
    yield from _heading(view, words)
    yield from _question(view.question)


def _question(asked: QuestionView) -> Iterator[str]:
    yield asked.question
    if asked.help:
        yield asked.help
    yield from (f"  {asked.fact}={option.id}  {option.label}" for option in asked.options)
    if not asked.options:
        yield f"  {asked.fact}=…  {asked.hint}"


def _open(view: OpenView, words: Words) -> Iterator[str]:
    yield from _heading(view, words)
    yield view.headline
    yield from (one.text for one in view.caveats)
    for one in view.possible:
        yield f"- {one.text}"
        yield from (f"    {line}" for line in (*([words.say("Possible where:")] if one.where else []), *one.where))
        if one.remark:
            yield f"    {one.remark}"
    if not view.whole:
        yield words.say("There are more cases than are listed here.")
    if view.next_steps:
        yield pair(words, words.say("Next"), view.next_steps.first)
    if view.question:
        yield ""
        yield from _question(view.question)
    elif view.find_out and not view.hours:
        yield from ("", words.say("To find out first: {label}", label=view.find_out.label))


def _faults(view: tuple[FaultView, ...], words: Words) -> Iterator[str]:
    yield words.say("Please check what you entered")
    yield from (f"- {pair(words, fault.label, fault.text) if fault.label else fault.text}" for fault in view)


SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w+;)")
OPENING = re.compile(r"^([0-9]+)([.)])(?=\s|$)|^([-+=#>])")


def plain(text: str) -> str:
    """A text that Markdown shows as it is: nothing in it is markup, no line of it begins anything."""
    escaped = SPECIAL.sub(lambda found: "\\" + found[0], " ".join(text.split()))
    return OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", escaped)


def as_markdown(view: AnswerView, permalink: str, words: Words) -> str:
    """An answer; ends with a line break."""
    return written(document(view, words, permalink))


def written(pieces: Iterable[Piece]) -> str:
    """A document; ends with a line break."""
    return "\n\n".join(_blocks(pieces)) + "\n"


def _blocks(document: Iterable[Piece]) -> Iterator[str]:
    for kind, pieces in runs(document):
        lines = [line for number, one in enumerate(pieces, 1) for line in _lines(kind, number, one)]
        yield ("\n" if kind in ("item", "numbered") else "\n\n").join(lines)


def _lines(kind: str, number: int, one: Piece) -> Iterator[str]:
    """A piece, with what stands below it; a label is bold."""
    if kind == "link":
        yield f"<{one.text}>"
        return
    mark = {"headline": "# ", "heading": "## ", "item": "- ", "numbered": f"{number}. "}.get(kind, "")
    start, label = "   " * one.deep, plain(one.label)
    linked = f"[{label}](<{one.href}>){':' if one.text else ''}"
    named = linked if one.href else f"**{label}**" if label else ""
    yield start + mark + " ".join(part for part in (named, plain(one.text)) if part)
    yield from (f"{start}   - {plain(line)}" for line in one.below)


WRAPPED = {
    "headline": "<p><strong>{}</strong></p>",
    "heading": "<p><strong>{}</strong></p>",
    "line": "<p>{}</p>",
    "link": '<p><a href="{0}">{0}</a></p>',
}
LISTS = {"item": "<ul>\n{}\n</ul>", "numbered": "<ol>\n{}\n</ol>"}


def as_html(view: AnswerView, permalink: str, words: Words) -> Markup:
    """An answer; sentences in another language say so."""
    return pieces_html(document(view, words, permalink), words)


def pieces_html(pieces: Iterable[Piece], words: Words) -> Markup:
    """Pieces of an answer, in its language."""
    return Markup('<div lang="{}">\n{}\n</div>\n').format(words.language.id, _joined(_html_blocks(pieces)))


def _html_blocks(found: Iterable[Piece]) -> Iterator[Markup]:
    for kind, pieces in runs(found):
        if kind in LISTS:
            yield Markup(LISTS[kind]).format(_joined(map(_html_item, pieces)))  # noqa: S704 (our own)
        else:
            yield from (Markup(WRAPPED[kind]).format(one.text) for one in pieces)  # noqa: S704 (our own)


def _html_item(one: Piece) -> Markup:
    label = Markup("<strong>{}</strong> ").format(one.label) if one.label else ""
    below = Markup("<ul>{}</ul>").format(_joined(map(Markup("<li>{}</li>").format, one.below))) if one.below else ""
    return Markup("<li>{}{}{}</li>").format(label, one.text, below)


def _joined(pieces: Iterator[Markup]) -> Markup:
    return Markup("\n").join(pieces)
