"""Known words found in folded text: the longest first, and each stretch of the text for one of them only."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from assistant.match.words import is_japanese
from assistant.parsing.lines import GROUP, beginnings, written_out
from assistant.parsing.plain import LETTER

GAP, REACH = "_", 10
"""A few letters and blanks may stand there, at most so many."""
APART, CLAUSE = "...", re.compile(r"(?:[^.,;:!?]|(?<=[0-9])\.)*")
"""Between these words others of the clause may stand; the first is found: *lief … ab*. And so far a clause reaches."""
AT_THE_END = ".。?!"
BEGINNING = re.compile(rf"(?=[^\s\0])(?:(?<!{LETTER})|(?!{LETTER}))")
"""A word may begin there: not inside one in letters, nor with a blank."""
BEGUN = re.compile(rf"{LETTER}+|[^\s\0]")
"""What begins at each of these places: a word in letters, or one other sign."""
PARTED = re.compile(f"#|(?={GAP})")
Signs = Mapping[str, Sequence[int]]
"""Where words may begin in a text, by the signs with which they do."""
MOST, SIZES, FIGURES = 4, (1, 2, 4), frozenset("0123456789")
"""By so many signs words are known, the longest that they have."""


class Span(NamedTuple):
    """A stretch `text[start:end]` and the word that was found there."""

    start: int
    end: int
    word: str


class Borders(NamedTuple):
    """Where what parts a text begins and where it ends, both ascending, with the text's own beginning and end."""

    begins: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, breaks: Sequence[tuple[int, int]], length: int) -> "Borders":
        """From each break of a text so long."""
        return cls([*(begin for begin, _ in breaks), length], [0, *sorted(end for _, end in breaks)])

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The part in which a stretch lies."""
        left, right = bisect_right(self.ends, start) - 1, bisect_left(self.begins, end, 0, len(self.begins) - 1)
        return self.ends[left], self.begins[right]


class Entry(NamedTuple):
    """
    A word that is looked for: its parts, between which any number stands or a few letters, and where it may stand. One
    without parts is a line of several words (`parsing.lines`).

    In letters it begins where a word begins; `whole`: it also ends where one ends, `first`: it begins where a clause
    does, and `last`: it ends where the question does, by `?`, or where what it stands in does, by `$`, or the clause
    goes on with another word. `refused`: it takes its stretch, and is not found. `paths`: where it stands in a grammar.
    """

    word: str
    parts: tuple[str, ...]
    whole: bool = True
    last: str = ""
    refused: bool = False
    first: bool = False
    paths: tuple[str, ...] = ()

    @classmethod
    def line(cls, line: str) -> "Entry":
        """
        From a line of a catalogue: `#` is a number, `_` a few letters, `…` what else its clause has; a `*` behind it is
        any ending, a `?` the question's end, a `$` that no word follows, a `^` before it the beginning of a clause.

        A line that begins with `-` is refused. Behind a tab each stand the paths of a grammar, in which marks stand for
        themselves.
        """
        line, *paths = line.split("\t")
        if paths and not any(sign.isalnum() for sign in line):
            return cls(line, (line,), paths=tuple(paths))
        refused = line.startswith("-")
        word = line[1:].strip() if refused else line
        parts, (_, *apart) = () if GROUP.search(word) else tuple(PARTED.split(_bare(word))), word.split(APART, 1)
        last = APART + apart[0].strip() if apart else word[-1:] if word.endswith(("?", "$")) else ""
        return cls(word, parts, not word.endswith("*"), last, refused, word.startswith("^"), tuple(paths))

    @property
    def kept(self) -> str:
        """The line that it is of."""
        return "\t".join((f"-{self.word}" if self.refused else self.word, *self.paths))

    def ways(self, fits: Callable[[str], bool] = lambda _: True) -> Iterator["Entry"]:
        """The words of its line that have a sign; of several, those alone whose first part fits, in whole."""
        several = () if self.parts else written_out(self.word, lambda one: fits(PARTED.split(_bare(one))[0]))
        every = (Entry.line(self._replace(word=way).kept) for way in several) if several else (self,)
        return (one for one in every if one.parts not in ((), ("",)))

    def known_by(self) -> set[str]:
        """The signs with some of which each word of its line begins; with a number, where nothing stands before it."""
        begun = () if self.parts else beginnings(self.word, len("^") + MOST + 1)
        parted = (PARTED.split(_bare(one)) for one in begun) if begun else (self.parts,)
        starts = {start[:MOST] for start, *more in parted if start or more}
        known = {start if len(start) in SIZES else start[:2] for start in starts}
        return known - {""} | (FIGURES if "" in known else set())

    def standing(self, text: str, start: int) -> Iterable["Entry"]:
        """The word, or those of its line, whose first part stands there."""
        if not self.parts:
            return self.ways(lambda one: text.startswith(one, start))
        return (self,) if text.startswith(self.parts[0], start) else ()

    def end(self, text: str, start: int) -> int | None:
        """Where it ends that stands there; nothing where it does not."""
        at = start
        if self.first and text[:start].rstrip()[-1:].isalnum():
            return None
        for number, part in enumerate(self.parts):
            if part.startswith(GAP):
                begin = _reached(text, at, part := part[1:])
            elif number:
                begin = end if (end := _digits(text, at)) > at else -1
            else:
                begin = at
            if begin < 0 or not text.startswith(part, begin):
                return None
            at = begin + len(part)
        if self.whole and at < len(text) and _letter(text, at) and _letter(text, at - 1):
            return None
        return at if not self.last or _ends(text, at, self.last) else None


Kept = tuple[Mapping[str, Sequence[int]], list[str | Entry]]
"""A lexicon as JSON holds it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    Entries, each by its place among `lines`, by the signs that they begin with (`SIZES`). One is made of its line when
    it is first needed, which most never are.
    """

    rows: Mapping[str, Sequence[int]] = field(default_factory=dict)
    lines: list[str | Entry] = field(default_factory=list)

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> "Lexicon":
        """Each line once; a word without a sign is never found."""
        rows, lines = dict[str, list[int]](), sorted(set(entries))
        for place, one in enumerate(lines):
            for known in sorted(one.known_by()):
                rows.setdefault(known, []).append(place)
        return cls(rows, [*lines])

    @classmethod
    def of(cls, words: Iterable[str]) -> "Lexicon":
        """Of plain words."""
        return cls.build(Entry(word, (word,)) for word in words)

    @property
    def kept(self) -> Kept:
        """It as JSON holds it, from which it can be made again; all entries are lines."""
        return self.rows, [one if isinstance(one, str) else one.kept for one in self.lines]

    def spans(self, text: str, signs: Signs | None = None) -> Iterator[Span]:
        """From left to right; `signs` are those of the text (`signs_of`), where many lexicons are looked for in it."""
        return map(itemgetter(0), self.found(text, signs))

    def found(self, text: str, signs: Signs | None = None) -> Iterator[tuple[Span, Sequence[str]]]:
        """The same, each with the paths under which it stands."""
        places, signs = dict[int, list[str]](), signs_of(text) if signs is None else signs
        for known in self.rows.keys() & signs.keys():
            for start in signs[known]:
                places.setdefault(start, []).append(known)
        at = 0
        for start in sorted(places):
            standing = self._standing(text, start, places[start]) if start >= at else ()
            for entry in standing:
                if (end := entry.end(text, start)) is not None:
                    at = end
                    if not entry.refused:
                        same = (one.paths for one in standing if (one.word, one.refused) == (entry.word, False))
                        yield Span(start, end, entry.word), list(dict.fromkeys(chain.from_iterable(same)))
                    break

    def _standing(self, text: str, start: int, signs: Sequence[str]) -> Sequence[Entry]:
        """The words whose first part stands there: those that are refused first, and then the longest."""
        found = [way for each in signs for one in self._begun(each) for way in one.standing(text, start)]
        return sorted(found, key=_order) if len(found) > 1 else found

    def _begun(self, signs: str) -> Iterator[Entry]:
        for place in self.rows[signs]:
            if isinstance(found := self.lines[place], str):
                found = self.lines[place] = Entry.line(found)
            yield found

    def starts(self, text: str, at: int) -> bool:
        """Does one of the words stand there?"""
        return bool(BEGINNING.match(text, at)) and any(self.spans(text, {text[at : at + size]: [at] for size in SIZES}))


def signs_of(text: str) -> Signs:
    """Where words may begin with each sign of a text, and with each few that stand beside each other."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in [one.start() for one in BEGUN.finditer(text)]:
        for size in SIZES:
            found[text[at : at + size]].append(at)
    return found


def _bare(word: str) -> str:
    """Without the marks that tell where it may stand."""
    return word.replace(f" {APART}", APART).partition(APART)[0].rstrip("*?$").removeprefix("^")


def _order(entry: Entry) -> tuple[bool, bool, int, str]:
    return len(entry.parts[0]) < SIZES[1], not entry.refused, -len(entry.word), entry.word


def _letter(text: str, at: int) -> bool:
    """Does a letter or a figure stand there that is not Japanese?"""
    sign = text[at : at + 1]
    return sign.isalnum() and (sign.isascii() or not is_japanese(sign))


def _reached(text: str, at: int, word: str) -> int:
    """Where a word stands next, a few letters away at most; -1 where it does not."""
    found = text.find(word, at, at + REACH + len(word))
    return found if not text[at:found].strip() or text[at:found].replace(" ", "").isalnum() else -1


def _digits(text: str, at: int) -> int:
    while text[at : at + 1].isascii() and text[at : at + 1].isdigit():
        at += 1
    return at


def _ends(text: str, at: int, by: str) -> bool:
    if by.startswith(APART):
        apart, right = Entry.line(by.removeprefix(APART)), next(CLAUSE.finditer(text, at)).end()
        return any(BEGINNING.match(text, one) and apart.end(text, one) for one in range(at, right))
    if by == "$":
        return not text[at:].lstrip()[:1].isalnum()
    return text[at : at + 1] == "?" or not text[at:].strip(AT_THE_END)
