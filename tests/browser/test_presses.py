"""How many presses it takes: from a caller's question to a pasted reply, and to change what was entered."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Say, Way
from tests.browser.kinds import COUNTED, VISIT

CALL = {
    "en": "When is the on-site visit due for a call logged on 13 January 2026 at 15:31, Gold, South Australia, 10 km"
    " from the GPO?",
    "ja": "2026年1月13日15:31に連絡しました。ゴールドで、南オーストラリア州、GPOから10kmです。現地訪問はいつですか",
}
DUE = {"en": "Thu 15 Jan 2026, 17:00", "ja": "2026年1月15日（木）17:00"}
SCREENS = 2 * 844


def test_from_a_callers_question_to_a_reply_that_can_be_pasted(page: Page, lang: str, say: Say, way: Way) -> None:
    """Four presses at most: these, and no other way is taken."""
    page.goto("./")
    page.locator("#q").fill(CALL[lang])
    with page.expect_navigation():  # else what is looked for next is looked for on a page that is half read
        page.get_by_role("button", name=say("Ask"), exact=True).click()
    if not page.locator(".pill").count():
        page.locator(f"main a[href^='/{lang}/{VISIT}?']").first.click()
    expect(page.locator("h1")).to_contain_text(DUE[lang])
    page.get_by_role("link", name=say("For a ticket"), exact=True).click()
    reply = page.locator(f"#short-{lang}")
    expect(reply).to_be_visible()
    assert DUE[lang] in reply.input_value()
    if way.scripts:
        page.get_by_role("group", name=say("Copy the short reply")).get_by_role("button").first.click()
        expect(page.get_by_role("status").first).to_have_text(say("Copied"))
        assert page.evaluate("navigator.clipboard.readText()") == reply.input_value()


def test_each_thing_entered_is_changed_in_one_press_from_the_first_two_screens(page: Page, way: Way) -> None:
    page.goto(COUNTED)
    changes = page.locator(".said .change a")
    assert changes.count() == 5
    for place in range(changes.count()):
        link = changes.nth(place)
        box = link.bounding_box()
        assert way.width < 390 or (box and box["y"] + box["height"] <= SCREENS)
        name = (link.get_attribute("href") or "").rpartition("change=")[2]
        link.click()
        expect(page.locator(f"[name='{name}'], [name^='{name}.']").first).to_be_attached()
        page.go_back()
