"""
Reads the figures of a sentence, in any language.

They are numbers in the digits, marks and words of a language, months by their names, times of day, years of eras,
and codes such as SV9500. A figure may be read in several ways: *24 h* is a time and a period. Nothing here knows a word
of any language: `i18n.spelling` has them.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from unicodedata import normalize

from assistant.i18n.figure import CLOCK, CODE, DATE, Figure, Hours, InWords, on_the_clock, words_under
from assistant.i18n.spelling import MARKS, NEVER, either
from assistant.memo import Made
from assistant.model.record import Text
from assistant.parsing.plain import DIGITS, JAPANESE, LETTER, decimals
from assistant.parsing.speech import Speech

NUMERIC = r"(?P<first>\d{1,4})(?P<between>[./-])(?P<second>\d{1,2})(?P=between)(?P<third>\d{1,4})"
MIXED = r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]+"
ALPHABETIC = rf"[^\W\d_{JAPANESE}]"
"""A letter of a script with blanks between words."""
SUFFIX = re.compile("[a-z]+")
DOTTED = re.compile(r"([01]?[0-9]|2[0-4])\.([0-5][0-9])")
YEAR = re.compile(r"(?<![0-9.,])(?:1[89]|2[01])[0-9]{2}$")
WELDED = 3
"""So many letters at least of a unit are known inside a word."""


class FigureReader:
    """Reads the figures of one language, by its words (`i18n.spelling`)."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        speech = Speech(words)
        self._numerals, self._hours = speech.numerals, Hours(words, speech)
        self._read_once = Made(self._read)
        self._units = words_under(words, "numbers.units.")
        # One word may stand between: *16 business hours*.
        self._unit = re.compile(rf"(?:\s{ALPHABETIC}{{4,}}\s|[\s-]?)(?P<unit>{either(self._units)})")
        self._months = {name: int(number) for name, number in words_under(words, "days.months.").items()}
        self._counted = words_under(words, "numbers.counted.") | {**speech.ordinals}
        self._scales = {word: Decimal(size) for word, size in words_under(words, "numbers.scales.").items()}
        self._scales |= {word: Decimal(1000) for word in words.get("numbers.signs.1000", ())}
        self._cardinals = words_under(words, "numbers.cardinals.")
        self._eras = {name: int(day[:4]) for name, day in words_under(words, "days.eras.").items() if len(name) > 1}

    @cached_property
    def _tokens(self) -> re.Pattern[str]:
        """What holds digits."""
        words = self._words
        halves = (*words.get("clocks.halves.0", ()), *words.get("clocks.halves.12", ()))
        half = either(word for word in halves if len(word) > 1 or not word.isascii())
        hour = either([*words.get("clocks.hours", ()), *words.get("numbers.units.hour", ())], ALPHABETIC)
        minute, first = either(words.get("numbers.units.minute", ())), either(words.get("days.first_year", ()))
        endings, year = either(words.get("numbers.endings", ())), either(words.get("numbers.units.year", ()))
        unit, hours = either(self._units), either(words.get("clocks.hours", ()))
        begin = tuple(words.get("clocks.hours", ())) or (NEVER,)
        longer = either(word for word in self._units if word.startswith(begin) and word not in begin)
        marked = [
            rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?(?!\d)" for group, point in self._marks
        ]
        points = "".join(re.escape(point) for _, point in self._marks)
        ways = [
            rf"(?P<date>{NUMERIC})(?![./-]?\d)",
            rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?:\s?{half})?",
            rf"(?P<half_hour>\d{{1,2}})(?:\.(?P<half_minute>\d\d))?\s?(?:{half}|{either(self._noon)})",
            rf"(?P<said_hour>\d{{1,2}})\s?{hour}\s?(?P<said_minute>\d{{1,2}})(?:\s?{minute})?(?!\d)",
            rf"(?P<full_hour>\d{{1,2}})\s?(?!{longer}){hours}",
            rf"(?P<era>{either(self._eras)})\s?(?P<reign>\d{{1,2}}|{first})\s?{year}",
            (
                rf"(?P<number>{'|'.join([*marked, rf'[0-9]+(?:[.{points}][0-9]+)?'])})"
                rf"(?:\s?(?P<scale>{either(self._scales)}))?(?=(?:{endings}|{unit}|{half}|[ax])?(?!{LETTER}))"
            ),
            rf"(?P<code>{MIXED})",
        ]
        return re.compile(rf"(?<!{LETTER})(?:{'|'.join(ways)})")

    @cached_property
    def _of_clock(self) -> re.Pattern[str]:
        """Behind a number that shares its *o'clock* with the next: *zwischen 8 und 17 Uhr*, *van 9 tot 12 uur*."""
        hours = either([*self._words.get("clocks.hours", ()), *self._words.get("numbers.units.hour", ())])
        return re.compile(rf"\s?(?:{ALPHABETIC}{{1,5}}\s|[\u2013-])\s?\d{{1,2}}(?:[.:]\d\d)?\s?{hours}")

    @cached_property
    def _marks(self) -> list[tuple[str, str]]:
        return [(pair[0], pair[1]) for pair in self._words.get(MARKS, ()) if len(pair) == 2] or [(",", ".")]

    @cached_property
    def _noon(self) -> list[str]:
        return [
            word for at in ("00:00", "12:00") for word in self._words.get(f"clocks.named.{at}", ()) if len(word) > 2
        ]

    @cached_property
    def _named_months(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!{LETTER})(?:{either(self._months)})\.?")

    @cached_property
    def _dated(self) -> re.Pattern[str]:
        """A month by its name with a number beside it; alone it may be another word."""
        name, endings = self._named_months.pattern, either(self._words.get("numbers.endings", ()))
        return re.compile(rf"\d{{1,2}}\.?{endings}?\s+(?:{LETTER}{{2,3}}\s+)?(?P<a>{name})|(?P<b>{name})\s+\d")

    @cached_property
    def _signs(self) -> re.Pattern[str]:
        """A number in signs, with what counts behind it."""
        signs = "".join(
            word for path, words in self._words.items() if path.startswith("numbers.signs.") for word in words
        )
        scale = either(word for word in self._scales if not word.isascii() and len(word) == 1)
        run = rf"(?P<run>[{signs}]+)(?P<times>{scale})?" if signs else NEVER
        return re.compile(rf"{run}(?P<counter>{either(self._words.get('numbers.counters', ()))})?")

    @cached_property
    def _lone(self) -> re.Pattern[str]:
        """
        Words that count by themselves, names of noon and midnight, what is one before a unit, *eine Sekunde*, and a
        number with which a word begins that goes on with a unit: *Achtstundentag*.
        """
        one, units = either(self._words.get("numbers.one", ())), (unit for unit in self._units if len(unit) >= WELDED)
        welded = rf"(?P<welded>{either(self._cardinals, NEVER)})(?={either(units, NEVER)})"
        ways = rf"{either(self._counted)}|(?P<noon>{either(self._noon)})|(?P<one>{one})(?=\s{either(self._units)})"
        ways = f"{ways}|{welded}"
        return re.compile(rf"(?<!{LETTER})(?:{ways})")

    def read(self, text: str) -> tuple[Figure, ...]:
        """Every figure of a text, in its order. Each text is read once: one check compares it again and again."""
        return self._read_once[text]

    def _read(self, text: str) -> tuple[Figure, ...]:
        plain = normalize("NFKC", decimals(Text.GAP.sub(" ", text)).translate(DIGITS)).casefold()
        told = self._hours.read(plain)
        dated = list(self._dated.finditer(plain))
        days = {at for one in dated for at in (one.start(), one.end() - 1)}
        found = [*self._digits(plain, told, days), *self._months_of(plain, dated), *self._spoken(plain, told)]
        found += [*self._in_signs(plain), *(self._hours.days(plain) if found else ())]
        return tuple(sorted(found, key=lambda figure: figure.at))

    def _digits(self, plain: str, told: InWords, days: Container[int]) -> Iterator[Figure]:
        """What holds digits; `days` is where the day of a named month stands."""
        for token in self._tokens.finditer(plain):
            named, at = token.groupdict(), token.start()
            if named["date"]:
                # Languages write day, month and year in different orders.
                parts = sorted(int(token[name]) for name in ("first", "second", "third"))
                yield from (Figure(frozenset({str(part)}), at, unit=DATE) for part in parts)
            elif named["number"]:
                size = self._scales.get(named["scale"] or "", Decimal(1))
                ways = {_written(way * size) for way in self._values(token["number"])}
                spelt = SUFFIX.match(plain, token.end())
                ways |= {plain[at : spelt.end()]} if spelt else set()
                unit = self._unit_at(plain, token.end())
                ways |= self._times(token["number"], unit == "hour" or bool(self._of_clock.match(plain, token.end())))
                ways |= told.times.get(at, set())
                yield Figure(frozenset(ways), at, unit=DATE if at in days else unit)
            elif named["code"]:
                yield Figure(frozenset({token["code"]}), at, unit=CODE)
            elif named["era"]:
                year = int(named["reign"]) if named["reign"].isdigit() else 1
                yield Figure(frozenset({str(year), str(self._eras[token["era"]] - 1 + year)}), at)
            else:
                yield from self._clock(named, at, token[0])

    def _times(self, digits: str, hours: bool) -> set[str]:
        """The time of day that a number may be, *kl. 13.30* in any language, *à 8 heures* where it counts `hours`."""
        if dotted := DOTTED.fullmatch(digits):
            return {on_the_clock(int(dotted[1]), int(dotted[2]))}
        hour = self._numerals.whole(digits) if hours else None
        return {on_the_clock(hour, 0)} if hour is not None else set()

    def _clock(self, named: Mapping[str, str | None], at: int, text: str) -> Iterator[Figure]:
        """A time of day: the same on both clocks, whether or not it says which half of the day it is in."""
        hour = next(int(named[name] or 0) for name in ("hour", "half_hour", "said_hour", "full_hour") if named[name])
        minute = next((named[name] for name in ("minute", "half_minute", "said_minute") if named[name]), "")
        time = on_the_clock(hour, int(minute or 0))
        period = named["full_hour"] and not minute
        ways, unit = ({time, str(hour)}, "") if period else ({time}, CLOCK)
        yield Figure(frozenset(ways), at, unit=unit, text="" if period else text)
        for each in (str(hour), str(int(minute))) if named["said_hour"] and minute else ():
            yield Figure(frozenset({each}), at, wanted=False, written=False)

    def _values(self, digits: str) -> Iterable[Decimal]:
        """A number by the marks of the language; where it is none by them, as it stands: section 3.1."""
        found = set()
        for group, point in self._marks:
            whole = rf"(?:\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d+)"
            if re.fullmatch(rf"{whole}(?:{re.escape(point)}\d+)?", digits):
                found.add(Decimal(digits.replace(group, "").replace(point, ".")))
        return found or {Decimal(re.sub(r"[^\d]", ".", digits, count=1))}

    def _unit_at(self, plain: str, at: int) -> str:
        found = self._unit.match(plain, at)
        return self._units[found["unit"]] if found else DATE if YEAR.search(plain[:at]) else ""

    def _months_of(self, plain: str, beside: Iterable[re.Match[str]]) -> Iterator[Figure]:
        dated = {found.start(name) for found in beside for name in "ab" if found[name]}
        for name in self._named_months.finditer(plain):
            month = frozenset({str(self._months.get(name[0]) or self._months[name[0].removesuffix(".")])})
            yield Figure(month, name.start(), wanted=name.start() in dated, written=False)

    def _spoken(self, plain: str, told: InWords) -> Iterator[Figure]:
        """Numbers in words. *One* is not wanted: it often counts nothing; nor are *once* and *first*."""
        for at, value in {**told.numbers, **told.hours}.items():
            ways = {str(value), *told.times.get(at, ())}
            yield Figure(frozenset(ways), at, wanted=value > 1 and at not in told.hours, written=False)
        for found in self._lone.finditer(plain):
            way = "0:00" if found["noon"] else "1" if found["one"] else self._cardinals.get(found["welded"] or "")
            way = way or self._counted[found[0]]
            yield Figure(frozenset({way}), found.start(), wanted=False, written=False)

    def _in_signs(self, plain: str) -> Iterator[Figure]:
        for found in self._signs.finditer(plain) if self._numerals.sign != NEVER else ():
            value = self._numerals.whole(found["run"])
            if value is not None:
                ways = frozenset({_written(value * self._scales.get(found["times"] or "", Decimal(1)))})
                counts = found["counter"] is not None and value > 1 and not plain[: found.start()][-1:].isdigit()
                yield Figure(ways, found.start(), wanted=counts, written=False)


def _written(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
