"""A language goes from a folder of text files to pages that are offered, without a line of code."""

from pathlib import Path

from playwright.sync_api import expect

from assistant.i18n.load import languages, load_catalogue
from assistant.loading import load_library
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.checks import check_locales
from tests.browser.chromium import chromium
from tests.browser.conftest import follow
from tests.browser.test_pseudo import LEFT_BEHIND, OVERLAPPING
from tests.browser.test_sizes import CUT_OFF, OPENED, PHONE, SIDEWAYS
from tests.client import TestClient
from tests.languages.added import POLICY
from tests.site import listening

DRIFT = {"not translated", "stale"}
"""What a sentence brings that was written after these languages."""
RENEWAL, CALL = f"{POLICY}/renewal/due", f"{POLICY}/phone-hours/due"
PAGES = {
    "start": "",
    "question": RENEWAL,
    "refused": f"{RENEWAL}?period_end=soon",
    "answer": f"{RENEWAL}?period_end=2026-06-30",
    "answer with steps": f"{CALL}?at=2026-06-30T15:00",
    "policy": f"{POLICY}/",
}
MENU = "header a[hreflang]"
WESTERN_COUNTS = "one => one.map(each => each.textContent).filter(text => /[0-9]/.test(text))"
NUMBERED = "main ol:not(.strip) > li"
NOT_IN_ITS_DIGITS = """(items, digits) => items.map(one => getComputedStyle(one, "::before").content)
    .filter(shown => ![...digits].some(digit => shown.includes(digit)))"""


def test_nothing_but_text_files_makes_it(language: str) -> None:
    assert {path.suffix for path in (Path(__file__).parent / language).iterdir()} == {".po", ".yaml"}


def test_it_is_whole_and_without_faults(known: Settings, language: str) -> None:
    """Idiomatic figures are no faults either."""
    faults = check_locales(load_library(known), known.locales, PACKAGE)
    ours = [one for one in faults if f"/{language}/" in one.file]
    assert [str(one) for one in ours if not any(str(one.wrong).startswith(kind) for kind in DRIFT)] == []
    catalogue = load_catalogue(known.locales, language)
    assert catalogue.faults == ()
    assert catalogue.percent >= 95


def test_its_pages_are_offered_and_have_room_on_a_phone(known: Settings, client: TestClient, language: str) -> None:
    """In its direction, counted in its digits, with nothing cut off, overlapping or to be scrolled sideways."""
    described, found, numbered = languages(known.locales)[language], [], 0
    with listening(client.app) as address, chromium() as browser:
        context = browser.new_context(viewport=PHONE, base_url=f"{address}/{language}/", bypass_csp=True)
        page = context.new_page()
        for kind, place in PAGES.items():
            page.goto(place)
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.locator("html")).to_have_attribute("dir", described.direction)
            expect(page.locator(MENU)).to_have_text(["English", "日本語"])
            page.evaluate(OPENED)
            found += [f"{kind}: {one}" for look in (CUT_OFF, OVERLAPPING, LEFT_BEHIND) for one in page.evaluate(look)]
            if beyond := page.evaluate(SIDEWAYS):
                found.append(f"{kind}: {beyond} px sideways")
            if described.digits:
                found += page.locator("summary .soft").evaluate_all(WESTERN_COUNTS)
                numbered += page.locator(NUMBERED).count()
                found += page.locator(NUMBERED).evaluate_all(NOT_IN_ITS_DIGITS, described.digits)
        follow(page.locator(MENU).first)
        follow(page.locator("header").get_by_text(described.name))
        expect(page.locator("html")).to_have_attribute("lang", language)
        context.close()
    assert found == []
    assert bool(numbered) is bool(described.digits)
