"""Cases by the million: whoever answers them, the answers are the same, in order, and none is lost."""

import itertools
import json
import os
import shutil
import signal
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from distributed.cfexecutor import ClientExecutor

from assistant.cli import files, spread
from assistant.cli.batch import CASES
from assistant.cli.lines import Case
from assistant.cli.output import Answered, Record, json_lines
from assistant.cli.spread import Work, Workers, answer, processes
from assistant.errors import Usage
from assistant.loading import now
from assistant.settings import Settings
from tests.cli.clusters import cluster
from tests.terminal import run

CASE = {"policy": "licence-desk", "topic": "voucher", "aspect": "free", "on": "2025-06-01"}
SERVICES = ("merge-licences", "hwkc-replacement", "nothing", "carrier-change")


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


@pytest.fixture(scope="module")
def dask() -> Iterator[tuple[str, list[int]]]:
    """A cluster, which takes longer to begin than to answer: its address, and the processes of its workers."""
    with cluster() as found:
        yield found


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some parts of cases, among them lines that cannot be read."""
    monkeypatch.setattr(files, "MOST_CASES", 50)
    path = tmp_path / "in.jsonl"
    facts = ({"service": SERVICES[n % 4], "system": "sv9500"} for n in range(600))
    lines = [json.dumps({**CASE, "id": n, "facts": one}) for n, one in enumerate(facts)]
    path.write_text("\n".join([*lines[:300], "{", "", *lines[300:]]), "utf-8")
    return path


@pytest.fixture
def expected(known: Settings, cases: Path) -> bytes:
    """What one process answers."""
    target = cases.with_name("one.jsonl")
    assert run(known, "batch", str(cases), str(target)).exit_code == 0
    found = target.read_bytes()
    ids = [json.loads(line)["id"] for line in found.splitlines()]
    assert ids == [*range(300), None, *range(300, 600)]
    return found


def test_several_processes_answer_as_one_does(known: Settings, cases: Path, expected: bytes) -> None:
    target = cases.with_name("out.jsonl")
    assert run(known, "batch", str(cases), str(target), "--jobs", "2").exit_code == 0
    assert target.read_bytes() == expected


def test_a_process_that_is_lost_loses_no_case(known: Settings, cases: Path, expected: bytes) -> None:
    with cases.open("rb") as lines:
        whole = list(lines)
    parts: list[spread.Part] = [whole[at : at + 50] for at in range(0, len(whole), 50)]
    found, ended = [], 0
    with processes(2) as workers:
        for done in spread.spread(Work(CASES.answering, now(), known, json_lines), parts, workers):
            found.append(done.packed)
            if len(found) in (2, 5):
                assert isinstance(workers.executor, ProcessPoolExecutor)
                os.kill(next(iter(workers.executor._processes)), signal.SIGKILL)
                ended += 1
    assert (b"".join(found), ended) == (expected, 2)


def test_whatever_ends_every_process_is_told(known: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Usage, match="ended again and again"):
        list(spread.spread(Work(_ending, now(), known, json_lines), [[b"{}"]], Workers(1, Ending)))


@pytest.mark.parametrize("lost", [[1], [1, 2], [0, 1, 2], [3, 4, 5]])
def test_workers_that_are_lost_again_at_once_lose_no_case(known: Settings, lost: list[int]) -> None:
    parts: list[spread.Part] = [[{"id": number}] for number in range(4)]
    work = Work(_ending, now(), known, _ids)
    found = [
        done.packed for done in spread._ordered(work, iter(parts), Workers(1, partial(Losing, lost, itertools.count())))
    ]
    assert found == [b"0 ", b"1 ", b"2 ", b"3 "]


def _ids(answers: Iterable[Answered]) -> bytes:
    return b"".join(b"%s " % str(case_id).encode() for case_id, _ in answers)


class Losing(Executor):
    """Answers here, and is lost as it is given these of the parts, counted as they are given."""

    def __init__(self, lost: list[int], given: Iterator[int]) -> None:
        self._lost, self._given = lost, given

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Answers it, or is lost."""
        if next(self._given) in self._lost:
            raise BrokenProcessPool
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Ending(ProcessPoolExecutor):
    """A process that ends over what it is given."""

    def __init__(self) -> None:
        super().__init__(1)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Gives it something else."""
        return super().submit(os._exit, 1)


def _ending(*_: object) -> spread.Handle:
    return lambda case: {}


def test_a_cluster_answers_as_one_process_does_also_where_a_worker_is_lost(
    known: Settings, cases: Path, expected: bytes, dask: tuple[str, list[int]]
) -> None:
    target, (address, workers) = cases.with_name("out.jsonl"), dask
    assert run(known, "batch", str(cases), str(target), "--scheduler", address).exit_code == 0
    assert target.read_bytes() == expected
    os.kill(workers[0], signal.SIGKILL)
    assert run(known, "batch", str(cases), str(target), "--scheduler", address).exit_code == 0
    assert target.read_bytes() == expected
    elsewhere = Settings(content=_changed(known.content, cases.parent), locales=known.locales)
    result = run(elsewhere, "batch", str(cases), str(target), "--scheduler", address)
    assert "other editions" in str(result.exception)
    assert target.read_bytes() == expected


def test_who_calls_a_cluster_keeps_nothing_of_parts_that_are_answered(
    known: Settings, dask: tuple[str, list[int]]
) -> None:
    count, size = 60, 200_000
    parts: Iterator[spread.Part] = ([{"id": "x" * size}] for _ in range(count))
    held, futures = list[int](), list[int]()
    with spread.cluster(dask[0]) as workers, _traced():
        for _ in spread.spread(Work(CASES.answering, now(), None, _ids), parts, workers):
            held.append(tracemalloc.get_traced_memory()[0])
            assert isinstance(workers.executor, ClientExecutor)
            futures.append(len(workers.executor._client.futures))
    assert len(held) == count
    assert max(held) - held[0] < count * size / 2
    assert max(futures) <= 2 * spread.AHEAD * workers.count < count


@contextmanager
def _traced() -> Iterator[None]:
    """What Python holds is counted."""
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def _changed(content: Path, folder: Path) -> Path:
    """One policy alone, as it stands."""
    (folder / "content").mkdir()
    (folder / "content" / "swap-out").symlink_to(content / "swap-out")
    return folder / "content"


def test_a_scheduler_that_is_not_there_is_named(known: Settings, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "WITHIN", 1)
    for address in ("tcp://127.0.0.1:9", "nowhere"):
        result = run(known, "batch", str(cases), "-", "--scheduler", address)
        assert (type(result.exception), address in str(result.exception)) == (Usage, True)


@pytest.mark.parametrize("library", ["distributed", "pyarrow"])
def test_a_missing_library_is_named_with_its_command(
    known: Settings, cases: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "assistant.cli.parquet", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    to = ["--scheduler", "tcp://127.0.0.1:9"] if library == "distributed" else []
    result = run(known, "batch", str(cases), str(cases.with_name("out.parquet")), *to)
    assert "pip install 'policy-assistant[" in str(result.exception)


def test_cases_that_are_alike_are_decided_once(known: Settings) -> None:
    decided = list[Case]()

    def decide(case: Case) -> Record:
        decided.append(case)
        return {"status": "answered"}

    def deciding(*_: object) -> spread.Handle:
        return decide

    work = Work(deciding, now(), known, _ids)
    lines = [json.dumps({**CASE, "id": n, "facts": {"service": SERVICES[n % 2]}}).encode() for n in range(100)]
    assert answer(work, lines).packed.split() == [str(number).encode() for number in range(100)]
    assert len(decided) == 2


def test_a_part_is_bounded_in_cases_and_in_bytes(known: Settings, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"{}\n" * 2500 + (b'{"id": "' + b"x" * 900_000 + b'"}\n') * 4)
    with ExitStack() as stack:
        sizes = [len(list(part)) for part in files.Reading(path, CASES, stack, False).parts]
    assert sizes == [1000, 1000, 503, 1]


def test_other_phrases_are_other_content(known: Settings, tmp_path: Path) -> None:
    shutil.copytree(known.locales, tmp_path / "locales")
    phrases = tmp_path / "locales" / "en" / "questions.po"
    before = answer(Work(CASES.answering, now(), known, json_lines), []).editions
    other = Settings(content=known.content, locales=tmp_path / "locales")
    assert answer(Work(CASES.answering, now(), other, json_lines), []).editions == before
    phrases.write_text(phrases.read_text("utf-8") + "\n# A remark.\n", "utf-8")
    spread._ready.cache_clear()
    assert answer(Work(CASES.answering, now(), other, json_lines), []).editions != before
