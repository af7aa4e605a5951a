"""The strip of days can be read at every width."""

import pytest
from playwright.sync_api import Browser, expect

CHRISTMAS = "swap-out/onsite-visit/due?level=gold&distance_km=260&logged_at=2025-12-23T15:31&state=vic"
BROKEN = """() => [...document.querySelectorAll('.strip li > span')].flatMap(one =>
  [...one.textContent.matchAll(/[^\\s・]+/g)].filter(word => {
    const range = document.createRange();
    range.setStart(one.firstChild, word.index);
    range.setEnd(one.firstChild, word.index + word[0].length);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
  }).map(word => word[0]))"""
"""Words beside a day that stand on more than one line."""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_word_beside_a_day_breaks(browser: Browser, address: str, lang: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, base_url=f"{address}/{lang}/")
    page.goto(f"{CHRISTMAS}#days")
    expect(page.locator(".strip li:visible")).to_have_count(10)
    assert page.evaluate(BROKEN) == []
    page.close()
