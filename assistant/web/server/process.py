"""One process that serves pages and API: its content, its limits, what it tells, and how it stops."""

import gc
import logging
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import monotonic, time
from typing import TYPE_CHECKING, NamedTuple

from starlette.types import ASGIApp

from assistant.errors import Usage, told
from assistant.i18n.language import offered
from assistant.i18n.words import Words
from assistant.library.publications import approval_of, publications, unapproved
from assistant.loading import clock, earlier_editions, load_all_words, load_languages, load_library, present_editions
from assistant.matching import Grammar, load_grammar
from assistant.mcp import serves_tools
from assistant.model.edition import Publication
from assistant.model.policy import Library
from assistant.parsing.speech import Speech
from assistant.settings import Settings, sites
from assistant.store import store_of
from assistant.web.app import make_app
from assistant.web.frame.admission import Buckets, Turns
from assistant.web.frame.operation import Operation
from assistant.web.frame.site import Site
from assistant.web.late import Late
from assistant.web.server.channel import Channel, forks
from assistant.web.server.door import Crowd, Door
from assistant.web.server.log import log_as_json, telling
from assistant.web.server.matcher import late_matcher
from assistant.web.server.metrics import Counts
from assistant.web.server.serving import Serving

if TYPE_CHECKING:
    from assistant.store.keeper import Keeper

SELDOM = 50_000
"""New objects after which circles are looked for while it serves."""
PER_SECOND, BURST = 50.0, 2000.0
"""Tokens that each client's bucket gains a second, and that it holds."""
logger = logging.getLogger(__name__)
REQUIRED = "required"


class Approved(NamedTuple):
    """The policies that are served, what is told of each, and why others are not, in English."""

    library: Library
    published: Mapping[str, Publication]
    refused: tuple[str, ...]


def approved(known: Settings, library: Library, spoken: Mapping[str, Words]) -> Approved:
    """
    What may be served of a library.

    Raises:
        Usage: the setting is none, or nothing is left.
        ContentError: what stands beside an edition cannot be read.
    """
    if known.approval not in (None, REQUIRED):
        raise Usage(
            told("POLICY_ASSISTANT_APPROVAL: {given} is not known.", given=known.approval),
            told("Write {example}, or leave it out.", example=REQUIRED),
        )
    folder = known.content
    wrong = {
        name: unapproved(folder / name, one, spoken, known.signers) if known.approval else None
        for name, one in library.policies.items()
    }
    served = {name: one for name, one in library.policies.items() if not wrong[name]}
    refused = [one for one in wrong.values() if one]
    if not served:
        raise Usage(told("Only approved editions are to be served, and there is none."), *refused)
    for one in refused:
        logger.warning("%s: it is not served", one)
    published = {
        name: one._replace(approval=approval_of(folder / name, served[name], spoken))
        for name, one in publications(folder, served).items()
    }
    return Approved(Library(policies=served), published, tuple(map(str, refused)))


@dataclass(slots=True)
class Process:
    """
    A process that serves `known` content at `public_url`; after SIGTERM it goes on for `drain` seconds.
    `root` is the prefix below which a proxy shows it, `trusted` are the clients who may say for whom they ask.

    Raises `ContentError` while it is made, where anything is wrong that it serves.
    """

    known: Settings
    public_url: str
    drain: float = 0
    root: str = ""
    trusted: str | None = None
    counts: Counts = field(default_factory=Counts)
    app: ASGIApp = field(init=False)
    policies: tuple[str, ...] = field(init=False)
    _site: Site = field(init=False)
    _matcher: Late = field(init=False)
    _server: Serving = field(init=False)
    _crowd: Crowd = field(init=False)
    _keeper: "Keeper | None" = field(init=False)
    _stopping: bool = False

    def __post_init__(self) -> None:
        # A link that is set to another edition while this is read would mix the two.
        places = {name: getattr(self.known, name).resolve() for name in ("content", "locales")}
        self.known = replace(self.known, **places)
        words, grammar = load_all_words(self.known), load_grammar(self.known)
        served = approved(self.known, load_library(self.known), words)
        self.counts.read = time()
        self._keeper = self._kept(grammar)
        self._matcher = late_matcher(self.known, served.library, words, grammar)
        self.policies = tuple(served.library.policies)
        turns, tell = Turns(), telling(sys.stdout, self.counts.note)
        self._site = Site(
            served.library,
            words,
            offered(load_languages(self.known)),
            Speech(grammar),
            clock(),
            self.public_url,
            earlier_editions(self.known),
            contact=self.known.contact,
            names=present_editions(self.known, served.library),
            published=served.published,
            operation=Operation(
                tell,
                Buckets(PER_SECOND, BURST, monotonic),
                self._missing,
                self.known.security_contact or "",
                self._keeper,
                serves_tools(self.known),
                served.refused,
                sites(self.known, "frames"),
                sites(self.known, "api_origins"),
                turns,
            ),
        )
        self.app = make_app(self._site, self._matcher)
        self._crowd = Crowd(self.app, turns.full, tuple(self._site.languages), self.root, tell)
        self._server = Serving(self.app, self.drain, self._stop, self.counts.refuse, self.root, self.trusted)

    def _kept(self, grammar: Grammar) -> "Keeper | None":
        """What keeps questions in vain and replies, where there is to be a store."""
        store = store_of(self.known)
        if store is None:
            return None
        from assistant.store.keeper import Keeper
        from assistant.store.masking import Masks

        return Keeper(store, Masks.of(grammar), store.limits.days, clock(), self.counts.note_written)

    def _missing(self) -> list[str]:
        """What keeps it from being ready, in English."""
        return [why for why in ("it is stopping" if self._stopping else "", self._matcher.missing) if why]

    def _stop(self) -> None:
        self._stopping = True

    def serve_forked(self, door: Door, end: socket.socket) -> None:
        """Makes workers that serve on this socket, as it is told over `end`; see `forks`."""
        log_as_json()
        if not self._matcher.slow:
            self._matcher.begin().join()
        for lang in self._site.languages:
            self._site.environments[lang].prepare()
        self.serve(door, forks(end))

    def serve(self, door: Door, channel: socket.socket | None = None) -> None:
        """Serves on this socket until it is told to stop; over its channel it says that it is ready, and its counts."""
        log_as_json()
        # The content stays: looking through it for circles would hold up every request for a tenth of a second.
        gc.freeze()
        gc.set_threshold(SELDOM)
        told = Channel(channel, self.counts.series, self._server.retire) if channel else None
        self._server.ended = lambda: self._end(told)
        self._matcher.prepare()
        if self._keeper:
            self._keeper.begin()
        door.crowd = self._crowd
        if told:
            self._server.ready = told.ready
        self._server.listen(door)

    def _end(self, told: Channel | None) -> None:
        """Nothing is asked any more: what is to be kept is, and the last counts are told."""
        if self._keeper:
            self._keeper.end()
        if told:
            told.close()
