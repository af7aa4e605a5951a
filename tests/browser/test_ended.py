"""A policy all of whose services have ended says so before anything else, on every page that leads to it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.model.policy import Library
from tests.browser.axe import in_the_way
from tests.browser.conftest import follow
from tests.browser.kinds import ANSWER
from tests.conftest import words_of
from tests.site import LATER, application, listening

POLICY = "licence-desk"
PAGES = (
    f"{POLICY}/",
    f"{POLICY}/clauses/",
    f"{POLICY}/carrier-change/",
    ANSWER.replace("on=2026-01-15", "on=2026-11-24"),
)


@pytest.fixture(scope="module")
def address(library: Library, locales: Path) -> Iterator[str]:
    """The site on a day when one policy has ended."""
    with listening(application(library, locales, now=LATER)) as one:
        yield one


@pytest.fixture
def page(browser: Browser, address: str, lang: str) -> Iterator[Page]:
    context = browser.new_context(base_url=f"{address}/{lang}/", viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def notice(library: Library, locales: Path, lang: str) -> str:
    about = library.policies[POLICY].about
    assert about.ended is not None
    return words_of(locales, lang).text(about.ended, about.language).text


@pytest.mark.parametrize("path", PAGES)
def test_the_notice_stands_above_the_page(page: Page, path: str, notice: str) -> None:
    page.goto(path)
    shown = page.locator("div.notice").filter(has_text=notice)
    expect(shown).to_be_visible()
    expect(shown).to_be_in_viewport()
    assert in_the_way(page) == []
    box, head = shown.bounding_box(), page.locator("h1").bounding_box()
    assert box
    assert head
    assert max(box["y"] - head["y"] - head["height"], head["y"] - box["y"] - box["height"]) > 12, "they touch"


def test_at_the_start_it_stands_last_with_its_notice(page: Page, notice: str) -> None:
    page.goto("./")
    last = page.locator("section.card").last
    expect(last).to_contain_text(notice)
    expect(last.locator("h3 a")).to_have_attribute("href", f"/{page.url.split('/')[3]}/{POLICY}/")


def test_nothing_is_said_to_be_open_any_more(page: Page) -> None:
    page.goto(f"{POLICY}/")
    expect(page.locator(".door")).to_have_count(0)


def test_an_answer_for_a_day_before_says_so_first_and_leads_to_todays(page: Page, notice: str) -> None:
    page.goto(f"{ANSWER}&edition=000000000000")
    shown = page.locator("div.notice").filter(has_text=notice)
    expect(shown).to_be_in_viewport()
    expect(page.locator(".pill")).to_have_class(re.compile("ended"))
    follow(shown.get_by_role("link"))
    assert "on=" not in page.url
    assert "edition=" not in page.url
    assert "system=sv9500&swa=active" in page.url
