"""
What CLDR and num2words know of a language: names of months and weekdays, figures, number words.

They are asked when a library is made, and kept in it: nothing else imports them for reading.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.errors import told
from assistant.model.record import unfit
from assistant.parsing.plain import plain
from assistant.suggest import guess, near

if TYPE_CHECKING:
    from babel import Locale

MOST_DAYS = 31
FIELDS = {
    "d": "{day}",
    "h": "{hour}",
    "l": "{month_number}",
    "lll": "{month}[.]",
    "m": "{minute}",
    "s": "{second}",
    "y": "{year}",
}
"""What stands in a form for the letters of CLDR's patterns, folded, with L for M; one with others becomes none."""
PIECE = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>l{3,}|[a-z])(?P=field)*|.")
Listed = tuple[str, set[str]]
"""A path of the grammar, and some of the words under it."""


COMMON = ("minute", "hour", "day", "week", "fortnight", "month", "year", "centimeter", "meter", "kilometer", "kilogram",
          "liter")  # fmt: skip
"""The units that grammars have most."""


@cache
def _units() -> frozenset[str]:
    """The names of units in CLDR, without what they measure, and of the one that people count in and it lacks."""
    from babel import Locale

    return frozenset({"fortnight", *(f"{name}".partition("-")[2] for name in Locale("en").unit_display_names)})


def unit(name: str) -> str:
    """The name of a unit itself; raises what pydantic reports where CLDR has none of that name."""
    if name not in _units():
        written = told("write its American name as in CLDR: {names}; how people write it stands behind that",
                       names=", ".join(COMMON))  # fmt: skip
        raise unfit(told("no unit is called '{name}'", name=name), guess(name.casefold(), COMMON) or written)
    return name


def currency(code: str) -> str:
    """The code of a currency itself; raises what pydantic reports where CLDR has none of that code."""
    from babel.numbers import list_currencies

    if code not in list_currencies():
        mend = near(code, list_currencies(), told("write its code in ISO 4217, as in JPY"))
        raise unfit(told("no currency has the code '{code}'", code=code), mend)
    return code


def tables(language: str) -> Mapping[str, list[str]]:
    """The words of a language by its id, folded, by their path; nothing of a language that neither knows."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, list[str]] = {}
    for path, words in (*_calendar(locale), *_forms(locale), *_number_words(locale.language)):
        if known := sorted(filter(None, words)):
            found.setdefault(path, []).extend(known)
    return found


def in_words(number: int, language: str, to: str = "cardinal") -> str:
    """
    A number in the words of a language, folded; empty where num2words has none.

    What it lacks of a language it tells in as many ways as it has authors: Czech has no ordinals, Catalan no nought.
    """
    from num2words import num2words

    try:
        return plain(str(num2words(number, lang=language, to=to)))
    except (NotImplementedError, LookupError, TypeError, AttributeError):
        return ""


def _calendar(locale: "Locale") -> Iterator[Listed]:
    symbols = locale.number_symbols["latn"]
    yield "numbers.figures", {plain(f"0{symbols['group']}0")[1:-1] + symbols["decimal"]}
    for kind, names in (("months", locale.months), ("weekdays", locale.days)):
        for width in ("wide", "abbreviated"):
            path = f"days.{'short' if kind == 'weekdays' and width != 'wide' else kind}"
            for number in names["format"][width]:
                forms = {plain(names[form][width][number]).removesuffix(".") for form in ("format", "stand-alone")}
                yield f"{path}.{number}", {name for name in forms if not re.search("[0-9]", name)}


def _forms(locale: "Locale") -> Iterator[Listed]:
    """How CLDR writes a day as on pages, or with the name of its month; a time with letters or dots; and joins."""
    own, *further = map(locale.datetime_skeletons.get, ("yMMMd", "MMMd", "MMMMd"))
    named = {f"{own}", *(f"{one}" for one in (*locale.date_formats.values(), *further) if "MMM" in f"{one}")}
    yield "days.forms", {_form(one, ".", "[.]" if "MMM" in one else ".") for one in named}
    forms = {_form(f"{one}", " ", "[ ]") for one in (*locale.time_formats.values(), locale.datetime_skeletons["H"])}
    told = {one for one in forms if re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", one))}
    yield "clocks.forms", told | {f"{one}<![ ]{{unit}}|.|,>" for one in forms - told if "." in one}
    yield "clocks.between", {re.sub(r"\{[01]\}|'", "", f"{one}").strip() for one in locale.datetime_formats.values()}


def _form(pattern: str, sign: str, instead: str) -> str:
    """A pattern of CLDR as a form, folded, in which a sign may be missing; nothing where it holds what none has."""
    parts = [FIELDS.get(one["field"][:3], "\0") if one["field"] else (one["quoted"] or one[0]).replace(sign, instead)
             for one in PIECE.finditer(plain(pattern.replace("M", "L")))]  # fmt: skip
    return "" if "\0" in parts else "".join(parts)


def _number_words(language: str) -> Iterator[Listed]:
    """
    Numbers in words up to ten thousand, by their parts: those below a hundred, and hundreds and thousands, each alone
    and as it stands before a smaller number.

    Without those of scripts in which numbers are signs.
    """

    def said(number: int, to: str = "cardinal") -> str:
        return " ".join(in_words(number, language, to).replace("-", " ").split())

    first = said(1)
    if not re.fullmatch(r"[^\W\d_]{2,}", first):
        return
    for number in range(100):
        yield f"numbers.cardinals.{number}", {said(number)}
    for scale in (100, 1000):
        # What all hundreds end in stands for one of them too, as in *hundertzwanzig*, where it ends in that itself.
        backwards = zip(*(reversed(said(count * scale)) for count in range(2, 10)), strict=False)
        ending = "".join(signs[0] for signs in takewhile(lambda signs: len({*signs}) == 1, backwards))[::-1].strip()
        alone = {ending} if said(scale).endswith(ending) else set()
        for count in range(1, 11 if scale > 100 else 10):
            value = count * scale
            whole = {said(value), *(alone if count == 1 else ())}
            yield f"numbers.cardinals.{value}", _spaced(whole, said(count), count)
            ways = {said(value + rest).removesuffix(said(rest)) for rest in (1, scale // 10) if said(rest)}
            before = {said(value), *map(str.strip, ways)}
            before |= {way.removesuffix(",") for way in before}
            yield f"numbers.before.{value}", _spaced(before, said(count), count)
            welded = {way for way in ways if not way.endswith(" ")}
            yield f"numbers.joined.{value}", welded | (alone if welded and count == 1 else set())
    for number in range(1, MOST_DAYS + 1):
        yield f"days.ordinals.{number}", {said(number, "ordinal")}


def _spaced(ways: set[str], first: str, count: int) -> set[str]:
    """
    Ways of saying some hundreds or thousands, `first` how many, also with a blank behind it: *zwei hundert*; of one,
    also without the word for it.
    """
    scales = {way.removeprefix(first).lstrip() for way in ways if way.startswith(first)}
    return {*ways, *(f"{first} {scale}" for scale in scales), *(scales if count == 1 else ())}
