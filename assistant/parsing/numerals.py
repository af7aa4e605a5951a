"""
What numbers are called: figures, signs such as those of kanji, and number words of any language; and their values.

What is looked up in it is folded (`parsing.plain`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from assistant.parsing.plain import LETTER

SPOKEN, YEAR, FILLED, JOINED, FIRST_SIGN = "\x01", "\x03", "\x02", "\x04", 0x86
"""
A number in words stands in a text as the first, one that may be a year as the second, and as many of the third. The
fourth is a year and no count, as two numbers are that only together make one: *twenty twenty-five*.
"""
YEARS, CENTURY, SHORTEST = range(2000, 2100), 20, 10
"""*Twenty twenty-five* is a year: the century, and no less than the shortest number behind it."""
CONTROL = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\0")
WORD = re.compile(r"[^\W\d_]+,?")
LONGEST, TEN = 9, 10


class Spoken(NamedTuple):
    """
    A folded text as forms are looked for in it, as long as the text itself: number words are one sign, repeated, and
    signs for numbers are control signs, of which it holds no others. In `words` its number words stand as they are.
    `values` are those of number words, by where they start.
    """

    text: str
    signs: str
    words: str
    values: Mapping[int, float]


def without_language(words: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The words of all languages together, by path."""
    found: dict[str, dict[str, None]] = {}
    for path, every in words.items():
        found.setdefault(path.partition("@")[0], {}).update(dict.fromkeys(every))
    return {path: list(every) for path, every in found.items()}


class Numerals:
    """The numbers of some languages, by the words of their grammars by path (`parsing.grammar.joined`)."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._digits: dict[str, int] = {}
        self._scales: dict[str, int] = {}
        self._alone: dict[str, float] = {}
        self._before: dict[str, int] = {}
        self._joined: dict[str, int] = {}
        for path, every in words.items():
            name, at, language = path.partition("@")
            match [*name.split(".", 2), "", ""][:3]:
                case "numbers", "signs", value:
                    (self._digits if int(value) < 10 else self._scales).update(dict.fromkeys(every, int(value)))
                case "numbers", "before", value:
                    self._before.update(dict.fromkeys(every, int(value)))
                case "numbers", "joined", value:
                    self._joined.update(dict.fromkeys(every, int(value)))
                case "numbers", "cardinals", value:
                    halves = filter(str.isalpha, words.get(f"numbers.and_half{at}{language}", ()))
                    self._alone.update(dict.fromkeys(every, int(value)))
                    self._alone.update({f"{word}{half}": int(value) + 0.5 for half in halves for word in every})
                case "numbers", "counted", value if "." in value:
                    self._alone.update(dict.fromkeys(every, float(value)))
        both = without_language(words)
        points = both.get("numbers.point", ())
        self.point = re.compile("|".join(map(re.escape, points))) if points else None
        self.separators = tuple(one for one in both.get("numbers.figures", ()) if len(one) == 2) or (",.",)
        shares = (re.escape(one) for path in both if path.startswith("clocks.shares.") for one in both[path])
        self._shares = re.compile(rf"(?<!{LETTER})(?:{'|'.join(shares) or '(?!)'})(?!{LETTER})")
        signs = (*self._digits, *self._scales)
        self._table = CONTROL | {ord(sign): chr(number) for number, sign in enumerate(signs, FIRST_SIGN)}
        self._known = frozenset(signs)
        self.sign, self.scale = (
            f"[\\x{FIRST_SIGN + skip:02x}-\\x{FIRST_SIGN + len(signs) - 1:02x}]" if signs[skip:] else "(?!)"
            for skip in (0, len(self._digits))
        )

    @cached_property
    def figures(self) -> str:
        """The pattern of a number in figures, with the marks of any of the languages, or in signs."""
        ways = [
            rf"[0-9]{{1,3}}(?:{re.escape(pair[0])}[0-9]{{3}})+(?:{re.escape(pair[1])}[0-9]+)?(?![0-9])"
            for pair in self.separators
        ]
        # One way for all decimal marks: of two, the first would take the 2 of 2.7 and leave the rest.
        marks = "".join(sorted({re.escape(pair[1]) for pair in self.separators}))
        ways += [
            rf"(?:[0-9]{{1,3}}{self.scale}{self.sign}*)+(?:[0-9]{{1,3}}(?![0-9]))?",
            rf"[0-9]+(?:[{marks}][0-9]+)?",
            rf"[{marks}][0-9]+",
        ]
        # None is the end of another: the 50.5 of 1千50.5.
        return f"(?<!{self.scale})(?:{'|'.join(ways)})|{self.sign}+"

    @property
    def figure(self) -> str:
        """The pattern of one or two figures, or of up to three signs."""
        return f"(?:[0-9]{{1,2}}|{self.sign}{{1,3}})"

    def signed(self, text: str) -> str:
        """Folded text with control signs for signs of numbers."""
        return text.translate(self._table)

    def plain(self, figures: str) -> str | None:
        """
        Figures in ASCII without leading noughts and marks of thousands.

        `None` where signs make no number, or where the languages write two numbers so.
        """
        if self.point and (parts := self.point.split(figures))[1:]:
            whole, *rest = map(self.whole, map(str.strip, parts))
            return f"{whole}.{rest[0]}" if whole is not None and rest[0] is not None and not rest[1:] else None
        value = self.whole(figures)
        found = self.meant(figures) if value is None and re.search("[0-9]", figures) else set[str]()
        return found.pop() if len(found) == 1 else None if value is None else str(value)

    def ways(self, figures: str) -> Sequence[str]:
        """The same, or each of the numbers that the languages write so."""
        known = self.plain(figures)
        return sorted(self.meant(figures)) if known is None else (known,)

    def meant(self, figures: str) -> set[str]:
        """The numbers that figures in ASCII are in the languages: *1.250* is one in English and another in German."""
        return {text for marks in self.separators if (text := _unmarked(figures, *marks)) is not None}

    def whole(self, text: str) -> int | None:
        """A whole number in digits or in signs, or signs for scales behind digits; `None` for anything else."""
        if re.fullmatch(r"[0-9]{1,9}", text):
            return int(text)
        if not (signs := re.sub("[0-9]", "", text)) or not self._known.issuperset(signs):
            return None
        if all(sign in self._digits for sign in text):
            return int("".join(str(self._digits[sign]) for sign in text[:LONGEST]))
        return self._in_scales(text)

    def _in_scales(self, text: str) -> int | None:
        total, digit, least = 0, 0, 10_000
        for sign in re.findall("[0-9]+|.", text):
            scale = self._scales.get(sign)
            if scale is None:
                value = self._digits[sign] if sign in self._digits else int(sign)
                if digit or not 0 < value < least:
                    return None
                digit = value
            elif scale >= least or digit >= TEN:
                return None
            else:
                total, digit, least = total + (digit or 1) * scale, 0, scale
        return total + digit

    @cached_property
    def _run(self) -> re.Pattern[str] | None:
        phrases = [phrase.replace(",", "").split() for phrase in (*self._alone, *self._before)]
        first, every = ({word for words in phrases for word in words[:most]} for most in (1, None))
        ways = ["|".join(sorted(words, key=lambda word: (-len(word), word))) for words in (first, every)]
        ahead = "|".join(sorted(self._joined, key=lambda word: (-len(word), word)))
        welded = f"(?:{ahead}){{0,2}}" if ahead else ""
        words = [rf"{welded}(?:{way})(?!{LETTER})" for way in ways]
        return re.compile(rf"(?<!{LETTER}){words[0]}(?:,?[\s-]+{words[1]})*") if phrases else None

    def spoken(self, text: str) -> Spoken:
        """Folded text with its numbers in words as signs, but those within a word for a share: *drei viertel zehn*."""
        values: dict[int, float] = {}
        signs = words = self.signed(text)
        counted = self._shares.sub(lambda share: FILLED * len(share[0]), text)
        for run in self._run.finditer(counted) if self._run else ():
            places = [(one.start() + run.start(), one.end() + run.start()) for one in WORD.finditer(run[0])]
            for first, last, value, sign in self._values([text[start:end] for start, end in places]):
                start, end = places[first][0], places[last - 1][1]
                end -= text[end - 1] == ","
                values[start] = value
                signs = signs[:start] + sign + FILLED * (end - start - 1) + signs[end:]
        return Spoken(text, signs, words, values)

    def _values(self, words: Sequence[str]) -> Iterator[tuple[int, int, float, str]]:
        at = 0
        while at < len(words):
            found = self._value(words, at, 10**6)
            century = found and found[1] == CENTURY and not words[found[0] - 1].endswith(",")
            short = self._value(words, found[0], 100) if found and century else None
            joined = short is not None and short[1] >= SHORTEST
            found = (short[0], 100 * CENTURY + short[1]) if short and joined else found
            if found:
                yield at, *found, JOINED if joined else YEAR if found[1] in YEARS else SPOKEN
            at = found[0] if found else at + 1

    def _value(self, words: Sequence[str], at: int, below: int) -> tuple[int, float] | None:
        """Where the longest number ends that begins there, and its value."""
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            scale = self._before.get(phrase, below)
            if scale < below and (rest := self._value(words, at + size, 1000 if scale >= 1000 else 100)) and rest[1]:
                return rest[0], scale + rest[1]
            if (value := self._alone.get(phrase.removesuffix(","), below)) < below:
                return at + size, value
        welded = self._welded(words[at].removesuffix(","), below) if self._joined and at < len(words) else None
        return None if welded is None else (at + 1, welded)

    def _welded(self, word: str, below: int) -> float | None:
        """A number that is written as one word with the hundreds or thousands before it: *honderdtwintig*."""
        for size in range(len(word) - 1, 1, -1):
            if (scale := self._joined.get(word[:size], below)) < below:
                limit = 1000 if scale >= 1000 else 100
                alone = self._alone.get(word[size:], limit)
                if rest := alone if alone < limit else self._welded(word[size:], limit):
                    return scale + rest
        return None


def _unmarked(figures: str, group: str, decimal: str) -> str | None:
    mark = re.escape(group)
    if not re.fullmatch(rf"(?:[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+|[0-9]*)(?:{re.escape(decimal)}[0-9]+)?", figures):
        return None
    before, point, behind = figures.replace(group, "").partition(decimal)
    return (before.lstrip("0") or "0") + ("." if point else "") + behind
