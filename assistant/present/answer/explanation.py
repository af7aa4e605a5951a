"""Explanations in words: what a word of the vocabulary says of itself, said in the reader's language."""

import datetime as dt

from assistant.errors import Wording
from assistant.i18n.fill import Rendered
from assistant.present.writer import Writer
from assistant.vocabulary.wording import HoursLabel, Label, Options, Worth


def explained(writer: Writer, wording: Wording) -> Rendered:
    """The sentence of an explanation, with each value as this language writes it."""
    values = {name: _said(writer, value) for name, value in wording.values}
    if not wording.many:
        return writer.words.say(wording.sentence, **values)
    count = values.pop("count")
    return writer.words.plural(wording.sentence, wording.many, count if isinstance(count, int) else 0, **values)


def _said(writer: Writer, value: object) -> object:
    match value:
        case dt.date() | dt.time():
            return writer.day(value)
        case Worth(worth, fact):
            return writer.value(worth, fact)
        case Label(name, quoted):
            label = writer.label(name)
            return writer.words.say("“{name}”", name=label) if quoted else label
        case Options(ids, fact):
            return writer.choices(ids, fact)
        case HoursLabel(hours):
            return writer.text(writer.policy.about.hours[hours].label)
    return value
