"""
Words that leave a trace: each sentence tells which message it is.

On a page an element of its own stands around it, which holds its number; where no element may stand, whoever listens
hears of it. So a finished page tells what it says, wherever in it a sentence came to stand, and no template needs to
know. At last the elements are turned into what translators see.
"""

import re
from collections.abc import Callable, Iterable, Iterator
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


TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(rf"<(/?)({ELEMENT}|[a-z][a-z0-9]*)(?: n=([0-9]+)>)?")
SOURCE = re.compile(rf"&lt;/?{ELEMENT}(?: n=[0-9]+)?&gt;")
"""The same element where a page shows its own HTML, to be copied."""
PRESSED = frozenset({"a", "button", "label", "summary"})
"""Elements that do something when they are pressed: a link inside them would be in the way, and stands behind them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a sentence is shown: the class of the element around it, and the HTML behind it; both may be empty."""

    mark: str = ""
    tag: str = ""


@dataclass(slots=True)
class Dressed:
    """A page as translators see it, and the numbers of the sentences that it says, in its order."""

    html: str
    numbers: list[int]


@dataclass(slots=True)
class _Dressing:
    show: Callable[[int], Shown]
    numbers: dict[int, None] = field(default_factory=dict)
    opened: list[Shown] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    pressed: int = 0

    def piece(self, piece: str) -> str:
        """A tag, with what had to wait for it behind it, or the text between two tags."""
        named = NAME.match(piece)
        if named is None:
            return piece
        if named[2] == ELEMENT:
            return self._ended() if named[1] else self._begun(int(named[3]))
        self.pressed += (-1 if named[1] else 1) * (named[2] in PRESSED)
        if self.pressed or not self.late:
            return piece
        waiting, self.late = "".join(self.late), []
        return piece + waiting

    def _begun(self, number: int) -> str:
        self.numbers.setdefault(number)
        shown = self.show(number)
        self.opened.append(shown)
        return f'<span class="{shown.mark}">' if shown.mark else ""

    def _ended(self) -> str:
        shown = self.opened.pop()
        if self.pressed:
            self.late.append(shown.tag)
        return ("</span>" if shown.mark else "") + ("" if self.pressed else shown.tag)


def dress(html: str, show: Callable[[int], Shown] = lambda number: Shown()) -> Dressed:
    """A page of ours, whose attributes hold no `>`, with its sentences shown as `show` says of each number."""
    dressing = _Dressing(show)
    pieces = [dressing.piece(piece) for piece in TAG.split(SOURCE.sub("", html))]
    return Dressed("".join(pieces), list(dressing.numbers))


def insert(html: str, places: Iterable[tuple[str, str]]) -> str:
    """A page with each piece of HTML put in front of the first of the tags that it is paired with."""
    for before, piece in places:
        html = html.replace(before, piece + before, 1)
    return html


ID = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|data-copy)="([^"]+)"|\bhref="#([^"]+)"')
ADDRESS = re.compile(r'\b(href|action)="(/[^"]*)"')
MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
FILE = re.compile(r"\.[a-z]+(?:\?|$)|^preview/")
"""What leads to no page that has two sides."""


def main_of(html: str) -> str:
    """What stands in the page's main element; all of it where it has none."""
    found = MAIN.search(html)
    return found[1] if found else html


def set_apart(html: str, prefix: str, home: str, away: str) -> str:
    """
    A part of a page that can stand beside another: its ids begin with `prefix`, and its links stay in the view.

    `home` begins the addresses of its own language, `away` takes that beginning's place; files are left as they are.
    """

    def own(found: re.Match[str]) -> str:
        if found[3]:
            return f'href="#{prefix}{found[3]}"'
        return f'{found[1]}="{" ".join(prefix + one for one in found[2].split())}"'

    def led(found: re.Match[str]) -> str:
        stays = found[2].startswith(home) and not FILE.search(found[2].removeprefix(home))
        return f'{found[1]}="{away}{found[2].removeprefix(home)}"' if stays else found[0]

    return TAG.sub(lambda tag: ADDRESS.sub(led, ID.sub(own, tag[0])), html)
