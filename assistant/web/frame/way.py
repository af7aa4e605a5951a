"""Work that is long, and done in a thread, makes way for those who wait for a page."""

from asyncio import FIRST_COMPLETED, Lock, ensure_future, timeout, wait
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import sleep, thread_time
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from assistant.decide.exploration import BETWEEN

TURN, REST, RESTS = 0.001, 0.001, 10
"""
Seconds of the processor's time that are worked before those go first who want a page, seconds between two looks whether
they are done, and how often is looked: a tenth of the time at least is worked.
"""
PATIENCE = 2.0
"""Seconds that a request waits for others to be worked for."""
Given = ParamSpec("Given")
Made = TypeVar("Made")


class Gone(Exception):
    """Nobody waits for the work any more."""


@asynccontextmanager
async def alone(one_at_a_time: Lock) -> AsyncIterator[None]:
    """The turn of one of those who share a lock. Raises `HTTPException`, 503, where the others are long."""
    try:
        async with timeout(PATIENCE):
            await one_at_a_time.acquire()
    except TimeoutError:
        raise HTTPException(503, headers={"Retry-After": "1"}) from None
    try:
        yield
    finally:
        one_at_a_time.release()


@dataclass(slots=True)
class Way:
    """
    How one piece of work makes way. `busy` tells whether somebody waits who goes first; whoever learns that nobody
    waits for the work any more sets `gone`.
    """

    busy: Callable[[], bool]
    gone: bool = False
    _begun: float = 0
    _turn: float = 0

    async def through(self, work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        """What the work makes, done in a thread. Raises `Gone`."""

        def worked() -> Made:
            self._begun = self._turn = thread_time()
            BETWEEN.set(self.rest)  # in the context of this thread alone
            return work(*given, **named)

        return await run_in_threadpool(worked)

    async def unless_gone(self, request: Request, work: Coroutine[None, None, Made]) -> Made:
        """
        What the work makes, unless whoever asked goes meanwhile: the body has been read, so that nothing else can come.
        Raises `ClientDisconnect`; what is left of the work is dropped.
        """
        going, done = ensure_future(request.receive()), ensure_future(work)
        try:
            await wait((going, done), return_when=FIRST_COMPLETED)
            if not done.done():
                raise ClientDisconnect
            return done.result()
        finally:
            self.gone = True
            going.cancel()
            done.cancel()

    @property
    def spent(self) -> float:
        """Seconds of the processor's time that the work has taken."""
        return thread_time() - self._begun

    def rest(self) -> None:
        """
        Lets those go first who want a page, if it was worked for a turn since they did: between two pieces of the work
        and within each that is long. Raises `Gone`.
        """
        for _ in range(RESTS if thread_time() - self._turn > TURN else 0):
            if self.gone:
                raise Gone
            if not self.busy():
                return
            sleep(REST)
            self._turn = thread_time()
