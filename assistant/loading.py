"""
What the edges work with: the policies and the words of each language, from the library of the settings.

What `read_…` gives comes from the sources themselves, with all that is wrong in them: for authors, and for the library
where it is stale.
"""

import datetime as dt
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

from assistant.decide.aliases import owner
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.language import INTERFACE, Language, looked_up, offered
from assistant.i18n.width import width
from assistant.i18n.words import Catalogue, Words
from assistant.library.editions import edition_path, read_edition
from assistant.library.folder import Folder
from assistant.library.policies import EDITIONS, compiled_catalogue, compiled_languages, load_policies, quoting
from assistant.library.sources import policy_ids
from assistant.model.edition import Earlier, Edition, Name, named
from assistant.model.policy import Library, Policy
from assistant.settings import PREFIX, Settings, shipped

logger = logging.getLogger(__name__)
Clock = Callable[[], dt.datetime]
"""Gives the moment it is, with a time zone."""


def clock() -> Clock:
    """What gives the moment it is, in UTC; the one that is set, for whoever wants to see what people will see then."""
    said = os.environ.get(f"{PREFIX}NOW")
    return partial(dt.datetime.now, dt.UTC) if not said else lambda: dt.datetime.fromisoformat(said).astimezone(dt.UTC)


def now() -> dt.datetime:
    """The moment it is."""
    return clock()()


def today(policy: Policy, clock: Clock = now) -> dt.date:
    """Today in the policy's time zone."""
    return clock().astimezone(ZoneInfo(policy.about.time_zone)).date()


def library_folder(settings: Settings, quiet: bool = False) -> Folder:
    """Where what is made from these sources is kept. Whoever sits at a terminal is told while something is made."""
    place = sha256(f"{settings.content.resolve()}\0{settings.locales.resolve()}".encode()).hexdigest()[:12]
    silent = quiet or not sys.stderr.isatty()
    notice = nullcontext if silent else partial(_noticed, settings)
    return Folder(settings.library / place, shipped("library"), notice)


@contextmanager
def _noticed(settings: Settings) -> Iterator[None]:
    """A line on the terminal, which goes when what it speaks of is done."""
    line = terminal_words(settings).say("Reading what changed …")
    sys.stderr.write(f"{line}\r")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(f"{' ' * width(line)}\r")
        sys.stderr.flush()


def load_library(settings: Settings) -> Library:
    """Every policy. Raises `ContentError` with every fault."""
    try:
        found = _policies(settings, sorted({path.parent.name for path in settings.content.glob("*/*.yaml")}))
    except ContentError:
        found = {}
    return Library(policies=found) if found else read_content(settings)


def load_policy(settings: Settings, policy: str) -> Library:
    """
    A library of one policy, which is faster to read than all; of all of them where it had this id once. Raises
    `UnknownPage`; `ContentError` with everything that is wrong in its files.
    """
    try:
        return Library(policies=_policies(settings, [_known(settings, policy)]))
    except UnknownPage:
        if owner(library := load_library(settings), policy) is None:
            raise
        return library


def _known(settings: Settings, policy: str) -> str:
    """The id of a policy that there is. Raises `UnknownPage`."""
    known = policy_ids(settings.content)
    if policy not in known:
        raise UnknownPage("policy", policy, known)
    return policy


def _policies(settings: Settings, names: Iterable[str]) -> dict[str, Policy]:
    closed = cache(partial(read_closed_days, settings))

    def read(name: str) -> Policy:
        from assistant.content import read_policy

        return read_policy(settings.content / name, closed().get(name, ()))

    found = load_policies(library_folder(settings), settings.content, names, read, settings.closed_days)
    return {name: quoting(settings.documents, policy) for name, policy in found.items()}


def read_closed_days(settings: Settings) -> Mapping[str, tuple[dt.date, ...]]:
    """The company's own closed days by policy. Raises `ContentError` with all that is wrong in their file."""
    from assistant import content

    if settings.closed_days is None:
        return {}
    return content.read_closed_days(settings.closed_days, policy_ids(settings.content))


def read_content(settings: Settings) -> Library:
    """Every policy from its sources, with its examples. Raises `ContentError` with every fault."""
    from assistant.content import read_library

    return read_library(settings.content, read_closed_days(settings))


def read_policy(settings: Settings, policy: str) -> Library:
    """A library of one policy, from its sources. Raises `UnknownPage`; `ContentError` with all that is wrong in it."""
    from assistant import content

    closed = read_closed_days(settings).get(_known(settings, policy), ())
    return Library(policies={policy: content.read_policy(settings.content / policy, closed)})


def load_languages(settings: Settings) -> Mapping[str, Language]:
    """Every language, by id. Raises `ContentError` with everything that is wrong in any `language.yaml`."""
    return _languages(settings, library_folder(settings))


def _languages(settings: Settings, folder: Folder) -> Mapping[str, Language]:
    def read() -> Mapping[str, Language]:
        from assistant.i18n.load import languages

        return languages(settings.locales)

    return compiled_languages(folder, settings.locales, read)


def load_words(settings: Settings, language: str) -> Words:
    """
    The words of a language, with those of its fallback languages behind them.

    Raises:
        UnknownPage: no such language.
        ContentError: a `language.yaml` is wrong.
    """
    folder = library_folder(settings)
    known = _languages(settings, folder)
    if language not in known:
        raise UnknownPage("language", language, tuple(known))
    return _words(known[language], partial(_catalogue, settings, folder), known)


def _words(language: Language, catalogue: Callable[[str], Catalogue], known: Mapping[str, Language]) -> Words:
    return Words(language, tuple(catalogue(each) for each in (language.id, *language.fallback)), languages=known)


def _catalogue(settings: Settings, folder: Folder, language: str) -> Catalogue:
    def read() -> Catalogue:
        from assistant.i18n.load import load_catalogue

        return load_catalogue(settings.locales, language)

    return compiled_catalogue(folder, settings.locales, language, read)


def load_all_words(settings: Settings) -> dict[str, Words]:
    """The words of each language that readers may choose."""
    folder = library_folder(settings)
    known = _languages(settings, folder)
    catalogue = cache(partial(_catalogue, settings, folder))
    return {name: _words(one, catalogue, known) for name, one in offered(known).items()}


def language_of(environment: Mapping[str, str], known: Mapping[str, Language]) -> str:
    """The language of a terminal, from its locale; English where it is not among those known."""
    name = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    tag = name.partition(".")[0].replace("_", "-")
    return looked_up(tag, offered(known)) or INTERFACE


def terminal_words(settings: Settings) -> Words:
    """The words for whoever sits at this terminal."""
    # Where nothing has been begun yet, there are no languages; whoever begins is spoken to in those that ship.
    begun = any(settings.locales.glob("*/language.yaml"))
    spoken = settings if begun else replace(settings, locales=shipped("locales"))
    folder = library_folder(spoken, quiet=True)
    try:
        known = _languages(spoken, folder)
    except ContentError as error:
        from assistant.i18n.load import sound_languages

        # One language that is wrong keeps nobody from being told so in another.
        known = sound_languages(spoken.locales)
        if language_of(os.environ, known) not in known:
            raise error from None
    return _words(known[language_of(os.environ, known)], partial(_catalogue, spoken, folder), known)


EDITIONS_KEPT = 2
"""Earlier editions that stay in memory: some 3 MB each."""


def earlier_editions(settings: Settings) -> Earlier:
    """
    The compiled editions beside the content, each read once, when it is first asked for.

    Those that come later belong to content that has not been read: a process answers by what stood there at its start.
    """
    lock, standing = Lock(), dict[tuple[str, str], Path]()
    for path in settings.content.glob(f"*/{EDITIONS}/*.json"):
        standing[path.parent.parent.name, named(path.stem).edition] = path.resolve()

    @lru_cache(EDITIONS_KEPT)
    def read(path: Path) -> Edition | None:
        try:
            return read_edition(path)
        except ContentError as error:
            logger.warning("%s", error)
            return None

    def find(policy: str, edition: str) -> Edition | None:
        path = standing.get((policy, named(edition).edition))
        with lock:
            return read(path) if path else None

    return find


def present_editions(settings: Settings, library: Library) -> dict[str, Name]:
    """How links name the present edition of each policy: frozen or not, it is the newest that stands here."""
    paths = (edition_path(settings.content / policy.id, policy.edition) for policy in library.policies.values())
    return dict(zip(library.policies, (named(path.stem) for path in paths), strict=True))
