"""Longer text and text from right to left have room on every kind of page, on a phone too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from assistant.model.policy import Library
from assistant.workbench.catalogues.addition import PSEUDO, write_pseudo
from tests.browser.kinds import KINDS, site
from tests.browser.test_sizes import CUT_OFF, OPENED, SIDEWAYS
from tests.site import listening

ACCENTED, MIRRORED, _ = PSEUDO
OVERLAPPING = """() => {
  const shown = one => one.checkVisibility() && !one.closest('.hidden, svg, [hidden]');
  const begin = one => one.textContent.trim().slice(0, 40);
  const boxes = [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, summary, label, .button, td, th)')]
    .filter(shown).map(one => [one, one.getBoundingClientRect()]).filter(([_, box]) => box.width > 1 && box.height > 1);
  const found = [];
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (one === other || one.contains(other) || other.contains(one)) continue;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 2) found.push(`${begin(one)} / ${begin(other)}`);
  }
  return found.slice(0, 5);
}"""
"""Texts that lie on each other."""
LEFT_BEHIND = """() => [...document.querySelectorAll('h1, h2, main > p')]
  .filter(one => one.checkVisibility() && getComputedStyle(one).direction === 'rtl')
  .filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const text = range.getBoundingClientRect(), box = one.getBoundingClientRect();
    return text.width > 0 && box.width - text.width > 24 && box.right - text.right > text.left - box.left + 24;
  }).map(one => one.outerHTML.slice(0, 120))"""
"""Texts that stand at the left end of their box, where they should begin at the right."""


@pytest.fixture(scope="module")
def pseudo(library: Library, locales: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with the pseudo-languages."""
    folder = tmp_path_factory.mktemp("pseudo")
    write_pseudo(library, locales, root / "assistant", folder)
    with listening(site(library, folder)) as one:
        yield one


@pytest.fixture(params=[320, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, pseudo: str) -> Iterator[Page]:
    """A page of one width."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, base_url=pseudo,
                                  bypass_csp=True, reduced_motion="reduce")  # fmt: skip
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", [ACCENTED, MIRRORED])
def test_every_page_has_room_for_it(page: Page, lang: str) -> None:
    found = []
    for kind, place in KINDS.items():
        page.goto(f"/{lang}/{place}")
        page.evaluate(OPENED)
        found += [f"{kind}: cut off: {one}" for one in page.evaluate(CUT_OFF)]
        found += [f"{kind}: overlapping: {one}" for one in page.evaluate(OVERLAPPING)]
        found += [f"{kind}: at the wrong end: {one}" for one in page.evaluate(LEFT_BEHIND)]
        if beyond := page.evaluate(SIDEWAYS):
            found.append(f"{kind}: {beyond} px sideways")
    assert found == []
