"""A preview of a copy of one policy and of its catalogues, which tests may change."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from starlette.types import ASGIApp

from assistant.settings import Settings
from assistant.workbench.preview.application import make_preview
from tests.client import TestClient
from tests.conftest import ROOT
from tests.phrases import thinned
from tests.site import NOW
from tests.web.markup import Markup

POLICY = "desknets-web-meeting"
TITLE = f"{POLICY}/topics/key-reissue.yaml"
CATALOGUE = f"en/policy-{POLICY}.po"
PATIENT = 600.0
TOPIC = f"{POLICY}/key-reissue/"


class Bench:
    """The folders, and whoever looks at them."""

    def __init__(self, folder: Path) -> None:
        self.content, self.locales = folder / "content", folder / "locales"
        shutil.copytree(ROOT / "content" / POLICY, self.content / POLICY)
        thinned(shutil.copytree(ROOT / "locales", self.locales))
        for other in ("licence-desk", "swap-out"):
            (self.locales / "ja" / f"policy-{other}.po").unlink()
        self.known = Settings(content=self.content, locales=self.locales)
        self.client = TestClient(
            self.preview(PATIENT),
            follow_redirects=False,
        )

    def preview(self, patience: float) -> ASGIApp:
        """The application, where a question waits so many seconds for search phrases."""
        return make_preview(
            self.known, public_url="http://testserver", hosts=["testserver"], now=lambda: NOW, patience=patience
        )

    def change(self, path: Path, old: str, new: str) -> Callable[[], None]:
        """Writes `new` for `old` in a file; returns what undoes it."""
        before = path.read_bytes()
        text = before.decode()
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return lambda: void(path.write_bytes(before))

    def message(self, context: str, change: Callable[[str], str], file: str = CATALOGUE) -> Callable[[], None]:
        """Changes one message of a catalogue; returns what undoes it."""
        path = self.locales / file
        text = path.read_text("utf-8")
        start = text.index(f'msgctxt "{context}"')
        end = text.index("\n\n", start)
        path.write_text(text[:start] + change(text[start:end]) + text[end:], "utf-8")
        return lambda: void(path.write_text(text, "utf-8"))

    def page(self, path: str, status: int = 200) -> Markup:
        """The page at an address, after redirects."""
        response = self.client.get(path, follow_redirects=True)
        assert response.status_code == status, response.text[:500]
        return Markup(response.text)


def void(result: object) -> None:
    """Forgets what a call gives."""


def seen(page: Markup) -> str:
    """All that stands on a page."""
    return page.one("body").text


def faults(page: Markup) -> str:
    """What stands on top of a page because something is wrong."""
    return "".join(element.text for element in page.all("aside", class_="preview-bar"))


def articles(page: Markup) -> list[str]:
    """The text of each message on a page."""
    return [one.text for one in page.all("article")]


def names(page: Markup) -> list[str]:
    """What each message on a page is known by."""
    found = (re.search(r"\S+", text) for text in articles(page))
    return [one[0] for one in found if one]
