"""A matcher that is made when somebody asks, or in the background; nobody waits for what cannot be made."""

import datetime as dt
import gc
import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from time import monotonic

from starlette.concurrency import run_in_threadpool

from assistant.errors import AssistantError, Unready, Usage
from assistant.match.understanding import Found, Read, Understanding, Understands

logger = logging.getLogger(__name__)
AGAIN = 10.0
"""Seconds after which what could not be made is tried again."""


class Late:
    """
    A matcher that is made when the first question is asked, once: most pages and most saves are seen without any.

    One that is `slow` to make is not made for the first question, but once `prepare` is called.

    `missing` says in English why no question can be understood: it is being made in the background, or could not be
    made when that was tried last. Empty where nothing is known to be in the way.
    """

    def __init__(
        self, make: Callable[[], Understands], clock: Callable[[], float] = monotonic, slow: bool = False
    ) -> None:
        self._make, self._clock, self._lock, self.slow = make, clock, Lock(), slow
        self._made: Understands | None = None
        self._failed: float | None = None
        self._beginning: Thread | None = None
        self._starting, self._why = Lock(), ""

    @property
    def made(self) -> Understands | None:
        """The matcher, where it is made already."""
        return self._made

    @property
    def missing(self) -> str:
        """Why no question can be understood, in English: see the class."""
        if self._made is not None:
            return ""
        reading = self._beginning and self._beginning.is_alive()
        return self._why or ("what people ask is still being read" if reading else "")

    def begin(self) -> Thread:
        """Makes it in the background, where that takes long: whoever asks meanwhile waits for what is left of it."""
        with self._starting:
            if self._beginning is None or not (self._made or self._beginning.is_alive()):
                beginning = Thread(target=self._begun, daemon=True)
                beginning.start()
                self._beginning = beginning
            return self._beginning

    def prepare(self) -> None:
        """Begins with it where that takes long."""
        if self.slow:
            self.begin()

    def settled(self, seconds: float) -> bool:
        """Is it made, or known not to be, after so many seconds at most? It is begun where it is not yet."""
        beginning = self._beginning if self._made or self.missing else self.begin()
        if beginning:
            beginning.join(seconds)
        return not (beginning and beginning.is_alive())

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
            self._failed, self._why = self._clock(), f"what people ask cannot be read: {why}"
            raise Unready("what people ask") from error
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
