"""How many presses it takes: from a caller's question to a pasted reply, and to change what was entered."""

import ast
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Say, Way, copied, follow, stop_clock
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
    if way.scripts:
        stop_clock(page)
    page.goto("./")
    page.locator("#q").fill(CALL[lang])
    follow(page.get_by_role("button", name=say("Ask"), exact=True))
    if not page.locator(".pill").count():
        follow(page.locator(f"main a[href^='/{lang}/{VISIT}?']").first)
    expect(page.locator("h1")).to_contain_text(DUE[lang])
    follow(page.get_by_role("link", name=say("For a ticket"), exact=True))
    reply = page.locator(f"#short-{lang}")
    expect(reply).to_be_visible()
    assert DUE[lang] in reply.input_value()
    if way.scripts:
        copies = page.get_by_role("group", name=say("Copy the short reply"))
        assert copied(copies.get_by_role("button").first, copies.get_by_role("status"), say) == reply.input_value()


def test_each_thing_entered_is_changed_in_one_press_from_the_first_two_screens(page: Page, way: Way) -> None:
    page.goto(COUNTED)
    changes = page.locator(".said .change a")
    assert changes.count() == 5
    for place in range(changes.count()):
        link = changes.nth(place)
        box = link.bounding_box()
        assert way.width < 390 or (box and box["y"] + box["height"] <= SCREENS)
        name = (link.get_attribute("href") or "").rpartition("change=")[2]
        follow(link)
        expect(page.locator(f"[name='{name}'], [name^='{name}.']").first).to_be_attached()
        page.go_back()


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """The statements that stand one after the other, but for those that themselves wait for something to happen."""
    for node in ast.walk(tree):
        if isinstance(body := getattr(node, "body", None), list) and not (
            isinstance(node, ast.With) and ".expect_" in ast.unparse(node.items[0])
        ):
            yield body


def test_no_test_looks_at_a_page_that_is_half_read() -> None:
    """After a press comes what waits for what it does. What leads to another page is pressed by `follow`."""
    found = []
    for path in Path(__file__).parent.glob("*.py"):
        for body in blocks(ast.parse(path.read_text("utf-8"))):
            for one, other in zip_longest(body, body[1:]):
                waits = other and ast.unparse(other).startswith(("expect(", "follow("))
                if isinstance(one, ast.Expr) and ast.unparse(one).endswith(".click()") and not waits:
                    found.append(f"{path.name}:{one.lineno}")
    assert found == []
