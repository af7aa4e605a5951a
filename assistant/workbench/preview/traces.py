"""
Words that leave a trace: each sentence stands between marks that name its message.

So a finished page tells what it says, wherever in it a sentence came to stand, and no template needs to know.
`dressing` turns the marks into what translators see.
"""

from dataclasses import dataclass, field, replace
from threading import Lock

from assistant.i18n.language import INTERFACE
from assistant.i18n.marks import CLOSE, NUMBERED, OPEN
from assistant.i18n.words import Rendered, Words
from assistant.model.record import Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """What names a message: its context, its source text, and the language of that text."""

    context: str
    source: str
    language: str


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

    def mark(self, said: str, context: str, source: str, language: str) -> str:
        """What was said, between its marks."""
        return f"{OPEN}{self.number(Sentence(context, source, language))}{NUMBERED}{said}{CLOSE}"


@dataclass(frozen=True, slots=True)
class TracedWords(Words):
    """The same words, with marks around all that they say."""

    ledger: Ledger = field(default_factory=Ledger)

    def text(self, text: Text, language: str, /, **values: object) -> Rendered:
        """A sentence of the content between its marks."""
        said = Words.text(self, text, language, **values)
        return replace(said, text=self.ledger.mark(said.text, text.context, text.source, language))

    def named(self, context: str, sentence: str, /, **values: object) -> str:
        """A sentence of the interface between its marks."""
        said = Words.named(self, context, sentence, **values)
        return self.ledger.mark(said, context, sentence, INTERFACE)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that fits a count, between its marks."""
        return self.ledger.mark(Words.plural(self, one, many, count, **values), "", one, INTERFACE)


def traced(words: Words, ledger: Ledger) -> TracedWords:
    """These words, with marks that are entered in a ledger."""
    return TracedWords(words.language, words.chain, words.strict, words.marking, ledger)
