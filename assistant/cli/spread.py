"""
Many cases in parts of one size: answered here, by several processes of this machine, or by a Dask cluster.

Whoever answers, the answers are the same and come back in order. A few parts are under way at once, so that the memory
stays what it is however many cases there are; a part whose worker is lost is given to another.
"""

import datetime as dt
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple, Protocol

from assistant.cli.lines import Case, Line, lines_of
from assistant.cli.output import Record, write_line
from assistant.decide import FactFault
from assistant.errors import Usage, told
from assistant.loading import load_library
from assistant.matching import index_fingerprint
from assistant.memo import Memo
from assistant.model.policy import Library
from assistant.present.answer.records import invalid_record
from assistant.settings import Settings, settings

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Asked

Part = list[Line | Case | str]
"""Lines as they stand in their file, cases, or why one cannot be read."""
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
    none), at this moment; `packed` as the lines of a file.
    """

    answering: Answering
    moment: dt.datetime
    known: Settings | None
    packed: bool


class Done(NamedTuple):
    """A part answered: as lines, or each id with its record; how many, how many invalid; and by which editions."""

    lines: bytes
    records: list[tuple[object, Record]]
    number: int
    invalid: int
    editions: tuple[tuple[str, str], ...]


class Future(Protocol):
    """A part that is being answered."""

    def result(self) -> Done:
        """Waits for it. Raises `BrokenProcessPool` where its process is lost."""
        ...


class Workers(Protocol):
    """Those who answer parts."""

    count: int

    def submit(self, work: Work, part: Part) -> Future:
        """Gives them a part."""
        ...

    def renew(self) -> None:
        """Replaces those that are lost."""
        ...


@lru_cache(1)
def _ready(work: Work) -> tuple[Handle, tuple[tuple[str, str], ...], Memo[str, Record]]:
    known = work.known or settings()
    library = load_library(known)
    # Phrases and grammars are in no edition, and turn what a question is taken for.
    editions = (
        *((policy.id, policy.edition) for policy in library.policies.values()),
        ("", index_fingerprint(known, library)),
    )
    return work.answering(library, known, work.moment), editions, Memo(MOST_ALIKE)


def answer(work: Work, part: Part) -> Done:
    """Answers a part, in whatever process."""
    handle, editions, known = _ready(work)
    records, invalid = list[tuple[object, Record]](), 0
    for case in _cases(part):
        if isinstance(case, str):
            record: Record = invalid_record((FactFault("line", "line-unreadable", {"why": case}),))
        else:
            key = json.dumps({name: value for name, value in case.items() if name != "id"})
            record = known.get(key, partial(handle, case))
        records.append((None if isinstance(case, str) else case.get("id"), record))
        invalid += record.get("status") == "invalid"
    lines = b"".join(write_line(*one) for one in records) if work.packed else b""
    return Done(lines, [] if work.packed else records, len(records), invalid, editions)


def _cases(part: Part) -> Iterator[Case | str]:
    for one in part:
        if one is None or isinstance(one, bytes):
            yield from lines_of([one])
        else:
            yield one


def spread(work: Work, parts: Iterable[Part], workers: Workers | None) -> Iterator[Done]:
    """
    Each part answered, in order; by this process where there are no workers.

    Raises:
        Usage: what answers a part is lost again and again, or a worker has other content.
    """
    own = _ready(work)[1] if work.known else ()
    for done in _ordered(work, iter(parts), workers) if workers else (answer(work, part) for part in parts):
        if own and done.editions != own:
            raise Usage(
                told("A worker answers by other editions than those that stand here. Bring it the same content.")
            )
        yield done


def _ordered(work: Work, parts: Iterator[Part], workers: Workers) -> Iterator[Done]:
    ahead, waiting, lost = deque[tuple[Part, Future]](), deque[Part](), 0
    while True:
        try:
            while len(ahead) < AHEAD * workers.count and (waiting or (waiting := deque(islice(parts, 1)))):
                ahead.append((waiting[0], workers.submit(work, waiting[0])))
                waiting.popleft()
            if not ahead:
                return
            done = ahead[0][1].result()
        except BrokenProcessPool:
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


class Processes:
    """So many processes of this machine."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, get_context("spawn"))

    def submit(self, work: Work, part: Part) -> Future:
        """Gives them a part."""
        return self._pool.submit(answer, work, part)

    def renew(self) -> None:
        """Begins anew with as many."""
        self.close()
        self._pool = self._made()

    def close(self) -> None:
        """Lets them go."""
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """
    The workers of a Dask scheduler at this address, such as `tcp://10.0.0.1:8786`.

    Raises:
        Usage: it cannot be reached, has no worker, or Dask is not installed here.
    """
    try:
        # An extra: most batches are answered on one machine.
        from distributed import Client
    except ImportError:
        command = "pip install 'policy-assistant[cluster]'"
        raise Usage(told("Asking a cluster takes more packages. Run: {command}", command=command)) from None
    try:
        client = Client(address, timeout=WITHIN, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError):
        raise Usage(told("{address}: no Dask scheduler answers there.", address=address)) from None
    with client:
        workers = Cluster(client)
        if not workers.count:
            raise Usage(told("{address}: this scheduler has no worker.", address=address))
        yield workers


class _Asked:
    """A part that a cluster answers."""

    def __init__(self, future: "Asked[Done]") -> None:
        self._future = future

    def result(self) -> Done:
        from distributed import KilledWorker

        try:
            return self._future.result()
        except KilledWorker:
            raise BrokenProcessPool from None


class Cluster:
    """The workers of a Dask cluster; whose part is lost is for Dask to see."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self.count = sum(client.nthreads().values())  # type: ignore[no-untyped-call]  # Dask has no types

    def submit(self, work: Work, part: Part) -> Future:
        """Gives them a part; they read their own content."""
        return _Asked(self._client.submit(answer, replace(work, known=None), part, pure=False, retries=TRIES))

    def renew(self) -> None:
        """Dask does it."""
