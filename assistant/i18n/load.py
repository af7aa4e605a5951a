"""
Reads the languages of a locales folder, their grammars, and the translations of one language.

There is no compile step for translators: every message is checked when it is read. One that is fuzzy, empty or faulty
is left out, so that its reader sees the next language that has the sentence, at last the source; the faulty ones are
reported.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.localedata import exists, locale_identifiers

from assistant.content.describe import typed
from assistant.content.syntax import read_tree
from assistant.errors import ContentError, Fault, UnknownPage, Wording, told
from assistant.i18n.catalogues import WORKBENCH_DOMAIN, sound_catalogue, strings
from assistant.i18n.comparison import Spellings
from assistant.i18n.defects import entry_faults, pair_of
from assistant.i18n.language import TRANSLATIONS, Language, in_order
from assistant.i18n.words import Catalogue, Key, Words, key_of
from assistant.parsing.grammar import Grammar
from assistant.suggest import near


def languages(locales: Path) -> dict[str, Language]:
    """
    Every language of a locales folder, by id, in alphabetical order. Raises `ContentError` with everything that is
    wrong in any `language.yaml`.
    """
    found, wrong = described_in(locales)
    if wrong:
        raise ContentError(wrong)
    return found


def sound_languages(locales: Path) -> dict[str, Language]:
    """The same without those that are wrong, for whoever has to say what is wrong with them."""
    return described_in(locales)[0]


def described_in(locales: Path) -> tuple[dict[str, Language], list[Fault]]:
    """The same, and everything that is wrong with the others."""
    found: dict[str, Language] = {}
    wrong: list[Fault] = []
    folders = sorted({path.parent for name in ("language.yaml", "ui.po") for path in locales.glob(f"*/{name}")})
    for folder in folders:
        try:
            found[folder.name] = _language(folder / "language.yaml", {each.name for each in folders})
        except ContentError as error:
            wrong += error.faults
    return found, wrong


def _language(path: Path, known: set[str]) -> Language:
    try:
        root = read_tree(path, str(path))
    except FileNotFoundError:
        mend = told("bring it back, or run `policy-assistant i18n add {language}`", language=path.parent.name)
        raise ContentError.at(path, told("the language is not described"), mend) from None
    language: Language = typed(root, str(path), Language, path.parent.name)
    if wrong := [(root.find((each[0],)), each) for each in _wrong(language, path.parent.name, known)]:
        raise ContentError([Fault(str(path), node.line, node.column, *each) for node, each in wrong])
    return language


def _wrong(language: Language, folder: str, known: set[str]) -> Iterator[tuple[str, Wording, Wording]]:
    """What is wrong beyond the form of each value: its key, what it is, and how to mend it."""
    if language.id != folder:
        yield "id", told("the id '{id}' is not the folder's name", id=language.id), told("write id: {id}", id=folder)
    for name in sorted({*language.fallback} - known):
        mend = near(name, known, told("name a folder of locales/"))
        yield "fallback", told("there is no language '{name}'", name=name), mend
    if not exists(language.locale):
        mend = near(language.locale, locale_identifiers(), told("write one such as en_GB"))
        yield "locale", told("no locale is called '{name}'", name=language.locale), mend


def load_words(locales: Path, language: str, strict: bool = False) -> Words:
    """
    The words of a language, with those of its fallback languages behind them.

    Raises:
        UnknownPage: no such language.
        ContentError: a `language.yaml` is wrong.
    """
    known = languages(locales)
    if language not in known:
        raise UnknownPage("language", language, tuple(known))
    chain = (language, *known[language].fallback)
    return Words(known[language], tuple(load_catalogue(locales, each) for each in chain), strict, known)


def load_catalogue(locales: Path, language: str) -> Catalogue:
    """
    Every sound message of a language, of the interface and of all policies; of its share those do not count that
    belong to the policies that it leaves out. A catalogue that cannot be read or holds nothing at all is lost.
    """
    messages: dict[Key, tuple[str, ...]] = {}
    wrong: list[Fault] = []
    lost: list[str] = []
    rule, wanted, had, spellings = "", 0, 0, Spellings(locales)
    described = sound_languages(locales).get(language)
    for path in sorted(path for kind in TRANSLATIONS for path in (locales / language).glob(kind)):
        try:
            file, broken = sound_catalogue(path)
        except ContentError as error:
            wrong += error.faults
            lost.append(f"{language}/{path.name}")
            continue
        if not file and not file.metadata:
            lost.append(f"{language}/{path.name}")
        wrong += broken
        met = path.stem != WORKBENCH_DOMAIN and not (described and described.leaves_out(path.stem))
        wanted += len(broken) * met
        pair = pair_of(file, language, spellings)
        rule = rule or file.metadata.get("Plural-Forms", "")
        for entry in file:
            wanted += met and not entry.obsolete
            if not entry.obsolete and not entry.fuzzy and any(said := tuple(strings(entry))):
                found = entry_faults(path, entry, pair)
                wrong += found
                if not found:
                    ordered = tuple(in_order(one, described) for one in said) if described else said
                    messages.setdefault(key_of(entry.msgctxt or "", entry.msgid), ordered)
                    had += met and all(said)
    percent = 100 * had // wanted if wanted else 100
    return Catalogue(language, messages, rule, tuple(wrong), percent, tuple(lost))


def read_grammars(locales: Path) -> dict[str, Grammar]:
    """
    The grammar of each language that has one, by the name of its folder. Raises `ContentError` with everything that is
    wrong in any of them.
    """
    found, wrong = sound_grammars(locales)
    if wrong:
        raise ContentError(wrong)
    return found


def sound_grammars(locales: Path) -> tuple[dict[str, Grammar], list[Fault]]:
    """The same without those that are wrong, and what is wrong with these."""
    found: dict[str, Grammar] = {}
    wrong: list[Fault] = []
    for path in sorted(locales.glob("*/grammar.yaml")):
        try:
            found[path.parent.name] = typed(read_tree(path, str(path)), str(path), Grammar, "grammar")
        except ContentError as error:
            wrong += error.faults
    return found, wrong
