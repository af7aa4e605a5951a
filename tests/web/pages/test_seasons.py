"""Seasons that are named, and whom to ask: what stands above a choice of topics."""

import pytest

from tests.client import TestClient
from tests.web.pages.test_answers import page


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "desknet phone line over Christmas"),
        ("en", "desknet phone line over the new year"),
        ("ja", "年末年始の受付"),
        ("ja", "年末年始はやってますか"),
        ("ja", "GW中は電話できますか"),
        ("ja", "お正月の窓口"),
    ],
)
def test_a_season_is_the_day_that_is_asked_about(client: TestClient, lang: str, question: str) -> None:
    """Not a fact of something else: what the terms leave to announcements is said, and no other question is put."""
    shown = page(client, f"/{lang}/ask?q={question}").one("main").text
    assert {"en": "the dates of the summer and New Year breaks", "ja": "夏期休暇と年末年始休暇の日付は"}[lang] in shown
    assert {"en": "You will be asked", "ja": "このあとお尋ねします"}[lang] not in shown


@pytest.mark.parametrize(
    ("lang", "question", "first"),
    [
        ("en", "who do I call about swap-out", "swap-out"),
        ("ja", "スワップアウトの電話番号を教えて", "swap-out"),
        ("en", "phone number for desknets web meeting", "desknets-web-meeting"),
    ],
)
def test_whom_to_ask_about_what_was_named_comes_first(client: TestClient, lang: str, question: str, first: str) -> None:
    """The contacts of every policy are there, those of the one that was named before all others."""
    numbers = {"swap-out": "tel:1300", "desknets-web-meeting": "tel:0800-500-6330"}
    called = [one for one in page(client, f"/{lang}/ask?q={question}").links() if one.startswith("tel:")]
    assert len(called) > 1
    assert called[0].startswith(numbers[first])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("大晦日の午後３時に電話つながりますか", True),
        ("12月30日に電話は通じますか", True),
        ("4月15日に電話は通じますか", False),
    ],
)
def test_days_left_to_announcements_stand_with_the_telephone_that_they_bear_on(
    client: TestClient, question: str, told: bool
) -> None:
    """And what was read as a fact of one policy stands with that policy's topic, not over those of others."""
    cards = [one.text for one in page(client, f"/ja/ask?q={question}").all("section")]
    (centre,) = (one for one in cards if "カスタマセンターの電話受付" in one)
    assert ("夏期休暇と年末年始休暇の日付は" in centre) is told
    assert all("スワップアウト" in one for one in cards if "知りたい時間" in one)


@pytest.mark.parametrize(
    ("lang", "question", "hours"),
    [
        ("ja", "年末年始の電話受付は？", ["9:00～12:00、13:00～17:30（日本時間）", "8:00～18:30（アデレード時間）"]),
        ("ja", "スワップアウトの窓口は土日に電話できますか", ["月曜日から金曜日まで（祝日を除く） 8:00～18:30"]),
        ("ja", "電話の受付時間は？", ["8:00～18:30（アデレード時間）"]),
        ("en", "are the phone lines open over Christmas", ["09:00 to 12:00 and 13:00 to 17:30 (Japan time)"]),
    ],
)
def test_the_hours_of_what_may_be_meant_stand_with_it(
    client: TestClient, lang: str, question: str, hours: list[str]
) -> None:
    """Whoever asks about weekends or a season is answered by the hours, whatever day they would name."""
    cards = [one.text for one in page(client, f"/{lang}/ask?q={question}").all("section")]
    for told in hours:
        assert any(told in one for one in cards), told


@pytest.mark.parametrize(
    ("lang", "known", "told"),
    [
        ("en", "hours_of=call-line", "NEC Service Call line: Monday to Friday except public holidays, 08:00 to 18:30"),
        ("en", "hours_of=on-site", "On-site visits and work: Monday to Friday except bank and public holidays, 08:00"),
        ("en", "", "On-site visits and work: Monday to Friday except bank and public holidays, 08:00"),
        ("ja", "hours_of=on-site", "月曜日から金曜日まで（銀行休業日と祝日を除く）"),
    ],
)
def test_the_hours_stand_above_each_question_for_them(client: TestClient, lang: str, known: str, told: str) -> None:
    """A Saturday is none of them whatever else is asked for, be it the place or the moment."""
    assert told in page(client, f"/{lang}/swap-out/support-hours/due?{known}").one("main").text


@pytest.mark.parametrize(
    ("lang", "question", "told"),
    [
        ("en", "what does renewing desknet's cost", "The terms do not say what renewing costs"),
        ("ja", "desknet'sの更新料はいくら？", "更新の金額と手続きは、約款に書かれていません"),
        ("en", "how do I renew the swap-out and what does it cost", "for which the terms state no amount, is invoiced"),
    ],
)
def test_what_the_document_says_stands_with_a_topic_that_does_not_answer_what_was_asked(
    client: TestClient, lang: str, question: str, told: str
) -> None:
    assert told in page(client, f"/{lang}/ask?q={question}").one("main").text


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("土曜日でも修理に来てもらえますか", "受付時間と訪問時間"),
        ("休日でも修理に来てもらえますか", "受付時間と訪問時間"),
        ("夜間でも修理に来てもらえますか", "受付時間と訪問時間"),
        ("日曜でも直しに来てくれる？", "受付時間と訪問時間"),
        ("夜でも来てくれますか", "受付時間と訪問時間"),
        ("修理に来てもらえますか", "現地訪問"),
        ("修理にはいつ来てもらえますか", "現地訪問"),
    ],
)
def test_whether_somebody_comes_on_days_off_is_a_question_of_the_hours(
    client: TestClient, question: str, topic: str
) -> None:
    assert f"「{topic}」についてのご質問" in page(client, f"/ja/ask?q={question}").one("main").text
