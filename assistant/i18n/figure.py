"""
A number, a time of day, a month or a code as it stands in a sentence of any language; and those of them that stand in
words: *twee*, *ósmej*, *halb sechs*, *tien voor half elf*.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from assistant.errors import Refusal
from assistant.i18n.spelling import either
from assistant.parsing.clocks import FORMS, RUNNING, time_of
from assistant.parsing.days import FORMS as DAYS
from assistant.parsing.days import MONTHS, month_and_day
from assistant.parsing.numerals import FILLED, SPOKEN, YEAR
from assistant.parsing.plain import APOSTROPHES, LETTER
from assistant.parsing.speech import Heard, Speech

CLOCK, DATE, CODE, WHOLE = "clock", "date", "code", "day with its month"


class Figure(NamedTuple):
    """
    A figure where it stands: the ways of reading it, each in digits, and its unit: that behind it, or `CLOCK`, `DATE`
    or `CODE`; empty where none is known. A day and its month are a figure too, `WHOLE`, beside each of the two.

    `wanted`: a translation must have it; `written`: it stands in digits, so that its source must have it.
    """

    ways: frozenset[str]
    at: int
    wanted: bool = True
    written: bool = True
    unit: str = ""
    text: str = ""
    """A time of day as it stands there, which its ways have on a clock of twelve hours."""

    @property
    def key(self) -> str:
        """What it has in common with the same figure in another language."""
        return min(self.ways, key=lambda way: (len(way), way))

    @property
    def name(self) -> str:
        """What a message calls it: a time of day as it stands there, anything else as it is compared."""
        return self.text or self.key


FIRST_OF_TWO = re.compile(rf"[{SPOKEN}{YEAR}]{FILLED}*\s?(?:[^\W\d_]{{1,5}}\s|[\u2013-])\s?")
"""A number in words that may share its *o'clock* with the next: *van negen tot twaalf uur*."""


class InWords(NamedTuple):
    """Numbers in words and hours that have words of their own, and times of day on a clock of twelve, by place."""

    numbers: Mapping[int, float]
    hours: Mapping[int, int]
    times: Mapping[int, set[str]]


class Hours:
    """Reads them in one language, by its words and by the forms of its clocks."""

    def __init__(self, words: Mapping[str, Sequence[str]], speech: Speech) -> None:
        self._speech = speech
        self._shares = {word: int(share) for word, share in words_under(words, "clocks.shares.").items()}
        self._hours = {word: int(hour) for word, hour in words_under(words, "clocks.hour_words.").items()}
        self._share = re.compile(rf"(?<!{LETTER})(?P<share>{either(self._shares)})\s?$")
        self._any = re.compile(rf"(?<!{LETTER}){either((*self._shares, *self._hours))}")
        self._hour = re.compile(rf"(?<!{LETTER}){either(self._hours)}")

    def read(self, plain: str) -> InWords:
        """Those of a folded text."""
        heard = self._speech.hear(plain.translate(APOSTROPHES))
        numbers, times = heard.spoken.values, dict[int, set[str]]()
        hours = {found.start(): self._hours[found[0]] for found in self._hour.finditer(plain)}
        for at, value in {**numbers, **hours}.items():
            share = self._share.search(plain[:at])
            if share or at in hours:
                times[at] = {on_the_clock(value, self._shares[share["share"]] if share else 0)}
        if numbers or self._any.search(plain):
            self._by_forms(heard, times)
        return InWords(numbers, hours, times)

    def days(self, plain: str) -> Iterator[Figure]:
        """Each day of a folded text with its month, which may not change days with another one."""
        found = self._speech.hear(plain).find(DAYS)
        every = [one for one in found if "day" in one.gaps and not MONTHS.isdisjoint(one.gaps)]
        for one in {one.start: one for one in every if not any(map(one.lies_in, every))}.values():
            way = "{}-{}".format(*month_and_day(self._speech, one.gaps))
            yield Figure(frozenset({way}), one.start, False, False, WHOLE, plain[one.start : one.end])

    def _by_forms(self, heard: Heard, times: dict[int, set[str]]) -> None:
        every = [one for one in heard.find(FORMS, RUNNING) if not one.refused]
        for one in (one for one in every if not any(one.lies_in(other) for other in every)):
            with suppress(Refusal):
                time = time_of(self._speech, one, heard.spoken.text[one.start : one.end]).value
                for at in range(one.start, one.end):
                    times.setdefault(at, set()).add(on_the_clock(time.hour, time.minute))
        for first in FIRST_OF_TWO.finditer(heard.spoken.signs):
            if first.end() in times:
                times.setdefault(first.start(), set()).add(on_the_clock(heard.spoken.values[first.start()], 0))


def words_under(words: Mapping[str, Sequence[str]], path: str) -> dict[str, str]:
    """The words below a path, each with the last part of its own."""
    return {word: name.removeprefix(path) for name, every in words.items() if name.startswith(path) for word in every}


def on_the_clock(hour: float, minutes: int) -> str:
    """So many minutes after an hour, or before it, on a clock of twelve hours."""
    return f"{(hour + minutes // 60) % 12:g}:{minutes % 60:02}"
