"""The keyboard alone is enough, and shows where it is."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Say, Way
from tests.browser.kinds import KINDS

FACTS = 2
"""What the journey's question asks for: the system and its SWA."""
QUESTION = {"en": "is a new dongle free of charge", "ja": "ドングルの交換は無料ですか"}
FOCUSED = """() => { const one = document.activeElement, box = one.getBoundingClientRect();
  const style = getComputedStyle(one.matches('[type=radio]') ? one.closest('label') : one), own = getComputedStyle(one);
  const ringed = one => one.boxShadow !== 'none' || (one.outlineStyle !== 'none' && one.outlineWidth !== '0px');
  const seen = [style, own].some(ringed);
  return {id: one.id, name: one.name || '', value: one.value || '', href: one.getAttribute('href') || '',
          tag: one.tagName, seen: seen && box.bottom > 0 && box.top < innerHeight}; }"""


def reach(page: Page, wanted: dict[str, str]) -> None:
    """Presses Tab until this has the focus; each stop on the way shows that it has it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["tag"] == "BODY":
            continue
        assert focus["seen"], focus
        if all(focus[name] == value for name, value in wanted.items()):
            return
    raise AssertionError(f"{wanted} was never reached")


def test_from_home_to_the_answer(page: Page, lang: str, say: Say, way: Way) -> None:
    """A sure question asks at once for what it needs: as many pages as facts, and the answer."""
    visited = 0

    def turned(_: object) -> None:
        nonlocal visited
        visited += 1

    page.goto("./")
    page.on("load", turned)
    reach(page, {"id": "q"})
    page.keyboard.type(QUESTION[lang])
    _enters(page)
    expect(page.locator(".taken")).to_be_visible()
    _chooses(page, "system", "sv9500")
    _chooses(page, "swa", "active")
    expect(page.locator(".pill")).to_be_visible()
    assert visited <= FACTS + 1


def test_from_how_a_question_was_taken_to_what_else_it_may_mean(page: Page, lang: str, say: Say) -> None:
    page.goto(f"ask?q={QUESTION[lang]}")
    other = page.get_by_role("link", name=say("Not what you meant?")).get_attribute("href")
    reach(page, {"href": str(other)})
    _enters(page)
    first = page.locator("main a[href$='take=licence-desk%2Fhwkc-replacement%2Ffree']").first
    reach(page, {"href": str(first.get_attribute("href"))})
    _enters(page)
    expect(page.locator("input[name='system']").first).to_be_visible()


def _enters(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _chooses(page: Page, fact: str, value: str) -> None:
    """Space takes the first option, arrows go on from there."""
    reach(page, {"name": fact})
    page.keyboard.press("Space")
    for _ in range(40):
        if page.evaluate(FOCUSED)["value"] == value:
            break
        page.keyboard.press("ArrowDown")
    expect(page.locator(f"input[value='{value}']")).to_be_checked()
    _enters(page)


def test_the_first_stop_skips_to_the_content(page: Page, say: Say) -> None:
    page.goto(KINDS["answer"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=say("Skip to the main content"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    _enters(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_clauses_open_at_a_press(page: Page) -> None:
    page.goto(KINDS["answer"])
    clause = page.locator("main details").first
    clause.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(clause).to_have_attribute("open", "")
    page.keyboard.press("Space")
    expect(clause).not_to_have_attribute("open", "")
