"""A store is named by a path or an address, and what is neither is refused before anything is served."""

from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.settings import Settings
from assistant.store.opening import FAILURES, limits_of, open_store
from assistant.store.records import Limits


@pytest.mark.parametrize(
    ("place", "file"),
    [("a/store.db", "a/store.db"), ("sqlite:///a/store.db", "a/store.db"), ("sqlite:////a/store.db", "/a/store.db")],
)
def test_a_store_in_a_file(place: str, file: str) -> None:
    assert open_store(Settings(store=place)).file == Path(file)


def test_a_file_that_is_no_store_is_let_go_of_though_somebody_keeps_the_error(tmp_path: Path) -> None:
    (file := tmp_path / "store.db").write_text("not one" * 999, "utf-8")
    with pytest.raises(FAILURES) as failed:
        open_store(Settings(store=str(file))).read()
    assert "not a database" in str(failed.value)
    assert str(file) not in [str(one.resolve()) for one in Path("/proc/self/fd").iterdir()]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_store_on_a_server(scheme: str) -> None:
    url = open_store(Settings(store=f"{scheme}://u:p%40@db.example:1/x?sslmode=require")).engine.url
    assert (url.drivername, url.password, url.query["sslmode"]) == ("postgresql+psycopg", "p@", "require")


@pytest.mark.parametrize("place", ["mysql://x/y", "sqlite://", "none://", "http://[", "postgresql://h:port/x"])
def test_what_is_no_place_is_refused_and_not_said_back(place: str) -> None:
    with pytest.raises(Usage) as refused:
        open_store(Settings(store=place))
    assert place not in str(refused.value)


def test_limits_come_from_the_settings() -> None:
    assert limits_of(Settings()) == Limits()
    assert limits_of(Settings(store_days="7", store_rows="8", store_bytes="9")) == Limits(7, 8, 9)


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "x", "１", "9" * 13])
def test_a_limit_is_a_whole_number_from_one_on(given: str) -> None:
    with pytest.raises(Usage, match="POLICY_ASSISTANT_STORE_DAYS"):
        limits_of(Settings(store_days=given))
