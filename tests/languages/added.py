"""One policy and the languages that ship, with a language laid beside them that does not: files alone, no code."""

import shutil
from pathlib import Path

from assistant.i18n.language import offered
from assistant.i18n.load import languages, load_words
from assistant.loading import load_library
from assistant.matching import load_matcher, load_speech
from assistant.settings import PACKAGE, Settings
from assistant.web.app import make_app
from assistant.web.frame.site import Site
from assistant.workbench.catalogues.sync import sync
from tests.client import TestClient
from tests.conftest import ROOT
from tests.phrases import thinned
from tests.site import NOW, PUBLIC

LANGUAGES = Path(__file__).parent
POLICY = "desknets-web-meeting"


def add_language(folder: Path, language: str) -> Settings:
    """One policy and the languages of its catalogues, in `folder`, with this language added, in step."""
    known = Settings(content=folder / "content", locales=folder / "locales", library=folder / "library")
    shutil.copytree(ROOT / "content" / POLICY, known.content / POLICY)
    others = [f"policy-{path.name}.po*" for path in (ROOT / "content").iterdir() if path.name != POLICY]
    thinned(shutil.copytree(ROOT / "locales", known.locales, ignore=shutil.ignore_patterns(*others)))
    shutil.copytree(LANGUAGES / language, known.locales / language)
    sync(load_library(known), known.locales, PACKAGE)
    return known


def visitor(known: Settings) -> TestClient:
    """Asks the pages over these folders, as they are offered."""
    library, spoken = load_library(known), offered(languages(known.locales))
    words = {name: load_words(known.locales, name, strict=True) for name in spoken}
    site = Site(library, words, spoken, load_speech(known), lambda: NOW, f"{PUBLIC}/")
    return TestClient(make_app(site, load_matcher(known, library)), follow_redirects=False)
