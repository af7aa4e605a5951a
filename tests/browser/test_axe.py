"""
Every kind of page, and of what stands inside another site's, against axe-core: WCAG 2.2 A and AA and best practices.
Each page is looked at in both languages, once in light on a phone and once in dark on a wide window.
"""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.kinds import FRAMED, KINDS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 320), ("ja", "dark", 1280)])
def test_nothing_stands_in_anybodys_way(
    browser: Browser, address: str, lang: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """No violation, and nothing that axe leaves to be decided; what is folded is opened first."""
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )  # fmt: skip
    page = context.new_page()
    axe, found = Axe(), []
    for kind, place in {**KINDS, **FRAMED}.items():
        page.goto(f"{address}/{lang}/{place}")
        page.evaluate(OPENED)
        response = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations", "incomplete"]}).response
        found += [
            f"{kind}: {one['id']}: {node['html'][:160]} {[why['message'] for why in node['any']]}"
            for sort in ("violations", "incomplete") for one in response[sort] for node in one["nodes"]
        ]  # fmt: skip
    context.close()
    assert found == []
