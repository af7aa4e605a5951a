"""
Figures across scripts: every figure of a sentence must appear in its translation.

Figures are numbers in any width, in kanji (十, 1万) and in English words, the numbers of months, times of day on either
clock, and codes such as SV9500. A translation may hold more of them ("1日" for "a day"), never fewer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from unicodedata import normalize

from assistant.i18n.language import INTERFACE
from assistant.model.record import Text
from assistant.parsing.numerals import Numerals
from assistant.parsing.tables import tables

Figure = frozenset[str]
"""What counts as the same figure: one of these must appear."""

UNITS = "st|nd|rd|th|am|pm|a|p|km|m|cm|mm|kg|g|gb|mb|tb|h|hr|hrs|min|mins|s|x|d|wd|yr|yrs"
COUNTED = "日|年|月|時|秒|週|営|か月|ヶ月|カ月|ケ月|箇月|回|件|条|項|号|円|人|名|台|つ|個|本|枚|桁|歳|倍|通り"
KANJI: Mapping[str, str] = {
    **{f"numbers.signs.{value}": sign for value, sign in enumerate("〇一二三四五六七八九十")},
    "numbers.signs.100": "百",
    "numbers.signs.1000": "千",
}
ENGLISH = tables(INTERFACE)
NUMERALS = Numerals({**ENGLISH, **KANJI})
MONTHS = {word: number for number in range(1, 13) for word in ENGLISH[f"days.months.{number}"]} | {"sept": 9}
MONTH = f"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])"
ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926}
FIRST_YEAR = "元"
TIMES = {ENGLISH[f"days.ordinals.{value}"][0]: value for value in (*range(1, 16), 20, 30)} | {
    "once": 1, "single": 1, "twice": 2, "both": 2
}  # fmt: skip
"""Words that count without a number word."""

PATTERNS = {
    "time": r"(?P<hour>\d{1,2})"
            r"(?::(?P<minute>\d\d)(?::\d\d)?|\.(?P<dotted>\d\d)(?=\s?[ap]\.?m)|(?=\s?(?:[ap]\.?m|noon|midnight)\b))"
            r"(?:\s?[ap]\.?m\b)?",
    "clock": r"(?P<hours>\d{1,2})時(?!間)(?:(?P<minutes>\d{1,2})分)?",
    "era": rf"(?P<name>{'|'.join(ERAS)})(?P<reign>\d{{1,2}}|{FIRST_YEAR})年",
    "number": rf"(?<![A-Za-z0-9])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
              rf"(?:\s?(?P<scale>[万千億]|thousand\b|million\b))?(?=(?:{UNITS})?(?![A-Za-z0-9]))",
    "code": r"(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]+",
}  # fmt: skip
TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()), re.IGNORECASE | re.ASCII)
SCALE = {"千": 1000, "万": 10_000, "億": 100_000_000, "thousand": 1000, "million": 1_000_000}
SIGNS = "".join(KANJI.values())
RUN = rf"[{SIGNS}]+万?"
COUNTED_KANJI = re.compile(rf"(?<![\d{SIGNS}]){RUN}(?={COUNTED})")
NAMED_MONTH = re.compile(rf"\b{MONTH}\.?", re.IGNORECASE | re.ASCII)
DATED_MONTH = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{NAMED_MONTH.pattern}|{NAMED_MONTH.pattern}\s+\d", re.IGNORECASE | re.ASCII
)
TIME = re.compile(rf"\b(?:{'|'.join(TIMES)})\b", re.IGNORECASE | re.ASCII)
NOON = re.compile("正午|noon|midday|midnight", re.IGNORECASE)


def missing_figures(source: str, translation: str) -> list[str]:
    """The figures of the source that the translation lacks, as they can be written, in the order of the source."""
    wanted = demanded(source)
    if not wanted:
        return []
    there = offered(translation)
    return ["/".join(sorted(figure)) for figure in wanted if not figure & there]


def demanded(text: str) -> list[Figure]:
    """The figures that a translation must show. "one" and 一 are not among them: they often count nothing."""
    plain = _plain(text)
    found = list(_tokens(plain))
    found += [frozenset({str(_month(name[0]))}) for dated in DATED_MONTH.finditer(plain)
              for name in NAMED_MONTH.finditer(dated[0])]  # fmt: skip
    found += [frozenset({str(value)}) for value in _words(plain) if value > 1]
    found += [_kanji(run[0]) for run in COUNTED_KANJI.finditer(plain) if run[0] != "一"]
    return found


def offered(text: str) -> set[str]:
    """Every figure that can be read out of a text, in every way in which it can be read."""
    plain = _plain(text)
    found = {way for figure in _tokens(plain) for way in figure}
    found |= {str(_month(name[0])) for name in NAMED_MONTH.finditer(plain)}
    found |= {str(TIMES[word[0].casefold()]) for word in TIME.finditer(plain)}
    found |= {str(value) for value in _words(plain)}
    for run in re.finditer(RUN, plain):
        found |= _kanji(run[0])
    if NOON.search(plain):
        found.add("0:00")
    if "両" in plain or "双方" in plain:
        found.add("2")
    return found


def _plain(text: str) -> str:
    return normalize("NFKC", Text.GAP.sub(" ", text) if "{" in text else text)


def _tokens(plain: str) -> Iterator[Figure]:
    for token in TOKEN.finditer(plain):
        match token.lastgroup:
            case "number":
                number = Decimal(token["digits"].replace(",", "")) * SCALE.get((token["scale"] or "").casefold(), 1)
                yield frozenset({_written(number)})
            case "code":
                yield frozenset({token["code"].casefold()})
            case "era":
                year = 1 if token["reign"] == FIRST_YEAR else int(token["reign"])
                yield frozenset({str(year), str(ERAS[token["name"]] - 1 + year)})
            case _:
                yield _moment(token)


def _words(plain: str) -> Iterable[int]:
    return NUMERALS.spoken(plain.casefold()).values.values()


def _month(name: str) -> int:
    return MONTHS[name.casefold().removesuffix(".")]


def _moment(token: re.Match[str]) -> Figure:
    """A time of day: the same on both clocks, whether or not it says which half of the day it is in."""
    hour = int(token["hour"] or token["hours"])
    minute = int(token["minute"] or token["dotted"] or token["minutes"] or 0)
    return frozenset({f"{hour % 12}:{minute:02}"})


def _kanji(run: str) -> Figure:
    value = NUMERALS.whole(run.rstrip("万"))
    return frozenset() if value is None else frozenset({str(value * (10_000 if run.endswith("万") else 1))})


def _written(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
