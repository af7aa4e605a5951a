"""The workshop: progress, messages, changes, glossary, search phrases, and what is wrong with the catalogues."""

import re
from itertools import pairwise

import pytest

from assistant.workbench.catalogues.messages import Tally, by_domain, read_kept
from tests.spoil.test_locales import flagged, said
from tests.workbench.preview.previewed import POLICY, TOPIC, Bench, names, seen

TITLE = f"{POLICY}.topics.key-reissue.title"
KEYS = f"questions:{POLICY}/key-reissue"
STALE = '#, fuzzy\n#| msgid "ライセンスキーの発行"\n'


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_overview_shows_how_far_each_catalogue_has_come(bench: Bench, lang: str) -> None:
    bench.message(TITLE, flagged)
    page = bench.page(f"/{lang}/preview/")
    card = next(one for one in page.all("section", class_="card") if "English" in one.text)
    english = read_kept(bench.locales, "en")
    cells = [cell.text for cell in page.all("td", class_="number")]
    assert ("1", str(by_domain(english)[f"policy-{POLICY}"].all)) in pairwise(cells)
    assert f"{Tally.of(english).percent}%" in card.text


def test_a_language_leads_to_its_stale_messages(bench: Bench) -> None:
    bench.message(TITLE, lambda message: STALE + message)
    link = next(one for one in bench.page("/en/preview/").all("a") if one.text == "1 Stale")
    page = bench.page(link.attributes["href"])
    assert names(page) == [TITLE]
    assert [one.text for one in page.all("ins")] == ["再"]
    assert [one.text for one in page.all("a") if "on its page" in one.text] == ["See it on its page"]
    assert f"/en/{TOPIC}" in page.links()
    assert re.search(rf"en/policy-{POLICY}\.po:\d+", seen(page))


def test_messages_are_found_by_their_text_and_shown_some_at_a_time(still: Bench) -> None:
    first = names(still.page(f"/en/preview/en/messages?domain=policy-{POLICY}"))
    second = names(still.page(f"/en/preview/en/messages?domain=policy-{POLICY}&from=40"))
    assert (len(first), len(second), {*first} & {*second}) == (40, 40, set())
    assert names(still.page(f"/en/preview/en/messages?q={TITLE}")) == [TITLE]
    assert "0 messages" in seen(still.page("/en/preview/en/messages?q=xylophone&from=999999999"))


@pytest.mark.parametrize("path", ["xx/messages", "en/message/0000000000", "en/nothing", "beside/en/xx/", "xx/glossary"])
def test_what_is_nowhere_is_not_found(still: Bench, path: str) -> None:
    assert still.client.get(f"/ja/preview/{path}").status_code == 404


def test_a_day_that_is_none_is_refused_beside_its_field(still: Bench) -> None:
    page = still.page("/ja/preview/en/changes?since=yesterday", 422)
    assert page.one("input", id="since").attributes["value"] == "yesterday"
    assert "年・月・日" in page.one("p", id="since-fault").text


def test_the_glossary_names_the_messages_that_render_a_term_otherwise(bench: Bench) -> None:
    term = "ライセンスキー"
    row = next(one for one in bench.page("/en/preview/en/glossary").all("tr") if one.text.strip().startswith(term))
    assert "Nowhere" in row.text
    bench.message(TITLE, said('"[^"]+"', '"A thing issued again"'))
    row = next(one for one in bench.page("/en/preview/en/glossary").all("tr") if one.text.strip().startswith(term))
    assert TITLE in row.text


def test_what_is_wrong_with_the_catalogues_is_listed_but_for_what_has_its_own_list(bench: Bench) -> None:
    bench.message(TITLE, flagged)
    bench.message(f"{POLICY}.topics.key-reissue.about", said('"$', ' "'))
    page = seen(bench.page("/en/preview/faults"))
    assert f"{POLICY}.topics.key-reissue.about" in page
    assert TITLE not in page


def test_a_message_shows_the_same_sentence_in_other_languages(still: Bench) -> None:
    name = names(still.page(f"/en/preview/en/messages?domain=questions&q={KEYS}"))
    assert name == [KEYS]
    link = next(one for one in still.page(f"/en/preview/en/messages?q={KEYS}").all("a") if one.text == KEYS)
    assert names(still.page(link.attributes["href"])) == [KEYS, KEYS]
