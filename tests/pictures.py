"""`make pictures`: the pictures of docs/pictures, taken anew from pages that the assistant serves."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.examples import COMMAND
from tests.serving import served

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
ANSWER = "licence-desk/hwkc-replacement/free?swa=active&system=sv9500&on=2026-01-15"
QUESTION = "licence-desk/hwkc-replacement/due?system=sv9500&on=2026-01-15"
PLACES = {"answer": ANSWER, "question": QUESTION, "home": ""}
PICTURES = {f"{name}-{lang}.png": f"{lang}/{place}" for lang in ("en", "ja") for name, place in PLACES.items()}
SIZE = {"width": 1120, "height": 860}
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-sync"]


def take(address: str, folder: Path) -> None:
    """Every picture, into the folder. Chromium is the system's; root may run it only without its sandbox."""
    flags = QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
        for name, place in PICTURES.items():
            page.goto(f"{address}/{place}")
            page.screenshot(path=folder / name)
        browser.close()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served(COMMAND) as site:
        take(site, FOLDER)
