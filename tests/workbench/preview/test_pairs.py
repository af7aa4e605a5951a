"""A page beside itself in another language."""

import pytest

from tests.workbench.preview.previewed import POLICY, TOPIC, Bench, seen

FREE = f"/en/{TOPIC}free?server_changed=yes&support_until=2027-03-31&on=2026-01-15"


@pytest.mark.parametrize(("left", "right"), [("en", "ja"), ("ja", "en")])
def test_a_page_stands_beside_itself_in_another_language(still: Bench, left: str, right: str) -> None:
    page = still.page(f"/en/preview/beside/{left}/{right}{FREE.removeprefix('/en')}")
    sides = [one for one in page.all("section") if "dir" in one.attributes]
    assert [one.attributes["lang"] for one in sides] == [left, right]
    for side in sides:
        assert still.page(f"/{side.attributes['lang']}{FREE.removeprefix('/en')}").one("h1").text in side.text
    assert len(page.ids()) == len({*page.ids()})


def test_links_of_a_page_beside_itself_stay_there(still: Bench) -> None:
    start = "/en/preview/beside/en/ja/"
    page = still.page(f"{start}{POLICY}/")
    assert any(link.startswith(f"{start}{TOPIC}") for link in page.links())
    assert still.page(f"{start}{TOPIC}free").one("title").text.startswith("Side by side")


def test_a_page_that_is_nowhere_has_no_other_side(still: Bench) -> None:
    assert "does not exist" in seen(still.page("/en/preview/beside/en/ja/nothing/"))
    assert still.client.get("/en/preview/beside/en/xx/").status_code == 404
    assert still.client.get(f"/en/preview/beside/en/ja/{TOPIC}free.svg").status_code == 404
