"""
The rules of a question as an SVG picture: asked from the top, `no` leads down, `yes` to the right.

A group's rules stand below it, further in: there `yes` leads down to them, and `no` past them. In a language that runs
from right to left the picture is mirrored, but for its letters.

Nothing else breaks lines in a picture: widths are in em, by kind of letter, a little wider than common sans-serif fonts
draw them. Japanese breaks after a phrase, which mostly ends in hiragana or in a mark, and never leaves a closing mark
or a small kana at a line's start.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from assistant.i18n.words import Words
from assistant.present.tree.branches import Branch, Ending, Tree, rows

FONTS = {"ja": "'Hiragino Sans','Hiragino Kaku Gothic ProN','Noto Sans JP','Noto Sans CJK JP',Meiryo,sans-serif"}
LATIN = "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
NARROW, WIDE_LATIN = frozenset("iljtfrI.,:;'!|()[]’ "), frozenset("mwMW@%—")
NOT_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮんン々”’),.:;!?]}%")
CLOSING = frozenset("、。・：；？！）］｝」』】〉》")
NOT_LAST = frozenset("（［｛「『【〈《“‘([{")
STEPS = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures of a picture in px: its letters, its two columns, and how far in a group's rules stand."""

    width: int
    size: int
    asked: int
    """Where the column of what is asked ends."""
    answers: int
    """Where the column of answers begins."""
    inset: int
    spine: int
    gap: int


WIDE = Sheet(width=680, size=15, asked=404, answers=464, inset=56, spine=22, gap=36)
SMALL = Sheet(width=328, size=12, asked=184, answers=216, inset=40, spine=14, gap=30)
EDGE = 1.0


def svg(tree: Tree, words: Words, sheet: Sheet = WIDE, style: str = "") -> str:
    """The picture, whole, with its name for those who cannot see it. `style` is the CSS that gives it its colours."""
    return _Picture(words, sheet).draw(tree, style)


class _Picture:
    def __init__(self, words: Words, sheet: Sheet) -> None:
        self.say: Callable[..., str] = words.say
        self.language, self.sheet = words.language.id, sheet
        self.mirrored = words.language.direction == "rtl"
        self.leading = sheet.size * (1.6 if self.language == "ja" else 1.42)
        self.parts: list[str] = []
        self.y = EDGE
        self.waiting: dict[int, float] = {}
        """By depth, the foot of the last box there, which still leads on to whatever comes next."""

    def draw(self, tree: Tree, style: str) -> str:
        name = f"{tree.title}: {tree.question}"
        for place, (depth, branch) in enumerate(rows(tree.branches)):
            self.row(depth, branch, first=not place)
        sheet, height = self.sheet, round(self.y + EDGE)
        direction = ' direction="rtl"' if self.mirrored else ""
        font = escape(FONTS.get(self.language, LATIN))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width}" height="{height}" '
            f'viewBox="0 0 {sheet.width} {height}" lang="{self.language}" role="img" aria-label="{escape(name)}" '
            f'font-family="{font}" font-size="{sheet.size}"{direction}><title>{escape(name)}</title>'
            f"<style>{style}</style>{self.turned(''.join(self.parts))}</svg>\n"
        )

    def turned(self, parts: str) -> str:
        """The whole as its readers read."""
        return f'<g transform="matrix(-1 0 0 1 {self.sheet.width} 0)">{parts}</g>' if self.mirrored else parts

    def at(self, x: float, y: float) -> str:
        """Where a text begins; in a mirrored picture, letters are turned back around that place."""
        turned = f' transform="matrix(-1 0 0 1 {2 * x:.1f} 0)"' if self.mirrored else ""
        return f'x="{x:.1f}" y="{y:.1f}"{turned}'

    def row(self, depth: int, branch: Branch, *, first: bool) -> None:
        """One branch: its way in from above, what it asks, and its answer beside it."""
        top = self.y if first else self.y + self.sheet.gap
        self.ways_in(depth, top)
        left, pad = EDGE + self.sheet.inset * depth, self.sheet.size * 0.8
        other = self.say("In every case") if first else self.say("In every other case")
        asked = self.written(branch.asked or (other,), self.sheet.asked - left - 2 * pad)
        answer = self.answered(branch.ending) if branch.ending else []
        heights = [len(each) * self.leading + 2 * pad * 0.7 for each in (asked, answer)]
        height = max(heights) if answer else heights[0]
        self.box(left, top, self.sheet.asked - left, height, asked, "" if branch.asked else ' class="else"')
        if branch.ending:
            self.yes(top + height / 2, bool(branch.asked))
            self.parts.append(f'<g class="{branch.ending.tone}">')
            self.box(self.sheet.answers, top, self.sheet.width - EDGE - self.sheet.answers, height, answer, "")
            self.parts.append("</g>")
        self.y = top + height
        self.waiting.pop(depth, None)
        if branch.asked:
            self.waiting[depth] = self.y

    def ways_in(self, depth: int, top: float) -> None:
        """Lines from the boxes above: `no` from its own column, `yes` from its group, and the ends of deeper rules."""
        here = self.spine(depth)
        joint = top - self.sheet.gap * 0.4
        for deeper in [each for each in self.waiting if each > depth]:
            foot = self.waiting.pop(deeper)
            self.parts.append(f'<path class="way" d="M{self.spine(deeper)} {foot}V{joint}H{here}"/>')
            self.word(self.spine(deeper), foot, self.say("No"))
        foot_here = self.waiting.get(depth)
        if foot_here is None and depth - 1 not in self.waiting:
            return
        foot, word = (foot_here, "No") if foot_here is not None else (self.waiting[depth - 1], "Yes")
        self.parts.append(f'<path class="way" d="M{here} {foot}V{top - 5}"/>')
        self.parts.append(f'<path class="tip" d="M{here} {top}l-5-8h10z"/>')
        self.word(here, foot, self.say("No") if word == "No" else self.say("Yes"))

    def spine(self, depth: int) -> float:
        return EDGE + self.sheet.inset * depth + self.sheet.spine

    def word(self, x: float, foot: float, word: str) -> None:
        """The word beside a line that leads down."""
        small, y = self.sheet.size * 0.85, foot + self.sheet.gap / 2 + self.sheet.size * 0.2
        self.parts.append(f'<text class="word" {self.at(x + 7, y)} font-size="{small:.1f}">{escape(word)}</text>')

    def yes(self, y: float, asked: bool) -> None:
        """The line to an answer."""
        start, end = self.sheet.asked, self.sheet.answers
        self.parts.append(f'<path class="way" d="M{start} {y:.1f}H{end - 5}"/>')
        self.parts.append(f'<path class="tip" d="M{end} {y:.1f}l-8-5v10z"/>')
        if asked:
            small = self.sheet.size * 0.85
            self.parts.append(
                f'<text class="word" {self.at((start + end) / 2 - 4, y - 6)} text-anchor="middle" '
                f'font-size="{small:.1f}">{escape(self.say("Yes"))}</text>'
            )

    def written(self, sentences: tuple[str, ...], room: float) -> list[tuple[str, bool]]:
        """The lines of what is asked; a second condition begins with "and". Each says whether it is bold."""
        found: list[tuple[str, bool]] = []
        for place, sentence in enumerate(sentences):
            said = self.say("and {condition}", condition=sentence) if place else sentence
            found += [(line, False) for line in lines(said, room / self.sheet.size)]
        return found

    def answered(self, ending: Ending) -> list[tuple[str, bool]]:
        """The lines of an answer: its verdict, and the dates that come with it."""
        room = (self.sheet.width - self.sheet.answers - self.sheet.size * 1.6) / self.sheet.size
        verdict = [(line, True) for line in lines(ending.verdict, room / 1.06)]
        return verdict + [(line, False) for date in ending.dates for line in lines(date, room)]

    def box(self, x: float, y: float, wide: float, high: float, text: list[tuple[str, bool]], style: str) -> None:
        """A rounded box with its lines, set in the middle of its height."""
        self.parts.append(
            f'<rect{style} x="{x}" y="{y:.1f}" width="{wide}" height="{high:.1f}" rx="{self.sheet.size * 0.6:.0f}"/>'
        )
        base = y + (high - len(text) * self.leading) / 2 + self.leading / 2 + self.sheet.size * 0.35
        for place, (line, bold) in enumerate(text):
            weight = ' font-weight="700"' if bold else ""
            at = self.at(x + self.sheet.size * 0.8, base + place * self.leading)
            self.parts.append(f"<text {at}{weight}>{escape(line)}</text>")


def width(text: str) -> float:
    """How wide a text is, in em."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.34
    return 0.92 if letter in WIDE_LATIN else 0.7 if letter.isupper() else 0.58


def lines(text: str, most: float) -> list[str]:
    """The text in as few lines as fit into `most` em, all about as long as each other."""
    best = _filled(text, most)
    shortest = most / 2
    for step in range(1, STEPS):
        tried = _filled(text, most - (most - shortest) * step / STEPS)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _filled(text: str, most: float) -> list[str]:
    found = [""]
    for phrase in _phrases(text):
        for piece in [phrase] if width(phrase.rstrip()) <= most else _letters(phrase):
            if found[-1] and width(found[-1] + piece.rstrip()) > most:
                found.append("")
            found[-1] += piece
    return [line.strip() for line in found]


def _phrases(text: str) -> Iterator[str]:
    """Pieces that stay together: a Latin word with the space after it, a Japanese phrase."""
    start = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if before == " " or (_breakable(before, after) and _ends(before) and not _hiragana(after)):
            yield text[start:place]
            start = place
    yield text[start:]


def _letters(phrase: str) -> Iterator[str]:
    """A phrase too long for a line, in its smallest pieces."""
    start = 0
    for place in range(1, len(phrase)):
        if phrase[place - 1] not in NOT_LAST and phrase[place] not in NOT_FIRST:
            yield phrase[start:place]
            start = place
    yield phrase[start:]


def _breakable(before: str, after: str) -> bool:
    japanese = {unicodedata.east_asian_width(letter) in "WF" for letter in (before, after)}
    return True in japanese and before not in NOT_LAST and after not in NOT_FIRST and after != " "


def _ends(letter: str) -> bool:
    return _hiragana(letter) or letter in CLOSING


def _hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u309f"
