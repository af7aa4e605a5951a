"""The matcher over the search phrases of every language, and what it is made from."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from assistant.i18n.language import offered
from assistant.i18n.words import Catalogue
from assistant.loading import library_path, load_all_words, load_languages, load_library, load_words
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.model.policy import Library
from assistant.settings import Settings

# What understands questions, and what reads its sources, is slow to import; a server answers pages before.
if TYPE_CHECKING:
    from assistant.match.aspect import Cues
    from assistant.match.terms import Terms
    from assistant.match.understanding import Understanding, Understands


class Late:
    """A matcher that is made when the first question is asked, once: most pages and most saves are seen without any."""

    def __init__(self, make: "Callable[[], Understands]") -> None:
        self._make, self._lock = make, Lock()
        self._made: Understands | None = None

    def understand(self, text: str, now: dt.datetime) -> "Understanding":
        """What is asked; what goes wrong while the matcher is made is raised to whoever asks."""
        with self._lock:
            self._made = self._made or self._make()
        return self._made.understand(text, now)


def load_matcher(settings: Settings, library: Library) -> "Understands":
    """The matcher over every language's search phrases. The language of a question never has to be chosen."""
    from assistant.match.question import Matcher

    translations = renderings(words.chain[0] for words in load_all_words(settings).values())
    phrases = load_phrases(settings.locales, library)
    return Matcher.build(library, phrases, translations, load_terms(settings.locales), load_cues(settings.locales))


def make_library(settings: Settings) -> Path:
    """Everything that is compiled of these sources, and the folder that it stands in. Raises `ContentError`."""
    for language in load_languages(settings):
        load_words(settings, language)
    load_matcher(settings, load_library(settings))
    return library_path(settings)


def renderings(catalogues: Iterable[Catalogue]) -> dict[str, list[str]]:
    """What each sentence is in all of these languages, by its context."""
    found: dict[str, list[str]] = {}
    for catalogue in catalogues:
        for (context, _), said in catalogue.messages.items():
            found.setdefault(context, []).extend(said)
    return found


def load_phrases(locales: Path, library: Library) -> dict[str, list[Phrase]]:
    """Every language's search phrases by `policy/topic`, for the topics that there are, and by `out-of-scope`."""
    from assistant.i18n.load import languages
    from assistant.i18n.questions import read_phrases

    return by_topic({language: read_phrases(locales, language) for language in languages(locales)}, library)


def by_topic(said: Mapping[str, Mapping[str, tuple[str, ...]]], library: Library) -> dict[str, list[Phrase]]:
    """The same from what was read of each language."""
    phrases: dict[str, list[Phrase]] = {}
    for language, topics in said.items():
        for name, texts in topics.items():
            if name in library.topics or name == OUT_OF_SCOPE:
                phrases.setdefault(name, []).extend(Phrase(text, language) for text in texts)
    return phrases


def load_terms(locales: Path) -> "Terms":
    """The names of things in every language."""
    from assistant.i18n.load import languages
    from assistant.i18n.questions import read_terms
    from assistant.match.terms import Terms

    things: dict[str, list[tuple[str, ...]]] = {}
    for language in offered(languages(locales)):
        for thing, names in read_terms(locales, language).items():
            things.setdefault(thing, []).append(names)
    return Terms.build(things)


def load_cues(locales: Path) -> "Cues":
    """The words of every language that tell the aspects apart."""
    from assistant.i18n.load import languages
    from assistant.i18n.questions import read_cues
    from assistant.match.aspect import Cues

    lines: dict[str, list[str]] = {}
    for language in languages(locales):
        for kind, cues in read_cues(locales, language).items():
            lines.setdefault(kind, []).extend(cues)
    return Cues.build(lines)
