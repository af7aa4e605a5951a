"""What stands on top of every page: faults with their places, and how far the page is translated."""

import re

from tests.spoil.test_locales import flagged, said
from tests.workbench.preview.previewed import POLICY, TOPIC, Bench, faults

TITLE = f"{POLICY}.topics.key-reissue.title"


def test_a_faulty_translation_stands_on_top_with_its_place(bench: Bench) -> None:
    bench.message(TITLE, said('"$', ' <b>x</b>"'))
    assert re.search(rf"locales/en/policy-{POLICY}\.po:\d+:1 ?{re.escape(TITLE)}", faults(bench.page(f"/en/{TOPIC}")))


def test_the_bar_counts_what_is_not_translated_and_leads_to_the_list(bench: Bench) -> None:
    bench.message(TITLE, said('"[^"]+"', '""'))
    bench.message(f"{POLICY}.topics.key-reissue.about", flagged)
    page = bench.page(f"/en/{TOPIC}")
    link = next(one for one in page.all("a") if "Missing" in one.text)
    assert "Missing 1" in link.text
    assert "Stale 1" in link.text
    found = bench.page(link.attributes["href"])
    first, second = list(found.all("article"))[:2]
    assert first.attributes["class"] == "preview-message missing"
    assert second.attributes["class"] == "preview-message stale"
