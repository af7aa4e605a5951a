"""The system's Chromium: its shell without windows where there is one, which works a third as long for the same."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-sync")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window; root may run it only without its sandbox."""
    flags = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()
