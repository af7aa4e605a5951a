"""
Many cases in parts of one size: answered here, by several processes of this machine, or by a Dask cluster.

Whoever answers, the answers are the same and come back in order. A few parts are under way at once, so that the memory
stays what it is however many cases there are; a part whose worker is lost is given to another.
"""

import datetime as dt
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from assistant.cli.lines import Case, Line, lines_of
from assistant.cli.output import Answered, Pack, Record
from assistant.decide import FactFault
from assistant.errors import Usage, told
from assistant.loading import load_library
from assistant.matching import reading_fingerprint
from assistant.memo import Memo
from assistant.model.policy import Library
from assistant.present.answer.records import invalid_record
from assistant.settings import Settings, settings

Part = Iterable[Line | Case | str]
"""Lines as they stand in their file, cases, or why one cannot be read; what other processes can be sent."""
Handle = Callable[[Case], Record]
Answering = Callable[[Library, Settings, dt.datetime], Handle]
"""Makes what answers one case, with what there is, at this moment."""
MOST_ALIKE = 10_000
"""Cases whose answers a process keeps at hand, for those that are the same but for their id."""
AHEAD = 2
"""Parts for each worker that are under way at once."""
WITHIN = 20
"""Seconds within which a scheduler must answer."""
TRIES = 3
"""Times that a part is given to another worker, where its own is lost."""


@dataclass(frozen=True, slots=True)
class Work:
    """
    What to do with each part: by a function that every process finds, with these settings (its own where there are
    none), at this moment; `pack` makes of the answers what stands in a file.
    """

    answering: Answering
    moment: dt.datetime
    known: Settings | None
    pack: Pack


class Done(NamedTuple):
    """A part answered: packed; how many, how many invalid; and by which editions."""

    packed: bytes
    number: int
    invalid: int
    editions: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Workers:
    """
    Those who answer parts, so many at once, and what `makes` them, anew where any are lost, which raises one of `lost`.
    Those elsewhere (`far`) read their own content.
    """

    count: int
    makes: Callable[[], Executor]
    lost: tuple[type[Exception], ...] = (BrokenProcessPool,)
    far: bool = False
    executor: Executor = field(init=False)

    def __post_init__(self) -> None:
        self.executor = self.makes()

    def submit(self, work: Work, part: Part) -> Future[Done]:
        """Gives them a part, in a function: Dask looks for work to be done into whatever else it is given."""
        return self.executor.submit(partial(answer, replace(work, known=None) if self.far else work, part))

    def renew(self) -> None:
        """Replaces them."""
        self.executor.shutdown()
        self.executor = self.makes()


@lru_cache(1)
def _ready(
    answering: Answering, moment: dt.datetime, here: Settings | None
) -> tuple[Handle, tuple[tuple[str, str], ...], Memo[str, Record]]:
    known = here or settings()
    library = load_library(known)
    # Phrases and grammars are in no edition, and turn what a question is taken for.
    editions = (
        *((policy.id, policy.edition) for policy in library.policies.values()),
        ("", reading_fingerprint(known, library)),
    )
    return answering(library, known, moment), editions, Memo(MOST_ALIKE)


def answer(work: Work, part: Part) -> Done:
    """Answers a part, in whatever process."""
    handle, editions, known = _ready(work.answering, work.moment, work.known)
    answers, invalid = list[Answered](), 0
    for case in _cases(part):
        if isinstance(case, str):
            record: Record = invalid_record((FactFault("line", "line-unreadable", {"why": case}),))
        else:
            key = json.dumps({name: value for name, value in case.items() if name != "id"})
            record = known.get(key, partial(handle, case))
        answers.append((None if isinstance(case, str) else case.get("id"), record))
        invalid += record.get("status") == "invalid"
    return Done(work.pack(answers), len(answers), invalid, editions)


def _cases(part: Part) -> Iterator[Case | str]:
    for one in part:
        if one is None or isinstance(one, bytes):
            yield from lines_of([one])
        else:
            yield one


def spread(work: Work, parts: Iterable[Part], workers: Workers | None) -> Iterator[Done]:
    """
    Each part answered, in order; by this process where there are no workers. Raises `Usage` where what answers a part
    is lost again and again, or a worker has other content.
    """
    own = _ready(work.answering, work.moment, work.known)[1] if work.known else ()
    for done in _ordered(work, iter(parts), workers) if workers else (answer(work, part) for part in parts):
        if own and done.editions != own:
            raise Usage(
                told("A worker answers by other editions than those that stand here. Bring it the same content.")
            )
        yield done


def _ordered(work: Work, parts: Iterator[Part], workers: Workers) -> Iterator[Done]:
    ahead, waiting, lost = deque[tuple[Part, Future[Done]]](), deque[Part](), 0
    try:
        while True:
            try:
                while len(ahead) < AHEAD * workers.count and (waiting or (waiting := deque(islice(parts, 1)))):
                    ahead.append((waiting[0], workers.submit(work, waiting[0])))
                    waiting.popleft()
                if not ahead:
                    return
                done = ahead[0][1].result()
            except workers.lost:
                lost += 1
                if lost > TRIES:
                    raise Usage(
                        told("Whatever answers these cases is ended again and again: look for what ends it.")
                    ) from None
                workers.renew()
                waiting.extendleft(part for part, _ in reversed(ahead))
                ahead.clear()
                continue
            ahead.popleft()
            lost = 0
            yield done
    finally:
        for _, future in ahead:
            future.cancel()


@contextmanager
def processes(count: int) -> Iterator[Workers]:
    """So many processes of this machine."""
    workers = Workers(count, partial(ProcessPoolExecutor, count, get_context("spawn")))
    try:
        yield workers
    finally:
        workers.executor.shutdown()


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """
    The workers of a Dask scheduler at this address, such as `tcp://10.0.0.1:8786`. Raises `Usage` where it cannot be
    reached, has no worker, or Dask is not installed here.
    """
    try:
        # An extra: most batches are answered on one machine.
        from dask import config
        from distributed import Client, KilledWorker
    except ImportError:
        command = "pip install 'policy-assistant[cluster]'"
        raise Usage(told("Asking a cluster takes more packages. Run: {command}", command=command)) from None
    # Else Dask keeps the last thousand messages that it sent, parts and all.
    with config.set({"distributed.admin.low-level-log-length": 0}):
        try:
            client = Client(address, timeout=WITHIN, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
        except (OSError, ValueError):
            raise Usage(told("{address}: no Dask scheduler answers there.", address=address)) from None
        with client:
            count = sum(client.nthreads().values())  # type: ignore[no-untyped-call]  # Dask has no types
            if not count:
                raise Usage(told("{address}: this scheduler has no worker.", address=address))
            yield Workers(count, partial(client.get_executor, pure=False, retries=TRIES), (KilledWorker,), far=True)
