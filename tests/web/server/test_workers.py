"""Several processes on one socket: renewed, replaced and stopped without anybody being lost; their counts are added."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from assistant.web.server import workers as module
from assistant.web.server.serving import bound
from assistant.web.server.workers import Stem, Workers
from tests.conftest import ROOT
from tests.web.server.here import until
from tests.web.server.test_serving import ASKING

WORKER = """
import os, pathlib, socket, sys, time
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from assistant.web.server.serving import Serving
from assistant.web.server.channel import Channel, forks

folder, door, channel = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
if (folder / "broken").exists():
    sys.exit(1)
channel = forks(socket.socket(fileno=channel))
asked, said = 0, folder / "said"
said.touch()

def note(what):
    with said.open("a") as file:
        file.write(what + "\\n")

async def quick(request):
    global asked
    asked += 1
    return PlainTextResponse(str(os.getpid()))

server = Serving(Starlette(routes=[Route("/quick", quick)]), 0, lambda: None)
told = Channel(channel, lambda: [("asked", "", float(asked))], server.retire)
if (folder / "one by one").exists():
    # Whoever comes second looks for a second whether the first has begun without it.
    try:
        (folder / "first").mkdir()
    except FileExistsError:
        for _ in range(20):
            time.sleep(0.05 * ("begun" not in said.read_text()))
    note("ready")

def ready():
    told.ready()
    if (folder / "one by one").exists():
        note("begun")

if (folder / "unable").exists():
    server.config.load = sys.exit
server.ready = ready
server.listen(socket.socket(fileno=door))
told.close()
"""


class Pool:
    """Two workers, looked after by a thread of this process."""

    def __init__(self, folder: Path) -> None:
        self.door = bound("127.0.0.1", 0)
        self.port = self.door.getsockname()[1]
        self.workers = Workers(2, [sys.executable, "-c", WORKER, str(folder)], self.door)
        self.ended: list[bool] = []
        self.thread = threading.Thread(target=lambda: self.ended.append(self.workers.run()))

    def processes(self) -> set[int]:
        """The process of each worker."""
        return {one.process for one in self.workers.workers}

    def tell(self, number: signal.Signals) -> None:
        """As if a signal had come."""
        self.workers.told.put(number)

    def counted(self) -> float:
        """How often all of them were asked."""
        return sum(value for name, _, value in self.workers.gather() if name == "asked")

    def ask(self) -> int:
        """The process that answers."""
        with urlopen(f"http://127.0.0.1:{self.port}/quick", timeout=300) as response:
            return int(response.read())


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(module, "SHORT", 0.1)
    # A thread cannot be told by signals; it is told what they would tell.
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    pool = Pool(tmp_path)
    pool.thread.start()
    until(lambda: len(pool.workers.workers) == 2)
    yield pool
    pool.tell(signal.SIGTERM)
    pool.thread.join()
    assert pool.ended == [True]
    assert {one.end.fileno() for one in pool.workers.workers} == {-1}
    assert pool.workers.stem
    assert pool.workers.stem.process.returncode == 0
    pool.door.close()


def asking(port: int) -> list[subprocess.Popen[str]]:
    command = [sys.executable, "-c", ASKING, str(port)]
    return [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]


def test_new_workers_take_over_and_nobody_is_lost(pool: Pool) -> None:
    clients, old = asking(pool.port), pool.processes()
    until(lambda: pool.counted() > 50)
    for _ in range(2):
        before, counted = pool.processes(), pool.counted()
        pool.tell(signal.SIGHUP)
        until(lambda before=before: not before & pool.processes())  # type: ignore[misc]  # bound now
        until(lambda counted=counted: pool.counted() >= counted)  # type: ignore[misc]  # those who go tell at last
    assert not old & pool.processes()
    until(lambda: pool.ask() in pool.processes())
    pool.tell(signal.SIGTERM)
    counts = [[int(number) for number in one.communicate()[0].split()] for one in clients]
    answered, lost = map(sum, zip(*counts, strict=True))
    pool.thread.join()
    assert answered > 50
    assert lost == 0


@pytest.mark.parametrize("how", ["broken", "unable"])
def test_where_the_new_ones_do_not_answer_the_old_ones_go_on(pool: Pool, tmp_path: Path, how: str) -> None:
    before = pool.processes()
    (tmp_path / how).touch()
    pool.tell(signal.SIGHUP)
    time.sleep(2)
    assert pool.processes() == before
    assert pool.ask() in before


def test_a_worker_that_is_killed_is_replaced(pool: Pool) -> None:
    victim = pool.workers.workers[0]
    victim.send(signal.SIGKILL)
    until(lambda: victim.process not in pool.processes())
    assert len(pool.processes()) == 2
    assert {pool.ask() for _ in range(5)} <= pool.processes()


def test_one_whose_likes_can_be_made_no_more_is_replaced(pool: Pool) -> None:
    """What its workers are forks of has gone, and is started anew for the next one."""
    stem, victim = pool.workers.stem, pool.workers.workers[0]
    assert stem
    stem.process.kill()
    victim.send(signal.SIGKILL)
    until(lambda: victim.process not in pool.processes())
    assert len(pool.processes()) == 2
    assert {pool.ask() for _ in range(5)} <= pool.processes()


def test_while_none_can_be_made_the_others_go_on_and_it_is_tried_again(
    pool: Pool, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stem, (victim, other) = pool.workers.stem, pool.workers.workers
    assert stem
    (tmp_path / "broken").touch()
    stem.process.kill()
    victim.send(signal.SIGKILL)
    until(lambda: "tried again" in caplog.text)
    assert pool.ask() == other.process
    (tmp_path / "broken").unlink()
    until(lambda: victim.process not in pool.processes())
    assert len(pool.processes()) == 2


def test_one_that_is_late_to_replace_another_is_given_up(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would tell it to begin: it would count as a worker, and serve nobody."""
    monkeypatch.setattr(module, "_says_ready", lambda end: False)
    victim = pool.workers.workers[0]
    victim.send(signal.SIGKILL)
    until(lambda: victim.process not in pool.processes())
    late = pool.workers.workers[0]
    assert late.has_ended(60)
    monkeypatch.undo()


def test_counts_are_those_of_all(pool: Pool) -> None:
    for _ in range(7):
        pool.ask()
    assert pool.counted() == 7


def test_where_none_can_be_started_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    (tmp_path / "broken").touch()
    with bound("127.0.0.1", 0) as door:
        assert not Workers(2, [sys.executable, "-c", WORKER, str(tmp_path)], door).run()


def test_all_begin_to_answer_once_all_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else whoever comes first, and keeps the connection, is the first one's alone."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    (tmp_path / "one by one").touch()
    with bound("127.0.0.1", 0) as door:
        workers = Workers(2, [sys.executable, "-c", WORKER, str(tmp_path)], door)
        workers.told.put(signal.SIGTERM)
        assert workers.run()
    assert (tmp_path / "said").read_text("utf-8").split()[:2] == ["ready"] * 2


@pytest.mark.parametrize("begun", [None, False, True])
def test_a_worker_whose_keeper_has_gone_ends(tmp_path: Path, begun: bool | None) -> None:
    """So does what workers are forks of: once they have ended, and before it has made any."""
    with bound("127.0.0.1", 0) as door:
        stem = Stem([sys.executable, "-c", WORKER, str(tmp_path)], door)
        if begun is None:
            stem.close()
        else:
            worker = stem.fork()
            assert worker.end.recv(6) == b"ready\n"
            if begun:
                worker.begin()
            stem.end.close()
            worker.end.close()
    assert stem.process.wait(60) == 0
