"""Answers that say what is so: in a word, as a no where all is one, with their reason, and with what looks wrong."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page

TERM = "swap-out/end-agreement/covered?payment_plan=annual&term_start="
VISITS = "swap-out/support-hours/due?state=vic&hours_of=on-site&"


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("en/swap-out/replacement-model/covered", "The same or a similar one"),
        (f"en/{TERM}2025-10-01", "Not yet possible"),
        (f"ja/{TERM}2025-10-01", "まだできません"),
        (f"en/{TERM}2025-03-01", "Possible"),
        (f"en/{TERM}2025-01-01", "If the term still runs"),
        ("en/swap-out/registration/covered?cover_purchase_date=2025-03-01", "With proof of purchase"),
    ],
)
def test_an_answer_in_a_word_says_the_same_as_its_headline(client: TestClient, place: str, word: str) -> None:
    shown = page(client, f"/{place}")
    pills = [one.text.strip() for one in shown.all("p") if "pill" in one.attributes.get("class", "")]
    assert pills == [word]


@pytest.mark.parametrize(
    ("place", "look"),
    [("swap-out/refund/covered?cancelled_by=customer", "pill now plain"),
     ("swap-out/refund/covered?payment_plan=monthly&cancelled_by=nec", "pill now no")],
)  # fmt: skip
def test_what_is_not_stated_does_not_look_like_a_refusal(client: TestClient, place: str, look: str) -> None:
    assert list(page(client, f"/en/{place}").all("p", class_=look))


def test_of_a_term_whose_first_year_is_over_it_is_said_that_it_may_have_ended(client: TestClient) -> None:
    assert "has already ended" in client.get(f"/en/{TERM}2025-01-01").text
    assert "has already ended" not in client.get(f"/en/{TERM}2025-03-01").text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("/en/ask?q=our contract has ended, is the projector covered?&take=swap-out/onsite-visit/covered",
         "only while the contract runs"),
        ("/ja/ask?q=契約が終了しました。画面は対象ですか&take=swap-out/onsite-visit/covered", "契約期間中に限られ"),
        ("/en/swap-out/onsite-visit/covered?term_end=2025-10-31", "only while the contract runs"),
        ("/ja/ask?q=サポートが切れた。再発行は対象？&take=desknets-web-meeting/key-reissue/covered", "最終日までです"),
        ("/en/ask?q=my support has ended&take=desknets-web-meeting/key-reissue/free", "until the last day"),
    ],
)  # fmt: skip
def test_a_term_that_is_over_is_told_with_its_reason_and_nothing_is_asked(
    client: TestClient, question: str, reason: str
) -> None:
    shown = page(client, question)
    assert list(shown.all("form", class_="form")) == []
    assert reason in shown.one("main").text


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("en/swap-out/renewal-notice/due?term_end=2026-12-30", "from the first to the last day of a month"),
        ("ja/swap-out/renewal-notice/due?term_end=2026-12-30", "月の初日から末日までの期間"),
        (f"en/{TERM}2025-10-15", "from the first to the last day of a month"),
        ("en/swap-out/renewal-notice/due?term_end=2026-12-31", ""),
        ("en/swap-out/renewal-notice/due?term_end=2028-02-29", ""),
        (f"en/{TERM}2025-10-01", ""),
        ("en/swap-out/annual-fee/due?invoice_date=2025-10-15", ""),
    ],
)
@pytest.mark.parametrize("form", ["", ".txt"])
def test_a_day_that_the_document_leads_nobody_to_expect_is_pointed_out(
    client: TestClient, place: str, said: str, form: str
) -> None:
    shown = client.get(f"/{place.replace('?', f'{form}?')}").text
    assert (said or "of a month. Please check the date.") in shown or not said
    assert bool(said) == any(one in shown for one in ("check the date.", "日付をご確認ください"))


@pytest.mark.parametrize(
    ("lang", "nobody"), [("en", "names nobody to contact for this"), ("ja", "この件の連絡先は文書に記載がありません")]
)
@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("swap-out/renewal-notice/due?unknown=term_end", False),
        ("swap-out/contract-period/due?unknown=invoice_date,unit_purchase_date,years", False),
        ("swap-out/onsite-visit/due?unknown=logged_at", True),
    ],
)
def test_that_a_document_names_nobody_is_said_where_something_is_not_known_too(
    client: TestClient, lang: str, nobody: str, place: str, named: bool
) -> None:
    assert (nobody in client.get(f"/{lang}/{place}", follow_redirects=True).text) != named


@pytest.mark.parametrize(
    ("place", "headline"),
    [
        (f"en/{VISITS}at=2026-01-17T10:00", "No visits take place on Sat 17 Jan 2026, 10:00."),
        (f"ja/{VISITS}at=2026-01-17T10:00", "2026年1月17日（土）10:00は訪問できる時間外です。"),
        (f"en/{VISITS}at=2026-01-19T10:00", "Visits take place on Mon 19 Jan 2026, 10:00."),
        (
            "en/swap-out/support-hours/due?hours_of=call-line&at=2026-01-17T10:00",
            "On Sat 17 Jan 2026, 10:00 the answer is: The service line is closed.",
        ),
        (f"en/{VISITS}at=2026-01-10T10:00", "It was closed on"),
    ],
)
def test_visits_of_a_day_to_come_are_no_appointment(client: TestClient, place: str, headline: str) -> None:
    assert page(client, f"/{place}").one("h1").text.startswith(headline)


def test_side_by_side_no_step_is_told_of_which_nobody_knows_whether_it_is_to_be_taken(client: TestClient) -> None:
    place = "/en/swap-out/included-work/covered/compare?level=silver&with.level=gold&work="
    assert "higher than 2.7" not in client.get(f"{place}packaging").text
    high = client.get(f"{place}uninstallation&mounted_height_m=3", follow_redirects=True).text
    assert "<p>For work on a unit mounted higher than 2.7" in high
    open_ = client.get("/en/swap-out/onsite-visit/due/compare?level=bronze&distance_km=120&with.level=gold").text
    assert "4 days" in open_
    assert "We need to know more" not in open_


@pytest.mark.parametrize(
    ("place", "headline"),
    [
        ("en/licence-desk/carrier-change/covered?system=sl2100", "This is not covered."),
        ("ja/licence-desk/carrier-change/covered?system=sl2100", "対象外です。"),
        ("en/licence-desk/carrier-change/covered?swa=none", "This is not covered."),
        ("en/licence-desk/carrier-change/free?system=sipnet-is3000", "This has ended."),
    ],
)
def test_what_can_only_be_a_no_is_no_number_of_answers(client: TestClient, place: str, headline: str) -> None:
    assert page(client, f"/{place}").one("h1").text == headline


@pytest.mark.parametrize(
    ("place", "possible"),
    [
        (f"en/{TERM[:-12]}&unknown=term_start", {"Possible", "If the term still runs", "Not yet possible"}),
        ("en/swap-out/registration/covered?unknown=cover_purchase_date", {"In time", "With proof of purchase"}),
        (
            "ja/swap-out/registration/covered?unknown=cover_purchase_date",
            {"期限内です", "購入を証明する書類が必要です"},
        ),
    ],
)
def test_what_is_possible_is_said_in_the_same_words(client: TestClient, place: str, possible: set[str]) -> None:
    """Where no date can be told, which the sentence of each would name."""
    shown = page(client, f"/{place}")
    assert possible <= {one.text for one in shown.all("strong")}
