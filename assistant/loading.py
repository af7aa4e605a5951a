"""What the edges work with: the policies, and the words of each language, loaded from the folders of the settings."""

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.content import read_closed_days, read_library, read_policy
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.language import Language, looked_up, offered
from assistant.i18n.load import languages, load_catalogue, load_words, sound_languages, words_in
from assistant.i18n.message import INTERFACE
from assistant.i18n.questions import OUT_OF_SCOPE, read_phrases
from assistant.i18n.terms import read_cues, read_terms
from assistant.i18n.words import Catalogue, Words
from assistant.library.editions import Edition, edition_path, read_edition
from assistant.match.aspect import Cues
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.match.understanding import Understands
from assistant.model.policy import Library, Policy
from assistant.settings import Settings, shipped

logger = logging.getLogger(__name__)
Clock = Callable[[], dt.datetime]
"""Gives the moment it is, with a time zone."""


def now() -> dt.datetime:
    """The moment it is, in UTC."""
    return dt.datetime.now(dt.UTC)


def today(policy: Policy, clock: Clock = now) -> dt.date:
    """Today in the policy's time zone."""
    return clock().astimezone(ZoneInfo(policy.about.time_zone)).date()


def load_closed_days(settings: Settings) -> Mapping[str, tuple[dt.date, ...]]:
    """The company's own closed days by policy. Raises `ContentError` with all that is wrong in their file."""
    if settings.closed_days is None:
        return {}
    return read_closed_days(settings.closed_days, {path.parent.name for path in settings.content.glob("*/policy.yaml")})


def load_library(settings: Settings) -> Library:
    """Every policy. Raises `ContentError` with every fault."""
    return read_library(settings.content, load_closed_days(settings))


def load_policy(settings: Settings, policy: str) -> Library:
    """
    A library of one policy, which is faster to read than all.

    Raises:
        UnknownPage: no such policy.
        ContentError: everything that is wrong in its files.
    """
    known = sorted(path.parent.name for path in settings.content.glob("*/policy.yaml"))
    if policy not in known:
        raise UnknownPage("policy", policy, tuple(known))
    return Library(
        policies={policy: read_policy(settings.content / policy, load_closed_days(settings).get(policy, ()))}
    )


def language_of(environment: Mapping[str, str], known: Mapping[str, Language]) -> str:
    """The language of a terminal, from its locale; English where it is not among those known."""
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    tag = name.partition(".")[0].replace("_", "-")
    return looked_up(tag, offered(known)) or INTERFACE


def terminal_words(settings: Settings) -> Words:
    """The words for whoever sits at this terminal."""
    # Where nothing has been begun yet, there are no languages; whoever begins is spoken to in those that ship.
    begun = any(settings.locales.glob("*/language.yaml"))
    locales = settings.locales if begun else shipped("locales")
    # One language that is wrong keeps nobody from being told so in another.
    known = sound_languages(locales)
    language = language_of(os.environ, known)
    return words_in(locales, known[language]) if language in known else load_words(locales, language)


EDITIONS_KEPT = 2
"""Earlier editions that stay in memory: some 3 MB each."""
Earlier = Callable[[str, str], Edition | None]
"""An earlier edition of a policy, by the ids of both; None where it is not known."""


def earlier_editions(settings: Settings) -> Earlier:
    """The compiled editions beside the content, each read when it is first asked for."""

    @lru_cache(EDITIONS_KEPT)
    def read(path: Path) -> Edition | None:
        try:
            return read_edition(path)
        except ContentError as error:
            logger.warning("%s", error)
            return None

    def find(policy: str, edition: str) -> Edition | None:
        path = edition_path(settings.content / policy, edition)
        return read(path) if path.is_file() else None

    return find


def load_all_words(settings: Settings, everything: bool = False) -> dict[str, Words]:
    """The words of each language that readers may choose; of every language where `everything` is wanted."""
    known = languages(settings.locales)
    return {language: load_words(settings.locales, language) for language in (known if everything else offered(known))}


def load_matcher(settings: Settings, library: Library) -> Understands:
    """The matcher over every language's search phrases. The language of a question never has to be chosen."""
    # Its index needs a library for arrays, which is slow to import; most commands understand no questions.
    from assistant.match.question import Matcher

    translations = renderings(load_catalogue(settings.locales, each) for each in offered(languages(settings.locales)))
    phrases = load_phrases(settings.locales, library)
    return Matcher.build(library, phrases, translations, load_terms(settings.locales), load_cues(settings.locales))


def renderings(catalogues: Iterable[Catalogue]) -> dict[str, list[str]]:
    """What each sentence is in all of these languages, by its context."""
    found: dict[str, list[str]] = {}
    for catalogue in catalogues:
        for (context, _), said in catalogue.messages.items():
            found.setdefault(context, []).extend(said)
    return found


def load_phrases(locales: Path, library: Library) -> dict[str, list[Phrase]]:
    """Every language's search phrases by `policy/topic`, for the topics that there are, and by `out-of-scope`."""
    return by_topic({language: read_phrases(locales, language) for language in languages(locales)}, library)


def by_topic(said: Mapping[str, Mapping[str, tuple[str, ...]]], library: Library) -> dict[str, list[Phrase]]:
    """The same from what was read of each language."""
    phrases: dict[str, list[Phrase]] = {}
    for language, topics in said.items():
        for name, texts in topics.items():
            if name in library.topics or name == OUT_OF_SCOPE:
                phrases.setdefault(name, []).extend(Phrase(text, language) for text in texts)
    return phrases


def load_terms(locales: Path) -> Terms:
    """The names of things in every language."""
    things: dict[str, list[tuple[str, ...]]] = {}
    for language in offered(languages(locales)):
        for thing, names in read_terms(locales, language).items():
            things.setdefault(thing, []).append(names)
    return Terms.build(things)


def load_cues(locales: Path) -> Cues:
    """The words of every language that tell the aspects apart."""
    lines: dict[str, list[str]] = {}
    for language in languages(locales):
        for kind, cues in read_cues(locales, language).items():
            lines.setdefault(kind, []).extend(cues)
    return Cues.build(lines)
