"""Both kinds of store, empty."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import text

from assistant.settings import Settings
from assistant.store.opening import open_store
from tests.store.postgres import Cluster, cluster


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """A PostgreSQL."""
    with cluster() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store may be, as a setting has it."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    server = cast("Cluster", request.getfixturevalue("server"))
    with open_store(Settings(store=server.url)).engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return server.url
