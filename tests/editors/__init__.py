"""The editors that translators use, told what to do by tests."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

QUIET = subprocess.DEVNULL
MOST = 300
"""Seconds after which an editor that has not answered never will."""
PRESSES = 1000
"""The keys are pressed so often at most: those that come before its window is ready go nowhere."""


def with_weblate(path: Path, source: str, translation: str) -> None:
    """A message translated, and the file written by Weblate's own code."""
    code = ROOT / ".venv" / "weblate"
    assert (code / "weblate").is_dir(), "run `make .venv/weblate/installed`"
    script = Path(__file__).with_name("weblate_po.py")
    subprocess.run(
        [sys.executable, str(script), str(path), source, translation],
        env={**os.environ, "PYTHONPATH": str(code)}, check=True, capture_output=True, timeout=MOST,
    )  # fmt: skip


def with_poedit(path: Path, source: str) -> None:
    """
    The first message that is not translated given its own source as translation, and the file saved: in Poedit's
    window, by its keys, until the file has it.
    """
    for program in ("poedit", "xdotool", "Xvfb"):
        assert shutil.which(program), f"{program} is not installed: apt-get install poedit xdotool xvfb"
    with _screen() as screen:
        known = {**os.environ, "DISPLAY": screen, "HOME": str(path.parent), "LC_ALL": "C.UTF-8"}
        window = subprocess.Popen(["poedit", str(path)], env=known, stdout=QUIET, stderr=QUIET)
        with window as editor:
            try:
                shown = _press(known, "search", "--sync", "--onlyvisible", "--name", path.name).split()[-1]
                for _ in range(PRESSES):
                    if f'msgstr "{source}"' in path.read_text("utf-8"):
                        return
                    # No window manager gives it the keys.
                    _press(known, "windowfocus", shown, "key", "ctrl+b", "ctrl+s")
                    time.sleep(0.3)
                raise AssertionError("Poedit does not save")
            finally:
                editor.terminate()


@contextmanager
def _screen() -> Iterator[str]:
    """A screen that nobody sees, by its name; the server names one that is free."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24"],
        pass_fds=[writing], stdout=QUIET, stderr=QUIET,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as named:
            yield f":{named.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _press(known: dict[str, str], *keys: str) -> str:
    done = subprocess.run(["xdotool", *keys], env=known, check=True, capture_output=True, text=True, timeout=MOST)
    return done.stdout
