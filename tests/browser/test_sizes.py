"""What only a browser can measure: targets, room for larger text and wider spacing, and what a page weighs."""

import gzip
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize

from tests.browser.kinds import KINDS

OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
TARGET = 24
SMALL = """(least) => {
  const inline = one => getComputedStyle(one).display === 'inline' && one.matches('a') &&
    [...one.parentElement.childNodes].some(node => node !== one && node.textContent.trim());
  return [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), textarea, [tabindex="0"]')]
    .filter(one => one.checkVisibility({contentVisibilityAuto: true, opacityProperty: true}) && !inline(one))
    .map(one => one.labels?.length && one.type === 'radio' ? one.labels[0] : one)
    .map(one => [one.textContent.trim().slice(0, 60) || one.id, one.getBoundingClientRect()])
    .filter(([name, box]) => box.width > 1 && (box.height < least || box.width < least))
    .map(([name, box]) => `${name}: ${box.width} x ${box.height}`);
}"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""WCAG 1.4.12."""
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one), clips = way => ['hidden', 'clip'].includes(way);
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && box.width > 1 && box.height > 1 && !one.closest('svg, .hidden, input, textarea') &&
    ((clips(style.overflowX) && one.scrollWidth > one.clientWidth + 1) ||
     (clips(style.overflowY) && one.scrollHeight > one.clientHeight + 1));
}).map(one => one.outerHTML.slice(0, 120))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGE_BYTES, STYLE_BYTES = 60_000, 8_000


@pytest.fixture(params=[320, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, address: str, lang: str) -> Iterator[Page]:
    """A page of one width; 320 CSS pixels are also what 1280 are at 400 % (WCAG 1.4.10)."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, base_url=f"{address}/{lang}/",
                                  bypass_csp=True, reduced_motion="reduce")  # fmt: skip
    yield context.new_page()
    context.close()


def test_every_page_has_room(page: Page) -> None:
    """Targets are 24 px or larger (WCAG 2.5.8); nothing is cut off or scrolls sideways, spaced as it is or wider."""
    found = []
    for kind, place in KINDS.items():
        page.goto(place)
        page.evaluate(OPENED)
        found += [f"{kind}: small: {one}" for one in page.evaluate(SMALL, TARGET)]
        for spaced in ("as it is", "wider"):
            if spaced == "wider":
                page.add_style_tag(content=SPACING)
            found += [f"{kind}, {spaced}: cut off: {one}" for one in page.evaluate(CUT_OFF)]
            if beyond := page.evaluate(SIDEWAYS):
                found.append(f"{kind}, {spaced}: {beyond} px sideways")
    assert found == []


BEFORE_THE_FOLDS = """() => {
  const folds = document.querySelector('.folds');
  const before = one => folds.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING;
  const seen = one => one.checkVisibility() && !one.closest('.hidden');
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let said = '';
  while (texts.nextNode())
    if (before(texts.currentNode) && seen(texts.currentNode.parentElement)) said += ' ' + texts.currentNode.data;
  const stops = [...document.querySelectorAll('a[href], button, input, summary, textarea, [tabindex="0"]')];
  return {words: said.match(/[\\p{L}\\p{N}]\\S*/gu).length,
          stops: stops.filter(one => one.checkVisibility() && before(one)).length,
          ends: Math.round(document.querySelector('.said').getBoundingClientRect().bottom)};
}"""
PHONE: ViewportSize = {"width": 390, "height": 844}
ANSWERS = ("answer", "answer-counted", "settled", "edition-unknown")
REFUND = "swap-out/refund/covered?cancelled_by=nec&payment_plan=annual"
HOURS, NEO = "swap-out/support-hours/due?hours_of=call-line", "desknets-web-meeting"
STANDINGS = {
    "to come": "swap-out/renewal-notice/due?term_end=2026-06-30",
    "passed": "swap-out/renewal-notice/due?term_end=2025-12-31",
    "before": "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-14",
    "ahead": "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-02-01",
    "payable": "licence-desk/hwkc-replacement/free?system=sv9500&swa=none",
    "another reading": "licence-desk/merge-licences/free?system=bct-call-recorder&on=2025-06-01",
    "open": f"{HOURS}&at=2026-01-15T13:30",
    "closed": f"{HOURS}&at=2026-01-15T07:00",
    "on two clocks": f"{HOURS}&at=2026-01-15T13:30&state=nsw",
    "not certain": f"{NEO}/phone-hours/due?at=2026-12-30T10:00",
    "a key before the holidays": f"{NEO}/key-reissue/due?accepted_at=2025-12-26T18:00",
    "not covered": "swap-out/refund/covered?cancelled_by=customer",
    "a number": f"{REFUND}&cancel_date=2026-05-01&term_end=2026-12-31",
    "on a condition": "swap-out/included-work/covered?level=silver&work=uninstallation&mounted_height_m=3",
    "no date": f"{NEO}/technical-support/due?support_until=2026-12-31",
}
"""Answers that stand in every way, or say more than others."""


def test_every_answer_can_be_taken_in_and_acted_on_before_its_folds(browser: Browser, address: str, lang: str) -> None:
    """At most 200 words and 20 stops; on a phone, what was entered and the ways to share end within two screens."""
    context = browser.new_context(viewport=PHONE, base_url=f"{address}/{lang}/")
    page = context.new_page()
    found = {}
    for kind, place in {**{kind: KINDS[kind] for kind in ANSWERS}, **STANDINGS}.items():
        page.goto(place)
        found[kind] = page.evaluate(BEFORE_THE_FOLDS)
    context.close()
    most = {"words": 200, "stops": 20, "ends": 2 * PHONE["height"]}
    assert {kind: one for kind, one in found.items() if any(one[name] > most[name] for name in most)} == {}


def test_a_page_that_is_not_there_ends_within_two_screens_of_a_phone(browser: Browser, address: str, lang: str) -> None:
    """Whom to ring, a box and every policy: what leads on is not below long cards."""
    page = browser.new_page(viewport=PHONE, base_url=f"{address}/{lang}/")
    page.goto(KINDS["not-found"])
    height = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    assert height <= 2 * PHONE["height"]


BROKEN_DATES = """() => [...document.querySelectorAll('main time:not(.strip *, .moment), main .whole, h1 .nowrap')]
  .filter(one => { const text = document.createRange(); text.selectNodeContents(one);
    return new Set([...text.getClientRects()].map(box => box.top)).size > 1; }).map(one => one.textContent)"""


@pytest.mark.parametrize("width", [320, 384])
def test_no_line_breaks_inside_a_date(browser: Browser, address: str, lang: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=f"{address}/{lang}/")
    page = context.new_page()
    found = {}
    for kind in ANSWERS:
        page.goto(KINDS[kind])
        page.evaluate(OPENED)
        found[kind] = page.evaluate(BROKEN_DATES)
        assert page.locator("main time").count()
    context.close()
    assert {kind: dates for kind, dates in found.items() if dates} == {}


BREAKS_ANYWHERE = """() => [...document.querySelectorAll('body :not(script)')].filter(one =>
  one.closest('[lang]').lang === 'ja' && !one.matches('.hidden, .hidden *, input, textarea') && one.checkVisibility() &&
  [...one.childNodes].some(node => node.nodeType === 3 && /[\\p{Script=Han}\\p{Script=Hiragana}]/u.test(node.data)) &&
  getComputedStyle(one).wordBreak !== 'auto-phrase').map(one => one.outerHTML.slice(0, 120))"""


def test_japanese_breaks_between_phrases_wherever_it_stands(browser: Browser, address: str) -> None:
    """In tables, notes, steps, clauses and tickets as in headings."""
    context = browser.new_context(viewport=PHONE, base_url=f"{address}/ja/")
    page = context.new_page()
    found = {}
    for kind, place in KINDS.items():
        page.goto(place)
        page.evaluate(OPENED)
        found[kind] = page.evaluate(BREAKS_ANYWHERE)
    context.close()
    assert {kind: ones for kind, ones in found.items() if ones} == {}


BROKEN_WORDS = r"""() => { const found = []; const walk = document.createTreeWalker(document.querySelector('main'), 4);
  while (walk.nextNode()) for (const one of walk.currentNode.data.matchAll(/お?問い合わせ|\d?\d:\d\d～\d?\d:\d\d/g)) {
    const range = document.createRange(); range.setStart(walk.currentNode, one.index);
    range.setEnd(walk.currentNode, one.index + one[0].length);
    const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
    if (lines.size > 1) found.push(walk.currentNode.data.trim().slice(0, 60)); }
  return found; }"""
"""Words and times between which no line may break, and which yet stand in two."""
APART = """() => [...document.querySelectorAll('main span.nowrap')].map(one => one.parentElement)
  .filter(one => /flex|grid/.test(getComputedStyle(one).display))
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => one.textContent)"""
"""Sentences that what keeps a word together has taken apart, as each part is a box of its own there."""


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_breaks_inside_a_japanese_word_or_between_two_times(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=f"{address}/ja/")
    page = context.new_page()
    found = {}
    for kind in ("home", "ask-in-vain", "policy", "policy-with-tables", "topic", "contacts", "clauses", *ANSWERS):
        page.goto(KINDS[kind])
        page.evaluate(OPENED)
        found[kind] = page.evaluate(BROKEN_WORDS) + page.evaluate(APART)
    context.close()
    assert {kind: ones for kind, ones in found.items() if ones} == {}


SIZES = """() => [...document.querySelectorAll('body *')].filter(
  one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
).map(one => getComputedStyle(one).fontSize)"""


class Visit(NamedTuple):
    """A page on a phone: in which sizes it is set, and how many bytes come over the line for it."""

    sizes: list[str]
    weight: int


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str) -> Callable[[str], dict[str, Visit]]:
    """A page of each kind in a language, each as if nothing had been visited before; once for all who look."""
    return cache(partial(_visits, browser, address))


def _visits(browser: Browser, address: str, lang: str) -> dict[str, Visit]:
    context = browser.new_context(viewport=PHONE, base_url=f"{address}/{lang}/")
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, found = _asked(page), {}
    for kind, place in KINDS.items():
        page.goto(place, wait_until="load")
        sent = [one.sizes() for one in asked]
        assert len(sent) > 1, "the style comes anew"
        asked.clear()
        page.evaluate(OPENED)
        weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sent)
        found[kind] = Visit(page.evaluate(SIZES), weight)
    context.close()
    return found


def test_all_pages_together_are_set_in_few_sizes(visits: Callable[[str], dict[str, Visit]], lang: str) -> None:
    sizes = {size: kind for kind, visit in visits(lang).items() for size in visit.sizes}
    assert len(sizes) <= 6, sizes


def test_a_page_weighs_little(visits: Callable[[str], dict[str, Visit]], lang: str) -> None:
    """Bytes that come over the line for a first visit: the page and everything that it asks for."""
    assert {kind: visit.weight for kind, visit in visits(lang).items() if visit.weight > PAGE_BYTES} == {}


def _asked(page: Page) -> list[Request]:
    """The requests of a page, filled as they are answered."""
    done: list[Request] = []

    def note(request: Request) -> None:
        done.append(request)

    page.on("requestfinished", note)
    return done


def test_the_style_is_small(root: Path) -> None:
    style = (root / "assistant" / "web" / "static" / "site.css").read_bytes()
    assert len(gzip.compress(style)) <= STYLE_BYTES
