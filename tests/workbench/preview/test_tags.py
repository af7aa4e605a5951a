"""What stands beside a sentence of a page: the name of its message, and why it is not translated."""

import re
from collections.abc import Callable

import pytest

from assistant.loading import read_policy
from assistant.workbench.catalogues.messages import read_kept
from assistant.workbench.sources.unreviewed import record, review
from tests.spoil.test_locales import flagged, rewritten, said
from tests.terminal import run
from tests.workbench.preview.previewed import POLICY, TOPIC, Bench, seen

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


def test_a_page_has_no_tags_until_they_are_asked_for(still: Bench) -> None:
    assert tags(still, f"/en/{TOPIC}") == []


def test_every_sentence_of_the_content_and_of_the_interface_is_tagged_on_request(still: Bench) -> None:
    labels = [label for _, label in tags(still, f"/ja/{TOPIC}?ids")]
    assert {TITLE, f"{POLICY}.topics.key-reissue.about", "What would you like to know?", "Accessibility"} <= {*labels}


def test_the_ids_stay_while_going_on_and_are_no_part_of_the_address(still: Bench) -> None:
    switched = still.client.get(f"{FREE}&ids")
    assert (switched.status_code, switched.headers["location"]) == (303, FREE)
    assert tags(still, FREE) != []
    assert tags(still, f"/en/{POLICY}/") != []
    assert tags(still, f"{FREE}&ids=off") == []
    assert tags(still, f"/en/{POLICY}/") == []


def test_a_tag_leads_to_its_message(still: Bench) -> None:
    still.page("/en/?ids")
    page = still.page(f"/en/{TOPIC}")
    link = next(one for one in page.all("a") if one.text == TITLE)
    assert TITLE in still.page(link.attributes["href"]).one("article", class_="preview-message sound").text


def test_no_tag_stands_in_what_is_pressed(still: Bench) -> None:
    html = still.client.get(f"/en/{TOPIC}free?ids", follow_redirects=True).text
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


def test_every_page_that_a_comment_names_is_reached_in_the_readers_language(still: Bench) -> None:
    pages = {one.page for language in ("en", "ja") for one in read_kept(still.locales, language)}
    mine = {page for page in pages if page.startswith(f"/{POLICY}/")}
    assert len(mine) > 10
    for page in mine:
        response = still.client.get(page, headers={"Accept-Language": "ja"})
        assert (response.status_code, response.headers["location"]) == (302, f"/ja{page}")
        assert still.client.get(f"/ja{page}").status_code in (200, 303)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_unreviewed_since_its_document_changed_is_marked_until_it_is_reviewed(bench: Bench, lang: str) -> None:
    path = FREE.replace("/en/", f"/{lang}/")
    assert tags(bench, path) == []
    policy = read_policy(bench.known, POLICY).policies[POLICY]
    record(bench.known, POLICY, [clause.id for clause in policy.outline.clauses], [])
    marked = [one for one in tags(bench, path) if one[1] in {"Not reviewed", "未確認"}]
    assert {state for state, _ in marked} == {"stale"}
    review(bench.known, policy, ())
    assert tags(bench, path) == []


BEGUN = [
    "/de/", f"/de/{POLICY}/", f"/de/{TOPIC}", f"/de/{TOPIC}free", f"/de/{TOPIC}free?server_changed=yes", "/de/contacts",
    "/de/ask?q=licence+key", "/de/preview/", "/de/preview/de/sentences/", "/de/preview/beside/de/en/",
]  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A language in which nothing is translated yet."""
    bench = Bench(tmp_path_factory.mktemp("begun"))
    assert run(bench.known, "i18n", "add", "de").exit_code == 0
    return bench


@pytest.mark.parametrize("path", BEGUN)
def test_a_language_that_has_begun_leaves_no_markup_in_attributes(begun: Bench, path: str) -> None:
    page = begun.page(path)
    assert not [one for one in page.elements if any("<" in (value or "") for value in one.attributes.values())]
    assert '">' not in seen(page)
