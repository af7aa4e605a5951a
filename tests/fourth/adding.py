"""The fourth policy: a folder of YAML and CSV and a few catalogues, laid beside copies of what ships."""

import shutil
from pathlib import Path

from assistant.i18n.catalogues import read_catalogue
from assistant.loading import load_library
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.sync import sync
from tests.conftest import ROOT
from tests.phrases import thinned

FOURTH = Path(__file__).parent
POLICY = "bicycle-repair"


def add_fourth(folder: Path) -> Settings:
    """What ships, with few search phrases, copied into `folder`; the fourth policy is added, the catalogues in step."""
    known = Settings(content=folder / "content", locales=folder / "locales")
    shutil.copytree(ROOT / "content", known.content)
    thinned(shutil.copytree(ROOT / "locales", known.locales))
    shutil.copytree(FOURTH / "content", known.content, dirs_exist_ok=True)
    for path in sorted((FOURTH / "locales").glob("*/*.po")):
        _add(path, known.locales / path.parent.name / path.name)
    sync(load_library(known), known.locales, PACKAGE)
    return known


def _add(path: Path, catalogue: Path) -> None:
    """A catalogue of its own, or messages at the end of one that is there."""
    if not catalogue.exists():
        shutil.copy(path, catalogue)
        return
    file = read_catalogue(catalogue)
    file.extend(read_catalogue(path))
    catalogue.write_text(f"{file}", "utf-8")
