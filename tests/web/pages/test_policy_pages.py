"""The pages that are read: a policy's, with its outline; a topic's, with the pictures of its rules; accessibility."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from assistant.match.ranking import Word
from assistant.match.understanding import Stated
from assistant.model.policy import Library
from assistant.web.pages.meant import marked, mended
from assistant.web.pages.policies import CLAUSES
from tests.client import TestClient
from tests.site import LATER, application
from tests.web.markup import Markup
from tests.xml import SVG, parsed

LANGUAGES = ("en", "ja")
LARGEST = 60_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_question_has_its_rules_in_words_and_as_a_picture(client: TestClient, library: Library, lang: str) -> None:
    for name, (_, topic) in library.topics.items():
        page = Markup(client.get(f"/{lang}/{name}/").text)
        folds = [one.attributes["id"] for one in page.all("div") if one.attributes.get("id", "").startswith("rules-")]
        assert folds == [f"rules-{aspect}" for aspect in topic.aspects]
        assert (
            len([one for one in page.elements if one.attributes.get("class", "").startswith("ending ")]) > 0
            or not folds
        )
        for image in page.all("img"):
            assert image.attributes["alt"]
            for address in (image.attributes["src"], f"{image.attributes['src']}?size=small"):
                response = client.get(address)
                assert response.status_code == 200
                assert response.headers["content-type"] == "image/svg+xml; charset=utf-8"
                assert response.headers["content-language"] == lang


def test_a_picture_that_is_opened_by_itself_may_use_its_one_style(client: TestClient) -> None:
    response = client.get("/en/licence-desk/hwkc-replacement/due.svg")
    style = parsed(response.text).find(f"{SVG}style")
    assert style is not None
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    policy = response.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_small_picture_fits_on_a_phone(client: TestClient) -> None:
    small = parsed(client.get("/ja/swap-out/included-work/covered.svg?size=small").text)
    wide = parsed(client.get("/ja/swap-out/included-work/covered.svg").text)
    assert (int(small.attrib["width"]), int(wide.attrib["width"])) == (328, 680)


@pytest.mark.parametrize(
    "path",
    ["/en/licence-desk/voucher/due.svg", "/en/licence-desk/vouchers/free.svg", "/xx/licence-desk/voucher/free.svg"],
)
def test_there_is_no_picture_of_what_there_is_not(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_policy_page_says_whether_the_line_is_open(client: TestClient, lang: str) -> None:
    page = Markup(client.get(f"/{lang}/swap-out/").text)
    assert [one.text.strip() for one in page.all("span", class_="door open")] == [
        {"en": "Open now, until 18:30 (Adelaide time)", "ja": "ただいま受付中：18:30まで（アデレード時間）"}[lang]
    ]
    assert f"/{lang}/swap-out/onsite-visit/" in page.links()
    assert "tel:1300632435" in "".join(page.links())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_of_clauses_says_what_each_is_used_for(client: TestClient, library: Library, lang: str) -> None:
    for policy in library.policies.values():
        above = Markup(client.get(f"/{lang}/{policy.id}/").text)
        page = Markup(client.get(f"/{lang}/{policy.id}/clauses/").text)
        ids = page.ids()
        assert {clause.id for clause in policy.outline.clauses} <= set(ids)
        assert len(ids) == len(set(ids))
        assert {link.partition("#")[2] for link in above.links() if link.startswith("clauses/#")} <= set(ids)
        assert {link.removeprefix("../#") for link in page.links() if link.startswith("../#")} <= set(above.ids())
        topics = {link[3:-1] for link in page.links() if re.fullmatch(r"\.\./[a-z0-9-]+/", link)}
        assert topics <= set(policy.topics)
        assert len([one for one in page.elements if one.attributes.get("class") == "uses"]) > len(ids) / 2


def test_a_page_of_clauses_is_found_without_its_slash(client: TestClient) -> None:
    response = client.get("/en/swap-out/clauses")
    assert (response.status_code, response.headers["location"]) == (303, "/en/swap-out/clauses/")
    assert client.get("/en/nothing/clauses/").status_code == 404


def test_no_topic_is_hidden_by_the_page_of_clauses(library: Library) -> None:
    assert not [policy.id for policy in library.policies.values() if CLAUSES in policy.topics]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_a_policy_is_larger_than_60_kb_even_unpacked(
    client: TestClient, library: Library, lang: str
) -> None:
    pages = [*library.policies, *(f"{one}/{CLAUSES}" for one in library.policies), *library.topics]
    sizes = {page: len(client.get(f"/{lang}/{page}/").content) for page in pages}
    assert {page: size for page, size in sizes.items() if size > LARGEST} == {}


def test_a_policy_page_says_when_the_document_was_published_and_what_it_replaces(client: TestClient) -> None:
    page = Markup(client.get("/en/licence-desk/").text)
    assert page.one("time", datetime="2024-11-14").text == "Thu 14 Nov 2024"
    assert "DL54906260" in page.one("aside").text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_policy_page_holds_is_listed_first_and_its_readings_stand_in_one_fold(
    client: TestClient, library: Library, lang: str
) -> None:
    """On a phone a list at the end is found by nobody, and twenty doubts in full are two screens."""
    page = client.get(f"/{lang}/swap-out/").text
    assert page.index('id="page-contents"') < page.index('id="page-topics"')
    fold = page[page.index('id="page-readings"') :].partition("</details>\n  <h2")[0]
    assert all(f'id="{one.id}"' in fold for one in library.policies["swap-out"].about.readings)
    assert '<details class="fold">' not in fold


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_leads_to_the_accessibility_statement(client: TestClient, lang: str) -> None:
    for path in ("", "swap-out/", "nothing/"):
        assert f"/{lang}/accessibility" in Markup(client.get(f"/{lang}/{path}").text).links()
    page = Markup(client.get(f"/{lang}/accessibility").text)
    assert "WCAG" in page.one("main").text


WORDS = (Word("anual", "annual", 0.4), Word("fee", "fee", 0.5), Word("is", "is", 0.05))


@pytest.mark.parametrize(
    ("question", "words", "stated", "html"),
    [
        ("The Anual FEE?", WORDS, (), "The <mark>Anual</mark> <mark>FEE</mark>?"),
        ("ｆｅｅ is feeble", WORDS, (), "<mark>ｆｅｅ</mark> is feeble"),
        ("<fee>", WORDS, (), "&lt;<mark>fee</mark>&gt;"),
        ("fee for 50 km", WORDS, (Stated("distance_km", "50", 8, 13),), "<mark>fee</mark> for <mark>50 km</mark>"),
        ("gold fee", WORDS, (Stated("level", "gold", 0, 8),), "<mark>gold fee</mark>"),
        ("料金は㌔いくら", (Word("料金", "料金", 0.6), Word("いくら", "いくら", 0.3)), (),
         "<mark>料金</mark>は㌔<mark>いくら</mark>"),
        ("電話はつながりますか", (Word("電話はつなが", "", 0.4), Word("りますか", "", 0.3)), (),
         "<mark>電話はつながりますか</mark>"),
        ("ドングルが壊れた", (Word("壊", "", 0.4),), (), "ドングルが<mark>壊れた</mark>"),
        ("登録を忘れた", (Word("登録", "", 0.4),), (), "<mark>登録</mark>を忘れた"),
        ("お問い合わせ先は", (Word("問い", "", 0.4),), (), "お<mark>問い合わせ先</mark>は"),
        ("のりかえの画面", (Word("えの画面", "", 0.4),), (), "のりかえの<mark>画面</mark>"),
        ("9日に", (Word("9日", "", 0.4),), (), "<mark>9日</mark>に"),
        ("", WORDS, (), ""),
    ],
)  # fmt: skip
def test_what_was_understood_is_marked_in_the_question(
    question: str, words: tuple[Word, ...], stated: tuple[Stated, ...], html: str
) -> None:
    assert str(marked(question, words, stated)) == html


def test_a_word_read_as_another_is_said_so() -> None:
    assert mended(WORDS) == (("anual", "annual"),)


def test_a_day_stays_whole_on_the_cards_of_the_start(library: Library, locales: Path) -> None:
    later = TestClient(application(library, locales, now=LATER))
    assert '<span class="nowrap">2026年3月31日</span>' in later.get("/ja/").text


@pytest.mark.parametrize(
    ("place", "counted"),
    [("licence-desk/desk-closing/due", False), ("desknets-web-meeting/renewal/due?period_end=2026-03-31", True)],
)
def test_how_days_were_counted_is_offered_only_where_some_were(client: TestClient, place: str, counted: bool) -> None:
    page = client.get(f"/en/{place}", follow_redirects=True).text
    assert ("How this was worked out" in page) == counted


@pytest.mark.parametrize(
    ("place", "beside"),
    [
        ("en/desknets-web-meeting/renewal/due?unknown=period_end", "To find out first"),
        ("ja/swap-out/annual-fee/due?unknown=invoice_date", "まず確認が必要な点"),
    ],
)
def test_what_the_headline_asks_for_is_not_asked_for_below_again(client: TestClient, place: str, beside: str) -> None:
    page = Markup(client.get(f"/{place}", follow_redirects=True).text)
    assert beside not in page.one("main").text
