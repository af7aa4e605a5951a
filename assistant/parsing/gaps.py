"""What may stand in the gaps of forms: numbers, and the words of the grammars of some languages."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import product

from assistant.memo import Made
from assistant.parsing.lines import WRITTEN, words_of
from assistant.parsing.numerals import FILLED, JOINED, SPOKEN, YEAR, Numerals
from assistant.parsing.plain import LETTER

NAMES: Mapping[str, tuple[str, ...]] = {
    "and_half": ("numbers.and_half",),
    "days": ("numbers.units",),
    "further": ("numbers.further",),
    "half": ("numbers.half",),
    "half_day": ("clocks.halves",),
    "hours": ("numbers.units",),
    "month": ("days.months",),
    "months": ("numbers.units",),
    "named": ("clocks.named",),
    "named_day": ("days.named",),
    "one": ("numbers.one",),
    "part": ("clocks.parts",),
    "share": ("clocks.shares",),
    "that_day": ("days.that_day",),
    "that_month": ("days.that_month",),
    "that_year": ("days.that_year",),
    "today": ("days.today",),
    "unit": ("numbers.units",),
    "weekday": ("days.weekdays",),
    "weekday_short": ("days.weekdays", "days.short"),
    "weekday_sign": ("days.weekdays", "days.short"),
    "which_month": ("days.month",),
    "which_week": ("days.week",),
    "which_year": ("days.year",),
}
"""Gaps for one of the words that stand under some path."""
TIMES: Mapping[str, Mapping[str, int]] = {
    "hours": {"minute": 1, "hour": 60},
    "days": {"day": 1, "week": 7, "fortnight": 14},
    "months": {"month": 1, "year": 12},
}
"""The units in which it is told how far away a moment is, in minutes, and a day, in days or in months."""
SPOKEN_DAY = "spoken_day"
"""A day by the word that counts, where the language says so: *dos de mayo*, not *two may*."""
NUMBERED = frozenset({SPOKEN_DAY, "nth"})
"""They are read as `day`."""
IN_WORDS = frozenset({"count", "day", "hour", "minutes", "minutes_before", SPOKEN_DAY, "year"})
"""Gaps for a number that may be in words."""
HOUR_WORDS = "clocks.hour_words"
ORDINALS = "days.ordinals"
KEYED = frozenset({ORDINALS, HOUR_WORDS, *(path for paths in NAMES.values() for path in paths)})
"""The paths whose words are asked for their key."""
DAYS = frozenset({"day", "left", "named_day"})
"""Each of them tells the day of a month."""
MONTHS = frozenset({"month", "month_number"})
YEARS = frozenset({"year", "era_year", "short", "that_year", "which_year"})
"""Beside one of them a day needs its month."""
SEVERAL = " "
ERAS = "days.eras."
NEVER = "(?!)"
DAY_FORMS = "days.forms"
CLOCKS = "clocks.forms", "clocks.running"
BESIDE = re.compile(r"\{(\w+)\}(?=([^{}<>|]*)\{(\w+)\})")
"""A gap, and the next one behind it with what stands between."""
MINUTES = frozenset({"minutes", "minutes_before", "share"})


def kind_told(kind: str, gaps: Collection[str]) -> str:
    """The path of a form; that of more than one day where what stands there tells none: *am 5. 2027*, *Mai*."""
    known, month = {name.partition("_")[0] for name in gaps}, not MONTHS.isdisjoint(gaps)
    weekday = "weekday" in known and not month
    numbered = "day" in gaps and (month or YEARS.isdisjoint(gaps))
    one = weekday or numbered or not {"left", "named_day", "today", "that_day"}.isdisjoint(gaps)
    return kind if one or kind != DAY_FORMS else "days.spans"


class Gaps:
    """Words of some languages by path (`parsing.grammar.joined`), and the patterns of the gaps that they fill."""

    def __init__(self, words: Mapping[str, Sequence[str]], numerals: Numerals) -> None:
        self.numerals = numerals
        self._words = words
        self._read = Made(partial(words_of, words))

    @cached_property
    def _named(self) -> Mapping[str, Mapping[str, str]]:
        """The key of each word that is asked for it, or its keys, by their group."""
        named: dict[str, dict[str, str]] = {}
        for path, every in self._words.items():
            group, _, key = path.rpartition(".")
            for word in every if group in KEYED else ():
                held = named.setdefault(group, {}).get(word)
                named[group][word] = key if held in (None, key) else f"{held}{SEVERAL}{key}"
        ordinals = named.get(ORDINALS, {})
        tens = [(word, int(key)) for word, key in ordinals.items() if key in ("20", "30")]
        ones = [(word, int(key)) for word, key in ordinals.items() if len(key) < 2]
        for (ten, more), (one, number) in product(tens, ones):  # *trzydziestego pierwszego*
            ordinals.setdefault(f"{ten} {one}", f"{more + number}")
        return named

    @cached_property
    def eras(self) -> Mapping[str, str]:
        """The first day of each era, in ISO's writing, by every name of it."""
        paths = (path for path in self._words if path.startswith(ERAS))
        return {name: path.removeprefix(ERAS) for path in paths for name in self._words[path]}

    @property
    def ordinals(self) -> Mapping[str, str]:
        """The number of each ordinal of a day."""
        return self._named.get(ORDINALS, {})

    def words(self, path: str) -> Sequence[str]:
        """The words of a path."""
        return self._read[path]

    @property
    def every(self) -> Iterator[str]:
        """The words of all paths that tell how something is written."""
        return (word for path, words in self._words.items() if path.partition(".")[0] in WRITTEN for word in words)

    def named(self, group: str, word: str) -> str | None:
        """The key under which a word stands, `3` for *march* in `days.months`; `None` for none, or more than one."""
        found = self._named.get(group, {}).get(word)
        return None if found is None or SEVERAL in found else found

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """What can stand in each gap, by its name."""
        return {gap: re.compile(r"[-/.]" if gap == "same" else pattern) for gap, pattern in self.gaps.items()}

    @cached_property
    def gaps(self) -> Mapping[str, str]:
        """The pattern of each gap by its name; one that finds nothing where no word is known for it."""
        figure, sign = self.numerals.figure, self.numerals.sign
        point, whole = f"(?:{self.either(self.words('numbers.point'))})", f"[0-9]{{1,4}}+|{sign}{{1,4}}+"
        spoken = rf"(?<!{FILLED}[ -])[{SPOKEN}{YEAR}]{FILLED}*"
        decimal = rf"(?:{spoken}|{whole})\s?{point}\s?(?:{SPOKEN}{FILLED}*|{whole})"
        endings = self.either(self.words("numbers.endings"))
        tens = rf"(?:{spoken}[ -]|(?<!{FILLED}[ -]))"
        eras, first = self.either(self.eras), self.either(self.words("days.first_year"))
        ordinals = self.either(self.ordinals)
        named = {gap: self.either(self.of_gap(gap)) for gap in NAMES}
        return named | {
            "count": rf"(?:{decimal}|{self.numerals.figures}|{spoken})",
            "day": rf"(?:{figure}(?:(?:{endings})|(?![0-9]))|{tens}(?:{ordinals}))",
            "era_year": rf"(?:{eras})\s?(?:{first}|{figure})" if eras != NEVER else NEVER,
            "hour": rf"(?:{figure}|{spoken}|(?:{self.either(self._named.get(HOUR_WORDS, ()))}))",
            "hour24": "(?:0[0-9]|1[0-9]|2[0-3])",
            "left": "[0-9]{1,2}",
            "mark": "[-/.]",
            "minute": "[0-9]{2}",
            "minutes": rf"(?:{figure}|{spoken})",
            "minutes_before": rf"(?:{figure}|{spoken})",
            "month_number": figure,
            "nth": rf"(?:{ordinals}|[0-9]{{1,2}}(?:{endings}))",
            "right": "[0-9]{1,2}",
            "same": "(?P=mark)",
            "second": "[0-9]{2}",
            "seconds": figure,
            "short": "[0-9]{2}",
            SPOKEN_DAY: spoken,
            "year": f"(?:[0-9]{{4}}|{sign}{{4}}|'[0-9]{{2}}|[{YEAR}{JOINED}]{FILLED}*)",
        }

    @cached_property
    def minutes_behind(self) -> re.Pattern[str]:
        """What adds minutes to an hour right before it, by the forms of a time: *y cuarto*, *over tien*."""
        found = [one.groups() for path in CLOCKS for form in self.words(path) for one in BESIDE.finditer(form)]
        ways = {(re.sub(r"[\[\]]", "", joint), gap) for hour, joint, gap in found if hour == "hour" and gap in MINUTES}
        worded = ((self.numerals.signed(joint), gap) for joint, gap in sorted(ways) if joint.strip() or gap == "share")
        patterns = (f"{re.escape(joint)}(?:{self.gaps[gap]})" for joint, gap in worded)
        return re.compile(f"(?:{'|'.join(patterns) or NEVER})(?!{LETTER})")

    def of_gap(self, gap: str) -> Iterator[str]:
        """The words that may stand in a gap for words."""
        for path in NAMES[gap]:
            yield from self.words(path)
            for word, keys in self._named.get(path, {}).items():
                sign = len(word) < 2 and path == "days.short" and gap != "weekday_sign"
                other = gap in TIMES and TIMES[gap].keys().isdisjoint(keys.split(SEVERAL))
                if not sign and not other and (gap != "part" or word not in self._named.get("days.today", {})):
                    yield word

    def either(self, words: Iterable[str]) -> str:
        """The pattern of some words, the longest first."""
        signed = map(self.numerals.signed, words)
        return "|".join(re.escape(word) for word in sorted(signed, key=lambda word: (-len(word), word))) or NEVER
