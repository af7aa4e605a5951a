"""A new language, made from nothing but its code: what CLDR knows of it, and its empty catalogues."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from assistant.errors import UnknownPage
from assistant.i18n.language import INTERFACE, Language
from assistant.suggest import closest

NAMED = 3
"""How many languages are named that may have been meant."""
DESCRIPTION = """\
# yaml-language-server: $schema=../../schemas/language.json
# {english}. Made from CLDR: change whatever reads better.
id: {id}
# Its name in itself, as readers see it in the choice of languages.
name: {name}
# The locale that names its days and months, and writes its numbers and lists.
locale: {locale}
# Where a sentence is not translated yet, these are tried in turn.
fallback: [{fallback}]
direction: {direction}{digits}
# A day, a time of day, and both together, in the letters of CLDR (EEE: the weekday, MMM: the month, HH:mm: 17:00).
day: {day}
time: {time}
moment: {moment}
# The heading above what people ask, for policies that are written in this language. Write it in this language.
asked: {asked}
# yes: readers may choose it. Until then it is seen in the preview only, and may have gaps.
offered: {offered}
"""
DIGITS = """
# The digits with which it writes numbers, from nought to nine. Without this line they are 0 to 9.
digits: "{digits}\""""


def new_language(name: str, known: Mapping[str, Language]) -> Language:
    """
    What CLDR knows of the language of this code (`fr`, `pt-BR`), beside the languages that there are. Raises
    `UnknownPage` where there is no such language; `near` names those that may have been meant.
    """
    try:
        locale = Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError):
        raise UnknownPage("language", name, tuple(alike(name))) from None
    if (code := str(locale).replace("_", "-")) != name:
        raise UnknownPage("language", name, (code,))
    fallback = tuple(one for one in (name.partition("-")[0], INTERFACE) if one in known and one != name)
    own = locale.get_display_name(locale) or name
    return Language(
        id=name,
        name=own[0].upper() + own[1:],
        locale=str(locale),
        fallback=fallback,
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        day=locale.datetime_skeletons["yMMMEd"].pattern.replace("E", "EEE", 1),
        time=_time(locale),
        moment=locale.datetime_formats["medium"].replace("{0}", "{time}").replace("{1}", "{day}"),
        digits=_digits(locale, own[0]),
        asked=known[fallback[0]].asked if fallback else "{topic}",
    )


def description(language: Language, english: str) -> str:
    """The text of a `language.yaml`, with comments; `english` is the language's name in English."""
    quoted = {
        name: json.dumps(getattr(language, name), ensure_ascii=False) for name in ("day", "time", "moment", "asked")
    }
    return DESCRIPTION.format(
        **language.model_dump(exclude={*quoted, "digits", "fallback", "offered"}),
        **quoted,
        digits=DIGITS.format(digits=language.digits) if language.digits else "",
        english=english,
        fallback=", ".join(language.fallback),
        offered="yes" if language.offered else "no",
    )


def described(name: str, known: Mapping[str, Language]) -> str:
    """The `language.yaml` of a new language. Raises `UnknownPage`, as `new_language` does."""
    language = new_language(name, known)
    return description(language, Locale.parse(language.locale).get_display_name(INTERFACE) or name)


def _time(locale: Locale) -> str:
    """As the language writes it; some have a time of day in it ("in the afternoon") that Babel cannot write."""
    pattern: str = locale.time_formats["short"].pattern
    return pattern if "mm" in pattern and "B" not in pattern else "HH:mm"


def _digits(locale: Locale, letter: str) -> str | None:
    """Its own digits, where CLDR writes it with others than 0 to 9: those of the script that this letter is of."""
    if (system := locale.default_numbering_system) == "latn":
        return None
    script = unicodedata.name(letter).partition(" LETTER ")[0].removesuffix(" CAPITAL")
    further = "EXTENDED " if system.endswith("ext") else ""
    for name in (f"{script} DIGIT ZERO", f"{further}{script}-INDIC DIGIT ZERO"):
        with suppress(KeyError):
            zero = ord(unicodedata.lookup(name))
            return "".join(map(chr, range(zero, zero + 10)))
    return None


def alike(name: str) -> Iterator[str]:
    """Codes that may have been meant, each with its English name: `jp` for Japan, `french`, `deutsch`, `fr_CA`."""
    english = Locale(INTERFACE).languages
    known = [code for code in locale_identifiers() if code in english]
    spelt = {said.casefold(): code for code in known for said in (code, english[code], Locale(code).display_name or "")}
    typed = name.casefold().partition("_")[0].partition("-")[0]
    likely = get_global("likely_subtags").get(f"und_{typed.upper()}", "").partition("_")[0]
    if typed in spelt or likely:
        found = [spelt.get(typed, likely)]
    else:
        found = [spelt[each] for each in closest(typed, spelt, NAMED)]
    yield from (f"{code} ({english[code]})" for code in dict.fromkeys(found) if code in english)
