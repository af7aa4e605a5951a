"""
The wording of a document's lines: what is left when marks, markup and typography are taken away, its print, and which
clauses of an outline stand in a document by theirs.

A line begins with a bullet, a number (`1.`, `3.2`, `(a)`, `第3条`), or neither. They say where a clause stands, not
what it says, so they do not count: a clause that is only renumbered keeps its print. Every figure elsewhere counts.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.model.source import Clause
from assistant.workbench.sources.blocks import Blocks, Span, span_text

TAGS = (
    "a|abbr|b|blockquote|body|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|html|i|img|ins|kbd|li|mark|ol|p|pre|"
    "q|rb|rp|rt|ruby|s|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
)
"""Elements of HTML that Markdown holds. Whatever else stands in angle brackets is text: <name of the customer>."""
MARKUP = re.compile(rf"</?(?:{TAGS})(?=[\s/>])[^<>]*>|\]\([^)]*\)|[*#|\[\]`\u00ad\u200b-\u200f\ufeff]")
RULE = re.compile(r"[\s|:=_+-]*")
"""Nothing but a line drawn across the page or below the heads of a table."""
BULLET = re.compile(r"[\s>]*(?:[-+*–—](?=\s)|[•‣◦▪●○■□・·])\s*")
KANJI = "0-9一二三四五六七八九十百"
NUMBER = re.compile(
    rf"\s*(?:\([0-9]{{1,3}}\)|\([a-z]{{1,3}}\)|[0-9]{{1,3}}[.)](?=[\s\u3000-\u9fff])|[a-z][.)](?=\s)|[ivx]{{2,5}}[.)](?=\s)"
    rf"|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})+[.)]?(?=\s+[A-Z\u3000-\u9fff])"
    rf"|第[{KANJI}]+[条章節項号](?:の[{KANJI}]+)?(?=[\s(]|$))\s*"
)
"""A number at the beginning of a line. One such as `3.2` must be followed by a capital, for it may be a figure."""
CIRCLED = {ord("①") + number: f"({number + 1})" for number in range(20)}
TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛′ʻʼ", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"〜": "~"}
)
HYPHEN = re.compile(r"(?<=[^\W\d_])-\s*(?:(?=[^\W\d_])|$)")
"""A hyphen inside a word or at the end of a line, where a new rendering may break the word."""

RAISED = re.compile(r"(?<=[^\W_])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
"""Signs of their own for raised figures, after which compatible forms would make one figure of two."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line: whether a bullet begins it, the number that begins it (empty where none does), and what follows."""

    bullet: bool
    number: str
    rest: str


def marked(line: str) -> Marked:
    """The line with its bullet and its number apart, in compatible forms of its signs. A table's row has neither."""
    line = unicodedata.normalize("NFKC", RAISED.sub(r"^\1", line.translate(CIRCLED)))
    if is_row(line):
        return Marked(bullet=False, number="", rest=line)
    bullet = BULLET.match(line)
    after = line[bullet.end() :] if bullet else line
    bare = MARKUP.sub("", after)
    number = NUMBER.match(bare)
    return Marked(bool(bullet), number[0].strip() if number else "", bare[number.end() :] if number else after)


def raised(before: str, text: str, mark: str) -> str:
    """
    Text that stands raised (`^`) or lowered (`_`) after other text: with the mark where it would else be read as part
    of a figure, as the 1 of a note is after 30, or change a unit, as the 2 of square metres would.
    """
    last = before.rstrip()[-1:]
    joins = text[:1].isdecimal() and (last.isdecimal() or (mark == "^" and last.isalnum()))
    return f"{mark}{text}" if mark and joins else text


def is_row(line: str) -> bool:
    """Whether the line is a row of a table: cells parted by tabs, or by bars from its beginning on."""
    return "\t" in line.strip("\n ") or line.lstrip().startswith("|")


@lru_cache(maxsize=10_000)
def wording(line: str) -> str:
    """
    What a line says, for comparing: no bullet, number, markup or white space; quotes, dashes, width and case alike.
    """
    if RULE.fullmatch(line):
        return ""
    plain = MARKUP.sub(" ", marked(line).rest).translate(TYPOGRAPHY).casefold()
    return "".join(HYPHEN.sub("", plain.strip()).split())


def says(line: str) -> bool:
    """Whether there is anything on a line: words, or a number that stands alone, as 第1条 above its title does."""
    return bool(wording(line) or marked(line).number)


def said(text: str) -> str:
    """The wording of a text of several lines, one block of the document a line."""
    return "".join(map(wording, text.splitlines()))


def fingerprint(text: str) -> str:
    """Sixteen hex digits that stand for the wording of a clause."""
    return hashlib.sha256(said(text).encode()).hexdigest()[:16]


def wordings(clauses: Sequence[Clause], blocks: Blocks) -> dict[str, str]:
    """The text of each clause whose wording stands in the document, by its id."""
    found = unchanged(clauses, blocks)
    return {clauses[place].id: span_text(blocks, span) for place, span in found.items()}


def unchanged(clauses: Sequence[Clause], blocks: Blocks) -> dict[int, Span]:
    """The blocks with each clause's wording, by the clause's place; of alike ones the nearest to its neighbours."""
    spans = _spans(clauses, blocks)
    wanted = [clause.fingerprint for clause in clauses]
    sure = [
        (spans[print_][0], place)
        for place, print_ in enumerate(wanted)
        if wanted.count(print_) == 1 and len(spans[print_]) == 1
    ]
    found: dict[int, Span] = {}
    take(sorted(sure, key=lambda one: one[0][0] - one[0][1]), found)
    steady = rising(found)
    open_pairs = [
        (*_distances(span, place, steady, found), place, span)
        for place, print_ in enumerate(wanted)
        if place not in found
        for span in spans[print_]
    ]
    take([(span, place) for *_, place, span in sorted(open_pairs)], found)
    return found


def take(pairs: Iterable[tuple[Span, int]], found: dict[int, Span]) -> None:
    """Adds each pair whose clause has no blocks yet and whose blocks no other clause has."""
    taken = {block for span in found.values() for block in range(*span)}
    for span, place in pairs:
        if place not in found and taken.isdisjoint(range(*span)):
            found[place] = span
            taken |= set(range(*span))


def _distances(span: Span, place: int, steady: Sequence[int], found: Mapping[int, Span]) -> tuple[int, int]:
    """
    How many blocks lie between a span and the nearer of the clause's two neighbours; and how many more or fewer than
    clauses do.
    """
    at = bisect_left(steady, place)
    first, last = (steady[at - 1], found[steady[at - 1]][1]) if at else (-1, 0)
    sides = [(abs(span[0] - last), place - first - 1)]
    if at < len(steady):
        sides.append((abs(found[steady[at]][0] - span[1]), steady[at] - place - 1))
    return min(blocks for blocks, _ in sides), min(abs(blocks - clauses) for blocks, clauses in sides)


def _spans(clauses: Sequence[Clause], blocks: Blocks) -> dict[str, list[Span]]:
    """Every run of blocks whose print is a clause's, by the print."""
    found: dict[str, list[Span]] = {clause.fingerprint: [] for clause in clauses}
    # A PDF may part one line of text into several blocks.
    longest = 3 * max((clause.lines[1] - clause.lines[0] + 1 for clause in clauses), default=0)
    said = [wording(block.text).encode() for block in blocks]
    # A number that stands alone has no wording: it belongs to what it stands above, unless it is a clause itself.
    alone = fingerprint("") in found
    for start in (at for at in range(len(blocks)) if at == 0 or said[at - 1] or alone):
        # As `wording.fingerprint` makes it, one block after another.
        digest = hashlib.sha256()
        for stop in range(start + 1, min(start + longest, len(blocks)) + 1):
            digest.update(said[stop - 1])
            if (said[stop - 1] or alone) and (print_ := digest.copy().hexdigest()[:16]) in found:
                found[print_].append((start, stop))
    return found


def rising(found: Mapping[int, Span]) -> list[int]:
    """The longest run of places, in order, whose spans are in order too."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in sorted(found):
        start = found[place][0]
        at = bisect_left(tails, start)
        before[place] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [start], [place]
    run: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]
