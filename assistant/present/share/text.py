"""An answer as plain text, for terminals and tickets."""

from collections.abc import Iterable, Iterator

from assistant.i18n.language import in_digits
from assistant.i18n.words import Words
from assistant.present.answer.ask import View
from assistant.present.answer.possible import OpenView
from assistant.present.faults import FaultView
from assistant.present.question import NeedsView, QuestionView
from assistant.present.share.document import document, pair, runs
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
        yield from ("", words.say("What we need first: {label}", label=view.find_out.label))


def _faults(view: tuple[FaultView, ...], words: Words) -> Iterator[str]:
    yield words.say("Please check what you entered")
    yield from (f"- {pair(words, fault.label, fault.text) if fault.label else fault.text}" for fault in view)
