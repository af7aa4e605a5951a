"""An answer is passed on: as a link, as text, as files, for a ticket, on paper."""

import re
from io import BytesIO
from unicodedata import normalize

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Say, Way, copied, follow, stop_clock
from tests.browser.kinds import ANSWER, COUNTED
from tests.site import PUBLIC


def test_share(page: Page, address: str, lang: str, way: Way, say: Say) -> None:
    if way.scripts:
        stop_clock(page)
    page.goto(f"{ANSWER}#share")
    headline = page.locator("h1").inner_text()
    link = page.locator("#link").input_value()
    copy = page.get_by_role("button", name=say("Copy the link"))
    assert copy.is_visible() == way.scripts
    if way.scripts:
        assert copied(copy, page.get_by_role("status").first, say) == link
    page.goto(f"{link.replace(PUBLIC, address)}#share")
    expect(page.locator("h1")).to_have_text(headline)
    assert "edition=" in page.url
    _files(page, headline, say)
    code = page.locator("#share").get_by_role("img")
    expect(code).to_be_visible()
    assert code.evaluate("one => one.decode().then(() => one.naturalWidth)") > 100


def _files(page: Page, headline: str, say: Say) -> None:
    for name in ("Plain text", "Markdown", "HTML"):
        href = page.get_by_role("link", name=say(name), exact=True).get_attribute("href")
        response = page.request.get(f"{page.url.partition('/licence-desk')[0][:-3]}{href}")
        assert response.ok
        assert headline in response.text()
    with page.expect_download() as download:
        page.locator("#share").get_by_role("link", name=say("Calendar")).click()
    calendar = download.value.path().read_text("utf-8")
    assert calendar.count("BEGIN:VEVENT") == calendar.count("BEGIN:VALARM") == 1


def test_what_is_copied_again_is_said_as_long_as_at_first(page: Page, way: Way, say: Say) -> None:
    if not way.scripts:
        return
    stop_clock(page)
    page.goto(f"{ANSWER}#share")
    copy, status = page.locator("button[data-copy=link]"), page.get_by_role("status").first
    for _ in range(2):
        copy.click()
        expect(status).to_have_text(say("Copied"))
        page.clock.run_for(3000)
        expect(status).to_have_text(say("Copied"))


def test_ticket(page: Page, lang: str, way: Way, say: Say) -> None:
    if way.scripts:
        stop_clock(page)
    page.goto(ANSWER)
    headline = page.locator("h1").inner_text()
    follow(page.get_by_role("link", name=say("For a ticket"), exact=True))
    for name in ("English", "日本語"):
        expect(page.get_by_role("region", name=name)).to_be_visible()
    mine = page.get_by_role("region", name={"en": "English", "ja": "日本語"}[lang])
    expect(mine).to_contain_text(headline)
    mine.locator("summary").first.click()
    expect(mine.get_by_role("textbox").first).to_have_value(re.compile(re.escape(headline)))
    for kind, label in (("short", "Copy the short reply"), ("txt", "Copy the whole answer")):
        group = page.get_by_role("group", name=say(label))
        copies = group.get_by_role("button")
        assert all(one.is_visible() == way.scripts for one in copies.all())
        texts = [page.locator(f"#{kind}-{other}").input_value() for other in (lang, "ja" if lang == "en" else "en")]
        for place, wanted in enumerate((*texts, "\n".join(texts)) if way.scripts else ()):
            assert copied(copies.nth(place), group.get_by_role("status"), say) == wanted


def test_print(page: Page, address: str, lang: str, say: Say) -> None:
    page.goto(COUNTED)
    headline = page.locator("h1").inner_text()
    link = page.locator("#link").input_value()
    clause = page.locator("#clauses li").first.text_content() or ""
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name=say("Language"))).to_be_hidden()
    expect(page.get_by_role("link", name=say("Change")).first).to_be_hidden()
    sheets = PdfReader(BytesIO(page.pdf(format="A4", tagged=True))).pages
    assert len(sheets) <= 2
    text = _plain("".join(sheet.extract_text() for sheet in sheets))
    for wanted in (headline, link, clause):
        assert _plain(wanted) in text


def _plain(text: str) -> str:
    """Without spaces; a PDF has other code points for some characters that look the same."""
    return "".join(normalize("NFKC", text).split())
