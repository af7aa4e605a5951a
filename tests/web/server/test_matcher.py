"""An index that is not there is made before anybody asks, by a process that ends with the server."""

import datetime as dt
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from assistant.errors import Unready
from assistant.matching import load_matcher
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.late import Late
from assistant.web.server.matcher import end_with_parent, late_matcher

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def known(content: Path, locales: Path) -> Settings:
    """The repository's content, compiled into the folder of this run."""
    return Settings(content=content, locales=locales)


def test_an_index_that_is_not_there_is_made_before_anybody_asks(
    known: Settings, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Late] = []

    def begin(late: Late) -> None:
        begun.append(late)

    monkeypatch.setattr(Late, "begin", begin)
    load_matcher(known, library)
    late_matcher(known, library).prepare()
    assert begun == []
    monkeypatch.setattr("assistant.loading.shipped", tmp_path.joinpath)
    late = late_matcher(replace(known, library=tmp_path), library)
    assert begun == []
    late.prepare()
    assert begun == [late]


def test_what_is_wrong_in_its_sources_is_told_once_they_have_been_read(
    tmp_path: Path, locales: Path, library: Library
) -> None:
    shutil.copytree(locales, tmp_path / "locales")
    (tmp_path / "locales" / "en" / "terms.po").write_text('msgid "broken', "utf-8")
    late = late_matcher(Settings(locales=tmp_path / "locales", library=tmp_path / "library"), library)
    with pytest.raises(Unready):
        late.understand("when", NOW)
    assert "cannot be read" in late.missing


def _stays() -> None:
    end_with_parent()
    sys.stdout.write("here\n")
    sys.stdout.flush()
    time.sleep(86_400)


def begin_one_that_stays() -> None:
    """Starts a process as that is started which makes an index, and waits for it."""
    made = get_context("spawn").Process(target=_stays, daemon=True)
    made.start()
    made.join()


def test_what_makes_an_index_ends_with_the_server_however_that_ends() -> None:
    program = "from tests.web.server.test_matcher import begin_one_that_stays; begin_one_that_stays()"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdout.readline() == "here\n"
        server.kill()
        assert server.stdout.read() == "", "which ends once nobody can write there any more"
