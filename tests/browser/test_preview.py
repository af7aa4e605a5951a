"""A translator's journey through the preview, and its pages for everybody: axe, narrow screens, both schemes."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.workbench.preview.application import make_preview
from tests.browser.axe import in_the_way
from tests.browser.conftest import Say, follow
from tests.browser.test_sizes import OPENED
from tests.site import NOW, listening
from tests.spoil.test_locales import flagged
from tests.workbench.preview.conftest import sparing
from tests.workbench.preview.previewed import POLICY, TITLE, TOPIC, Bench

__all__ = ["sparing"]

MESSAGE = f"{POLICY}.topics.key-reissue.title"
ASKED = f"{TOPIC}free?server_changed=yes&support_until=2027-03-31&on=2026-01-15"
PAGES = (
    TOPIC, ASKED, f"{TOPIC}free", "preview/", "preview/faults", "preview/en/messages?domain=glossary",
    f"preview/en/messages?q={MESSAGE}", "preview/en/changes", "preview/en/glossary", "preview/en/phrases",
    f"preview/en/sentences/{TOPIC}", f"preview/beside/en/ja/{TOPIC}", f"preview/beside/ja/en/{ASKED}",
)  # fmt: skip


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The folders that the preview shows."""
    return Bench(tmp_path_factory.mktemp("saved"))


@pytest.fixture(scope="module")
def address(saved: Bench) -> Iterator[str]:
    """The address of the preview, in place of the site's."""
    app = make_preview(saved.known, public_url="http://127.0.0.1", hosts=["127.0.0.1"], now=lambda: NOW)
    with listening(app) as one:
        yield one


def test_a_translator_goes_from_a_page_to_a_message_and_back(page: Page, saved: Bench, say: Say) -> None:
    undo = saved.message(MESSAGE, flagged)
    try:
        page.goto(TOPIC)
        follow(page.get_by_role("link", name=say("Show the ids")))
        assert "?" not in page.url
        follow(page.get_by_role("link", name=MESSAGE).first)
        expect(page.get_by_role("article").first).to_contain_text(MESSAGE)
        way_back = page.get_by_role("link", name=say("See it on its page")).first
        expect(way_back).to_have_attribute("href", f"/en/{TOPIC}")
        page.goto(TOPIC)
        follow(page.get_by_role("link", name=say("Hide the ids")))
        follow(page.get_by_role("link", name=say("Side by side")))
        expect(page.locator(".preview-beside > section")).to_have_count(2)
        follow(page.get_by_role("link", name=say("Preview"), exact=True))
        expect(page.get_by_role("heading", level=1)).to_have_text(say("Translations"))
    finally:
        undo()


@pytest.mark.parametrize("way", [1], indirect=True, ids=["wide"])
def test_a_mistake_stands_on_top_until_it_is_mended(page: Page, saved: Bench) -> None:
    page.goto(TOPIC)
    title = page.get_by_role("heading", level=1).inner_text()
    undo = saved.change(saved.content / TITLE, "verdict: included", "verdict: inclded")
    page.reload()
    expect(page.locator(".preview-faults")).to_contain_text(f"content/{TITLE}:")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    undo()
    page.reload()
    expect(page.locator(".preview-faults")).to_have_count(0)


LOOKS: tuple[tuple[str, Literal["light", "dark"], int], ...] = (("en", "light", 320), ("ja", "dark", 1280))


def test_nothing_stands_in_a_translators_way(browser: Browser, address: str, saved: Bench) -> None:
    """
    With ids shown, a stale translation and a fault on top: no violation, nothing undecided, nothing cut off. Both looks
    are at the same state: search phrases are tried anew after each change, and that takes long.
    """
    undo = [saved.message(MESSAGE, flagged), saved.change(saved.content / TITLE, "verdict: included", "verdict: x")]
    found = [one for look in LOOKS for one in _in_the_way(browser, address, *look)]
    for each in undo:
        each()
    assert found == []


def arrived(page: Page, url: str) -> None:
    """The page itself, and not one that waits for the search phrases to be read and loads again by itself."""
    while "refresh" in page.request.get(url).headers:
        page.wait_for_timeout(500)
    page.goto(url)


def _in_the_way(
    browser: Browser, address: str, lang: str, scheme: Literal["light", "dark"], width: int
) -> Iterator[str]:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )  # fmt: skip
    page = context.new_page()
    page.goto(f"{address}/{lang}/?ids")
    for place in PAGES:
        arrived(page, f"{address}/{lang}/{place}")
        page.evaluate(OPENED)
        yield from (f"{lang}/{place}: {one}" for one in in_the_way(page))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{lang}/{place}: wider than the screen"
    context.close()
