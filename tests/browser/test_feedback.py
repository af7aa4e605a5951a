"""A reply to an answer as a person sends it, with and without scripts, whether the store is well or not."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.model.policy import Library
from assistant.store.keeper import Keeper
from assistant.store.masking import Masks
from assistant.store.records import Opinion
from assistant.web.frame.operation import Operation
from tests.browser.axe import in_the_way
from tests.browser.conftest import Say, Way, follow
from tests.browser.kinds import ANSWER
from tests.browser.test_sizes import SIDEWAYS, SMALL, TARGET
from tests.site import NOW, application, listening
from tests.web.pages.keeping import Kept, flushed

REASON = "The price for two units, call 0412 345 678"


@pytest.fixture(scope="module")
def kept() -> Kept:
    return Kept()


@pytest.fixture(scope="module")
def keeper(kept: Kept) -> Iterator[Keeper]:
    made = Keeper(kept, Masks.of({}), 30, lambda: NOW, clock=count(step=10).__next__)
    made.begin()
    yield made
    made.end()


@pytest.fixture(scope="module")
def address(library: Library, locales: Path, keeper: Keeper) -> Iterator[str]:
    """The address of a site with a store."""
    with listening(application(library, locales, operation=Operation(keeper=keeper))) as one:
        yield one


@pytest.fixture(autouse=True)
def empty(kept: Kept, keeper: Keeper) -> Iterator[None]:
    yield
    kept.wrong = None
    flushed(keeper)
    kept.records.clear()


def sound(page: Page) -> list[str]:
    """What stands in anybody's way on a page: by the rules of axe, the size of targets, and its width."""
    found = [f"{page.evaluate(SIDEWAYS)} too wide"] if page.evaluate(SIDEWAYS) > 0 else []
    return [*found, *page.evaluate(SMALL, TARGET), *in_the_way(page)]


def test_a_reply_and_its_reason_are_stored_once(page: Page, way: Way, say: Say, kept: Kept) -> None:
    page.goto(ANSWER)
    assert not way.scripts or len(page.locator("[data-key]").input_value()) == 36
    follow(page.get_by_role("button", name=say("No, it did not")))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your reply is stored"))
    assert not way.scripts or sound(page) == []
    page.get_by_label(say("What was missing or wrong?")).fill(f"{REASON}\nand more")
    follow(page.get_by_role("button", name=say("Send")))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your reply is stored"))
    expect(page.locator("textarea")).to_have_count(0)
    first, second = (one for one in kept.records if isinstance(one, Opinion))
    assert first.key == second.key, "the reason comes to the reply"
    assert (second.answered, second.text) == (False, "The price for two units, call *** and more")
    follow(page.get_by_role("link", name=say("Back"), exact=True))
    assert "system=sv9500&swa=active" in page.url


def test_whoever_cannot_be_heard_is_told_and_can_try_again(page: Page, way: Way, say: Say, kept: Kept) -> None:
    kept.wrong = OSError("disk full")
    page.goto(ANSWER)
    follow(page.get_by_role("button", name=say("Yes, it did")))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your reply could not be stored"))
    assert not way.scripts or sound(page) == []
    kept.wrong = None
    follow(page.get_by_role("button", name=say("Try again")))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("Your reply is stored"))
    assert [one.answered for one in kept.records if isinstance(one, Opinion)] == [True]


def test_every_page_that_asks_says_what_is_kept(browser: Browser, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 720}, base_url=f"{address}/{lang}/")
    page = context.new_page()
    for place in ("", "ask?q=licence", "ask?q=xylophone+lessons", ANSWER):
        page.goto(place)
        assert sound(page) == []
        follow(page.locator(f"main a[href='/{lang}/privacy']"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert sound(page) == []
    context.close()
