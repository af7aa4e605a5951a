"""
The one table of what figures are called: kanji numerals and English number words, months and eras; and their values.

What is looked up in it is folded (`parsing.plain`), or its letter case does not count.
"""

import datetime as dt
import re

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SCALES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "億": 100_000_000}
KANJI = "".join((*DIGITS, *SCALES))
KANJI_NUMBER = re.compile(f"[{KANJI}]+")
_DIGIT = "[一二三四五六七八九]?"
IN_TENS = re.compile(rf"(?:{_DIGIT}千)?(?:{_DIGIT}百)?(?:{_DIGIT}十)?{_DIGIT}")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


SMALL = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
TENS = _listed("thirty forty fifty sixty seventy eighty ninety")
WORDS = {word: value for value, word in enumerate(SMALL)} | {word: 10 * tens for tens, word in enumerate(TENS, 3)}
POWERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join(sorted([*WORDS, *POWERS], key=len, reverse=True))
WORD_NUMBER = re.compile(rf"\b(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}))*\b", re.IGNORECASE | re.ASCII)
NTH = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
ORDINALS = {word: value for value, word in enumerate(NTH, 1)} | {"twentieth": 20, "thirtieth": 30}

MONTHS = _listed("january february march april may june july august september october november december")
MONTH = f"(?:{'|'.join(MONTHS)}|sept|{'|'.join(name[:3] for name in MONTHS)})(?![a-z])"
"""A name of a month, or its beginning, as it stands in a pattern."""
ERAS = {
    "令和": (dt.date(2019, 5, 1), dt.date.max),
    "平成": (dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    "昭和": (dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
}
"""The first and the last day of each."""
ERA_LETTERS = {"r": "令和", "h": "平成", "s": "昭和"}
FIRST_YEAR = "元"


def whole(text: str) -> int | None:
    """A whole number in digits, kanji (十二, 二〇二六) or an English word up to twenty; `None` for anything else."""
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    if text in SMALL:
        return SMALL.index(text)
    if text and (all(sign in DIGITS for sign in text) or IN_TENS.fullmatch(text)):
        return kanji_value(text[:9])
    return None


def kanji_value(text: str) -> int:
    """
    The number that a run of kanji numerals stands for: 二十五 is 25, 二〇二六 is 2026.

    Without 十, 百 or 千 the digits stand beside each other as in Arabic numerals.
    """
    if not any(sign in SCALES for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in SCALES:
            total, digit = total + (digit or 1) * SCALES[sign], 0
        else:
            digit = DIGITS[sign]
    return total + digit


def word_values(text: str) -> list[int]:
    """
    The numbers that a run of English number words stands for: "one hundred and five" is 105, "two, three" two of them.
    """
    values: list[int] = []
    room = 0
    for word in re.findall(_WORD, text.casefold()):
        if word in POWERS:
            room = POWERS[word]
            values[-1:] = [(values[-1] if values else 1) * room]
        elif WORDS[word] < room:
            values[-1] += WORDS[word]
            room = _room(WORDS[word])
        else:
            values.append(WORDS[word])
            room = _room(WORDS[word])
    return values


def _room(value: int) -> int:
    """Numbers below this may follow and be added: twenty takes a five, five takes nothing."""
    return 10 if value >= 20 else 0


def month_number(name: str) -> int:
    """January, or how it begins, as 1."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))


def era_year(era: str, year: str) -> int:
    """The year that a year of an era is: 令和 or r, and 8, 八 or 元."""
    return ERAS[ERA_LETTERS.get(era, era)][0].year - 1 + (1 if year == FIRST_YEAR else whole(year) or 0)
