"""Templates made fast write what plain Jinja writes; what is kept is kept for the very same things alone."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import Template
from starlette.testclient import TestClient

from assistant.i18n.load import languages, load_words
from assistant.model.policy import Library
from assistant.web.frame.site import ASSETS
from assistant.web.frame.templating import MOST_KEPT, Kept, Plain
from tests.site import application

PAGES = (
    "",
    "licence-desk/",
    "swap-out/onsite-visit/",
    "swap-out/onsite-visit/due",
    "swap-out/onsite-visit/covered?unknown=fault",
    "swap-out/onsite-visit/due?level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa&on=2025-12-23",
    "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15",
    "licence-desk/hwkc-replacement/free/ticket?system=sv9500&swa=active&on=2026-01-15",
    "nothing/",
)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("page", PAGES)
def test_fast_templates_write_what_plain_ones_write(library: Library, locales: Path, lang: str, page: str) -> None:
    words = replace(load_words(locales, lang, strict=True), marking=True)
    plain = Plain(words, languages(locales), ASSETS)
    made: list[tuple[str, str]] = []
    render = Template.render

    def both(template: Template, shown: Mapping[str, object]) -> str:
        made.append((render(template, shown), render(plain.get_template(str(template.name)), shown)))
        return made[-1][0]

    with patch.object(Template, "render", both):
        TestClient(application(library, locales), follow_redirects=False).get(f"/{lang}/{page}")
    assert made
    assert all(fast == slow for fast, slow in made)


def test_a_kept_piece_is_written_once_for_the_same_things_and_again_for_their_equals() -> None:
    written: list[object] = []

    def piece(*views: object) -> str:
        written.append(views)
        return f"{len(written)}"

    kept, view = Kept(piece), ("a", "b")
    assert kept(view, "x") == kept(view, "x") == "1"
    assert kept((*view[:1], "b"), "x") == "2"


def test_what_is_kept_does_not_grow_without_end() -> None:
    kept = Kept(str)
    views = [str(number) + "!" for number in range(MOST_KEPT + 1)]
    assert [kept(view) for view in views] == views
    assert len(kept.kept) <= MOST_KEPT
