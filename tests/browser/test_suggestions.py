"""Topics are suggested while a question is typed; never during a conversion, and never in anybody's way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, Route, expect

from tests.browser.axe import in_the_way
from tests.browser.conftest import stop_clock

TYPED = {"en": "is a new dongle free of charge", "ja": "ドングルの交換は無料ですか"}
OF = {"en": "NEC Licence Desk", "ja": "NECライセンスデスク"}
FREE = "licence-desk/hwkc-replacement/free"
LONG_ENOUGH = 700
"""Milliseconds after which a suggestion is asked for, if it is at all: so far the page's clock is moved."""


@pytest.fixture
def page(browser: Browser, address: str, lang: str) -> Iterator[Page]:
    """The start, in a browser with scripts. One that fails fails the test."""
    context = browser.new_context(base_url=f"{address}/{lang}/", reduced_motion="reduce")
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text))
    stop_clock(page)
    page.goto("./")
    page.locator("#q").focus()
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The address of each request for suggestions."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if "/suggest?" in request.url else None)
    return found


@pytest.fixture
def method(page: Page) -> CDPSession:
    """What an input method does: it composes, and commits."""
    return page.context.new_cdp_session(page)


def links(page: Page) -> Locator:
    return page.locator(".suggested").get_by_role("option")


def composes(method: CDPSession, text: str) -> None:
    method.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def test_typing_shows_links(page: Page, lang: str, asked: list[str]) -> None:
    few = {"en": 2, "ja": 1}[lang]
    page.keyboard.type(TYPED[lang][:few])
    page.clock.run_for(LONG_ENOUGH)
    assert asked == []
    page.keyboard.type(TYPED[lang][few:])
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page).first).to_have_attribute("href", f"/{lang}/{FREE}")
    expect(page.get_by_role("status")).to_contain_text(str(links(page).count()))
    assert len(asked) == 1, "only when the typing pauses"
    page.keyboard.press("Escape")
    expect(links(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("#q")).to_have_value(TYPED[lang])
    page.keyboard.type("?")
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page).first).to_be_visible()
    expect(links(page).first).to_contain_text(OF[lang])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FREE}")


def chosen(page: Page) -> int | None:
    """Which suggestion assistive technology is told of, and that it is the one that is shown as chosen."""
    told = page.locator("#q").get_attribute("aria-activedescendant")
    marked = page.locator(".suggested [aria-selected=true]")
    if not told:
        expect(marked).to_have_count(0)
        return None
    expect(marked).to_have_id(told)
    return int(told.rpartition("-")[2]) - 1


def test_the_arrows_go_round_and_the_focus_stays(page: Page, lang: str) -> None:
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type(TYPED[lang])
    page.clock.run_for(LONG_ENOUGH)
    expect(box).to_have_attribute("aria-expanded", "true")
    last = links(page).count() - 1
    assert chosen(page) is None
    page.keyboard.press("ArrowUp")
    assert chosen(page) == last
    page.keyboard.press("ArrowDown")
    assert chosen(page) is None, "behind the last one is the box itself"
    page.keyboard.press("ArrowDown")
    assert chosen(page) == 0
    expect(box).to_be_focused()
    expect(box).to_have_value(TYPED[lang])
    page.keyboard.press("Escape")
    assert chosen(page) is None
    page.keyboard.type("?")
    page.clock.run_for(LONG_ENOUGH)
    page.keyboard.press("Tab")
    expect(page.locator(".suggested")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".suggested")).to_be_hidden()


def test_enter_asks_where_nothing_is_chosen(page: Page, lang: str) -> None:
    page.keyboard.type(TYPED[lang])
    page.clock.run_for(LONG_ENOUGH)
    page.keyboard.press("Enter")
    expect(page.locator(".taken")).to_contain_text(TYPED[lang])


def test_what_is_no_longer_asked_is_not_shown(page: Page, lang: str) -> None:
    page.keyboard.type(TYPED[lang])
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page).first).to_be_visible()
    page.locator("#q").fill("xylophone lessons")
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page)).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()


def test_an_answer_that_comes_too_late_is_not_shown(page: Page, lang: str) -> None:
    held: list[Route] = []
    page.route("**/suggest?*", lambda route: held.append(route))  # noqa: PLW0108 (Playwright takes functions of Python only)
    with page.expect_request("**/suggest?*"):
        page.locator("#q").fill(TYPED[lang])
        page.clock.run_for(LONG_ENOUGH)
    page.locator("#q").fill("")
    held[0].continue_()
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_suggestions_stand_in_nobodys_way(page: Page, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.keyboard.type(TYPED[lang])
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.clock.resume()  # axe waits a moment now and then
    assert in_the_way(page) == []


def test_a_conversion_is_left_alone(page: Page, lang: str, asked: list[str], method: CDPSession) -> None:
    for end in range(1, 8):
        composes(method, TYPED["ja"][:end])
    page.clock.run_for(LONG_ENOUGH)
    assert asked == []
    page.keyboard.press("Enter")
    page.clock.run_for(LONG_ENOUGH)
    assert page.url.endswith(f"/{lang}/"), "Enter belongs to the conversion"
    expect(links(page)).to_have_count(0)
    method.send("Input.insertText", {"text": TYPED["ja"]})
    page.clock.run_for(LONG_ENOUGH)
    expect(links(page).first).to_have_attribute("href", f"/{lang}/{FREE}")
    composes(method, "か")
    expect(links(page)).to_have_count(0)
    page.clock.run_for(LONG_ENOUGH)
    assert len(asked) == 1


@pytest.mark.parametrize("key", ["{isComposing: true}", "{keyCode: 229}"])
def test_the_enter_of_a_conversion_does_not_submit(page: Page, key: str) -> None:
    enter = (
        "one => one.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...%s}))"
    )
    assert page.locator("#q").evaluate(enter % key) is False
    assert page.locator("#q").evaluate(enter % "{}") is True


@pytest.mark.parametrize(("typed", "suggests"), [("更新", True), ("更", False), ("fe", False), ("fee", True)])
def test_two_signs_say_enough_where_each_is_a_word(page: Page, typed: str, suggests: bool) -> None:
    page.locator("#q").fill(typed)
    page.clock.run_for(LONG_ENOUGH)
    if suggests:
        expect(links(page).first).to_be_visible()
    else:
        expect(links(page)).to_have_count(0)
