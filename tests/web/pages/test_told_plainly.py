"""What is told first, and in whose voice: what is over, what a document does not state."""

import re
from pathlib import Path

import pytest

from assistant.model.policy import Library
from tests.client import TestClient
from tests.site import LATER, application
from tests.web.pages.test_answers import DONGLE, page


@pytest.mark.parametrize(
    ("lang", "noted", "other"),
    [
        ("en", "Notes of that time, which no longer apply", "Other questions, as of Wed 14 Jan 2026"),
        ("ja", "当時の注意事項（現在は適用されません）", "2026年1月14日（水）時点の関連する質問"),
    ],
)
def test_what_was_noted_on_a_day_that_is_over_is_told_as_that_of_the_time(
    client: TestClient, closed: TestClient, lang: str, noted: str, other: str
) -> None:
    """As text too: nobody is told today to buy what was to be bought then. What still holds is noted still."""
    then = "system=sv9500&swa=none&on=2026-01-14"
    shown = {level: [one.text for one in page(closed, f"/{lang}/{DONGLE}?{then}").all(level)] for level in ("h2", "h3")}
    assert (other in shown["h2"], noted in shown["h3"]) == (True, True), "the notes are folded, below what is so today"
    assert f"\n{noted}\n- " in closed.get(f"/{lang}/{DONGLE}.txt?{then}").text
    still = [one.text for one in page(client, f"/{lang}/{DONGLE}?{then}").all("h2")]
    assert (noted in still, other in still) == (False, True)
    today = [one.text for one in page(client, f"/{lang}/{DONGLE}?system=sv9500&swa=none").all("h2")]
    assert not {noted, other} & set(today)


@pytest.mark.parametrize(
    ("lang", "not_stated"), [("en", "do not state the amount"), ("ja", "金額は規約に書かれていません")]
)
@pytest.mark.parametrize(
    "place", ["annual-fee/free?payment_plan=annual", "price/free?bought_with_unit=yes&years=1&payment_plan=annual"]
)
def test_who_asks_what_it_costs_is_told_first_that_no_amount_is_stated(
    client: TestClient, lang: str, not_stated: str, place: str
) -> None:
    assert not_stated in page(client, f"/{lang}/swap-out/{place}").one("h1").text


@pytest.mark.parametrize(
    ("lang", "question", "people"),
    [("en", "What is the phone number?", "Ask a person"), ("ja", "問い合わせ先の電話番号は？", "お問い合わせ先")],
)
def test_who_asks_for_people_sees_them_before_topics(client: TestClient, lang: str, question: str, people: str) -> None:
    shown = page(client, f"/{lang}/ask?q={question}")
    assert shown.one("h1").text == people
    topic = next(
        one.text for one in shown.all("a") if one.attributes["href"].endswith("take=desknets-web-meeting/phone-hours")
    )
    headings = [one.text for one in shown.all("h2")]
    between = {"en": "It could also be one of these", "ja": "次の項目の可能性もあります"}[lang]
    assert people not in headings
    assert headings.index(between) < headings.index(topic)
    assert shown.source.index("tel:") < shown.source.index(f">{topic}<")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("place", ["swap-out/", "swap-out/onsite-visit/", "swap-out/clauses", "desknets-web-meeting/"])
def test_times_of_day_are_written_in_one_way(client: TestClient, lang: str, place: str) -> None:
    text = client.get(f"/{lang}/{place}").text
    assert not re.search(r"\d ?(am|pm)\b|in the (morning|afternoon)|午[前後]\d", text)


@pytest.fixture(scope="module")
def closed(library: Library, locales: Path) -> TestClient:
    """Whoever reads once the services of one policy have ended."""
    return TestClient(application(library, locales, now=LATER))


@pytest.mark.parametrize(
    ("lang", "passed"),
    [("en", "Tue 31 Mar 2026. This has passed."), ("ja", "2026年3月31日（火）でした。すでに過ぎています。")],
)
@pytest.mark.parametrize("form", ["", ".txt", ".md", ".html", "/ticket"])
def test_a_day_that_an_answer_names_is_told_by_the_day_on_which_it_is_read(
    closed: TestClient, client: TestClient, lang: str, passed: str, form: str
) -> None:
    """In every form: once it has passed, that is said; before, it is not."""
    place = f"/{lang}/{DONGLE}{form}?system=sv9500&swa=none&on=2026-01-14"
    assert passed in re.sub(r"<[^>]*>", "", closed.get(place).text)
    assert passed not in re.sub(r"<[^>]*>", "", client.get(place).text)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("onsite-visit/due?level=bronze&distance_km=60&logged_at=2026-01-14T12:00&state=sa", False),
        ("onsite-visit/due?level=bronze&distance_km=60&logged_at=2026-01-16T12:00&state=sa", True),
        ("included-work/covered?work=delivery", True),
        ("support-hours/due?hours_of=call-line&at=2026-01-15T13:30", True),
    ],
)
def test_a_step_that_is_done_by_what_was_told_is_no_next_one(
    client: TestClient, lang: str, address: str, told: bool
) -> None:
    """A call that is logged is not to be made again; one that is to come, or that nobody told of, is."""
    topic, _, query = address.partition("?")
    text = client.get(f"/{lang}/swap-out/{topic}.txt?{query}", follow_redirects=True).text
    step = {"en": "Ring 1300 NEC HELP", "ja": "1300 NEC HELP（1300 632 4357）に電話"}[lang]
    assert (step in text) == told


KEY = "desknets-web-meeting/key-reissue/due?accepted_at=2026-01-15T10:00"
HELD = {"en": "This holds only if you are covered.", "ja": "サービスの対象である場合の回答です。"}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (KEY, {"en": "", "ja": "まだ確定していません。"}),
        (f"{KEY.replace('15T', '14T')}&server_changed=yes&support_until=2026-01-14", None),
        ("swap-out/onsite-visit/free?level=gold&distance_km=20", {"en": "", "ja": "まだ確定していません。"}),
        ("swap-out/end-agreement/due?term_start=2025-12-01", None),
        ("licence-desk/desk-closing/due", None),
    ],
)  # fmt: skip
def test_a_day_or_a_yes_that_hangs_on_cover_says_so(
    client: TestClient, lang: str, address: str, said: dict[str, str] | None
) -> None:
    """As long as that is open; in every form that is passed on."""
    path, _, query = address.partition("?")
    for form in ("", ".txt", ".md", ".html"):
        text = client.get(f"/{lang}/{path}{form}?{query}", follow_redirects=True).text
        assert (HELD[lang] in text) == (said is not None)
        assert said is None or said[lang] in text


@pytest.mark.parametrize("form", ["", ".txt", ".md", ".html"])
def test_where_there_is_no_cover_no_day_is_told(client: TestClient, form: str) -> None:
    path, _, query = f"{KEY}&server_changed=no&support_until=2026-12-31".partition("?")
    text = client.get(f"/en/{path}{form}?{query}", follow_redirects=True).text
    assert "This service reissues a key when the server changes." in text


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_long_address_breaks_before_its_sign_and_is_copied_whole(client: TestClient, lang: str) -> None:
    text = client.get(f"/{lang}/contacts").text
    assert "<bdi>neotech<wbr>@desknets.com</bdi>" in text
    assert 'href="mailto:neotech@desknets.com"' in text


@pytest.mark.parametrize(
    ("lang", "question", "doubt"),
    [
        ("en", "can I phone desknets web meeting on Dec 30", "announced elsewhere may change this"),
        ("en", "can I phone desknets web meeting on 2026-12-30", "announced elsewhere may change this"),
        ("en", "can I call desknets web meeting on 13 August", "announced elsewhere may change this"),
        ("en", "can I phone desknets web meeting on 31/12/2026", "announced elsewhere may change this"),
        ("ja", "ウェブ会議のカスタマセンターに12月30日に電話できますか", "別途案内される休業日によって変わる"),
    ],
)
def test_whoever_may_phone_on_a_day_is_told_its_hours_and_what_excepts_it(
    closed: TestClient, lang: str, question: str, doubt: str
) -> None:
    """However the day is written: it is no question of cover."""
    shown = page(closed, f"/{lang}/ask?q={question}")
    assert {"en": "09:00 to 12:00", "ja": "9:00～12:00"}[lang] in shown.one("h1").text
    assert doubt in shown.one("h1").text


ENDED = {"en": "no longer guaranteed", "ja": "接続は保証されません"}


@pytest.mark.parametrize(
    ("lang", "question"),
    [("en", "my desknets web meeting support ended, can I still use the ICE servers?"),
     ("ja", "サポートが切れた。ICEサーバーは使える？")],
)  # fmt: skip
def test_what_somebody_says_has_ended_is_not_answered_with_a_yes_of_today(
    client: TestClient, lang: str, question: str
) -> None:
    """Without the day too; a day that is entered afterwards counts more, and so does that it is not known."""
    shown = page(client, f"/{lang}/ask?q={question}")
    assert ENDED[lang] in shown.one("h1").text
    change = next(one for one in shown.links() if "change=support_until" in one)
    assert list(page(client, change).all("input", name="support_until.day"))
    later = f"/{lang}/ask?q={question}&take=desknets-web-meeting/ice-server/covered&support_until=2026-12-31"
    assert ENDED[lang] not in page(client, later).one("h1").text
    unknown = f"/{lang}/ask?q={question}&take=desknets-web-meeting/ice-server/covered&unknown=support_until"
    assert ENDED[lang] not in page(client, unknown).one("h1").text


@pytest.mark.parametrize(
    ("lang", "question", "entered"),
    [("en", "my desknets web meeting support lapsed; may I still phone?", "That day has passed."),
     ("ja", "スワップアウトの契約が切れています。訪問は対象ですか", "この日はすでに過ぎています。")],
)  # fmt: skip
def test_what_is_told_to_have_passed_is_shown_while_other_things_are_asked(
    client: TestClient, lang: str, question: str, entered: str
) -> None:
    assert entered in [one.text for one in page(client, f"/{lang}/ask?q={question}").all("dd")]


NOT_SAID = {
    "en": "This topic does not say what it costs.",
    "ja": "この項目では、料金についてお答えできません。",
}


@pytest.mark.parametrize(
    ("lang", "question", "topic"),
    [
        ("en", "desknets web meeting renewal fee", "desknets-web-meeting/renewal"),
        ("en", "desknets web meeting: is the renewal free?", "desknets-web-meeting/renewal"),
        ("en", "is the swap-out registration free?", "swap-out/registration"),
        ("en", "what does it cost to phone the desknets customer centre", "desknets-web-meeting/phone-hours"),
        ("ja", "更新料はいくら？", "desknets-web-meeting/renewal"),
        ("ja", "スワップアウトの更新の通知は無料ですか", "swap-out/renewal-notice"),
        ("en", "I cancelled swap-out myself: money back?", None),
        ("en", "Can we buy swap-out for a display that is not in the price book?", None),
        ("ja", "スワップアウトを自分で解約しました。払ったお金は戻りますか", None),
    ],
)
def test_where_no_price_is_stated_that_is_said_to_whoever_asks_for_it(
    client: TestClient, lang: str, question: str, topic: str | None
) -> None:
    """No other answer of the topic stands for it; where money is what the topic is about, it answers."""
    shown = page(client, f"/{lang}/ask?q={question}")
    assert (NOT_SAID[lang] in [one.text for one in shown.all("p")]) == (topic is not None)
    assert topic is None or any(one.endswith(f"take={topic}") for one in shown.links())


@pytest.mark.parametrize(
    ("lang", "question"),
    [("en", "can I phone desknets web meeting over New Year"),
     ("ja", "年末年始にスワップアウトの電話はつながりますか")],
)  # fmt: skip
def test_a_day_that_cannot_be_told_is_asked_for_where_the_topic_is_chosen(
    client: TestClient, lang: str, question: str
) -> None:
    """And goes to the answer with everything else; without one it is today that is asked about."""
    ask = f"/{lang}/ask?q={question}"
    shown = page(client, ask)
    assert list(shown.all("input", name="on.day"))
    take = next(one.attributes["value"] for one in shown.all("button", name="take"))
    given = client.get(f"{ask}&on.day=30&on.month=12&on.year=2026&take={take}")
    assert (given.status_code, "on=2026-12-30" in given.headers["location"]) == (303, True)
    left = client.get(f"{ask}&on.day=&on.month=&on.year=&take={take}")
    assert "on=" not in left.headers.get("location", "")
    wrong = client.get(f"{ask}&on.day=31&on.month=2&on.year=2026&take={take}")
    assert wrong.status_code == 422
