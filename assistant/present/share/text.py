"""An answer as plain text, for terminals and tickets."""

from collections.abc import Iterator

from assistant.i18n.words import Words
from assistant.present.answer.ask import View
from assistant.present.answer.possible import OpenView
from assistant.present.faults import FaultView
from assistant.present.question import NeedsView, QuestionView
from assistant.present.views import AnswerView, ProcedureView, ReadingView


def as_text(view: View, words: Words) -> str:
    """Whatever came of asking, as lines of plain text; ends with a line break."""
    if isinstance(view, AnswerView):
        lines = _answer(view, words)
    elif isinstance(view, OpenView):
        lines = _open(view, words)
    else:
        lines = _needs(view, words) if isinstance(view, NeedsView) else _faults(view, words)
    return "\n".join(lines) + "\n"


def _heading(view: AnswerView | NeedsView | OpenView, words: Words) -> Iterator[str]:
    place = view.place
    yield words.say("{policy}: {topic}", policy=place.policy_title, topic=place.topic_title)
    yield words.say("{question} Asked for {day}.", question=place.question, day=place.on_text)
    yield ""


def _answer(view: AnswerView, words: Words) -> Iterator[str]:
    yield from _heading(view, words)
    yield view.headline
    yield view.reasons[0].say
    yield from filter(None, [view.settled, *view.announced])
    for date in view.dates:
        yield ""
        yield _pair(words, date.label, date.text)
        for step in date.steps:
            yield f"  {step.text}"
            for day in step.skipped:
                yield f"    {words.say('not counted: {day}, {why}', day=day.text, why=day.why)}"
    for value in view.values:
        yield ""
        yield _pair(words, value.label, value.text)
        yield from (f"  {step.text}" for step in value.steps)
    yield from _list(words.say("Please also note"), [note.text for note in view.notes])
    yield from _list(words.say("Your answers"), [_pair(words, g.label, g.text) for g in view.given])
    if view.next_steps:
        yield from _procedure(view.next_steps, words)
    yield from _list(words.say("Where the document can be read in two ways"),
                     [_reading(words, each) for each in view.readings])  # fmt: skip
    yield from _list(words.say("Clauses"), [_pair(words, c.place, c.gist) for c in view.citations])
    yield ""
    yield view.governs
    yield words.say("Document: {title}. Edition {edition}.", title=view.place.document, edition=view.place.edition)


def _pair(words: Words, label: str, text: str) -> str:
    return words.say("{label}: {day}", label=label, day=text)


def _reading(words: Words, reading: ReadingView) -> str:
    """Three sentences in a row, with or without a space between them, as the language has it."""
    doubt, taken, because = reading.doubt, reading.reading, reading.because
    return words.say("{doubt} {reading} {because}", doubt=doubt, reading=taken, because=because)


def _list(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield ""
        yield heading
        yield from (f"- {item}" for item in items)


def _procedure(procedure: ProcedureView, words: Words) -> Iterator[str]:
    yield ""
    yield words.say("What to do next: {title}", title=procedure.title)
    for part in procedure.parts:
        yield part.who
        yield from (f"  {number}. {step.text}" for number, step in enumerate(part.steps, 1))


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
    for one in view.possible:
        yield f"- {one.text}"
        yield from (f"    {line}" for line in (*([words.say("Possible where:")] if one.where else []), *one.where))
        if one.depends:
            yield f"    {words.say('This depends on: {label}', label=one.depends)}"
    if not view.whole:
        yield words.say("There are more cases than are listed here.")
    if view.question:
        yield from ("", words.say("The next question decides most."))
        yield from _question(view.question)
    elif view.find_out:
        yield from ("", words.say("This decides most: {label}", label=view.find_out.label))


def _faults(view: tuple[FaultView, ...], words: Words) -> Iterator[str]:
    yield words.say("Please check what was given:")
    yield from (f"- {_pair(words, fault.label, fault.text) if fault.label else fault.text}" for fault in view)
