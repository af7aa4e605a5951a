"""Numbers as people write them in words: kanji numerals and English number words."""

import re

KANJI = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SCALES = {"十": 10, "百": 100, "千": 1000}
KANJI_NUMBER = re.compile("[〇零一二三四五六七八九十百千]+")

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: value for value, word in enumerate(SMALL)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
POWERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join(sorted([*WORDS, *POWERS], key=len, reverse=True))
WORD_NUMBER = re.compile(rf"\b(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}))*\b", re.IGNORECASE | re.ASCII)

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
    "thirtieth": 30, "once": 1, "single": 1, "twice": 2, "both": 2,
}  # fmt: skip
ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE | re.ASCII)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
               "november", "december")  # fmt: skip
MONTH = re.compile(rf"\b(?:{'|'.join(FULL_MONTHS)}|(?:{'|'.join(MONTHS)}|sept)\b\.?)", re.IGNORECASE | re.ASCII)


def kanji_value(text: str) -> int:
    """
    The number that a run of kanji numerals stands for: 二十五 is 25, 二〇二六 is 2026.

    Without 十, 百 or 千 the digits stand beside each other as in Arabic numerals.
    """
    if not any(character in SCALES for character in text):
        return int("".join(str(KANJI[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in SCALES:
            total, digit = total + (digit or 1) * SCALES[character], 0
        else:
            digit = KANJI[character]
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


def month_value(text: str) -> int:
    """The number of the month that an English name or its short form stands for."""
    return MONTHS.index(text.casefold()[:3]) + 1
