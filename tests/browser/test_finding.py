"""Finding an answer or a person: from the start, from a question without an answer, from a page that is not there."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Say, Way, follow

PHONES = ({"width": 390, "height": 844}, {"width": 320, "height": 720})
MEANT = {"en": "What is an LMC?", "ja": "LMCとは"}
MOST = {"words": 250, "stops": 30}
"""What the start holds before its folds are opened."""
HELD = """() => {
  const seen = one => one.checkVisibility() && !one.closest('.hidden');
  const main = document.querySelector('main');
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let said = '';
  while (texts.nextNode()) if (seen(texts.currentNode.parentElement)) said += ' ' + texts.currentNode.data;
  const stops = [...document.querySelectorAll('a[href], button, input, summary')];
  return {words: said.trim().split(/\\s+/).length, stops: stops.filter(seen).length};
}"""


@pytest.mark.parametrize("place", ["nothing/", "swap-out/nothing/", "ask?q=xylophone+lessons"])
def test_a_person_is_seen_without_scrolling(page: Page, place: str) -> None:
    page.goto(place)
    for size in PHONES:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        expect(page.locator("main a[href^='tel:']").first).to_be_in_viewport(ratio=1)


def test_from_no_answer_to_a_person_in_one_press(page: Page, say: Say) -> None:
    page.goto("./")
    page.get_by_label(say("Your question")).fill("xylophone lessons")
    follow(page.get_by_role("button", name=say("Ask"), exact=True))
    numbers = [one.get_attribute("href") for one in page.locator("main a[href^='tel:']").all()]
    assert len(set(numbers)) == 2, "the person of each document that names one, a press away"


def test_the_meaning_of_a_word(page: Page, lang: str, say: Say) -> None:
    page.goto("./")
    page.get_by_label(say("Your question")).fill(MEANT[lang])
    follow(page.get_by_role("button", name=say("Ask"), exact=True))
    page.wait_for_url("**/words#licence-desk.lmc")
    expect(page.locator("[id='licence-desk.lmc']")).to_be_in_viewport()
    page.goto("licence-desk/hwkc-replacement/free?system=sv9500")
    expect(page.locator("#words")).to_be_hidden()
    page.locator(".words summary").click()
    expect(page.locator("#words")).to_contain_text("Software Assurance")


def test_the_start_is_short_and_leads_to_answers(page: Page, lang: str, way: Way) -> None:
    page.goto("./")
    held = page.evaluate(HELD)
    assert held["stops"] <= MOST["stops"]
    assert lang == "ja" or held["words"] <= MOST["words"]
    assert page.locator(".sample").is_visible() == (way.width >= 1280), (
        "the example's answer stands where there is room"
    )
    follow(page.locator(".asked a").first)
    expect(page.locator("h1")).to_have_count(1)
    page.go_back()
    page.locator(".policies summary").first.click()
    follow(page.locator(".policies .questions a:visible").first)
    expect(page.locator("h1")).to_have_count(1)
