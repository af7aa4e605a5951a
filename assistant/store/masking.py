"""
What may name a person is taken out of a text before it is kept: addresses for mail, long numbers, codes, names.

Only what is sure: a name stands beside a word by which people are addressed, a number has seven digits or more, a code
five, and a day or a year is none. The words are those of each language's `grammar.yaml`. The patterns are built so that
no text makes them try again and again; what they are given has at most `LONGEST` characters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from assistant.parsing.lines import words_of
from assistant.parsing.plain import JAPANESE
from assistant.store.records import LONGEST

MASK = "***"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, marks that turn the direction or are not seen, and what is no sign."""
MOST_MARKS = 3
"""As many marks as this may stand on one letter."""
MAIL = re.compile(r"[^\s@<>()\[\]「」、。,;:]{1,64}@[^\s@<>()\[\]「」、。,;:]{1,255}")
DAY = re.compile(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2(?:19|20)[0-9]{2})"
    r"(?:[T ][0-9]{1,2}:[0-9]{2})?(?![0-9])"
)
NUMBER = re.compile(r"[+(]?[0-9〇](?:[ .()/・~ー‐-―-]{0,2}[0-9〇]){6,}")
CODE = re.compile(r"[A-Za-z0-9]+(?:[-_/.:][A-Za-z0-9]+)*")
LEAST_DIGITS, LEAST_NAMED = 5, 3
"""Of a code that stands by itself, and of one that is said to be a number."""
SWITCHES = 4
"""As often as this a code changes between letters and digits."""
LITTLE = r"(?:\W{0,3}[^\W\d]{1,3}(?=[\s:])){0,2}\W{0,3}[\u3041-\u3096]{0,2}"
"""Between the word for a number and the number: *is*, は, signs."""
NAME = rf"[^\W\d_{JAPANESE}][\w'’.-]*"
KANJI = "[\u3005-\u3007\u3400-\u9fff]{1,5}|[\u30a1-\u30fa\u30fc]{2,12}"


def cleaned(text: str) -> str:
    """A text on one line without anything that is not seen, at most `LONGEST` characters."""
    kept: list[str] = []
    marks = 0
    # Cut off first: some signs become many.
    for sign in unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if sign.isspace():
            kept.append(" ")
        elif marks <= MOST_MARKS and unicodedata.category(sign) not in UNSEEN:
            kept.append(sign)
    return " ".join("".join(kept).split())


@dataclass(frozen=True, slots=True)
class Masks:
    """Patterns made from the words of all languages."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    nobody: re.Pattern[str] | None
    numbered: re.Pattern[str] | None

    @classmethod
    def of(cls, grammar: Mapping[str, Sequence[str]]) -> "Masks":
        """From the words by their path, as `matching.load_grammar` has them."""
        before, behind, nobody, numbered = (
            _any_of(words_of(grammar, f"people.{name}")) for name in ("before", "behind", "nobody", "numbered")
        )
        more = rf"(?:\s+(?-i:(?=[A-Z\u00c0-\u00de]){NAME})){{0,2}}"
        return cls(
            _pattern(before, rf"(?<!\w)(?:{before})\.?:?\s+(?P<name>{NAME}{more})"),
            _pattern(behind, rf"(?P<name>{KANJI})\s?(?P<word>{behind})"),
            _pattern(nobody, nobody),
            _pattern(numbered, rf"(?:{numbered}){LITTLE}(?P<name>{CODE.pattern})"),
        )

    def masked(self, text: str) -> str:
        """The text, cleaned, with a mask for everything that may name a person."""
        text = cleaned(text)
        text = _covered(text, (found.span() for found in MAIL.finditer(text)))
        for spans in (self._names, self._numbered, _codes, partial(_outside_days, pattern=NUMBER)):
            text = _covered(text, spans(text))
        return text[:LONGEST]

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        if self.before:
            yield from (found.span("name") for found in self.before.finditer(text))
        if self.behind:
            nobody = [found.span() for found in self.nobody.finditer(text)] if self.nobody else []
            for found in self.behind.finditer(text):
                start, end = found.span("word")
                if not any(first < end and start < last for first, last in nobody):
                    yield found.span("name")

    def _numbered(self, text: str) -> Iterator[tuple[int, int]]:
        if self.numbered:
            for found in self.numbered.finditer(text):
                if sum(map(str.isdigit, found["name"])) >= LEAST_NAMED:
                    yield found.span("name")


def _pattern(words: str, pattern: str) -> re.Pattern[str] | None:
    """The pattern, where there are words to look for."""
    return re.compile(pattern, re.IGNORECASE) if words else None


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; empty where there is none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a mask in place of each of these stretches; one that reaches into another takes no second."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [text[done:start], MASK]
        done = max(done, end)
    return "".join([*pieces, text[done:]])


def _outside_days(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where a pattern is found in what stands between the days of a text."""
    done = 0
    for start, end in [*(found.span() for found in DAY.finditer(text)), (len(text), len(text))]:
        yield from (found.span() for found in pattern.finditer(text, done, start))
        done = end


def _codes(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _outside_days(text, CODE):
        signs = text[start:end]
        digits = sum(map(str.isdigit, signs))
        kinds = [sign.isdigit() for sign in signs if sign.isalnum()]
        switches = sum(one != other for one, other in pairwise(kinds))
        if digits < len(kinds) and (digits >= LEAST_DIGITS or switches >= SWITCHES):
            yield start, end
