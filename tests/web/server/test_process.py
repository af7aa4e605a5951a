"""A process answers by what stood there when it began, whatever its links lead to by then."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.library.editions import edition_path, write_edition
from assistant.loading import load_library
from assistant.model.edition import Name, named
from assistant.model.policy import Library
from assistant.settings import Settings
from assistant.web.frame.site import Site
from assistant.web.server import process

POLICY = "licence-desk"


def test_an_edition_that_comes_while_it_begins_is_not_known_to_it(
    library: Library, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, link = library.policies[POLICY], tmp_path / "link"
    for place in ("first", "second"):
        shutil.copytree(content / POLICY, tmp_path / place / POLICY)
    later = edition_path(tmp_path / "second" / POLICY, "later")
    later.parent.mkdir(exist_ok=True)
    later.write_text(write_edition(own.model_copy(update={"edition": "later"}), {}), "utf-8")
    link.symlink_to(tmp_path / "first")
    made: list[Site] = []

    def switched(known: Settings) -> Library:
        found = load_library(known)
        link.unlink()
        link.symlink_to(tmp_path / "second")
        return found

    def kept(site: Site, matcher: object) -> Callable[..., None]:
        made.append(site)
        return lambda *_: None

    monkeypatch.setattr(process, "load_library", switched)
    monkeypatch.setattr(process, "make_app", kept)
    process.Process(Settings(content=link), "http://localhost")
    assert made[0].earlier(POLICY, str(Name("later", 1))) is None
    assert made[0].names == {POLICY: named(edition_path(tmp_path / "first" / POLICY, own.edition).stem)}
