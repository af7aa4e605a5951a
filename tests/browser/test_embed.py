"""Pages inside another site's, as Chromium shows them: another host name, another port, with scripts and without."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Frame, Page, Route, expect

from assistant.model.policy import Library
from assistant.web.frame.operation import Operation
from tests.browser.conftest import Say, follow
from tests.browser.hosting import hosted
from tests.browser.kinds import ANSWER, FRAMED
from tests.browser.test_sizes import OPENED
from tests.site import application, listening

TICKETS = {
    "en": "Our SV9500 dongle is broken and we have active SWA. Is a replacement dongle free?",
    "ja": "SV9500のドングルが故障しました。SWAは有効です。交換は無料ですか。",
}


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of the other site."""
    with hosted() as one:
        yield one


@pytest.fixture(scope="module")
def ours(library: Library, locales: Path, host: str) -> Iterator[str]:
    """The address of our site, whose pages the other may frame."""
    with listening(application(library, locales, operation=Operation(frames=(host,)))) as one:
        yield one


def visit(browser: Browser, address: str, width: int, scripts: bool = True) -> Page:
    """A page of the other site."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts, reduced_motion="reduce"
    )  # fmt: skip
    page = context.new_page()
    page.goto(address)
    return page


def framed(page: Page) -> Frame:
    """Our page inside it."""
    return page.frames[1]


def overflowing(frame: Frame) -> bool:
    """Whether one would have to scroll sideways."""
    return bool(frame.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_customer_is_answered_inside_a_shop(
    browser: Browser, host: str, ours: str, lang: str, say: Say, scripts: bool
) -> None:
    page = visit(browser, f"{host}/shop?{urlencode({'src': f'{ours}/{lang}/embed;accent=c2185b/'})}", 320, scripts)
    frame = framed(page)
    assert not overflowing(frame)
    frame.get_by_role("searchbox").or_(frame.get_by_role("combobox")).fill(TICKETS[lang])
    follow(frame.get_by_role("button", name=say("Ask"), exact=True), frame)
    expect(frame.locator(".pill")).to_be_visible()
    assert frame.url.startswith(f"{ours}/{lang}/embed;accent=c2185b/")
    assert not overflowing(frame)
    assert frame.evaluate("getComputedStyle(document.querySelector('main a')).color") == "rgb(194, 24, 91)"
    page.context.close()


def test_the_frame_is_as_high_as_what_stands_in_it(browser: Browser, host: str, ours: str, lang: str) -> None:
    page = visit(browser, f"{host}/shop?{urlencode({'src': f'{ours}/{lang}/embed/'})}", 320)
    frame, fits = framed(page), "document.documentElement.scrollHeight === innerHeight"
    frame.wait_for_function(fits)
    low = frame.evaluate("innerHeight")
    frame.goto(f"{ours}/{lang}/embed/{ANSWER}")
    framed(page).wait_for_function(f"{fits} && innerHeight > {low + 500}")
    page.context.close()


def test_without_leave_nothing_is_framed(browser: Browser, host: str, address: str) -> None:
    page = visit(browser, f"{host}/shop?{urlencode({'src': f'{address}/en/embed/'})}", 320)
    expect(page.frame_locator("iframe").locator("#q")).to_have_count(0)
    page.context.close()


def test_a_desk_sends_its_ticket_and_gets_the_reply(
    browser: Browser, host: str, ours: str, lang: str, say: Say
) -> None:
    desk = f"{host}/desk?{urlencode({'src': f'{ours}/{lang}/panel/', 'ticket': TICKETS[lang]})}"
    page = visit(browser, desk, 1280)
    panel = page.frame_locator("#panel")
    expect(panel.locator(".taken")).to_be_visible()
    assert not overflowing(framed(page))
    panel.get_by_role("button", name=say("Put into the ticket")).click()
    expect(panel.get_by_text(say("Added to the ticket"))).to_be_visible()
    expect(page.locator("#answer")).not_to_have_value("")  # the desk takes it when its own window comes to it
    reply = page.locator("#answer").input_value()
    assert panel.locator("h1").inner_text().replace("\n", "") in reply
    assert f"https://help.example/{lang}/licence-desk/hwkc-replacement/free?system=sv9500&swa=active" in reply
    page.context.close()


def test_a_panel_listens_to_nobody_who_is_not_named(browser: Browser, host: str, ours: str) -> None:
    """Not to its own window, nor to a site that is not named to its script, nor to what is no text."""
    page = visit(browser, f"{ours}/en/panel/", 360)
    page.evaluate("postMessage({policyAssistant: 'ticket', text: 'Is a new dongle free?'}, '*')")
    page.wait_for_timeout(300)
    assert page.url == f"{ours}/en/panel/"
    page.context.close()
    context = browser.new_context()
    desk = context.new_page()
    wrong = [{"policyAssistant": "ticket", "text": 7}, {"policyAssistant": "ticket"}, None, {"text": "Is it free?"}]
    for named, messages in ((host, wrong), ("https://elsewhere.example", [{"policyAssistant": "ticket", "text": "x"}])):

        def answer(route: Route, named: str = named) -> None:
            response = route.fetch()
            route.fulfill(response=response, body=response.text().replace(f'"{host}"', f'"{named}"'))

        desk.route("**/en/panel/", answer)
        desk.goto(f"{host}/shop?{urlencode({'src': f'{ours}/en/panel/'})}")
        framed(desk).wait_for_load_state()
        for sent in messages:
            desk.evaluate("sent => document.querySelector('iframe').contentWindow.postMessage(sent, '*')", sent)
        desk.wait_for_timeout(300)
        assert framed(desk).url == f"{ours}/en/panel/"
    context.close()


def test_nothing_in_a_frame_scrolls_sideways(browser: Browser, ours: str, lang: str) -> None:
    page = visit(browser, ours, 320)
    for kind, place in FRAMED.items():
        page.goto(f"{ours}/{lang}/{place}")
        page.evaluate(OPENED)
        assert not overflowing(page.main_frame), kind
    page.context.close()
