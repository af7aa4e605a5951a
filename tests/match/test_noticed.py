"""Every day, time and amount that a question tells is used, offered, or noticed: none is dropped without a word."""

import datetime as dt
from itertools import product

import pytest

from assistant.match.question import Matcher
from assistant.match.understanding import Read, Understanding
from tests.match.test_catalogue import NOW, matcher
from tests.match.test_facts import about

__all__ = ["matcher"]

CARRIERS = {
    "en": ["{topic}, applied {told}", "we sent it {told}. {topic}", "{told}: {topic}", "{topic}? somebody said {told}"],
    "ja": ["{topic}。{told}に申請しました", "{told}に出しました。{topic}", "{topic}？{told}です", "{told}、{topic}"],
}
TOLD = {
    "en": ["30 Dec 5pm", "2 January at 9:00", "30 December 2026", "5 May", "at 16:40", "yesterday at 3 pm", "25:00",
           "in 2024", "10 km", "3 years", "last month", "about 4 metres", "30 Dec at noon", "on the 26th at 6 pm",
           "at 5pm on the 20th"],
    "ja": ["12月30日17時", "1月2日9時", "2026年12月30日", "5月5日", "16時40分", "昨日15時", "25:00", "2024年", "10km",
           "3年", "去年", "約4メートル", "１２月３０日午後５時", "26日の18時"],
}  # fmt: skip
TOPICS = {
    "en": ["when will my key come", "when does the technician come on gold", "is the dongle free on an SV9500",
           "by when is notice due", "is my display covered", "how much is the renewal", "is the line open"],
    "ja": ["ライセンスキーはいつ届きますか", "ゴールドで訪問はいつですか", "SV9500のドングルは無料ですか",
           "更新の通知はいつまでですか", "ディスプレイは対象ですか", "更新料はいくらですか", "電話はつながりますか"],
}  # fmt: skip
CASES = [case for lang in CARRIERS for case in product(CARRIERS[lang], TOPICS[lang], TOLD[lang])]


def spoken_of(found: Understanding | Read, start: int, end: int) -> bool:
    """Does something that is read stand in this stretch of the question, or is it asked which day is meant?"""
    told = (*found.stated, *found.noticed, *filter(None, [found.on]))
    places = [(one.start, one.end) for one in told] + [(one.start, one.end) for one in found.offered]
    return any(first < end and start < last for first, last in places)


@pytest.mark.parametrize(("carrier", "topic", "told"), CASES)
def test_what_a_question_tells_is_used_offered_or_noticed(
    matcher: Matcher, carrier: str, topic: str, told: str
) -> None:
    text = carrier.format(topic=topic, told=told)
    found, start = matcher.understand(text, NOW), text.index(told)
    assert spoken_of(found, start, start + len(told)) or not found.matches


@pytest.mark.parametrize(
    ("topic", "fact", "text"),
    [
        ("desknets-web-meeting/key-reissue", "accepted_at", "when will my key come, applied 30 Dec 5pm"),
        ("desknets-web-meeting/key-reissue", "accepted_at", "sent the form on 30 December at 17:00, key when?"),
        (
            "desknets-web-meeting/key-reissue",
            "accepted_at",
            "12月30日17時に申請しました。ライセンスキーはいつ届きますか",
        ),
        ("desknets-web-meeting/key-reissue", "accepted_at", "ライセンスキーいつ届く？12月30日17時に申請"),
        ("swap-out/onsite-visit", "logged_at", "when does the technician come, phoned you 30 Dec 3pm"),
        ("swap-out/onsite-visit", "logged_at", "12月30日15時に電話しました。いつ来ますか"),
    ],
)
def test_the_moment_of_a_topic_that_asks_for_one_is_offered_for_both_years_that_may_be_meant(
    matcher: Matcher, topic: str, fact: str, text: str
) -> None:
    (offered,) = (one for one in matcher.read(text, about(topic), dt.datetime(2026, 12, 1, 13)).offered)
    assert offered.fact == fact
    assert [value[:4] for value in offered.values] == ["2025", "2026"]


@pytest.mark.parametrize(
    "text",
    ["gold, logged today at 10:40", "is the line open now", "it is not 30 km, it is 20 km to the site, gold",
     "logged on 20 Nov at 10am, no wait, 11:30am, gold", "本日10時40分に連絡しました。ゴールド"],
)  # fmt: skip
def test_what_counts_what_is_now_and_what_is_taken_back_is_not_noticed(matcher: Matcher, text: str) -> None:
    assert matcher.read(text, about("swap-out/onsite-visit"), NOW).noticed == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Swap-Out, difference between gold and silver", {"onsite-visit", "included-work"}),
        ("swap-out gold vs silver", {"onsite-visit", "included-work"}),
        ("スワップアウト　ゴールドとシルバーの違い", {"onsite-visit", "included-work"}),
        ("スワップアウトのブロンズとゴールドを比べたい", {"onsite-visit", "included-work"}),
        ("swap-out price, gold or silver", {"price"}),
        ("スワップアウトの料金、ゴールドとシルバーの違い", {"price"}),
    ],
)
def test_whoever_names_two_values_alone_is_led_to_what_asks_for_them(
    matcher: Matcher, text: str, first: set[str]
) -> None:
    assert matcher.understand(text, NOW).matches[0].topic in first


@pytest.mark.parametrize(
    "text",
    [
        "2pm sydney today gold 10km",
        "シドニーで今日14時に電話、ゴールド、10km",
        "メルボルンで昨日15時31分に連絡しました。ゴールド、10km",
        "パースで今日10時に電話、ゴールド、10km",
    ],
)
def test_a_time_told_of_another_place_may_be_on_its_clock_in_each_language(matcher: Matcher, text: str) -> None:
    (offered,) = matcher.read(text, about("swap-out/onsite-visit"), NOW).offered
    assert (offered.fact, len(offered.values)) == ("logged_at", 2)


def test_a_place_that_stands_apart_from_the_time_tells_no_clock(matcher: Matcher) -> None:
    read = matcher.read("ゴールド、メルボルンで10km、今日15:31に連絡", about("swap-out/onsite-visit"), NOW)
    assert "logged_at" in {one.fact for one in read.stated}
