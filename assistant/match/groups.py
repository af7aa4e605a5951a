"""The words of grammar by the parts of it in which they stand, ready to be found in folded text."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from assistant.match.lexicon import Entry, Lexicon, Signs, Span
from assistant.match.lexicon import Kept as LexiconKept
from assistant.parsing.lines import WRITTEN, pieces, written_out
from assistant.parsing.plain import KATAKANA, LETTER

WORD = re.compile(rf"{LETTER}+")
KNOWN = re.compile(rf"{LETTER}+|[{KATAKANA}]+")
"""A word of a grammar, which is no misspelt name."""
DAYS = ("days.months.", "days.weekdays.", "days.today.")
"""Paths of names, which have no endings: *sabato* is no participle."""


Paths = Mapping[str, Sequence[str]]
Kept = tuple[LexiconKept, Paths, Sequence[str]]
"""A group as JSON holds it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one part of the grammar with their paths, and those of endings of words."""

    words: Lexicon
    endings: Paths
    refused: frozenset[str]

    @classmethod
    def of(cls, lines: Paths, names: Collection[str]) -> "Group":
        """From lines (`match.lexicon.Entry.line`, also with a `*` in front) with their paths; no name has an ending."""
        entries = [Entry.line("\t".join((line, *paths))) for line, paths in lines.items() if line[0] != "*"]
        endings = {way[1:]: paths for line, paths in lines.items() if line[0] == "*" for way in written_out(line)}
        refused = {way.word for one in entries if one.refused for way in one.ways()} if endings else set()
        return cls(Lexicon.build(entries), endings, frozenset({*refused, *(names if endings else ())}))

    @classmethod
    def read(cls, kept: Kept) -> "Group":
        """From what is kept of it."""
        words, endings, refused = kept
        return cls(Lexicon(*words), endings, frozenset(refused))

    @property
    def kept(self) -> Kept:
        """It as JSON holds it."""
        return self.words.kept, self.endings, sorted(self.refused)

    def spans(self, text: str, signs: Signs) -> Iterator[tuple[Span, Sequence[str]]]:
        """What stands in folded text with these signs, from left to right, each stretch for the longest word alone."""
        found = list(self.words.found(text, signs))
        taken = {span.start for span, _ in found}
        for word in WORD.finditer(text) if self.endings else ():
            if word.start() not in taken and word[0] not in self.refused:
                found += [
                    (Span(word.start(), word.end(), word[0]), paths)
                    for ending, paths in self.endings.items()
                    if word[0].endswith(ending) and len(word[0]) > len(ending) + 1
                ]
        return iter(sorted(found, key=itemgetter(0)))


def groups_of(words: Paths) -> dict[str, Group]:
    """The groups of the words of all languages by their path (`parsing.grammar.joined`)."""
    groups: dict[str, dict[str, list[str]]] = {}
    for path, found in words.items():
        if (name := path.partition(".")[0]) not in WRITTEN:
            for word in dict.fromkeys(found):
                groups.setdefault(name, {}).setdefault(word, []).append(path)
    names = {word for path, found in words.items() if path.startswith(DAYS) for word in found}
    return {name: Group.of(found, names) for name, found in groups.items()}


def pieces_of(words: Paths) -> set[str]:
    """The groups' lines but endings, cut at blanks and written out: a piece has far fewer ways than its line."""
    lines = {line for path, found in words.items() if path.partition(".")[0] not in WRITTEN for line in found}
    return {way for line in lines if line[0] != "*" for piece in pieces(line) for way in written_out(piece)}


def known_words(words: Paths) -> set[str]:
    """The words that stand in them."""
    return {word for piece in pieces_of(words) for word in KNOWN.findall(piece)}
