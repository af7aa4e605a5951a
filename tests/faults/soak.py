"""`make soak`: faults of the store again and again, with figures; ends with 1 where anything was not as it must be."""

import sys
from collections.abc import Callable
from itertools import count, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.storing import IN_A_FILE, Found, Server, made, on_a_server, running, suffered, wrong
from tests.store.postgres import cluster

ROUNDS = 100
BACK = 5.0
"""Seconds after which a reply is stored again."""


def soaked(server: Server, faults: tuple[Callable[[Server], None], ...], rounds: int) -> tuple[list[Found], list[str]]:
    """What came of so many rounds, one fault after the other, and what was wrong."""
    found: list[Found] = []
    faulty: list[str] = []
    for number, fault in zip(count(), islice(cycle(faults), rounds), strict=False):
        one = suffered(server, fault, number * 50_000)
        found.append(one)
        faulty += wrong(fault, one, server.kept())
        faulty += [f"{fault.__name__}: back after {one.back:.1f} seconds"] * (one.back > BACK)
        said = f"{len(one.acknowledged)} acknowledged, {one.refused} refused, back after {one.back:.1f} s"
        sys.stdout.write(f"{number + 1:4} {fault.__name__:10} {said}, slowest page {one.slowest:.2f} s\n")
        sys.stdout.flush()
    return found, faulty


def main(rounds: int) -> int:
    """Half of the rounds on each kind of store; the exit status."""
    with TemporaryDirectory() as folder, running(made(Path(folder))) as server:
        found, faulty = soaked(server, IN_A_FILE, rounds - rounds // 2)
    with cluster() as postgresql, running(postgresql.url) as server:
        more, also = soaked(server, on_a_server(postgresql), rounds // 2)
    every = [*found, *more]
    stored, refused = sum(len(one.acknowledged) for one in every), sum(one.refused for one in every)
    sys.stdout.write(
        f"{len(every)} rounds: {stored} acknowledged, {refused} refused, {len(faulty) + len(also)} wrong\n"
    )
    sys.stdout.write("".join(f"{line}\n" for line in (*faulty, *also)))
    return 1 if faulty or also else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS))
