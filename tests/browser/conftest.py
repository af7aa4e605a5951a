"""A browser, a site to visit, and a page in each language and way of visiting."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, expect

from assistant.model.policy import Library
from tests.browser.chromium import chromium
from tests.browser.kinds import site
from tests.conftest import words_of
from tests.site import listening

LANGUAGES = ("en", "ja")
Say = Callable[[str], str]
expect.set_options(timeout=60_000)  # what is waited for comes when the machine has time for it


class Way(NamedTuple):
    """How a page is visited: its width in CSS pixels, and whether scripts run."""

    width: int
    scripts: bool


WAYS = {"en": (Way(320, False), Way(1280, True)), "ja": (Way(390, True), Way(1280, False))}
"""Each language on a phone and on a wide window, with scripts in one of them: whatever two of the three go together."""


def follow(link: Locator, where: Page | Frame | None = None) -> None:
    """
    Presses what leads to another page, in this frame or in the window, and comes back when all of that page is there.
    A bare `click()` comes back before: what is looked for next is looked for on the page before, or on half of it.
    """
    with (where or link.page).expect_navigation():
        link.click()


def stop_clock(page: Page) -> None:
    """What the scripts of the pages from here on do after a while is done when the clock is moved, and not before."""
    page.clock.install(time=0)
    page.clock.pause_at(1)


def copied(button: Locator, status: Locator, say: Say) -> str:
    """What a press puts into the clipboard; it is said to be there, and unsaid, on a page whose clock stands still."""
    button.click()
    expect(status).to_have_text(say("Copied"))
    button.page.clock.run_for(5000)
    expect(status).to_be_empty()
    return str(button.page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium, closed again before tests elsewhere: while it is open, an event loop runs."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="session")
def address(library: Library, locales: Path) -> Iterator[str]:
    """The address of the site."""
    with listening(site(library, locales)) as one:
        yield one


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    """The language of the page."""
    return str(request.param)


@pytest.fixture
def say(locales: Path, lang: str) -> Say:
    """A sentence of the interface in the page's language: links and buttons are found by it."""
    return words_of(locales, lang, strict=True).say


@pytest.fixture(params=(0, 1), ids=("narrow", "wide"))
def way(request: pytest.FixtureRequest, lang: str) -> Way:
    """How the page is visited."""
    return WAYS[lang][request.param]


@pytest.fixture
def page(browser: Browser, address: str, lang: str, way: Way) -> Iterator[Page]:
    """An empty page; addresses are given without the site's own. A script that fails fails the test."""
    context = browser.new_context(
        java_script_enabled=way.scripts, viewport={"width": way.width, "height": 720}, base_url=f"{address}/{lang}/",
        permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce",
    )  # fmt: skip
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert errors == []
