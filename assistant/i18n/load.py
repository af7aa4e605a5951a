"""
Loads the translations of one language, and says sentences in it.

There is no compile step: every message is checked when it is loaded. One that is fuzzy, empty or faulty is left out,
so that its reader sees the next language that has the sentence, at last the source; the faulty ones are reported.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from polib import POEntry

from assistant.errors import ContentError, Fault, UnknownPage, Wording
from assistant.i18n.catalogues import TRANSLATIONS, read_catalogue, strings
from assistant.i18n.defects import entry_faults
from assistant.i18n.fill import fill
from assistant.i18n.language import INTERFACE, Language, languages
from assistant.i18n.marks import marked
from assistant.model.record import Text

Key = tuple[str, str]
WORKSHOP = re.compile(r"/(?:cli|commands|content|i18n|model|workbench)/")
"""In the name of a file of the code: its sentences are about the work on content and catalogues."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sentence for people, and the language that it is in: not always the one that was asked for."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one language can say: every sound message by context and source text, one text for each plural form."""

    language: str
    messages: Mapping[Key, tuple[str, ...]]
    form: Callable[[int], int]
    faults: tuple[Fault, ...]
    percent: int = 100
    """How many of a hundred messages that readers meet it has, rounded down: 100 only where it has all."""


@dataclass(frozen=True, slots=True)
class Words:
    """
    Says sentences in one language: the first of `chain` that has a translation gives it.

    All that is said is plain text; whoever puts it into HTML escapes it. With `strict`, a gap without a value is an
    error; without, it stays visible. With `marking`, what is said in another language stands between `marks`.
    """

    language: Language
    chain: tuple[Catalogue, ...]
    strict: bool = False
    marking: bool = False

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The messages that were left out because they are faulty."""
        return tuple(fault for catalogue in self.chain for fault in catalogue.faults)

    def text(self, text: Text, language: str, /, **values: object) -> Rendered:
        """A sentence of the content, which is written in `language`, with its gaps filled."""
        found, _, lang = self._find((text.context, text.source), language)
        said = fill(found[0] if found else text.source, values, self.strict)
        return Rendered(self._marked(said, lang), self.language.id) if self.marking else Rendered(said, lang)

    def say(self, sentence: str, /, **values: object) -> str:
        """A sentence of the interface, given in English, with its gaps filled."""
        return self.named("", sentence, **values)

    def told(self, wording: Wording, /) -> str:
        """What was kept with its values apart, such as what is wrong in a file."""
        return self.say(wording.sentence, **dict(wording.values))

    def named(self, context: str, sentence: str, /, **values: object) -> str:
        """The same for a sentence that means something else in another context."""
        found, _, lang = self._find((context, sentence), INTERFACE)
        return self._marked(fill(found[0] if found else sentence, values, self.strict), lang)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a sentence that fits a count, which fills the gap `{count}`."""
        found, catalogue, lang = self._find(("", one), INTERFACE)
        if found and catalogue:
            sentence = found[min(max(catalogue.form(count), 0), len(found) - 1)]
        else:
            sentence = one if count == 1 else many
        return self._marked(fill(sentence, {"count": count, **values}, self.strict), lang)

    def _marked(self, said: str, lang: str) -> str:
        return marked(said, lang) if self.marking and lang != self.language.id else said

    def _find(self, key: Key, source: str) -> tuple[tuple[str, ...] | None, Catalogue | None, str]:
        """A translation, its catalogue and its language; none where the source is as near to the reader."""
        for catalogue in self.chain:
            if catalogue.language == source:
                break
            if key in catalogue.messages:
                return catalogue.messages[key], catalogue, catalogue.language
        return None, None, source


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
    return words_in(locales, known[language], strict)


def words_in(locales: Path, language: Language, strict: bool = False) -> Words:
    """The words of a language of which the description is known."""
    chain = (language.id, *language.fallback)
    return Words(language, tuple(load_catalogue(locales, each) for each in chain), strict)


def load_catalogue(locales: Path, language: str) -> Catalogue:
    """Every sound message of a language, of the interface and of all policies."""
    messages: dict[Key, tuple[str, ...]] = {}
    faults: list[Fault] = []
    rule, wanted, had = "", 0, 0
    for path in sorted(path for kind in TRANSLATIONS for path in (locales / language).glob(kind)):
        try:
            file = read_catalogue(path)
        except ContentError as error:
            faults += error.faults
            continue
        rule = rule or file.metadata.get("Plural-Forms", "")
        for entry in file:
            wanted += _met(entry)
            if not entry.obsolete and not entry.fuzzy and all(said := tuple(strings(entry))):
                wrong = entry_faults(path, entry)
                faults += wrong
                if not wrong:
                    messages[entry.msgctxt or "", entry.msgid] = said
                    had += _met(entry)
    return Catalogue(language, messages, plural_rule(rule), tuple(faults), 100 * had // wanted if wanted else 100)


def _met(entry: POEntry) -> bool:
    """Whether readers meet a message: not if it is gone, or said to authors and translators alone."""
    files = [file for file, _ in entry.occurrences]
    return not entry.obsolete and not (files and all(map(WORKSHOP.search, files)))


def plural_rule(header: str) -> Callable[[int], int]:
    """The rule of a `Plural-Forms` header as a function from a count to a form; English where it has none."""
    try:
        rule = c2py(header.partition("plural=")[2].rstrip("; "))
    except ValueError:
        return _english

    def choose(count: int) -> int:
        try:
            return int(rule(count))
        except ArithmeticError:
            return _english(count)

    return choose


def _english(count: int) -> int:
    return int(count != 1)
