"""Turns the elements that traced words leave in a page into what translators see of its sentences."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from assistant.workbench.preview.traces import ELEMENT

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
