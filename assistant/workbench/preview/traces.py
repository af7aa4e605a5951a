"""
Words that leave a trace: each sentence tells which message it is.

On a page an element of its own stands around it, which holds its number; where no element may stand, whoever listens
hears of it. So a finished page tells what it says, wherever in it a sentence came to stand, and no template needs to
know. `dressing` turns the elements into what translators see.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock

from markupsafe import Markup

from assistant.i18n.fill import Rendered
from assistant.i18n.language import INTERFACE
from assistant.i18n.words import Words
from assistant.model.record import Text

ELEMENT = "x-said"
HEARD: ContextVar[dict[int, None]] = ContextVar("HEARD")


@contextmanager
def heard() -> Iterator[dict[int, None]]:
    """The numbers of the sentences whose bare text is asked for meanwhile, by this request alone."""
    numbers: dict[int, None] = {}
    token = HEARD.set(numbers)
    try:
        yield numbers
    finally:
        HEARD.reset(token)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What names a message: its context, its source text, and the language of that text."""

    context: str
    source: str
    language: str


class Traced(Rendered):
    """A sentence with its number."""

    number: int
    __slots__ = ("number",)

    @property
    def text(self) -> str:
        """The text alone, which leaves no trace on a page."""
        HEARD.get({})[self.number] = None
        return str(self)


@dataclass(slots=True)
class Ledger:
    """The sentences that were said, each with its number from 0."""

    sentences: list[Sentence] = field(default_factory=list)
    _numbers: dict[Sentence, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def number(self, sentence: Sentence) -> int:
        """The sentence's number, the same however often it is said."""
        with self._lock:
            if sentence not in self._numbers:
                self._numbers[sentence] = len(self.sentences)
                self.sentences.append(sentence)
            return self._numbers[sentence]

    def traced(self, said: Rendered, context: str, source: str, language: str) -> Traced:
        """What was said, with its number."""
        number = self.number(Sentence(context, source, language))
        inner = Markup(f"<{ELEMENT} n={number}>{said.html(said.lang)}</{ELEMENT}>")  # noqa: S704 (it is HTML already)
        traced = Traced(said, said.lang, said.page, inner)
        traced.number = number
        return traced


@dataclass(frozen=True, slots=True)
class TracedWords(Words):
    """The same words, of which every sentence is entered in a ledger."""

    ledger: Ledger = field(default_factory=Ledger)

    def text(self, text: Text, language: str, /, **values: object) -> Rendered:
        """A sentence of the content with its number."""
        return self.ledger.traced(Words.text(self, text, language, **values), text.context, text.source, language)

    def named(self, context: str, sentence: str, /, **values: object) -> Rendered:
        """A sentence of the interface with its number."""
        return self.ledger.traced(Words.named(self, context, sentence, **values), context, sentence, INTERFACE)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> Rendered:
        """The form that fits a count, with its number."""
        return self.ledger.traced(Words.plural(self, one, many, count, **values), "", one, INTERFACE)


def traced(words: Words, ledger: Ledger) -> TracedWords:
    """These words, entered in a ledger as they are said."""
    return TracedWords(words.language, words.chain, words.strict, words.languages, ledger)
