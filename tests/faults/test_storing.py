"""Whatever is done to the store, what was acknowledged is there, pages are answered, and writing goes on soon after."""

from pathlib import Path

from tests.faults.storing import IN_A_FILE, made, on_a_server, running, suffered, wrong
from tests.store.postgres import cluster


def test_a_store_in_a_file(tmp_path: Path) -> None:
    with running(made(tmp_path)) as server:
        for number, fault in enumerate(IN_A_FILE):
            assert wrong(fault, suffered(server, fault, number * 50_000), server.kept()) == []


def test_a_store_on_a_server() -> None:
    with cluster() as postgresql, running(postgresql.url) as server:
        for number, fault in enumerate(on_a_server(postgresql)):
            assert wrong(fault, suffered(server, fault, number * 50_000), server.kept()) == []
