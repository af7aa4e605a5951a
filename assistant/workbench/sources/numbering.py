"""
The numbers that stand before paragraphs: those of a word processor, whose lists go on counting wherever they are
resumed, and those of a page.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assistant.workbench.sources.office import value

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = {
    1000: "m",
    900: "cm",
    500: "d",
    400: "cd",
    100: "c",
    90: "xc",
    50: "l",
    40: "xl",
    10: "x",
    9: "ix",
    5: "v",
    4: "iv",
    1: "i",
}
DIGITS = "〇一二三四五六七八九"
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
ORDINAL = {1: "st", 2: "nd", 3: "rd"}
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def roman(number: int) -> str:
    """`iv` for 4."""
    text = ""
    for worth, sign in ROMAN.items():
        text += sign * (number // worth)
        number %= worth
    return text


def lettered(number: int) -> str:
    """`b` for 2, `aa` for 27, `bb` for 28, as word processors count."""
    return LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def kanji(number: int) -> str:
    """The number as Japanese counts: 十二 for 12."""
    # Seldom needed, and slow to import.
    from num2words import num2words

    return str(num2words(number, lang="ja")) if number else DIGITS[0]


def _sign(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _from(first: str, most: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


FORMS: Mapping[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + at: ord("０") + at for at in range(10)}),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: lettered(number).upper(),
    "lowerLetter": lettered,
    "ordinal": lambda number: f"{number}{ORDINAL.get(number % 10 * (number // 10 % 10 != 1), 'th')}",
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "aiueo": _sign(KANA),
    "iroha": _sign(IROHA),
    "ideographTraditional": _sign(STEMS),
    "ideographZodiac": _sign(BRANCHES),
    "ideographDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    **dict.fromkeys(
        (
            "japaneseCounting",
            "japaneseLegal",
            "chineseCounting",
            "chineseCountingThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        kanji,
    ),
}
"""How a format writes a number; any other writes it in figures."""
SAME = {
    "decimalFullWidth2": "decimalFullWidth",
    "decimalEnclosedCircleChinese": "decimalEnclosedCircle",
    "aiueoFullWidth": "aiueo",
    "irohaFullWidth": "iroha",
    "japaneseDigitalTenThousand": "ideographDigital",
}
OF_PAGES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""What the types of lists of HTML are called here."""
LEVELS = 9


@dataclass(slots=True)
class Counting:
    """A list of a page that is open: how it counts, and of its items the places among the blocks, and the numbers."""

    form: str
    step: int
    next: int | None
    items: list[tuple[int, int | None]] = field(default_factory=list)

    def count(self, place: int, given: int | None) -> str:
        """The number of the next item, as it is shown; empty where only the list's end will tell."""
        number = self.next if given is None else given
        self.items.append((place, number))
        self.next = None if number is None else number + self.step
        return "" if number is None else self._shown(number)

    def back(self) -> Iterator[tuple[int, str]]:
        """Items and their numbers, where a list counts down to one: it begins with the number of its items."""
        for at, (place, number) in enumerate(self.items):
            if number is None:
                yield place, self._shown(len(self.items) - at)

    def _shown(self, number: int) -> str:
        form = FORMS[OF_PAGES[self.form]] if self.form in OF_PAGES and number > 0 else str
        return f"{form(number)}."


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, parts: Iterable[ET.Element]) -> None:
        self._forms: dict[str, dict[int, ET.Element]] = {}
        self._lists: dict[str, tuple[str, dict[int, ET.Element], dict[int, int]]] = {}
        self._linked: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        for part in parts:
            self._read(part)

    def _read(self, part: ET.Element) -> None:
        styled: dict[str, str] = {}
        for one in part.iter("w:abstractNum"):
            name = one.get("w:abstractNumId", "")
            self._forms[name] = {_level(each): each for each in one.iter("w:lvl")}
            styled |= dict.fromkeys(filter(None, [value(one, "w:styleLink")]), name)
        for one in part.iter("w:abstractNum"):
            if (style := value(one, "w:numStyleLink")) in styled:
                self._linked[one.get("w:abstractNumId", "")] = styled[style or ""]
        for one in part.iter("w:num"):
            abstract = value(one, "w:abstractNumId") or ""
            over = {_level(each): each for each in one.iter("w:lvlOverride")}
            own = {level: lvl for level, each in over.items() if (lvl := each.find("w:lvl")) is not None}
            starts = {level: int(start) for level, each in over.items() if (start := value(each, "w:startOverride"))}
            self._lists[one.get("w:numId", "")] = (self._linked.get(abstract, abstract), own, starts)

    def level_of(self, number: str, style: str) -> int:
        """The level of a list that a style of paragraphs has; 0 where none is its."""
        _, own, _ = self._lists.get(number, ("", {}, {}))
        levels = {**self._forms.get(self._lists.get(number, ("",))[0], {}), **own}
        return next((level for level, one in levels.items() if value(one, "w:pStyle") == style), 0)

    def label(self, number: str, level: int) -> str | None:
        """What the next paragraph of a list is numbered; empty for a bullet, None where there is no such list."""
        if number not in self._lists:
            return None
        abstract, own, starts = self._lists[number]
        levels = {**self._forms.get(abstract, {}), **own}
        counts = self._counts.setdefault(abstract, {})
        for at in starts if number not in self._begun else ():
            counts.pop(at, None)
        self._begun.add(number)
        for at in range(min(level, LEVELS) + 1):
            if at not in counts:
                counts[at] = starts.get(at, int(value(levels.get(at), "w:start") or 1))
            elif at == level:
                counts[at] += 1
        for at in [deeper for deeper in counts if deeper > level]:
            # A level starts again after a higher one, unless it says after which, or never.
            again = value(levels.get(at), "w:lvlRestart")
            if again is None or (again != "0" and level < int(again)):
                del counts[at]
        return _written(levels, level, counts)


def _level(one: ET.Element) -> int:
    return int(one.get("w:ilvl", "0"))


def _written(levels: Mapping[int, ET.Element], level: int, counts: Mapping[int, int]) -> str:
    own = levels.get(level)
    if value(own, "w:numFmt") == "bullet":
        return ""
    legal = own is not None and own.find("w:isLgl") is not None
    text = value(own, "w:lvlText") or ""
    for at in range(level + 1):
        form = "decimal" if legal else value(levels.get(at), "w:numFmt") or "decimal"
        shown = FORMS.get(SAME.get(form, form), str)(counts[at]) if at in counts else ""
        text = text.replace(f"%{at + 1}", shown)
    return text.strip()
