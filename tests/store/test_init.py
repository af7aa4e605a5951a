"""The store of the settings, for a server and for commands."""

import sys
from pathlib import Path

import pytest

from assistant.errors import Usage
from assistant.settings import Settings
from assistant.store import reached, store_of


def test_where_none_is_set_there_is_none() -> None:
    assert store_of(Settings()) is None
    with pytest.raises(Usage, match="No store is set"), reached(Settings()):
        raise AssertionError


def test_what_it_needs_is_named_where_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "assistant.store.opening", raising=False)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(Usage, match="sqlalchemy is not installed"):
        store_of(Settings(store="store.db"))


def test_what_cannot_be_done_with_it_is_said(tmp_path: Path) -> None:
    with reached(Settings(store=str(tmp_path / "store.db"))) as store:
        assert store.file == tmp_path / "store.db"
    with pytest.raises(Usage, match="The store cannot be used"), reached(Settings(store=str(tmp_path / "a"))) as store:
        raise OSError(28, "No space left on device")
