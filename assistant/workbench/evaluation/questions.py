"""Labelled lines for `match-eval`: phrases that an index is built from, and questions with the topic that is right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.decide.cases import JsonNumber, Unreadable, read_line
from assistant.errors import ContentError, Fault, Wording, told
from assistant.match.ranking import OUT_OF_SCOPE, Phrase

T = TypeVar("T")
QUOTED = told("write a text in quotes")
Line = Mapping[str, object]
Phrases = dict[str, list[Phrase]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question in one language, and the topic that is right; `None`: no topic answers it."""

    text: str
    language: str
    topic: str | None


class _Wrong(ValueError):
    """A line is not what it should be: the name, what is wrong, and how to mend it."""

    def __init__(self, name: str, wrong: Wording, mend: Wording) -> None:
        self.fault = name, wrong, mend
        super().__init__(name)


def read_labelled_phrases(path: Path) -> Phrases:
    """
    Phrases by topic from lines of `{"topic", "lang", "phrase"}`; those of topic null under `OUT_OF_SCOPE`.

    Raises:
        ContentError: every line that is wrong; or no line says what a topic is asked with.
        OSError: the file cannot be opened.
    """
    found: Phrases = {}
    for topic, phrase in _read(path, _phrase):
        found.setdefault(topic, []).append(phrase)
    if not found.keys() - {OUT_OF_SCOPE}:
        wrong = told("no phrase of a topic stands here")
        raise ContentError([Fault(str(path), 1, 1, "", wrong, told("write one on a line"))])
    return found


def read_labelled_questions(path: Path) -> tuple[Labelled, ...]:
    """
    Questions from lines of `{"q", "lang", "topic"}`, in order; a topic need not have phrases.

    Raises:
        ContentError: every line that is wrong; or there is none.
        OSError: the file cannot be opened.
    """
    found = _read(path, _question)
    if not found:
        raise ContentError([Fault(str(path), 1, 1, "", told("no question stands here"), told("write one on a line"))])
    return tuple(found)


def _read(path: Path, made: Callable[[Line], T]) -> Sequence[T]:
    found, faults = [], []
    for number, line in _lines(path):
        try:
            found.append(made(read_line(line)))
        except Unreadable as error:
            wrong = told("this is no JSON object: {why}", why=error)
            faults.append(Fault(str(path), number, 1, "", wrong, told("write one JSON object on a line")))
        except _Wrong as error:
            faults.append(Fault(str(path), number, 1, *error.fault))
    if faults:
        raise ContentError(faults)
    return found


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())


def _phrase(line: Line) -> tuple[str, Phrase]:
    return _topic(line) or OUT_OF_SCOPE, Phrase(_text(line, "phrase"), _text(line, "lang"))


def _question(line: Line) -> Labelled:
    topic = _topic(line)
    return Labelled(_text(line, "q"), _text(line, "lang"), None if topic == OUT_OF_SCOPE else topic)


def _topic(line: Line) -> str | None:
    if "topic" in line and line["topic"] is None:
        return None
    return _text(line, "topic", told("give the topic's id, or null where no topic answers"))


def _text(line: Line, name: str, mend: Wording = QUOTED) -> str:
    value = line.get(name)
    # A number of JSON is read as its text, yet nobody means one here.
    if isinstance(value, str) and not isinstance(value, JsonNumber) and value.strip():
        return value
    if name not in line:
        raise _Wrong(name, told("'{key}' is missing", key=name), mend)
    blank = isinstance(value, str) and not value.strip()
    raise _Wrong(name, told("this is empty") if blank else told("this is not a text"), mend)
