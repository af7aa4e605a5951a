"""The words of grammar by the parts of it in which they stand, ready to be found in folded text."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from assistant.match.lexicon import Entry, Lexicon, Rows, Signs, Span
from assistant.parsing.plain import LETTER
from assistant.parsing.speech import WRITTEN

WORD = re.compile(rf"{LETTER}+")
DAYS = ("days.months.", "days.weekdays.", "days.today.")
"""Paths of names, which have no endings: *sabato* is no participle."""


Paths = Mapping[str, Sequence[str]]
Kept = tuple[Rows, Paths, Paths, Sequence[str]]
"""A group as JSON holds it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one part of the grammar, the paths of each, and those of endings of words."""

    words: Lexicon
    paths: Paths
    endings: Paths
    refused: frozenset[str]

    @classmethod
    def of(cls, lines: Paths, names: Collection[str]) -> "Group":
        """From lines (`match.lexicon.Entry.line`, also with a `*` in front) with their paths; no name has an ending."""
        entries = {line: _entry(line) for line in lines if not line.startswith("*")}
        endings = {line[1:]: paths for line, paths in lines.items() if line.startswith("*")}
        paths = {entry.word: lines[line] for line, entry in entries.items() if not entry.refused}
        refused = {entry.word for entry in entries.values() if entry.refused}
        return cls(Lexicon.build(entries.values()), paths, endings, frozenset({*refused, *(names if endings else ())}))

    @classmethod
    def read(cls, kept: Kept) -> "Group":
        """From what is kept of it."""
        words, paths, endings, refused = kept
        return cls(Lexicon(words), paths, endings, frozenset(refused))

    @property
    def kept(self) -> Kept:
        """It as JSON holds it."""
        return self.words.kept, self.paths, self.endings, sorted(self.refused)

    def spans(self, text: str, signs: Signs) -> Iterator[tuple[Span, Sequence[str]]]:
        """What stands in folded text with these signs, from left to right, each stretch for the longest word alone."""
        found = [(span, self.paths[span.word]) for span in self.words.spans(text, signs)]
        taken = {span.start for span, _ in found}
        for word in WORD.finditer(text) if self.endings else ():
            if word.start() not in taken and word[0] not in self.refused:
                found += [
                    (Span(word.start(), word.end(), word[0]), paths)
                    for ending, paths in self.endings.items()
                    if word[0].endswith(ending) and len(word[0]) > len(ending) + 1
                ]
        return iter(sorted(found, key=itemgetter(0)))


def _entry(line: str) -> Entry:
    """Marks stand for themselves."""
    return Entry.line(line) if any(sign.isalnum() for sign in line) else Entry(line, (line,))


def groups_of(words: Paths) -> dict[str, Group]:
    """The groups of the words of all languages by their path (`parsing.grammar.joined`)."""
    groups: dict[str, dict[str, list[str]]] = {}
    for path, found in words.items():
        if (name := path.partition(".")[0]) not in WRITTEN:
            for word in dict.fromkeys(found):
                groups.setdefault(name, {}).setdefault(word, []).append(path)
    names = {word for path, found in words.items() if path.startswith(DAYS) for word in found}
    return {name: Group.of(found, names) for name, found in groups.items()}
