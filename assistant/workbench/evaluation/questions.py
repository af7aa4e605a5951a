"""
Labelled lines for `match-eval`: phrases that an index is built from, questions with the topic that is right, and typing
errors to put into them.
"""

import random
import re
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
        raise ContentError.at(path, told("no phrase of a topic stands here"), told("write one on a line"))
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
        raise ContentError.at(path, told("no question stands here"), told("write one on a line"))
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


ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
LATIN = re.compile(r"[A-Za-z]")
TYPED = re.compile(r"[A-Za-z\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]")
"""What can be mistyped: letters and Japanese signs. A figure that is mistyped is another figure."""


def _neighbours() -> dict[str, str]:
    """For each letter, those that touch it on a QWERTY keyboard, whose rows are each set half a key to the right."""
    places = {letter: (x + y / 2, y) for y, row in enumerate(ROWS) for x, letter in enumerate(row)}
    return {
        letter: "".join(o for o, (ox, oy) in places.items() if o != letter and abs(ox - x) <= 1 and abs(oy - y) <= 1)
        for letter, (x, y) in places.items()
    }


NEIGHBOURS = _neighbours()


def mistyped(text: str, count: int, seed: int) -> str:
    """
    The text after `count` random edits: a sign replaced, put in, left out, or swapped with the next.

    The wrong letter is a neighbour on the keyboard; beside a Japanese sign it is any hiragana. The same text, count and
    seed give the same errors. A text without a letter stays as it is.
    """
    chance = random.Random(f"{seed} {text!a}")  # noqa: S311 (errors of typing, no secrets)
    for _ in range(count):
        text = _edited(text, chance)
    return text


def _edited(text: str, chance: random.Random) -> str:
    places = [found.start() for found in TYPED.finditer(text)]
    if not places:
        return text
    at = chance.choice(places)
    before, sign, behind = text[:at], text[at], text[at + 1 :]
    wrong = chance.choice(NEIGHBOURS[sign.lower()] if LATIN.match(sign) else KANA)
    wrong = wrong.upper() if sign.isupper() else wrong
    edits = [wrong + behind, sign + wrong + behind]
    if len(places) > 1:
        edits.append(behind)
    if TYPED.match(behind):
        edits.append(behind[0] + sign + behind[1:])
    return before + chance.choice([edit for edit in edits if edit != sign + behind])
