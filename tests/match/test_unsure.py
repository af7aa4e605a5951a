"""What comes near a topic by a device and a polite ending, or by one word: it is not surely about it."""

import datetime as dt

import pytest

from assistant.match.question import Matcher
from assistant.match.ranking import OUT_OF_SCOPE
from tests.match.test_catalogue import NOW, matcher
from tests.match.test_facts import about

__all__ = ["matcher"]


@pytest.mark.parametrize(
    "text",
    [
        "代替機は無料で借りられますか",
        "プロジェクターを貸してもらえますか",
        "プロジェクターの使い方を教えてもらえますか",
        "プロジェクターを安く買えますか",
        "does swap-out cover a lamp",
        "does the warranty cover the lens",
        "who is my dealer",
        "is my dongle licence valid",
    ],
)
def test_what_no_topic_deals_with_is_not_surely_about_one(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).outcome != "sure"


@pytest.mark.parametrize(
    "text",
    [
        "is the phone line open",
        "is the phone line open at 4",
        "is the phone line open on christmas day",
        "障害の電話はどこ？",
    ],
)
def test_where_two_policies_have_a_telephone_none_of_them_is_surely_meant(matcher: Matcher, text: str) -> None:
    found = matcher.understand(text, NOW)
    assert found.outcome == "doubt"
    assert len({one.policy for one in found.matches[:2]}) == 2


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("デスクネッツの問い合わせ電話は今つながる？", "phone-hours"),
        ("デスクネットのサポートは有料ですか", "technical-support"),
        ("デスクネッツネオのライセンスを追加したらサポート料金は", "additional-licences"),
        ("デスクネッツのWeb会議のキーは再発行できる？", "key-reissue"),
    ],
)
def test_a_product_is_known_by_its_name_in_kana(matcher: Matcher, text: str, topic: str) -> None:
    assert matcher.understand(text, NOW).matches[0].topic == topic


@pytest.mark.parametrize("text", ["デスクネッツのデータベースのバックアップ", "デスクネットのモバイルアプリ"])
def test_what_is_no_support_is_refused_whatever_its_product_is_called(matcher: Matcher, text: str) -> None:
    assert not matcher.understand(text, NOW).matches


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Our reseller Telstra needs a carrier change for its licences", "licence-desk/carrier-change"),
        ("Can we merge our Optus licences with those of the second site?", "licence-desk/merge-licences"),
        ("Is Vodafone's SV9500 system able to get a carrier change?", "licence-desk/carrier-change"),
        ("Amazon sold us the NEC display, can I still register it?", "swap-out/registration"),
        ("ソフトバンクのSV9500のキャリア変更", "licence-desk/carrier-change"),
        ("Do you support the web meeting on an Apple iPad?", "desknets-web-meeting/technical-support"),
    ],
)
def test_a_customer_of_ours_may_have_a_name_that_questions_out_of_scope_have(
    matcher: Matcher, text: str, topic: str
) -> None:
    found = matcher.understand(text, NOW)
    assert (found.outcome, topic) == ("doubt", f"{found.matches[0].policy}/{found.matches[0].topic}")


@pytest.mark.parametrize(
    "text",
    [
        "does Telstra charge for a carrier change",
        "Cisco licences for our switches",
        "Microsoft licence transfer",
        "Zoom web meeting price",
        "Zoomのウェブ会議の料金",
        "ドコモのキャリア変更",
        "NEC laptop keyboard broken",
        "SV9500 ファームウェア アップデート",
    ],
)
def test_what_is_another_firms_is_refused(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).outcome == OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("We bought the projector on 10 March 2026. Can I still register the swap-out?", "registration"),
        ("プロジェクターは7月1日に買いました。スワップアウトの登録期限はいつですか？", "registration"),
        ("Was told our desknet's support finishes 31/12/2026. Start of the next support year?", "renewal"),
        ("how long does nec licence desk take", "resolution-time"),
        ("デスクネッツ　ライセンス追加", "additional-licences"),
    ],
)
def test_what_the_asking_sentence_is_surely_about_comes_before_its_story(
    matcher: Matcher, text: str, topic: str
) -> None:
    assert matcher.understand(text, NOW).matches[0].topic == topic


@pytest.mark.parametrize(
    ("topic", "text", "values"),
    [
        ("swap-out/onsite-visit", "Logged 9am Friday, 1 week ago", ("2026-11-13T09:00", "2026-11-20T09:00")),
        ("swap-out/onsite-visit", "Logged 9am Sunday, 3 days ago", ("2026-11-22T09:00", "2026-11-20T09:00")),
        ("swap-out/onsite-visit", "we rang on Friday week at 9 am", ("2026-11-20T09:00", "2026-12-04T09:00")),
        ("swap-out/onsite-visit", "Logged yesterday afternoon at 9", ("2026-11-22T21:00", "2026-11-22T09:00")),
        ("swap-out/onsite-visit", "Logged yesterday 8 in the afternoon", ("2026-11-22T20:00", "2026-11-22T08:00")),
        ("swap-out/onsite-visit", "Logged yesterday evening at 2", ("2026-11-22T14:00", "2026-11-22T02:00")),
        ("swap-out/contract-period", "our term ended a week on Friday", ("2026-11-20", "2026-12-04")),
        ("swap-out/price", "swap-out for two more years", ("2",)),
    ],
)
def test_what_is_not_certain_is_offered(matcher: Matcher, topic: str, text: str, values: tuple[str, ...]) -> None:
    now = dt.datetime(2026, 11, 23, 10)
    assert [one.values for one in matcher.read(text, about(topic), now).offered] == [values]
