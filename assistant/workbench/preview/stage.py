"""The application over one good state, with words that leave a trace."""

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starlette.types import ASGIApp

from assistant.loading import earlier_editions
from assistant.match.ranking import Phrase
from assistant.match.terms import Terms
from assistant.match.understanding import Understands
from assistant.matching import Late, by_topic, renderings
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.app import make_app
from assistant.web.frame.site import Site
from assistant.workbench.evaluation.left_out import LeftOut, left_out
from assistant.workbench.preview.traces import Ledger, traced
from assistant.workbench.preview.views import Shelf
from assistant.workbench.preview.watch import Texts

Clock = Callable[[], dt.datetime]
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Stage:
    """
    One good state, and what shows it.

    `pages` are as readers have them, with traces that `ledger` explains; `shelves` hold the messages of each language;
    `site` shows the pages of the workshop.
    """

    library: Library
    texts: Texts
    site: Site
    pages: ASGIApp
    ledger: Ledger
    shelves: Mapping[str, Shelf]

    @classmethod
    def build(cls, library: Library, texts: Texts, known: Settings, now: Clock, public_url: str) -> "Stage":
        """The stage of a state."""
        ledger = Ledger()
        earlier = earlier_editions(known)
        words = {lang: traced(words, ledger) for lang, words in texts.words.items()}
        pages = make_app(library, words, texts.languages, matcher=Late(partial(_matcher, library, texts)), now=now,
                         public_url=public_url, earlier=earlier)  # fmt: skip
        site = Site.build(library, texts.words, texts.languages, now, public_url, earlier, [TEMPLATES])
        shelves = {lang: Shelf(lang, kept) for lang, kept in texts.kept.items()}
        return cls(library, texts, site, pages, ledger, shelves)


def _matcher(library: Library, texts: Texts) -> Understands:
    # Its index needs a library for arrays, which is slow to import.
    from assistant.match.question import Matcher

    rendered = renderings(words.chain[0] for words in texts.words.values())
    return Matcher.build(library, by_topic(texts.phrases, library), rendered, texts.terms, texts.cues)


class Trials:
    """
    Whether each search phrase finds its own topic when the index does not have it.

    That takes seconds, so it is tried in the background, once for the same phrases.
    """

    def __init__(self) -> None:
        self._phrases: Mapping[str, list[Phrase]] | None = None
        self._tried: Future[tuple[LeftOut, ...]] = Future()

    def of(self, stage: Stage) -> tuple[LeftOut, ...] | None:
        """What came of it; `None` while it is being tried."""
        phrases = by_topic(stage.texts.phrases, stage.library)
        if phrases != self._phrases:
            self._phrases, self._tried = phrases, Future()
            threading.Thread(target=_try, args=(self._tried, phrases, stage.texts.terms), daemon=True).start()
        return self._tried.result() if self._tried.done() else None


def _try(tried: "Future[tuple[LeftOut, ...]]", phrases: Mapping[str, list[Phrase]], terms: Terms) -> None:
    try:
        tried.set_result(tuple(left_out(phrases, terms)))
    except Exception as error:
        tried.set_exception(error)
