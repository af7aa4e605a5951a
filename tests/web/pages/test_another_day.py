"""What an answer for another day or moment says of today's, and how it leads there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import LATER, application
from tests.web.markup import Markup
from tests.web.pages.test_answers import DONGLE, SAID, page

CARRIER = "licence-desk/carrier-change/due"


@pytest.mark.parametrize(
    ("address", "said", "leads"),
    [
        (
            f"{DONGLE}?{SAID}&on=2026-01-14",
            "This was asked for Wed 14 Jan 2026. Today’s answer is the same.",
            "",
        ),
        (f"{DONGLE}?{SAID}&on=2026-04-14", "This answer is for Tue 14 Apr 2026", f"{DONGLE}?{SAID}"),
        (f"{DONGLE}?{SAID}&on=2026-01-15", "", ""),
        (
            "swap-out/renewal-notice/due?term_end=2026-06-30&on=2026-01-14",
            "Today’s answer is the same.",
            "",
        ),
        (
            "swap-out/renewal-notice/due?term_end=2026-01-31&on=2025-12-20",
            "This is today’s answer.",
            "",
        ),
        (
            "swap-out/renewal-notice/due?term_end=2026-02-20&on=2026-03-01",
            "This is today’s answer.",
            "",
        ),
        (
            "swap-out/registration/due?cover_purchase_date=2025-10-01&on=2025-12-01",
            "This is today’s answer.",
            "",
        ),
        (
            "swap-out/renewal-notice/due?term_end=2026-01-31&on=2026-01-02",
            "Today’s answer is the same.",
            "",
        ),
        (
            "swap-out/refund/covered?cancelled_by=customer&on=2025-01-14",
            "Today’s answer is the same.",
            "",
        ),
        (
            "swap-out/refund/covered?cancelled_by=customer&on=2027-01-14",
            "Today’s answer is the same.",
            "",
        ),
        (
            "swap-out/support-hours/due?hours_of=call-line&at=2026-01-14T10:00",
            "This answer is for Wed 14 Jan 2026, 10:00 (Adelaide time), not for now.",
            "swap-out/support-hours/due?hours_of=call-line&at=2026-01-15T13:30",
        ),
        ("swap-out/support-hours/due?hours_of=call-line&at=2026-01-15T13:30&on=2026-03-03", "", ""),
    ],
)
def test_an_answer_for_another_time_leads_to_that_of_now_where_it_is_another(
    client: TestClient, address: str, said: str, leads: str
) -> None:
    shown = page(client, f"/en/{address}")
    notices = [one.text for one in shown.all("div", class_="notice")]
    assert len(notices) == bool(said)
    assert all(said in one for one in notices)
    buttons = [one for one in shown.all("a") if one.text == "Answer for now"]
    assert [one.attributes["href"] for one in buttons] == ([f"/en/{leads}"] if leads else [])


@pytest.mark.parametrize(
    ("address", "filled"),
    [
        (f"{DONGLE}?{SAID}&on=2001-01-14", True),
        (f"{DONGLE}?{SAID}&on=2026-04-14", False),
        (f"ask?q=dongle&take={DONGLE}&{SAID}&on=2001-01-14", False),
    ],
)
def test_only_a_link_of_an_earlier_day_puts_today_before_the_next_step(
    client: TestClient, address: str, filled: bool
) -> None:
    (led,) = (one for one in page(client, f"/en/{address}").all("a") if one.text == "Answer for now")
    assert (led.attributes.get("class") == "button") == filled


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("en/ask?q=can I phone desknets web meeting on Dec 30", ["2025-12-30", "2026-12-30"]),
        ("en/ask?q=is a dongle free on 13 August, SV9500", ["2025-08-13", "2026-08-13"]),
        ("ja/ask?q=8月13日にカスタマセンターは開いていますか", ["2025-08-13", "2026-08-13"]),
        ("ja/ask?q=8月13日にカスタマセンターは電話できますか", ["2025-08-13", "2026-08-13"]),
    ],
)
def test_of_a_day_that_may_be_in_two_years_both_can_be_chosen(
    client: TestClient, question: str, days: list[str]
) -> None:
    shown = page(client, f"/{question}")
    assert [one.attributes["value"] for one in shown.all("input", name="on")] == [*days, ""]
    assert not any("checked" in one.attributes for one in shown.all("input", name="on")), "neither is guessed"
    assert not list(shown.all("input", name="on.day")), "nor is it to be typed again"
    take = next(one.attributes["value"] for one in shown.all("button", name="take"))
    chosen = page(client, f"/{question}&on={days[1]}&take={take}")
    assert f"on={days[1]}" in chosen.one("div", class_="taken").attributes["data-address"]


@pytest.mark.parametrize(
    ("lang", "question", "take", "days"),
    [
        ("ja", "8月13日", "desknets-web-meeting/phone-hours/due", ["2025-08-13", "2026-08-13"]),
        ("ja", "2025年8月13日", "desknets-web-meeting/phone-hours/due", ["2025-08-13"]),
        ("en", "3 March 2025", "licence-desk/licence-removal/free", ["2025-03-03"]),
        ("en", "when does the visit come, 3 March 2026", "licence-desk/licence-removal/free", ["2026-03-03"]),
    ],
)
def test_a_day_that_is_named_is_not_lost_on_a_topic_that_was_not_understood(
    client: TestClient, lang: str, question: str, take: str, days: list[str]
) -> None:
    """It may be the day that is asked about; once one is chosen, nothing more is offered."""
    shown = page(client, f"/{lang}/ask?q={question}&take={take}")
    assert offered(shown, take) == days
    then = page(client, f"/{lang}/ask?q={question}&take={take}&on={days[0]}")
    assert f"on={days[0]}" in then.one("div", class_="taken").attributes["data-address"]
    assert days[0] not in " ".join(offered(then, take))


def offered(shown: Markup, take: str) -> list[str]:
    """The days that the line above a page offers."""
    bar = re.search(r'<div class="taken".*?</div>', shown.source, re.DOTALL)
    assert bar
    links = [unquote(one) for one in Markup(bar[0]).links() if f"take={take}" in unquote(one)]
    return [one.rpartition("on=")[2] for one in links]


@pytest.fixture(scope="module")
def closed(library: Library, locales: Path) -> TestClient:
    """After the Licence Desk has closed."""
    return TestClient(application(library, locales, now=LATER), follow_redirects=True)


@pytest.mark.parametrize(
    ("question", "take", "days"),
    [
        ("en/ask?q=change of carrier on an SV9300 with SWA on 1 May 2025", CARRIER, ["2025-05-01"]),
        ("en/ask?q=change of carrier, SWA was activated on 3 April 2025", CARRIER, ["2025-04-03"]),
        ("ja/ask?q=2025年5月1日、SV9300でSWA有効なキャリア変更", CARRIER, ["2025-05-01"]),
        ("en/ask?q=when is the on-site visit covered until, term ends 30 June 2027, under warranty, unit broken",
         "swap-out/onsite-visit/covered", []),
        ("en/ask?q=is the visit free? I rang on 20 November 2026 at 10:00", "swap-out/onsite-visit/free", []),
        ("en/ask?q=ordered 1 October 2026, invoice 1 October 2026. First day?", "swap-out/contract-period/due", []),
    ],
)  # fmt: skip
def test_no_day_is_lost_that_an_answer_does_not_count_on(
    closed: TestClient, question: str, take: str, days: list[str]
) -> None:
    """It may be the one that is asked about, where the answer depends on that; then it is not a fact's any more."""
    shown = page(closed, f"/{question}&take={take}")
    assert offered(shown, take) == days
    for way in (one for one in shown.links() if days and one.endswith(f"&on={days[0]}")):
        then = page(closed, way)
        address = then.one("div", class_="taken").attributes["data-address"]
        assert (f"on={days[0]}" in address, "swa_activated_on" in address) == (True, False)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_people_ask_most_is_asked_for_the_day_that_is_named(closed: TestClient, lang: str) -> None:
    """Of what was offered then, too; today that is over."""
    said = {"en": "was it free on 1 August 2025", "ja": "2025年8月1日は無料でしたか"}[lang]
    links = [one for one in page(closed, f"/{lang}/ask?q={said}").links() if "take=" not in one and "/free" in one]
    assert links
    assert all(one.endswith("on=2025-08-01") for one in links)
    assert any("/licence-desk/" in one for one in links)
    today = page(closed, f"/{lang}/ask?q={said[:11] if lang == 'en' else said[10:]}").links()
    assert not any("on=" in one for one in today)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("asked", ["swap-out/onsite-visit/due", "desknets-web-meeting/phone-hours/due"])
def test_the_day_asked_about_is_that_of_the_call_too_where_all_is_asked_at_once(
    client: TestClient, lang: str, asked: str
) -> None:
    """Whoever enters no time to it has not entered a call; nobody loses another day."""
    name = "at" if "phone" in asked else "logged_at"
    shown = page(client, f"/{lang}/{asked}/all?on=2026-08-13")
    parts = {part: shown.one("input", name=f"{name}.{part}").attributes["value"] for part in ("day", "month", "year")}
    assert parts == {"day": "13", "month": "8", "year": "2026"}
    on = "on.day=13&on.month=8&on.year=2026&asked="
    sent = f"/{lang}/{asked}/all?{name}.day=13&{name}.month=8&{name}.year=2026&{name}.time="
    assert client.get(f"{sent}&{on}").status_code == 303
    assert client.get(sent.replace("day=13", "day=12") + f"&{on}").status_code == 422


@pytest.mark.parametrize("shown", ["licence-desk/hwkc-replacement/free", "licence-desk/carrier-change/due/all"])
def test_a_question_for_a_day_before_the_end_says_that_all_has_ended_since(
    library: Library, locales: Path, shown: str
) -> None:
    found = page(TestClient(application(library, locales, now=LATER)), f"/en/{shown}?on=2025-11-28")
    assert "closed at the end of 31 March 2026" in found.one("div", class_="notice").text


def test_a_question_shows_the_day_that_is_asked_about(client: TestClient) -> None:
    address = "/en/swap-out/renewal-notice/due"
    shown = page(client, f"{address}?on=2025-12-26").one("section", class_="said")
    assert "The day asked about" in shown.text
    assert "26 Dec 2025" in shown.text
    assert not list(page(client, address).all("section", class_="said"))


def test_a_term_that_is_over_is_told_to_be_where_its_start_is_not_known(client: TestClient) -> None:
    """Of its own start, which has passed too, nothing is said."""
    address = "/en/swap-out/contract-period/due?years=1&invoice_date={}&unknown=unit_purchase_date"
    over, running = (page(client, address.format(day)).one("h1").text for day in ("2024-11-15", "2025-11-15"))
    assert over.endswith("End of the contract term: Sun 30 Nov 2025 (passed)")
    assert (over.count("(passed)"), running.count("(passed)")) == (1, 0)


@pytest.mark.parametrize(
    ("lang", "question", "told"),
    [("en", "is the desknets line open on 30 december?", "Answer for now"),
     ("ja", "ウェブ会議サポートの電話は12月30日に受付していますか", "現在の回答を見る")],
)  # fmt: skip
def test_nobody_is_warned_of_the_day_that_they_asked_about(
    client: TestClient, lang: str, question: str, told: str
) -> None:
    """A quiet line says so, and leads to the answer for now; an address with that day alone may be an old one."""
    shown = page(client, f"/{lang}/ask?q={question}&on=2026-12-30&take=desknets-web-meeting/phone-hours/due")
    assert list(shown.all("div", class_="notice")) == []
    assert [one for one in shown.all("a") if told in one.text]
    old = page(client, f"/{lang}/desknets-web-meeting/phone-hours/due?on=2026-12-30")
    assert list(old.all("div", class_="notice"))
