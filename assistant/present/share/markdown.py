"""An answer as Markdown, for tickets and wikis."""

import re
from collections.abc import Iterable, Iterator

from assistant.i18n.words import Words
from assistant.present.views import AnswerView, ProcedureView

SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
OPENING = re.compile(r"^([0-9]+)([.)])|^([-+=])")


def plain(text: str) -> str:
    """A text that Markdown shows as it is: nothing in it is markup, no line of it begins anything."""
    escaped = SPECIAL.sub(lambda found: "\\" + found[0], " ".join(text.split()))
    return OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", escaped)


def as_markdown(view: AnswerView, permalink: str, words: Words) -> str:
    """An answer; ends with a line break."""
    return "\n".join(_lines(view, permalink, words)) + "\n"


def _lines(view: AnswerView, permalink: str, words: Words) -> Iterator[str]:
    place = view.place
    about = words.say("{policy}: {topic}", policy=place.policy_title, topic=place.topic_title)
    yield f"# {plain(view.headline)}"
    yield ""
    yield plain(about)
    yield ""
    yield plain(words.say("{question} Asked for {day}.", question=place.question, day=place.on_text))
    yield ""
    yield plain(view.reasons[0].say)
    for sentence in filter(None, (view.settled, *view.announced)):
        yield from ("", plain(sentence))
    yield from _list("", ((tile.question, tile.value) for tile in view.tiles if tile.state == "answered"))
    for date in view.dates:
        yield from _heading(words.say("{label}: {day}", label=date.label, day=date.text))
        yield from (f"{number}. {plain(step.text)}" for number, step in enumerate(date.steps, 1))
    yield from _list("", ((value.label, value.text) for value in view.values))
    yield from _list(words.say("Please also note"), (("", note.text) for note in view.notes))
    if view.next_steps:
        yield from _procedure(view.next_steps, words)
    yield from _list(words.say("Your answers"), ((one.label, one.text) for one in view.given))
    yield from _list(words.say("Clauses"), ((one.place, one.gist) for one in view.citations))
    yield ""
    yield f"<{permalink}>"
    yield ""
    yield plain(view.governs)


def _heading(text: str) -> Iterator[str]:
    yield from ("", f"## {plain(text)}", "")


def _list(heading: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A list of texts, each after its label in bold where it has one; nothing where it is empty."""
    items = [f"- **{plain(label)}** {plain(text)}" if label else f"- {plain(text)}" for label, text in pairs]
    if items:
        yield from _heading(heading) if heading else [""]
        yield from items


def _procedure(procedure: ProcedureView, words: Words) -> Iterator[str]:
    yield from _heading(words.say("What to do next: {title}", title=procedure.title))
    for number, part in enumerate(procedure.parts):
        yield from [""] * bool(number)
        yield f"**{plain(part.who)}**"
        yield ""
        yield from (f"{place}. {plain(step.text)}" for place, step in enumerate(part.steps, 1))
