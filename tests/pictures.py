"""
`make pictures`: the pictures of docs/pictures, taken anew.

The README's come from the assistant as people start it. Beside them stands every kind of page, on a day that stands
still: in each language, on a desk and on a phone, in light and in dark.
"""

import logging
import os
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, Page

from assistant.content import read_library
from assistant.settings import Settings
from assistant.workbench.preview.application import make_preview
from tests.browser.chromium import chromium
from tests.browser.kinds import KINDS, site
from tests.conftest import ROOT
from tests.examples import COMMAND
from tests.serving import served
from tests.site import LATER, NOW, PUBLIC, application, listening

FOLDER = ROOT / "docs" / "pictures"
ANSWER = "licence-desk/hwkc-replacement/free?swa=active&system=sv9500&on=2026-01-15"
VISIT = "swap-out/onsite-visit/due?level=gold&distance_km=10&logged_at=2026-12-01T15:31&state=vic"
SEEN = {"POLICY_ASSISTANT_NOW": "2026-12-01T15:45+10:30"}
README = {f"answer-{lang}.png": f"{lang}/{VISIT}" for lang in ("en", "ja")}
ALIKE = frozenset({"ask", "ask-nothing", "question-number", "question-moment", "question-changed", "errors",
                   "policy-ended", "settled", "edition-unknown", "unreadable", "failure", "privacy"})  # fmt: skip
"""Kinds that look like another one; `policy-ended` has ended only later."""
ENDED = {"policy-ended": "licence-desk/", "topic-ended": "licence-desk/carrier-change/"}
PREVIEW = {
    "preview": "preview/",
    "preview-messages": "preview/ja/messages?q=HWKC",
    "preview-beside": f"preview/beside/en/ja/{ANSWER}",
}
QUALITY = 32
"""Of WebP, from 0 to 100: letters stay sharp, and all pictures together take less than 8 MB."""


class Device(NamedTuple):
    """A screen by its name, its width and how much of a page is shown, in CSS pixels."""

    name: str
    width: int
    tall: int


DEVICES = (Device("desk", 1280, 1180), Device("phone", 390, 1240))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(address: str, folder: Path, kinds: Mapping[str, str]) -> None:
    """Each of these pages in every language, size and scheme."""
    with chromium() as browser:
        for device in DEVICES:
            for page, scheme in _pages(browser, device):
                for lang in ("en", "ja"):
                    for kind, place in kinds.items():
                        page.goto(f"{address}/{lang}/{place}")
                        name = f"{kind}-{lang}-{device.name}-{scheme}.webp"
                        (folder / name).write_bytes(_picture(page, device))


def _pages(browser: Browser, device: Device) -> Iterator[tuple[Page, str]]:
    for scheme in SCHEMES:
        context = browser.new_context(viewport={"width": device.width, "height": 844}, color_scheme=scheme)
        yield context.new_page(), scheme
        context.close()


def _picture(page: Page, device: Device) -> bytes:
    """A page from its top, as WebP, which only the browser's own protocol takes."""
    height = min(device.tall, page.evaluate("document.documentElement.scrollHeight"))
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {
        "format": "webp", "quality": QUALITY, "captureBeyondViewport": True,
        "clip": {"x": 0, "y": 0, "width": device.width, "height": height, "scale": 1},
    })  # fmt: skip
    return b64decode(taken["data"])


def take_readme(address: str, folder: Path) -> None:
    """The pictures that the README shows."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1120, "height": 860})
        for name, place in README.items():
            page.goto(f"{address}/{place}")
            page.screenshot(path=folder / name)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    library, locales = read_library(ROOT / "content"), ROOT / "locales"
    with served(COMMAND, env={**os.environ, **SEEN}) as own:
        take_readme(own, FOLDER)
    # One of the pages fails on purpose.
    logging.disable(logging.CRITICAL)
    with listening(site(library, locales)) as still:
        take(still, FOLDER, {kind: place for kind, place in KINDS.items() if kind not in ALIKE})
    with listening(application(library, locales, now=LATER)) as after:
        take(after, FOLDER, ENDED)
    with listening(make_preview(Settings(), public_url=PUBLIC, hosts=["127.0.0.1"], now=lambda: NOW)) as preview:
        take(preview, FOLDER, PREVIEW)
