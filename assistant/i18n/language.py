"""How a language is called, how it writes days, times and numbers, and which of those known a tag means."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from assistant.errors import told
from assistant.model.record import Flag, Id, Record, unfit

INTERFACE = "en"
"""The language in which the code itself speaks."""
TRANSLATIONS = ("ui.po", "workbench.po", "policy-*.po")
"""The files that hold translations; the others hold lists that each language writes for itself."""
LanguageId = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Part = Literal["day", "month", "year"]
PARTS: dict[str, Part] = {"d": "day", "M": "month", "y": "year"}
QUOTED = re.compile("'[^']*'")
"""Words in a pattern of CLDR."""
FIELD = re.compile(r"([A-Za-z])\1*")
"""What stands for a part of a day or of a time in such a pattern, by its letter."""
HYPHENED = re.compile(r"(?<![\w\u200e/.=+-])(?=\+?\d+-\d)", re.ASCII)
"""The beginning of a number with hyphens that is no part of an address or a name."""


def _holding(*parts: str, letters: str = "") -> AfterValidator:
    """Text in which each of the parts stands; of a pattern of CLDR, with no other fields than these, each once."""

    def check(value: str) -> str:
        if lacking := [part for part in parts if part not in value]:
            wrong = told("'{part}' is missing in '{given}'", part=lacking[0], given=value)
            raise unfit(wrong, told("write it where it belongs"))
        fields = FIELD.findall(QUOTED.sub("", value)) if letters else []
        for number, field in enumerate(fields):
            if (kind := field.casefold()) not in letters or kind in "".join(fields[:number]).casefold():
                wrong = told(
                    "'{part}' in '{given}' is no word to CLDR, but a part of a day or a time", part=field, given=value
                )
                raise unfit(wrong, told("put words into single quotes: HH 'h' mm"))
        return value

    return AfterValidator(check)


class Join(Record):
    """Another word between the last two items of a list, before some sounds: *Plata u Oro*."""

    word: str
    """The word of CLDR: `o`."""
    instead: str
    """What stands in its place: `u`."""
    before: tuple[str, ...]
    """How what follows begins, in small letters; behind a hyphen, how it does not: `[i, hi, "- hie"]`."""

    def fits(self, item: str) -> bool:
        """Does an item begin so?"""
        begun = item.casefold()
        refused = tuple(one[1:].strip() for one in self.before if one.startswith("-"))
        return begun.startswith(self.before) and not begun.startswith(refused)


class Language(Record):
    """`language.yaml`: how a language is called, and how it writes days, times and numbers."""

    id: LanguageId
    """Its code: the name of its folder."""
    name: str
    """Its name in itself."""
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:_[A-Za-z0-9]+)*$")]
    """The locale of Babel that names days and months and writes numbers and lists."""
    fallback: tuple[LanguageId, ...] = ()
    """Where a translation is missing, these are tried in turn before the document's own words."""
    direction: Literal["ltr", "rtl"]
    """Which way it is written: `ltr` from left to right, `rtl` from right to left."""
    day: Annotated[str, _holding("d", "M", "y", letters="ecdlmyg")]
    """A day, in the letters of CLDR: `EEE d MMM y`."""
    time: Annotated[str, _holding("mm", letters="hkmsab")]
    """A time of day, in the letters of CLDR: `HH:mm`."""
    moment: Annotated[str, _holding("{day}", "{time}")]
    """A day and a time together: `{day}, {time}`."""
    money: Literal["sign", "name"] = "sign"
    """How CLDR writes amounts of money: with the `sign` of the currency, US$6.99, or with its `name`, 6.99米ドル."""
    digits: Annotated[str, Field(pattern=r"^\d{10}$")] | None = None
    """The digits with which it writes numbers, from nought to nine, where these are not 0 to 9: `٠١٢٣٤٥٦٧٨٩`."""
    asked: Annotated[str, _holding("{topic}")]
    """The heading above what people ask, for policies that are written in it, with the gap `{topic}`."""
    without: tuple[Id, ...] = ()
    """Policies that nobody has translated yet: readers see them in another language, and nothing of them is missed."""
    unbroken: tuple[str, ...] = ()
    """Words that stay in one line, where browsers break it: お問い合わせ, *E-Mail*; `#` is a number, `_` any sign."""
    joins: tuple[Join, ...] = ()
    """Words between the last two items of a list that are others before some sounds."""
    offered: Flag = False
    """Whether readers may choose it. One that is not yet offered can be seen in the preview, and may have gaps."""

    def leaves_out(self, domain: str) -> bool:
        """Is it the catalogue of a policy that nobody has translated yet?"""
        return domain.removeprefix("policy-") in self.without and domain.startswith("policy-")

    def shows(self, policy: str, known: "Mapping[str, Language]") -> str:
        """The language in which its readers see a policy: one that it leaves out, in the next of those that have it."""
        has = (one for one in (self.id, *self.fallback) if one in known and policy not in known[one].without)
        return next(has, self.id)

    @property
    def day_parts(self) -> tuple[Part, ...]:
        """Day, month and year in the order in which the language writes them."""
        return tuple(PARTS[letter] for letter in dict.fromkeys(re.findall("[dMy]", QUOTED.sub("", self.day))))


def offered(known: Mapping[str, Language]) -> dict[str, Language]:
    """Those languages that readers may choose."""
    return {name: language for name, language in known.items() if language.offered}


def looked_up(tag: str, known: Iterable[str]) -> str | None:
    """Which of these languages a tag means (RFC 4647, lookup): `pt-br` is `pt-BR`, or else `pt`; None where none is."""
    ours = {name.casefold(): name for name in known}
    parts = tag.casefold().split("-")
    return next(filter(None, (ours.get("-".join(parts[:size])) for size in range(len(parts), 0, -1))), None)


def in_digits(text: object, language: Language) -> str:
    """The same in the language's own digits."""
    own = language.digits
    return f"{text}".translate(dict(zip(map(ord, "0123456789"), own, strict=True))) if own else f"{text}"


def in_order(text: str, language: Language) -> str:
    """
    The same, with a mark (U+200E) before each number with hyphens where the language is written from right to left:
    behind Arabic letters 0800-500 is shown as 500-0800, and a telephone number is another one.
    """
    return HYPHENED.sub("\u200e", text) if language.direction == "rtl" else text
