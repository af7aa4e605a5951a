"""`python -m tests.browser.snapshots`: what assistive technology is told of each kind of page, written anew."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page

from assistant.content import read_library
from tests.browser.chromium import chromium
from tests.browser.kinds import KINDS, site
from tests.conftest import ROOT
from tests.site import listening

FOLDER = Path(__file__).parent / "snapshots"
LANGUAGES = ("en", "ja")
LONG = {"api", "policy", "policy-with-tables", "policy-ended", "clauses", "edition-earlier", "edition-unknown"}
"""Kinds that hold a whole document, or another kind over again."""
EDITION = re.compile(r"\b(?!0{12}|f{12})[0-9a-f]{12}\b")
PRINT = re.compile(r"(/static/[\w.-]+\?)[0-9a-f]{8}")


def told(page: Page) -> str:
    """The page's tree, less what moves with every change of content: the names of editions."""
    tree = page.locator("body").aria_snapshot()
    return PRINT.sub(r"\1…", EDITION.sub("EDITION", tree)) + "\n"


def trees(browser: Browser, address: str, lang: str) -> dict[str, str]:
    """The tree of each kind of page in a language, by the name of its file."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for kind, place in KINDS.items():
        if kind not in LONG:
            page.goto(f"{address}/{lang}/{place}")
            found[f"{kind}.{lang}.yaml"] = told(page)
    context.close()
    return found


def write() -> None:
    """Every file anew; those of kinds that are no more are removed."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.yaml"):
        old.unlink()
    with chromium() as browser, listening(site(read_library(ROOT / "content"), ROOT / "locales")) as address:
        for lang in LANGUAGES:
            for name, tree in trees(browser, address, lang).items():
                (FOLDER / name).write_text(tree, "utf-8")


if __name__ == "__main__":
    write()
