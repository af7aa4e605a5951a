"""Journeys from the question to the answer, as people go: in each language, with and without scripts, at each width."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Say, Way, follow
from tests.browser.kinds import ANSWER, COUNTED, SITE, VISIT

QUESTION = {"en": "when does the on-site visit come", "ja": "現地訪問はいつ来ますか"}
IN_DOUBT = {
    "en": "my call was logged today at 3:30, gold, when does somebody come",
    "ja": "今日3:30に連絡しました。ゴールドです。現地訪問はいつ来ますか",
}
TO_COMPARE = {
    "en": "compare Bronze and Gold for a site at 120 km",
    "ja": "120kmの場所です。現地訪問はブロンズとゴールドでどう違いますか",
}
VISIT_ENDS = {"en": "Tue 30 Dec 2025, 17:00", "ja": "2025年12月30日（火）17:00"}
LOGGED = {"day": "23", "month": "12", "year": "2025", "time": "16:00"}
COVERED = "swap-out/onsite-visit/covered"
OTHER = {"en": "ja", "ja": "en"}


def goes_on(page: Page, say: Say) -> None:
    follow(page.get_by_role("button", name=say("Continue"), exact=True))


def typed(page: Page, parts: Mapping[str, str]) -> None:
    for part, value in parts.items():
        page.locator(f"input[name='logged_at.{part}']").fill(value)


def answers_visit(page: Page, say: Say) -> None:
    page.locator("input[value=gold]").check()
    goes_on(page, say)
    page.locator("#distance_km-number").fill("６０ km")
    goes_on(page, say)
    page.locator("input[value=sa]").check()
    goes_on(page, say)
    typed(page, LOGGED)
    goes_on(page, say)


def test_ask(page: Page, lang: str, say: Say, way: Way) -> None:
    page.goto("./")
    page.get_by_label(say("Your question")).fill(QUESTION[lang])
    follow(page.get_by_role("button", name=say("Ask"), exact=True))
    expect(page.locator(".taken")).to_contain_text(QUESTION[lang])
    expect(page.locator("input[value=gold]")).to_be_visible()
    if way.scripts:
        # The address bar holds no word of the question.
        expect(page).to_have_url(re.compile(f"/{lang}/{VISIT}$"))
    answers_visit(page, say)
    expect(page.locator("h1")).to_contain_text(VISIT_ENDS[lang])
    page.go_back()
    expect(page.locator("input[name='logged_at.day']")).to_be_visible()


def test_not_what_was_meant(page: Page, lang: str, say: Say) -> None:
    page.goto(f"ask?q={QUESTION[lang]}")
    follow(page.get_by_role("link", name=say("Not what you meant?")))
    expect(page.locator("#q")).to_have_value(QUESTION[lang])
    follow(page.locator("main a[href$='take=swap-out%2Fonsite-visit%2Fdue']").first)
    expect(page.locator("input[value=gold]")).to_be_visible()
    follow(page.get_by_role("link", name=say("Back to your question")))
    expect(page.locator("#q")).to_have_value(QUESTION[lang])


def test_an_offered_value_is_kept(page: Page, lang: str, say: Say) -> None:
    """By the strongest button, in every step from there on, and on the way back to the question with its words."""
    page.goto(f"ask?q={IN_DOUBT[lang]}")
    page.locator("input[name=logged_at][value$='T15:30']").check()
    follow(page.locator(".best button.button:not(.quiet)"))
    expect(page.locator("#distance_km-number")).to_be_visible()
    expect(page.locator(".said")).to_contain_text("15:30")
    page.locator("#distance_km-number").fill("60")
    goes_on(page, say)
    follow(page.locator(".said a[href*='change=level']"))
    page.locator("input[value=bronze]").check()
    goes_on(page, say)
    follow(page.get_by_role("navigation", name=say("Language")).get_by_role("link"))
    expect(page.locator("html")).to_have_attribute("lang", OTHER[lang])
    expect(page.locator(".taken")).to_contain_text(IN_DOUBT[lang])
    page.go_back()
    expect(page.locator(".taken")).to_contain_text(IN_DOUBT[lang])
    expect(page.locator(".said")).to_contain_text("15:30")
    follow(page.get_by_role("link", name=say("Back to your question")))
    expect(page.locator("#q")).to_have_value(IN_DOUBT[lang])
    expect(page.locator("input[name=logged_at]:checked")).to_have_value(re.compile("T15:30$"))
    expect(page.locator(".said")).to_contain_text("60")


def test_from_a_wish_to_compare_to_both_answers(page: Page, lang: str, say: Say) -> None:
    """Both counts are one press away; what their dates depend on is asked from there, and what was told is kept."""
    page.goto(f"ask?q={TO_COMPARE[lang]}")
    follow(page.locator("a[href*='onsite-visit%2Fdue%2Fcompare']").first)
    counts = page.locator("table.compared tbody tr").first.locator("td")
    for column, count in enumerate(("4", "2")):
        expect(counts.nth(column)).to_contain_text(count)
    follow(page.locator("a[href*='change=logged_at']").first)
    typed(page, LOGGED)
    goes_on(page, say)
    expect(page.locator("table.compared")).to_contain_text(VISIT_ENDS[lang])
    expect(page.locator(".taken")).to_contain_text("120")


def test_pick(page: Page, lang: str, say: Say) -> None:
    page.goto("./")
    for path in (f"/{lang}/swap-out/", f"/{lang}/swap-out/onsite-visit/", f"/{lang}/{VISIT}"):
        follow(page.locator(f"main a[href='{path}']").first)
        expect(page.locator("h1")).to_have_count(1)
    answers_visit(page, say)
    expect(page.locator("h1")).to_contain_text(VISIT_ENDS[lang])


def test_answer(page: Page, lang: str, say: Say) -> None:
    page.goto(COUNTED)
    expect(page.locator("h1")).to_contain_text(VISIT_ENDS[lang])
    for question in ("Is it free?", "Am I covered?"):
        expect(page.get_by_role("link").filter(has_text=say(question))).to_be_visible()
    for heading in ("Why this is the answer", "How this was worked out", "What would change this answer"):
        expect(page.get_by_role("heading", name=say(heading))).to_be_visible()
    assert page.locator("main ol li time").count() >= 4
    expect(page.locator("#clauses")).to_be_hidden()
    page.goto(f"{COUNTED}#clauses")
    expect(page.locator("#clauses")).to_be_in_viewport()
    follow(page.locator("#clauses a[href*='#']").first)
    name = page.evaluate("location.hash.slice(1)")
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_change(page: Page, lang: str, say: Say) -> None:
    page.goto(COUNTED)
    before = page.locator("h1").inner_text()
    follow(page.locator(".said a[href*='change=level']"))
    expect(page.locator("input[value=gold]")).to_be_checked()
    page.locator("input[value=bronze]").check()
    goes_on(page, say)
    assert page.locator("h1").inner_text() != before
    assert "level=bronze&distance_km=60&logged_at=2025-12-23T16:00&state=sa&on=2025-12-23" in page.url
    follow(page.locator(".said a[href*='change=logged_at']"))
    assert [page.locator(f"input[name='logged_at.{part}']").input_value() for part in LOGGED] == list(LOGGED.values())
    page.go_back()
    others = page.locator("details:has(#changes)")
    becomes = others.get_by_role("listitem").first
    others.locator("summary").click()
    expect(becomes).to_be_visible()
    follow(becomes.get_by_role("link"))
    assert page.locator("h1").inner_text() in others.page.title()


def test_not_known(page: Page, lang: str, say: Say) -> None:
    page.goto(COVERED)
    first = page.locator("input[name=asked]").input_value()
    follow(page.get_by_role("button", name=say("I don’t know")))
    assert f"unknown={first}" in page.url
    expect(page.get_by_role("heading", name=say("What is still possible"), exact=True)).to_be_visible()
    assert page.locator("main li").count() >= 2
    asked = page.locator("input[name=asked]").input_value()
    follow(page.get_by_role("button", name=say("I don’t know")))
    assert {first, asked} <= set(re.split(r"[=,&]|%2C", page.url.partition("?")[2]))
    follow(page.locator(f"a[href*='change={asked}']").first)
    page.locator("input[type=radio]").first.check()
    goes_on(page, say)
    assert f"{asked}=" in page.url
    assert f"unknown={first}" in page.url


def test_error(page: Page, lang: str, say: Say) -> None:
    page.goto(f"{VISIT}?{SITE}")
    typed(page, {"day": "23"})
    goes_on(page, say)
    summary = page.get_by_role("group", name=say("There is a problem"))
    expect(summary).to_be_focused()
    assert page.title().startswith(say("Error: ").strip())
    expect(page.locator("input[name='logged_at.day']")).to_have_value("23")
    fault = summary.get_by_role("link")
    expect(page.locator("#logged_at-fault")).to_contain_text(fault.inner_text())
    fault.click()
    expect(page.locator("#logged_at")).to_be_focused()
    expect(page.locator("#logged_at")).to_have_attribute("aria-invalid", "true")
    typed(page, {"day": {"en": "23 December 2025", "ja": "令和７年12月23日"}[lang], "time": "16:00"})
    goes_on(page, say)
    expect(page.locator("h1")).to_contain_text(VISIT_ENDS[lang])


@pytest.mark.parametrize("place", [
    COUNTED, f"{VISIT}?{SITE}&logged_at.day=3&logged_at.time=14:30", "ask?q=dongle", "swap-out/", "nothing/",
    f"{VISIT}?distance_km=60&unknown=level",
])  # fmt: skip
def test_switch_language(page: Page, lang: str, say: Say, place: str) -> None:
    page.goto(place)
    before = page.url.partition(f"/{lang}/")[2]
    typed_before = [one.input_value() for one in page.locator("main input").all()]
    follow(page.get_by_role("navigation", name=say("Language")).get_by_role("link"))
    expect(page.locator("html")).to_have_attribute("lang", OTHER[lang])
    assert page.url.partition(f"/{OTHER[lang]}/")[2] == before
    if place != COUNTED:
        assert sorted(one.input_value() for one in page.locator("main input").all()) == sorted(typed_before)


def test_old_edition(page: Page, lang: str, say: Say) -> None:
    page.goto(f"{ANSWER}&edition=000000000000")
    then, now = {"en": ("27 Feb 2026", "31 Mar 2026"), "ja": ("2026年2月27日", "2026年3月31日")}[lang]
    section = page.get_by_role("region", name=say("The answer has changed since this link was made"))
    expect(section).to_contain_text(then)
    expect(section).to_contain_text(now)
    expect(page.locator("h1")).to_contain_text(now)
    page.goto(f"{ANSWER}&edition=ffffffffffff")
    expect(page.locator("main")).to_contain_text(
        say("We no longer have the answer from when this link was made. This page goes by today’s edition.")
    )
    expect(page.get_by_role("region")).to_have_count(0)
