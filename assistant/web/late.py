"""The matcher for a server: made when somebody asks, or in the background; nobody waits for what cannot be made."""

import datetime as dt
import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from threading import Lock, Thread
from time import monotonic

from starlette.concurrency import run_in_threadpool

from assistant.errors import AssistantError, Unready, Usage
from assistant.i18n.words import Words
from assistant.loading import library_folder, load_library
from assistant.match.understanding import Found, Read, Understanding, Understands
from assistant.matching import Grammar, index_fingerprint, load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings

logger = logging.getLogger(__name__)
AGAIN = 10.0
"""Seconds after which what could not be made is tried again."""


class Late:
    """
    A matcher that is made when the first question is asked, once: most pages and most saves are seen without any.

    `missing` says in English why no question can be understood: it is being made in the background, or could not be
    made when that was tried last. Empty where nothing is known to be in the way.
    """

    def __init__(self, make: Callable[[], Understands], clock: Callable[[], float] = monotonic) -> None:
        self._make, self._clock, self._lock = make, clock, Lock()
        self._made: Understands | None = None
        self._failed: float | None = None
        self.missing = ""

    @property
    def made(self) -> Understands | None:
        """The matcher, where it is made already."""
        return self._made

    def begin(self) -> Thread:
        """Makes it in the background, where that takes long: whoever asks meanwhile waits for what is left of it."""
        self.missing = "what people ask is still being read"
        thread = Thread(target=self._begun, daemon=True)
        thread.start()
        return thread

    def understand(self, text: str, now: dt.datetime) -> Understanding:
        """What is asked. Raises `Unready` where the matcher cannot be made, which is not tried for each question."""
        return self._matcher().understand(text, now)

    def read(self, text: str, found: Found, now: dt.datetime) -> Read:
        """What it states, if this is what it is about. Raises `Unready` as `understand` does."""
        return self._matcher().read(text, found, now)

    def _matcher(self) -> Understands:
        with self._lock:
            return self._made or self._attempt()

    def _attempt(self) -> Understands:
        if self._failed is not None and self._clock() - self._failed < AGAIN:
            raise Unready("what people ask")
        try:
            self._made = self._make()
        except (AssistantError, OSError) as error:
            logger.error("questions cannot be understood: %s", error)
            why = "; ".join(map(str, error.wordings)) if isinstance(error, Usage) else "the log says why"
            self._failed, self.missing = self._clock(), f"what people ask cannot be read: {why}"
            raise Unready("what people ask") from error
        self.missing = ""
        gc.freeze()  # it stays, as the content does
        return self._made

    def _begun(self) -> None:
        with suppress(Unready):  # whoever asks is told
            self._matcher()


async def understand(matcher: Understands, text: str, now: dt.datetime) -> Understanding:
    """What is asked; in a thread where the matcher has to be made first. Raises `Unready` as `Late` does."""
    if isinstance(matcher, Late) and matcher.made is None:
        return await run_in_threadpool(matcher.understand, text, now)
    return matcher.understand(text, now)


def late_matcher(
    settings: Settings, library: Library, words: Mapping[str, Words] | None = None, grammar: Grammar | None = None
) -> Late:
    """The same for a server, made for the first question; in the background at once where its index is not there."""
    held = library_folder(settings).holds("index", index_fingerprint(settings, library))
    late = Late(partial(load_matcher if held else _made_apart, settings, library, words, grammar))
    if not held:
        late.begin()
    return late


def _made_apart(
    settings: Settings, library: Library, words: Mapping[str, Words] | None, grammar: Grammar | None
) -> Understands:
    """The matcher, whose index is made in a process of its own, which takes its time and its memory with it."""
    # Seldom needed, and slow to import.
    from multiprocessing import get_context

    make = get_context("spawn").Process(target=_make_quietly, args=(settings,), daemon=True)
    make.start()
    make.join()
    # Whatever went wrong there is met here again, and said.
    return load_matcher(settings, library, words, grammar)


def _make_quietly(settings: Settings) -> None:
    end_with_parent()
    try:
        load_matcher(settings, load_library(settings))
    except (AssistantError, OSError):
        sys.exit(1)


def end_with_parent() -> None:
    """From now on this process, which another one has started, ends as that one does, however that ends."""
    from multiprocessing import parent_process

    def follow() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
