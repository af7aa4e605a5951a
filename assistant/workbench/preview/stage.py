"""The application over one good state, with words that leave a trace."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from starlette.types import ASGIApp

from assistant.i18n.questions import WORDS, phrases
from assistant.loading import earlier_editions
from assistant.match.index import Index
from assistant.match.understanding import Understands
from assistant.matching import by_topic, renderings
from assistant.model.policy import Library
from assistant.model.wordlists import extended
from assistant.parsing import Speech
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.site import Site
from assistant.web.late import Late
from assistant.workbench.preview.traces import Ledger, traced
from assistant.workbench.preview.views import Shelf
from assistant.workbench.preview.watch import Texts

Clock = Callable[[], dt.datetime]
ASKED = "questions", "terms"
"""The catalogues that the index of search phrases is made from, beside the grammar."""
TEMPLATES = Path(__file__).parent / "templates"


class Indexed:
    """The index of search phrases, made anew where what it is made from is not what it was: most saves change none."""

    def __init__(self) -> None:
        self._made: tuple[object, Index] | None = None

    def of(self, library: Library, texts: Texts) -> Index:
        """The index of a state."""
        every = chain.from_iterable(texts.kept.values())
        asked = [(one.language, one.context, one.source, one.said) for one in every if one.domain in ASKED]
        made_of = tuple(library.topics), texts.grammar, asked
        if self._made is None or self._made[0] != made_of:
            # What makes it needs a library for arrays, which is slow to import.
            from assistant.indexing.index import built

            self._made = made_of, built(by_topic(texts.phrases, library), texts.terms)
        return self._made[1]


@dataclass(frozen=True, slots=True)
class Stage:
    """
    One good state, and what shows it.

    `pages` are as readers have them, with traces that `ledger` explains; `matcher` understands questions; `shelves`
    hold the messages of each language; `site` shows the pages of the workshop.
    """

    library: Library
    texts: Texts
    site: Site
    pages: ASGIApp
    ledger: Ledger
    matcher: Late
    shelves: Mapping[str, Shelf]
    known: Settings

    @classmethod
    def build(
        cls, library: Library, texts: Texts, known: Settings, indexed: Indexed, now: Clock, public_url: str
    ) -> "Stage":
        """The stage of a state; the index is that of the stage before where nothing changed that it is made from."""
        ledger = Ledger()
        earlier = earlier_editions(known)
        words = {lang: traced(words, ledger) for lang, words in texts.words.items()}
        speech = Speech(texts.grammar)
        matcher = Late(partial(_matcher, library, texts, indexed))
        pages = make_app(Site(library, words, texts.languages, speech, now, public_url, earlier), matcher)
        site = Site(library, texts.words, texts.languages, speech, now, public_url, earlier, [TEMPLATES])
        shelves = {lang: Shelf(lang, kept) for lang, kept in texts.kept.items()}
        return cls(library, texts, site, pages, ledger, matcher, shelves, known)


def _wordlists(texts: Texts) -> dict[str, list[str]]:
    """What the languages add to the words of the policies' facts, by context."""
    words: dict[str, list[str]] = {}
    for one in chain.from_iterable(texts.kept.values()):
        if one.context.startswith(WORDS):
            words.setdefault(one.context.removeprefix(WORDS), []).extend(phrases(one.said[0]))
    return words


def _matcher(library: Library, texts: Texts, indexed: Indexed) -> Understands:
    index = indexed.of(library, texts)
    from assistant.indexing.index import matcher_over

    rendered = renderings(words.chain[0] for words in texts.words.values())
    return matcher_over(extended(library, _wordlists(texts)), index, rendered, texts.cues, texts.grammar)
