"""
A new language, made from nothing but its code: what CLDR knows of it. And languages that nobody speaks, made to find
what cannot be translated and what has no room.
"""

import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from assistant.errors import UnknownPage
from assistant.i18n.catalogues import INTERFACE_DOMAINS, language_path, read_catalogue
from assistant.i18n.comparison import Spellings, added, exchanged, missing
from assistant.i18n.defects import SAME, pair_of
from assistant.i18n.figure import Figure
from assistant.i18n.language import INTERFACE, TRANSLATIONS, Language
from assistant.i18n.load import languages, load_words
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.suggest import closest
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.sync import sync

NAMED = 3
"""How many languages are named that may have been meant."""
DESCRIPTION = Path(__file__).with_name("language.txt")
"""A `language.yaml` with comments, and gaps for what is known of the language."""
DIGITS = """
# The digits with which it writes numbers, from nought to nine. Without this line they are 0 to 9.
digits: "{digits}\""""
LONGER = 0.35
SMALL = "abcdefghijklmnopqrstuvwxyz"
ACCENTS = str.maketrans(SMALL + SMALL.upper(), "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž" + "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
ARABIC = str.maketrans(SMALL + SMALL.upper(), "ابتدعفغهيجكلمنوصقرسطثحضخشز" * 2)
FILLING = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor "


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
        day=re.sub("E+", "EEE", locale.datetime_skeletons["yMMMEd"].pattern),
        time=_time(locale),
        moment=locale.datetime_formats["medium"].replace("{0}", "{time}").replace("{1}", "{day}"),
        digits=_digits(locale, own[0]),
        asked=known[fallback[0]].asked if fallback else "{topic}",
    )


def description(language: Language, english: str, policies: Iterable[str]) -> str:
    """The text of a `language.yaml`, with comments; `english` is the language's name in English."""
    quoted = {
        name: json.dumps(getattr(language, name), ensure_ascii=False) for name in ("day", "time", "moment", "asked")
    }
    return DESCRIPTION.read_text("utf-8").format(
        **language.model_dump(include={"id", "name", "locale", "direction"}),
        **quoted,
        digits=DIGITS.format(digits=language.digits) if language.digits else "",
        english=english,
        fallback=", ".join(language.fallback),
        policies=", ".join(policies),
        offered="yes" if language.offered else "no",
    )


def described(name: str, known: Mapping[str, Language], policies: Iterable[str]) -> str:
    """The `language.yaml` of a new language. Raises `UnknownPage`, as `new_language` does."""
    language = new_language(name, known)
    return description(language, Locale.parse(language.locale).get_display_name(INTERFACE) or name, policies)


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
    whole = name.casefold().replace("-", "_")
    typed = whole if whole in spelt else whole.partition("_")[0]
    likely = get_global("likely_subtags").get(f"und_{typed.upper()}", "").partition("_")[0]
    if typed in spelt or likely:
        found = [spelt.get(typed, likely)]
    else:
        found = [spelt[each] for each in closest(typed, spelt, NAMED)]
    yield from (f"{code.replace('_', '-')} ({english[code]})" for code in dict.fromkeys(found) if code in english)


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A pseudo-language: its name, the code of the language whose formats it has, and how it says a sentence."""

    name: str
    like: str
    say: Callable[[str, str], str]
    """From the name of a message and its English."""


def longer(english: str, letters: Mapping[int, int]) -> str:
    """The sentence in other letters, 35 % longer, in brackets, so that an end that is missing is seen."""
    room = ceil(LONGER * len(Text.GAP.sub("", english)))
    filling = (FILLING * (room // len(FILLING) + 1))[:room].strip()
    pieces = Text.GAP.split(f"{english} {filling}")
    pieces[::2] = [piece.translate(letters) for piece in pieces[::2]]
    pieces[1::2] = [f"{{{name}}}" for name in pieces[1::2]]
    return f"⟦{''.join(pieces)}⟧"


def _named(name: str, english: str) -> str:
    return " ".join([name, *(f"{{{gap}}}" for gap in Text.GAP.findall(english) if f"{{{gap}}}" not in name)])


PSEUDO: Mapping[str, Pseudo] = {
    "en-XA": Pseudo("⟦Éñĝļîšĥ⟧", INTERFACE, lambda name, english: longer(english, ACCENTS)),
    "ar-XB": Pseudo("⟦عربي⟧", "ar", lambda name, english: longer(english, ARABIC)),
    "en-XC": Pseudo("‹ids›", INTERFACE, _named),
}
"""
`en-XA` is accented English, 35 % longer: text without accents stands in the code, text that is cut off has too little
room. `ar-XB` is the same in Arabic letters, from right to left. `en-XC` shows the id of each message in place of its
text. All are made from the English of whatever the source's language is; gaps and figures are kept.
"""


def write_pseudo(library: Library, locales: Path, package: Path, folder: Path) -> None:
    """Copies the locales into a folder, and adds the pseudo-languages to it, complete and offered."""
    shutil.copytree(locales, folder, dirs_exist_ok=True)
    known = languages(folder)
    for code, pseudo in PSEUDO.items():
        like = known.get(pseudo.like) or new_language(pseudo.like, known)
        own = {"id": code, "name": pseudo.name, "fallback": (INTERFACE,), "offered": True}
        text = description(like.model_copy(update=own), pseudo.name, library.policies)
        write_changed(language_path(folder, code), text)
    sync(library, folder, package)
    english, spellings = load_words(folder, INTERFACE), Spellings(folder)
    for code, pseudo in PSEUDO.items():
        for path in (path for kind in TRANSLATIONS for path in (folder / code).glob(kind)):
            _fill(path, pseudo, english, spellings)


def _fill(path: Path, pseudo: Pseudo, english: Words, spellings: Spellings) -> None:
    file = read_catalogue(path)
    source = file.metadata["X-Source-Language"]
    pair = pair_of(file, path.parent.name, spellings)
    for entry in file:
        name = f"ui: {entry.msgid}" if path.stem in INTERFACE_DOMAINS else entry.msgctxt or ""
        if entry.msgid_plural:
            last = len(entry.msgstr_plural) - 1
            forms = {form: entry.msgid if form < last == 1 else entry.msgid_plural for form in entry.msgstr_plural}
            entry.msgstr_plural = {form: pseudo.say(name, text) for form, text in forms.items()}
        else:
            entry.msgstr = pseudo.say(name, english.text(Text(entry.msgctxt or "", entry.msgid), source).text)
        entry.tcomment = _accepted(pair.source.read(entry.msgid), pair.said.read(entry.msgstr))
    path.write_bytes(f"{file}".encode())


def _accepted(source: Sequence[Figure], said: Sequence[Figure]) -> str:
    """The mark for what is the source itself, and figures in letters that nobody writes them with: *half past 8 pm*."""
    names = dict.fromkeys((SAME, *missing(source, said), *added(source, said), *exchanged(source, said)))
    return f"accepted: {', '.join(names)}"
