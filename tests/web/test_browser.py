"""Journeys in Chromium with JavaScript switched off, in both languages, and what only a browser can measure."""

import os
import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-sync"]
ANSWER = "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15"
COUNTED = "swap-out/onsite-visit/due?level=gold&distance_km=60&logged_at=2025-12-23T16:00&state=sa"
REFUSED = "swap-out/onsite-visit/due?level=gold&distance_km=60&state=sa&logged_at.day=3&logged_at.time=14:30"
PLACES = ("", "licence-desk/", "desknets-web-meeting/", ANSWER, COUNTED, REFUSED, "ask?q=a+new+dongle", "nothing/")
SMALL_TARGETS = """() => [...document.querySelectorAll('main a, main button, header a, footer a, summary')]
  .filter(one => !one.closest('p, dd, .skip') && one.checkVisibility({contentVisibilityAuto: true}))
  .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
  .filter(([name, height]) => height > 0 && height < 24)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; root may run it only without its sandbox."""
    flags = QUIET + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript, as wide as the narrowest phone."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("lang", "question", "wrong", "right", "error", "answer"),
    [
        ("en", "when does the on-site visit come", {"day": "23"}, {"day": "23 December 2025"},
         "Error: ", "The service provider is due on site by Tue 30 Dec 2025, 17:00."),
        ("ja", "現地訪問はいつ来ますか", {"day": "23"}, {"year": "令和７年12月23日"},
         "エラー：", "2025年12月30日（火）17:00"),
    ],
)  # fmt: skip
def test_from_the_question_box_to_the_answer(
    page: Page, address: str, lang: str, question: str, wrong: dict[str, str], right: dict[str, str], error: str,
    answer: str,
) -> None:  # fmt: skip
    page.goto(f"{address}/{lang}/")
    page.locator("#q").fill(question)
    page.locator("#q").press("Enter")
    page.locator(f"main a[href*='/{lang}/swap-out/onsite-visit/due']").first.click()
    page.locator("input[value=gold]").check()
    page.locator("form button").click()
    page.locator("#distance_km").fill("６０ km")
    page.locator("form button").click()
    page.locator("input[value=sa]").check()
    page.locator("form button").click()
    _typed(page, wrong, "16:00")
    expect(page.locator(".errors")).to_be_focused()
    assert page.title().startswith(error)
    _typed(page, {**dict.fromkeys(wrong, ""), **right}, "")
    expect(page.locator(".errors")).to_be_focused()
    _typed(page, right, "16:00")
    expect(page.locator("h1")).to_contain_text(answer)
    page.go_back()
    expect(page.locator("form input[type=text]")).to_have_count(4)


def _typed(page: Page, parts: dict[str, str], time: str) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"input[name='logged_at.{part}']").fill(parts.get(part, ""))
    page.locator("input[name='logged_at.time']").fill(time)
    page.locator("form button").click()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("place", PLACES)
def test_a_phone_shows_every_page_without_scrolling_sideways(page: Page, address: str, lang: str, place: str) -> None:
    page.goto(f"{address}/{lang}/{place}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    """WCAG 1.4.3: at least 4.5 to 1, for the colours of every text on an answer and on a form with an error."""
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    for place in (ANSWER, COUNTED, REFUSED, "licence-desk/desk-closing/due?on=2026-04-01"):
        page.goto(f"{address}/en/{place}")
        pairs = page.evaluate(COLOURS)
        assert len(pairs) > 5
        assert [pair for pair in pairs if _contrast(pair[0], pair[1]) < 4.5] == []
    context.close()


COLOURS = """() => {
  const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
  const ground = one => { for (; one; one = one.parentElement) {
    const found = rgb(getComputedStyle(one).backgroundColor);
    if (found.length < 4 || found[3]) return found.slice(0, 3);
  } return [255, 255, 255]; };
  const texts = [...document.querySelectorAll('body *')].filter(one =>
    [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  const pairs = texts.map(one => [rgb(getComputedStyle(one).color).slice(0, 3), ground(one)]);
  return [...new Map(pairs.map(pair => [pair.join(), pair])).values()];
}"""


def _contrast(one: list[float], other: list[float]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[float]) -> float:
    shares = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
