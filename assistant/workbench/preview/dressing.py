"""Turns the marks that traced words leave in a page into what translators see of its sentences."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from assistant.i18n.marks import TRACE

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")
TEXT_ONLY = frozenset({"title", "textarea", "option", "script", "style"})
"""Elements in which no element may stand."""
PRESSED = frozenset({"a", "button", "label", "summary"})
"""Elements that do something when they are pressed: a link inside them would be in the way, and stands behind them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a sentence is shown: the class of the element around it, and the HTML behind it; both may be empty."""

    mark: str = ""
    tag: str = ""


@dataclass(slots=True)
class Dressed:
    """A page without marks, and the numbers of the sentences that it says, in its order."""

    html: str
    numbers: list[int]


@dataclass(slots=True)
class _Dressing:
    show: Callable[[int], Shown]
    numbers: dict[int, None] = field(default_factory=dict)
    opened: list[Shown] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    pressed: int = 0
    bare: int = 0

    def markup(self, tag: str) -> str:
        """A tag, with what had to wait for it behind it."""
        named = NAME.match(tag)
        step = -1 if named and named[1] else 1
        self.bare += step * bool(named and named[2] in TEXT_ONLY)
        self.pressed += step * bool(named and named[2] in PRESSED)
        plain = TRACE.sub(self._hidden, tag)
        if self.pressed or not self.late:
            return plain
        waiting, self.late = "".join(self.late), []
        return plain + waiting

    def text(self, text: str) -> str:
        """The text between two tags."""
        return TRACE.sub(self._hidden if self.bare else self._marked, text)

    def _hidden(self, mark: re.Match[str]) -> str:
        if mark[1]:
            self.numbers.setdefault(int(mark[1]))
        return ""

    def _marked(self, mark: re.Match[str]) -> str:
        if mark[1]:
            self._hidden(mark)
            shown = self.show(int(mark[1]))
            self.opened.append(shown)
            return f'<span class="{shown.mark}">' if shown.mark else ""
        shown = self.opened.pop() if self.opened else Shown()
        if self.pressed:
            self.late.append(shown.tag)
        return ("</span>" if shown.mark else "") + ("" if self.pressed else shown.tag)


def dress(html: str, show: Callable[[int], Shown] = lambda number: Shown()) -> Dressed:
    """A page of ours, whose attributes hold no `>`, with its sentences shown as `show` says of each number."""
    dressing = _Dressing(show)
    pieces = [
        dressing.markup(piece) if piece.startswith("<") else dressing.text(piece) for piece in TAG.split(html) if piece
    ]
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
