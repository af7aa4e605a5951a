"""The settings for Weblate that docs/translate.md speaks of fit the catalogues that there are."""

import configparser
import json
from pathlib import Path

from assistant.model.policy import Library
from assistant.workbench.catalogues.domains import templates
from assistant.workbench.catalogues.locales import Locales
from tests.conftest import ROOT

SETTINGS = ROOT / "docs" / "weblate.json"


def test_weblate_has_a_component_for_each_domain(library: Library, locales: Path, root: Path) -> None:
    components = {one["slug"]: one for one in json.loads(SETTINGS.read_text("utf-8"))}
    wanted = {one.domain: one.language or "mul" for one in templates(library, Locales(locales), root / "assistant")}
    assert {slug: one["source_language"] for slug, one in components.items()} == wanted
    for slug, one in components.items():
        assert (root / one["new_base"]).is_file()
        assert {path.stem for path in root.glob(one["filemask"])} == {slug}
        assert one["file_format_params"] == {"po_line_wrap": -1, "po_keep_previous": True, "po_remove_obsolete": False}


def test_weblate_s_client_finds_a_component_and_no_server_of_anybody() -> None:
    client = configparser.ConfigParser()
    client.read(ROOT / ".weblate", "utf-8")
    assert client["weblate"]["translation"].partition("/")[2] in SETTINGS.read_text("utf-8")
    assert client["weblate"]["url"].startswith("https://weblate.example.org/")
    assert not client.has_section("keys")
