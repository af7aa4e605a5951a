"""
Every kind of page, and of what stands inside another site's, against axe-core: WCAG 2.2 A and AA and best practices.
Each page is looked at in both languages, once in light on a phone and once in dark on a wide window.
"""

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import in_the_way
from tests.browser.kinds import FRAMED, KINDS
from tests.browser.test_sizes import OPENED


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "light", 320), ("ja", "dark", 1280)])
def test_nothing_stands_in_anybodys_way(
    browser: Browser, address: str, lang: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """No violation, and nothing that axe leaves to be decided; what is folded is opened first."""
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )  # fmt: skip
    page = context.new_page()
    found = []
    for kind, place in {**KINDS, **FRAMED}.items():
        page.goto(f"{address}/{lang}/{place}")
        page.evaluate(OPENED)
        found += [f"{kind}: {one}" for one in in_the_way(page)]
    context.close()
    assert found == []
