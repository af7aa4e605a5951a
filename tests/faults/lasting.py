"""
`make soak`: a server that is asked for a quarter of an hour, stopped, renewed, crowded and flooded again and again,
with figures; ends with 1 where anything was not as it must be. With names of `FORMS`, these alone.
"""

import asyncio
import random
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import NamedTuple

from tests.conftest import ROOT
from tests.faults import attack
from tests.faults.attack import HOME, LIVE, ask, askers, attacked, counted, memory, processor
from tests.faults.rolling import rolled

MINUTES, ROUNDS = 15.0, 20
CLIENTS, CROWD, FILES = 4, 1500, 1024
OFTEN = (
    HOME, "/ja/", "/en/licence-desk/", "/en/licence-desk/hwkc-replacement/free?system=sv9500&swa=active",
    "/ja/swap-out/renewal-notice/due?term_end=2026-06-30", "/en/swap-out/onsite-visit/due?unknown=level",
    "/api/v1/topics", "/en/ask?q=is+a+new+dongle+free", "/livez",
)  # fmt: skip
"""What nine in ten ask for; the tenth asks for something else each time."""


class Form(NamedTuple):
    """What was done, what came of it, and what was wrong with that."""

    name: str
    said: str
    wrong: list[str]


def timed(port: int, path: str) -> tuple[int, float]:
    """The status of an answer, and the seconds that it took."""
    start = time.perf_counter()
    return ask(port, path), time.perf_counter() - start


def times(port: int, path: str, count: int) -> list[float]:
    """The seconds of so many answers, one after the other."""
    found = [timed(port, path) for _ in range(count)]
    assert {status for status, _ in found} == {200}
    return [seconds for _, seconds in found]


def high(seconds: Sequence[float]) -> float:
    """What 99 % of them stay below."""
    return statistics.quantiles(seconds, n=100)[98]


def mixed(minutes: float) -> Form:
    """People ask this and that for so long: nothing fails, and the memory does not grow."""
    with attacked() as (server, port):
        found, sizes, over = Counter[int](), list[int](), Event()

        def person(number: int) -> None:
            chosen = random.Random(number)  # noqa: S311 (what is asked need not be secret)
            while not over.is_set():
                day = f"20{chosen.randrange(24, 29)}-{chosen.randrange(1, 13):02}-{chosen.randrange(1, 29):02}"
                seldom = f"/en/swap-out/renewal-notice/due?on={day}&term_end={day}"
                status = ask(port, chosen.choice(OFTEN) if chosen.random() < 0.9 else seldom)
                found[status] += 1
                time.sleep(0.02)  # so that one client is not held back for asking too much

        for path in OFTEN:
            ask(port, path)
        with ThreadPoolExecutor(CLIENTS) as pool:
            people = [pool.submit(person, number) for number in range(CLIENTS)]
            try:
                time.sleep(minutes * 60 / 5)
                sizes.append(memory(server.pid))
                time.sleep(minutes * 60 * 4 / 5)
            finally:
                over.set()
            for one in people:
                one.result()
        sizes.append(memory(server.pid))
    failed, grown = sum(count for status, count in found.items() if status >= 500), sizes[1] / sizes[0] - 1
    wrong = [f"{failed} failed"] * bool(failed) + [f"the memory grew by {grown:.1%}"] * (grown > 0.05)
    return Form("asked", f"{dict(found)}, memory {sizes[0]} to {sizes[1]} kB ({grown:+.1%})", wrong)


def stopped(rounds: int) -> Form:
    """It is told to stop while people ask: whoever has come is answered."""
    answered = lost = 0
    for _ in range(rounds):
        with attacked("--drain", "0.5") as (server, port), ExitStack() as stack:
            clients = askers(port, stack)
            time.sleep(1)
            server.terminate()
            more, also = counted(clients)
            answered, lost = answered + more, lost + also
    return Form("stopped", f"{rounds} rounds: {answered} answered, {lost} lost", [f"{lost} lost"] * bool(lost))


def renewed(rounds: int) -> Form:
    """Its processes are renewed while people ask."""
    with attacked("--workers", "2") as (server, port), ExitStack() as stack:
        clients = askers(port, stack)
        for _ in range(rounds):
            server.send_signal(signal.SIGHUP)
            while b"have taken over" not in (line := server.stderr.readline() if server.stderr else b""):
                if not line:
                    return Form("renewed", "it ended", ["it ended"])
        server.terminate()
        answered, lost = counted(clients)
    return Form("renewed", f"{rounds} rounds: {answered} answered, {lost} lost", [f"{lost} lost"] * bool(lost))


def brought(rounds: int) -> Form:
    """New editions are brought to three replicas behind nginx, one after the other."""
    with TemporaryDirectory() as folder:
        found = rolled(Path(folder), rounds)
    said = f"{rounds} editions: asked {found.asked} times, {len(found.lost)} lost, {len(found.mixed)} mixed"
    return Form("brought", said, [*found.lost, *found.mixed])


def besieged_by(clients: int) -> Form:
    """So many clients send heavy cases: nearly all pages take three times as long at most, health is told at once."""
    with attacked() as (server, port):
        quiet = high(times(port, HOME, 300))
        before = processor(server.pid)
        ask(port, "/api/v1/answers", attack.heavy(250))
        heaviest = processor(server.pid) - before
        with attack.besieged(port, 100, clients):
            both = [(timed(port, HOME)[1], timed(port, LIVE)[1]) for _ in range(300)]
    home, live = high([one for one, _ in both]), max(one for _, one in both)
    said = (
        f"99 % of pages within {quiet * 1000:.1f} ms, and {home * 1000:.1f} ms besieged ({home / quiet:.1f} ×), health "
        f"within {live * 1000:.0f} ms; as many heavy ones as may be sent take {heaviest * 1000:.0f} ms of the processor"
    )
    wrong = ["pages are slow"] * (home > 3 * quiet) + ["health is slow"] * (live > 0.1)
    return Form("besieged", said, wrong + ["a request takes too much"] * (heaviest > 0.25))


def crowded(_: int) -> Form:
    """A crowd of clients send heads that never end: others are served again soon, and the log stays short."""
    with attacked(files=FILES) as (server, port):
        with attack.held_open(port, CROWD):
            time.sleep(3)
            start, waits = time.monotonic(), list[float]()
            while len(waits) < 20 and time.monotonic() - start < 60:
                asked = time.monotonic()
                while time.monotonic() - asked < 30:
                    with suppress(OSError, HTTPException):
                        if ask(port, "/livez") == 200:
                            break
                waits.append(time.monotonic() - asked)
        server.terminate()
        told = len(server.communicate(timeout=60)[1])
    said = f"{CROWD} clients, {FILES} files: {len(waits)} asked, the longest {max(waits):.1f} s; log of {told} bytes"
    return Form("crowded", said, ["nobody was served"] * (max(waits) > 6) + ["a long log"] * (told > 1_000_000))


def flooded(seconds: int) -> Form:
    """More ask than there is room for: it serves nearly as many as before, and sends others away at once."""
    with attacked() as (_, port):
        few, _, _ = _flood(port, 8, seconds)
        many, served, shed = _flood(port, 280, seconds)
        time.sleep(5)
        after = [timed(port, HOME)[1] for _ in range(20)]
    slow, share = high(shed) if shed else 0.0, many / max(1, few)
    said = (
        f"{few / seconds:.0f} and {many / seconds:.0f} pages a second ({share:.0%}), {len(shed)} sent away, 99 % "
        f"within {slow * 1000:.0f} ms, 99 % served within {high(served) * 1000:.0f} ms; five seconds after: "
        f"{statistics.median(after) * 1000:.1f} ms"
    )
    return Form("flooded", said, ["too little is served"] * (share < 0.7) + ["sent away late"] * (slow > 0.05)
                + ["nobody was sent away"] * (not shed))  # fmt: skip


def _flood(port: int, clients: int, seconds: int) -> tuple[int, list[float], list[float]]:
    """So many clients ask for so long: how many were served, and in what time; and in what time others were not."""
    program = f"from tests.faults.lasting import flood; flood({port}, {clients}, {seconds})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()]
    served, shed = ([float(row[1]) for row in rows if (row[0] == "200") is kind] for kind in (True, False))
    return len(served), served, shed


def flood(port: int, clients: int, seconds: int) -> None:
    """
    Asks for pages, and prints each status and time. All clients are on one event loop: threads would wait for each
    other, and their waiting would be taken for the server's.
    """
    end, asked = time.monotonic() + seconds, f"GET {HOME} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()

    async def person() -> None:
        while (start := time.monotonic()) < end:
            with suppress(OSError):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(asked)
                head, _, _ = (await reader.read()).partition(b"\r\n")
                writer.close()
                sys.stdout.write(f"{head.decode().split()[1]} {time.monotonic() - start}\n")

    async def every() -> None:
        await asyncio.gather(*(person() for _ in range(clients)))

    asyncio.run(every())


def doubled(seconds: int) -> Form:
    """Two processes on two cores serve nearly twice as many pages as one. It needs wrk, which takes little of them."""
    rates = []
    for workers in ("1", "2"):
        with attacked("--workers", workers) as (_, port):
            command = ["wrk", "-t1", "-c16", f"-d{seconds}s", f"http://127.0.0.1:{port}{OFTEN[3]}"]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert "Non-2xx" not in said, said
            rates.append(float(said.partition("Requests/sec:")[2].split()[0]))
    share = rates[1] / rates[0]
    said = f"{rates[0]:.0f} pages a second by one process, {rates[1]:.0f} by two ({share:.2f} ×)"
    return Form("doubled", said, ["two are not much better than one"] * (share < 1.7))


FORMS: dict[str, tuple[Callable[..., Form], float]] = {
    "besieged": (besieged_by, 40), "crowded": (crowded, 0), "flooded": (flooded, 10), "doubled": (doubled, 10),
    "stopped": (stopped, ROUNDS), "renewed": (renewed, ROUNDS), "brought": (brought, ROUNDS), "mixed": (mixed, MINUTES),
}  # fmt: skip


def main(names: Sequence[str]) -> int:
    """Those of these names; the exit status."""
    wrong = 0
    for made, much in (FORMS[name] for name in names):
        form = made(much)
        wrong += bool(form.wrong)
        sys.stdout.write(f"{form.name}: {form.said}{''.join(f'; WRONG: {one}' for one in form.wrong[:9])}\n")
        sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(FORMS)))
