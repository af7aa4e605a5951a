"""The matcher that a server waits for: made beside it, the same as one that is made here."""

import datetime as dt
from multiprocessing import get_context
from pathlib import Path

import pytest

from assistant.cli import serve as serving
from assistant.cli.serve import Awaited, matcher_apart
from assistant.errors import ContentError
from assistant.loading import load_matcher
from assistant.match.understanding import Understands
from assistant.model.policy import Library
from assistant.settings import Settings

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
QUESTIONS = ("is a new dongle free with SWA", "電話は何時まで", "the weather in Adelaide")


def test_a_matcher_made_apart_understands_the_same(content: Path, locales: Path, library: Library) -> None:
    known = Settings(content=content, locales=locales)
    apart, here = matcher_apart(known, library), load_matcher(known, library)
    assert [apart.understand(q, NOW) for q in QUESTIONS] == [here.understand(q, NOW) for q in QUESTIONS]


def test_what_cannot_be_made_apart_is_made_here(
    content: Path, locales: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Settings(content=content, locales=locales)

    class Refused:
        def Pipe(self, duplex: bool) -> None:  # noqa: N802 (its name is not ours)
            raise OSError

    monkeypatch.setattr(serving, "get_context", lambda _: Refused())
    assert matcher_apart(known, library).understand(QUESTIONS[0], NOW).matches


def test_nothing_is_said_where_nobody_waits_any_more(
    content: Path, locales: Path, library: Library, capfd: pytest.CaptureFixture[str]
) -> None:
    here, there = get_context("spawn").Pipe(duplex=False)
    here.close()
    with there:
        waiting = get_context("spawn").Process(
            target=serving._hand_over, args=(there, Settings(content=content, locales=locales), library)
        )
        waiting.start()
    waiting.join()
    assert (waiting.exitcode, capfd.readouterr().err) == (0, "")


def test_what_goes_wrong_is_raised_to_whoever_asks() -> None:
    def fail() -> Understands:
        raise ContentError([])

    with pytest.raises(ContentError):
        Awaited(fail).understand("when", NOW)
