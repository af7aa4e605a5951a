"""What translators see on pages: the ids of sentences, why one is not translated, and both languages side by side."""

import re
from collections.abc import Callable

import pytest
from markupsafe import escape

from assistant.i18n.fill import Rendered, rendered
from assistant.workbench.catalogues.messages import read_kept
from assistant.workbench.preview.dressing import Shown, dress, set_apart
from assistant.workbench.preview.traces import Ledger, Traced, heard
from tests.spoil.test_locales import flagged, rewritten, said
from tests.workbench.preview.previewed import POLICY, TOPIC, Bench, faults, seen

TITLE = f"{POLICY}.topics.key-reissue.title"
FREE = f"/en/{TOPIC}free?server_changed=yes&support_until=2027-03-31&on=2026-01-15"
NOT_SHOWN: dict[str, Callable[[str], str]] = {
    "missing": said('"[^"]+"', '""'),
    "stale": flagged,
    "faulty": said('"$', ' <b>x</b>"'),
    "new": rewritten,
}


def tags(bench: Bench, path: str) -> list[tuple[str, str]]:
    """The class and the label of each tag of a page."""
    page = bench.page(path)
    found = [one for one in page.elements if one.attributes.get("class", "").startswith("preview-tag")]
    return [(one.attributes["class"].removeprefix("preview-tag "), one.text) for one in found]


def test_a_page_has_no_tags_until_they_are_asked_for(bench: Bench) -> None:
    assert tags(bench, f"/en/{TOPIC}") == []


def test_every_sentence_of_the_content_and_of_the_interface_is_tagged_on_request(bench: Bench) -> None:
    labels = [label for _, label in tags(bench, f"/ja/{TOPIC}?ids")]
    assert {TITLE, f"{POLICY}.topics.key-reissue.about", "What would you like to know?", "Accessibility"} <= {*labels}


def test_the_ids_stay_while_going_on_and_are_no_part_of_the_address(bench: Bench) -> None:
    switched = bench.client.get(f"{FREE}&ids")
    assert (switched.status_code, switched.headers["location"]) == (303, FREE)
    assert tags(bench, FREE) != []
    assert tags(bench, f"/en/{POLICY}/") != []
    assert tags(bench, f"{FREE}&ids=off") == []
    assert tags(bench, f"/en/{POLICY}/") == []


def test_a_tag_leads_to_its_message(bench: Bench) -> None:
    bench.page("/en/?ids")
    page = bench.page(f"/en/{TOPIC}")
    link = next(one for one in page.all("a") if one.text == TITLE)
    assert TITLE in bench.page(link.attributes["href"]).one("article", class_="preview-message sound").text


def test_no_tag_stands_in_what_is_pressed(bench: Bench) -> None:
    html = bench.client.get(f"/en/{TOPIC}free?ids", follow_redirects=True).text
    pressed = re.findall(r"<(a|button|label|summary)\b((?:(?!</\1>).)*)</\1>", html, re.DOTALL)
    assert len(pressed) > 10
    assert not any("preview-tag" in inner.partition(">")[2] for _, inner in pressed)


@pytest.mark.parametrize("why", NOT_SHOWN)
def test_a_sentence_that_fell_back_is_marked_with_the_reason(bench: Bench, why: str) -> None:
    bench.message(TITLE, NOT_SHOWN[why])
    page = bench.page(f"/en/{TOPIC}")
    assert [state for state, _ in tags(bench, f"/en/{TOPIC}")][:1] == [why]
    link = next(one for one in page.all("a") if one.attributes.get("class") == f"preview-tag {why}")
    assert link.attributes["title"].endswith(("see the source.", "i18n sync."))
    assert TITLE in seen(bench.page(link.attributes["href"]))
    assert any(one.attributes.get("class") == f"preview-said {why}" for one in page.elements)


def test_a_faulty_translation_stands_on_top_with_its_place(bench: Bench) -> None:
    bench.message(TITLE, NOT_SHOWN["faulty"])
    assert re.search(rf"locales/en/policy-{POLICY}\.po:\d+:1 ?{re.escape(TITLE)}", faults(bench.page(f"/en/{TOPIC}")))


def test_the_bar_counts_what_is_not_translated_and_leads_to_the_list(bench: Bench) -> None:
    bench.message(TITLE, NOT_SHOWN["missing"])
    bench.message(f"{POLICY}.topics.key-reissue.about", NOT_SHOWN["stale"])
    page = bench.page(f"/en/{TOPIC}")
    link = next(one for one in page.all("a") if "Missing" in one.text)
    assert "Missing 1" in link.text
    assert "Stale 1" in link.text
    found = bench.page(link.attributes["href"])
    first, second = list(found.all("article"))[:2]
    assert first.attributes["class"] == "preview-message missing"
    assert second.attributes["class"] == "preview-message stale"


def test_every_page_that_a_comment_names_is_reached_in_the_readers_language(bench: Bench) -> None:
    pages = {one.page for language in ("en", "ja") for one in read_kept(bench.locales, language)}
    mine = {page for page in pages if page.startswith(f"/{POLICY}/")}
    assert len(mine) > 10
    for page in mine:
        response = bench.client.get(page, headers={"Accept-Language": "ja"})
        assert (response.status_code, response.headers["location"]) == (302, f"/ja{page}")
        assert bench.client.get(f"/ja{page}").status_code in (200, 303)


@pytest.mark.parametrize(("left", "right"), [("en", "ja"), ("ja", "en")])
def test_a_page_stands_beside_itself_in_another_language(bench: Bench, left: str, right: str) -> None:
    page = bench.page(f"/en/preview/beside/{left}/{right}{FREE.removeprefix('/en')}")
    sides = [one for one in page.all("section") if "dir" in one.attributes]
    assert [one.attributes["lang"] for one in sides] == [left, right]
    for side in sides:
        assert bench.page(f"/{side.attributes['lang']}{FREE.removeprefix('/en')}").one("h1").text in side.text
    assert len(page.ids()) == len({*page.ids()})


def test_links_of_a_page_beside_itself_stay_there(bench: Bench) -> None:
    start = "/en/preview/beside/en/ja/"
    page = bench.page(f"{start}{POLICY}/")
    assert any(link.startswith(f"{start}{TOPIC}") for link in page.links())
    assert bench.page(f"{start}{TOPIC}free").one("title").text.startswith("Side by side")


def test_a_page_that_is_nowhere_has_no_other_side(bench: Bench) -> None:
    assert "does not exist" in seen(bench.page("/en/preview/beside/en/ja/nothing/"))
    assert bench.client.get("/en/preview/beside/en/xx/").status_code == 404
    assert bench.client.get(f"/en/preview/beside/en/ja/{TOPIC}free.svg").status_code == 404


def traced(ledger: Ledger, text: str, said: Rendered | None = None) -> Traced:
    return ledger.traced(said or Rendered(text, "en"), text, text, "en")


def test_traces_become_tags_behind_the_sentence_and_behind_what_is_pressed() -> None:
    ledger = Ledger()
    one, two = (traced(ledger, text).__html__() for text in ("One", "Two"))
    dressed = dress(f'<p>{one} <a href="/">{two}</a>.</p>', lambda number: Shown("said", f"<i>{number}</i>"))
    assert dressed.html == (
        '<p><span class="said">One</span><i>0</i> <a href="/"><span class="said">Two</span></a><i>1</i>.</p>'
    )
    assert dressed.numbers == [0, 1]


def test_a_sentence_in_a_sentence_is_tagged_inside_it() -> None:
    ledger = Ledger()
    said = rendered("out {gap} out", "en", "en", {"gap": traced(ledger, "in")}, strict=True)
    dressed = dress(traced(ledger, "out", said).__html__(), lambda number: Shown("", f"<i>{number}</i>"))
    assert dressed.html == "out in<i>0</i> out<i>1</i>"


def test_where_no_element_may_stand_whoever_listens_hears_of_a_sentence() -> None:
    ledger = Ledger()
    one, two = (traced(ledger, text) for text in ("One", "Two"))
    with heard() as numbers:
        assert one.text == "One"
    assert two.text == "Two"
    assert list(numbers) == [0]


def test_the_html_that_a_page_shows_to_be_copied_holds_no_trace() -> None:
    html = f"<textarea>{escape(str(traced(Ledger(), 'One').__html__()))}</textarea>"
    assert dress(html).html == "<textarea>One</textarea>"


def test_ids_are_set_apart_with_all_that_names_them() -> None:
    html = (
        '<p id="a"></p><label for="a b"></label><a href="#a">id="a"</a><a href="/en/x">x</a><a href="/en/y.txt">y</a>'
    )
    assert set_apart(html, "left-", "/en/", "/z/") == (
        '<p id="left-a"></p><label for="left-a left-b"></label><a href="#left-a">id="a"</a><a href="/z/x">x</a>'
        '<a href="/en/y.txt">y</a>'
    )
