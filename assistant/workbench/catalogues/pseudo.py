"""
Languages that nobody speaks, made to find what cannot be translated and what has no room.

`en-XA` is accented English, 35 % longer: text without accents stands in the code, text that is cut off has too little
room. `ar-XB` is the same in Arabic letters, from right to left. `en-XC` shows the id of each message in place of its
text. All are made from the English of whatever the source's language is; gaps and figures are kept.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from assistant.i18n.catalogues import INTERFACE_DOMAINS, language_path, read_catalogue
from assistant.i18n.comparison import Spellings, added, exchanged, missing
from assistant.i18n.defects import pair_of
from assistant.i18n.figure import Figure
from assistant.i18n.language import INTERFACE, TRANSLATIONS
from assistant.i18n.load import languages, load_words
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.workbench.catalogues.addition import description, new_language
from assistant.workbench.catalogues.sync import sync

LONGER = 0.35
SMALL = "abcdefghijklmnopqrstuvwxyz"
ACCENTS = str.maketrans(SMALL + SMALL.upper(), "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž" + "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
ARABIC = str.maketrans(SMALL + SMALL.upper(), "ابتدعفغهيجكلمنوصقرسطثحضخشز" * 2)
FILLING = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor "


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


def write_pseudo(library: Library, locales: Path, package: Path, folder: Path) -> None:
    """Copies the locales into a folder, and adds the pseudo-languages to it, complete and offered."""
    shutil.copytree(locales, folder, dirs_exist_ok=True)
    known = languages(folder)
    for code, pseudo in PSEUDO.items():
        like = known.get(pseudo.like) or new_language(pseudo.like, known)
        own = {"id": code, "name": pseudo.name, "fallback": (INTERFACE,), "offered": True}
        language_path(folder, code).parent.mkdir(exist_ok=True)
        language_path(folder, code).write_text(description(like.model_copy(update=own), pseudo.name), "utf-8")
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
            text = english.text(Text(entry.msgctxt or "", entry.msgid), source).text
            entry.msgstr = pseudo.say(name, text)
            entry.tcomment = _accepted(pair.source.read(entry.msgid), pair.said.read(entry.msgstr))
    path.write_bytes(f"{file}".encode())


def _accepted(source: Sequence[Figure], said: Sequence[Figure]) -> str:
    """The mark for figures that cannot be known in letters that nobody writes them with: *half past 8 pm*."""
    names = dict.fromkeys((*missing(source, said), *added(source, said), *exchanged(source, said)))
    return f"accepted: {', '.join(names)}" if names else ""
