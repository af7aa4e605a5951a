"""The day that a question is asked about: one that stands where it is asked, and belongs to no fact."""

import pytest

from assistant.match.question import Matcher
from assistant.match.understanding import Found, Read, Stated, Understanding
from tests.match.test_facts import NOW, about, matcher

__all__ = ["matcher"]

EITHER = ["2026-03-03", "2027-03-03"]
"""The last and the next 3 March, as far from the day of asking that neither is plainly meant."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Is a dongle free on 15 January 2026?", "2026-01-15"),
        ("Does a dongle on an SV9500 without SWA cost anything, on 2026-01-15?", "2026-01-15"),
        ("On 15 January 2026, is the dongle replacement free with active SWA?", "2026-01-15"),
        ("2026年1月15日、SWAのないSV9500のドングル交換は有料ですか", "2026-01-15"),
        ("2026年1月15日にドングルを交換できますか？", "2026-01-15"),
        ("Is a dongle free?", None),
        ("We bought it on 3 May 2026. Is the dongle free?", None),
        ("You closed the case on 3 May 2026, is the dongle free now?", None),
        ("Is the dongle free from 1 March 2026 to 3 April 2026?", None),
        ("Is a dongle free on 15 or on 16 January 2026, and on 3 May 2026?", None),
        ("Is a dongle free around 15 January 2026?", None),
        ("Is a dongle free, not on 15 January 2026?", None),
        ("Is a dongle free on 15 January 2026 at 10:00?", "2026-01-15"),
        ("Request for a dongle on 13 March 2026 at 8:30, high priority, when is it done?", "2026-03-13"),
        ("SV9500のドングル、2026年3月13日午前8時30分に申請したら無料ですか", "2026-03-13"),
        ("2026年5月20日に問い合わせのメールを送った者です。ドングルの交換は無料ですか", None),
        ("2026年12月28日でもできますか。ゴールドです", "2026-12-28"),
        ("Was a dongle free on 13 November 2024 already?", "2024-11-13"),
        ("If I order a dongle on 3 December, is it free?", "2026-12-03"),
        ("Had I ordered a dongle on 20 March 2026, would it have been free?", "2026-03-20"),
        ("令和八年三月三十一日の時点でドングル交換は無料でしたか", "2026-03-31"),
        ("2025年7月31日にドングル交換を頼んでいたら無料だった？", "2025-07-31"),
        ("3月3日に買った製品は対象ですか", None),
        ("A new dongle, the request goes in on 2 March 2026. cost?", "2026-03-02"),
        ("Dongle replacement, case opened 9 Jan 2026 - free?", "2026-01-09"),
        ("New dongle please. Raised 30 March 2026, so by when is it here?", "2026-03-30"),
        ("SV9500 without SWA, as of 17-Nov-2025: do they charge for a dongle?", "2025-11-17"),
        ("Is a dongle free, if they'd asked on 3 March 2026?", "2026-03-03"),
        ("The dongle was replaced as of 3 March 2026. Is it free?", None),
        ("Is the dongle that we got on 3 May 2026 free?", None),
        ("2026年3月1日にドングルを交換してもらいました。無料でしたか", None),
        ("Is your office closed on 4 January?", "2027-01-04"),
        ("Are the lines manned on 4 January?", "2027-01-04"),
        ("Was the line closed on 4 January?", "2026-01-04"),
        ("A carrier change on 15 December 2025, SV9500, was it free?", "2025-12-15"),
        ("The dongle broke on 3 March 2026. Was it free?", None),
        ("A new dongle, ticket in on the tenth of December two thousand and twenty-five. Free?", "2025-12-10"),
        ("What would we pay for a dongle as of 14 January 2026?", "2026-01-14"),
        ("I'm asking about 3 February 2026: is a dongle free?", "2026-02-03"),
        ("Is it free, sent in on 2 Feb 2026? Our dongle broke on 3 March 2025.", "2026-02-02"),
        ("The dongle broke on 15 July 2025, we asked for a new one that same day. Free?", "2025-07-15"),
        ("A dongle on 5 January 2026: would the desk have taken that on?", "2026-01-05"),
        ("We sent it in on 5 Jan 2026, was that free?", "2026-01-05"),
        ("Until when are dongles exchanged, is it 31 December 2026?", None),
        ("They asked me on 3 May 2026 for my badge. Dongle free now?", None),
        ("Ticket closed on 3 May 2026. Dongle free now?", None),
        ("An old ticket was raised on 3 May 2025. New dongle free?", None),
        ("Would you have the dongle that broke on 3 May 2026 exchanged?", None),
        ("ドングル交換の受付 12月24日は開いていますか", "2026-12-24"),
        ("The request was not submitted on 3 March 2026, is a dongle free?", None),
        ("We didn't submit the request on 3 March 2026, is a dongle free?", None),
        ("The ticket hasn't been raised on 3 March 2026, is a dongle free?", None),
        ("Their form was handed in on 3 March 2025, is our dongle free today?", None),
        ("The request was submitted on 3 March 2026, is a dongle free now?", None),
        ("It was sent in on 3 March 2026 by my landlord, is a dongle free?", None),
        ("2026年3月3日に申請しました。ドングル交換は今無料ですか", None),
        ("2026年3月3日現在、申請した場合、ドングル交換は無料ですか", "2026-03-03"),
        ("It broke this morning. Is a dongle free if we raise it on 2 March 2026?", "2026-03-02"),
        ("I asked on 3 November 2026 if a dongle is free.", None),
        ("was it free on 1 August 2025 to replace a dongle", "2025-08-01"),
        ("SV9500 dongle, no SWA, 1 June 2025", "2025-06-01"),
        ("dongle SV9500 without SWA cost 2026-01-15", "2026-01-15"),
        ("dongle SV9500 no SWA 15 January 2026 cost", "2026-01-15"),
        ("SV9500 without active SWA 1 June 2025 dongle price", "2025-06-01"),
        ("Does a dongle on a SV9500 without SWA cost anything today?", "2026-11-23"),
        ("Is a dongle on a SV9500 without SWA free today", "2026-11-23"),
        ("ドングル SV9500 SWAなし 2026年1月15日 費用", "2026-01-15"),
        ("今日ドングル SV9500 SWAなし 費用はかかる？", "2026-11-23"),
        ("MobiCall dongle on 1 August 2025, SWA active", "2025-08-01"),
        ("SV9500のドングル、SWAなし、2025年6月1日", "2025-06-01"),
    ],
)
def test_the_day_is_the_one_that_the_question_is_asked_about(matcher: Matcher, text: str, day: str | None) -> None:
    found = matcher.read(text, about("licence-desk/hwkc-replacement"), NOW).on
    assert (found and found.value) == day


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("Is a dongle free?", False),
        ("Is a dongle free on 15 January 2026?", False),
        ("We bought it on 3 May 2026. Is the dongle free?", False),
        ("Is a dongle free on 2026-02-30?", True),
        ("Is a dongle free on 3/4/2025?", True),
        ("Is a dongle free on 3 April 2025 or 3 May 2025?", True),
        ("Was a dongle free in 2025?", True),
        ("No SWA last year, did the dongle cost anything?", True),
        ("Did a dongle cost anything before 2026?", True),
        ("Is the gap between 2025 and 2100 ports free?", False),
        ("ドングル交換は2025年は無料ですか", True),
        ("去年のドングル交換は無料でしたか", True),
        ("SWAは2026年3月に有効。ドングル交換は無料でしたか", True),
        ("SWAは2026年3月に切れました。ドングル交換は無料ですか", False),
        ("Is the dongle free from 1 March 2026 to 3 April 2026?", True),
        ("Is a dongle free around 15 January 2026?", True),
        ("2026年2月30日にドングルの交換は無料ですか？", True),
        ("SV9500 dongle in February 2025, no SWA. charge?", True),
        ("In January 2026 we asked for a dongle on an SV9500. Was it free?", True),
        ("2025年2月に依頼したドングル交換、SWAなし。有料？", True),
        ("My SWA expired in February 2025. Is a dongle free?", False),
        ("We moved offices in March. Is a dongle free?", False),
        ("Our dongle broke last week. Is a new one free?", False),
        ("Is a dongle free? " + " ".join(f"{day} May 2026," for day in range(1, 15)), True),
    ],
)
def test_a_day_that_cannot_be_told_is_not_passed_over(matcher: Matcher, text: str, unsure: bool) -> None:
    found = matcher.read(text, about("licence-desk/hwkc-replacement"), NOW)
    assert found.day_open == unsure
    sure = Found("licence-desk", "hwkc-replacement", "free", 80, "", (), True)
    assert Understanding((sure,), {}, "sure", day_open=found.day_open).straight != unsure


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("We bought it on 3 May 2026. Is the dongle free?", ["2026-05-03"]),
        ("Does a dongle cost anything without SWA? 2026-01-15", ["2026-01-15"]),
        ("今年の1月15日にドングルを失くした。SWAなし。有料？", ["2026-01-15"]),
        ("今年の1月15日にドングル交換を頼んだ。SWAなし。有料？", []),
        ("3月3日に決済する場合、ドングル交換は無料ですか", EITHER),
        ("3月3日に弁済する場合、ドングル交換は無料ですか", EITHER),
        ("3月3日に未済の請求があります。ドングル交換は無料ですか", EITHER),
        ("3月3日に手続き済みです。ドングル交換は無料ですか", ["2026-03-03"]),
        ("Broken on 3 April 2025 and again on 3 May 2025. Is a dongle free?", ["2025-04-03", "2025-05-03"]),
        ("Is a dongle free on 15 January 2026?", []),
        ("Not on 15 January 2026. Is a dongle free?", []),
        ("Not on 3 March. Is a dongle free?", []),
        ("Is a dongle free? 3 March", EITHER),
        ("Is a dongle free around 3 March?", EITHER),
        ("3月3日にドングル交換は無料ですか", EITHER),
        ("Is a dongle free in March?", ["2026-03-01", "2026-03-31", "2027-03-01", "2027-03-31"]),
        ("Was a dongle free in June 2025?", ["2025-06-01", "2025-06-30"]),
        ("2025年6月はドングル交換は無料？", ["2025-06-01", "2025-06-30"]),
        ("去年の6月、ドングル交換は無料でしたか", ["2025-06-01", "2025-06-30"]),
        ("Was a dongle free in 2025?", ["2025-01-01", "2025-12-31"]),
        ("Is a dongle free next month?", ["2026-12-01", "2026-12-31"]),
        ("Is a dongle free after 15 January 2026?", ["2026-01-15"]),
        ("Is a dongle free from 15 January 2026?", ["2026-01-15"]),
        ("By 15 January 2026, is a dongle free?", ["2026-01-15"]),
        ("2026年1月15日以降、ドングル交換は無料ですか", ["2026-01-15"]),
        ("Did a dongle cost anything before 2026?", []),
        ("Was a dongle free last week?", []),
        ("My SWA expired in February 2025. Is a dongle free?", []),
        ("It broke today. Is a dongle free?", []),
        ("Is a dongle free?", []),
    ],
)
def test_a_day_of_no_fact_may_be_the_one_that_is_asked_about(matcher: Matcher, text: str, days: list[str]) -> None:
    found = matcher.read(text, about("licence-desk/hwkc-replacement"), NOW)
    assert [day for one in found.offered if one.fact == "on" for day in one.values] == days
    assert found.on is None or not days
    assert {"on"}.isdisjoint(one.fact for one in found.stated)


def test_a_day_that_another_topic_may_be_told_is_taken_by_neither(matcher: Matcher) -> None:
    text = "When may I merge SV9500 licences on 15 January 2026?"
    read = matcher.read(text, about("licence-desk/hwkc-replacement"), NOW)
    assert read.on == Stated("on", "2026-01-15", text.index("15"), len(text) - 1)
    other = Read(stated=(Stated("swa_activated_on", "2026-01-15", text.index("15"), len(text) - 1),))
    both = read.beside(other)
    assert (both.on, [one.fact for one in both.stated]) == (None, ["system"])
    assert [(one.fact, one.values) for one in both.offered] == [("on", ("2026-01-15",))]


@pytest.mark.parametrize(
    ("text", "day", "offered"),
    [
        ("If it breaks on 3 December 2026 is it covered? gold", "2026-12-03", []),
        ("Is it covered if it broke on 3 May 2026? gold", None, ["2026-05-03"]),
        ("Is it covered on 1 August 2024 instead of on 31 July 2024?", None, ["2024-08-01"]),
    ],
)
def test_a_day_of_a_condition_may_be_to_come(matcher: Matcher, text: str, day: str | None, offered: list[str]) -> None:
    read = matcher.read(text, about("swap-out/included-work"), NOW)
    assert (read.on and read.on.value) == day
    assert [day for one in read.offered if one.fact == "on" for day in one.values] == offered


@pytest.mark.parametrize(
    "text",
    [
        "The term ends on 30 June 2026, when do I give notice?",
        "契約満了日は2026年6月30日です。通知の期限はいつですか？",
    ],
)
def test_a_day_that_belongs_to_a_fact_is_not_asked_about(matcher: Matcher, text: str) -> None:
    read = matcher.read(text, about("swap-out/renewal-notice"), NOW)
    assert [one.fact for one in read.stated] == ["term_end"]
    assert read.on is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SV9500 carrier change with CTP, no SWA, 1 June 2025, is it free", "2025-06-01"),
        ("SV9500のキャリア変更、CTP、SWAなし、2025年6月1日、無料ですか", "2025-06-01"),
        ("was it free on 1 August 2025 to change carrier", "2025-08-01"),
        ("is it free on 1 August 2025 to change the carrier of an SV9500", "2025-08-01"),
    ],
)
def test_a_day_without_its_words_is_no_facts_that_the_aspect_cannot_ask_for(
    matcher: Matcher, text: str, day: str
) -> None:
    free = Found("licence-desk", "carrier-change", "free", 0, "", ())
    read = matcher.read(text, free, NOW)
    assert (read.on and read.on.value) == day
    assert "swa_activated_on" not in {*(one.fact for one in read.stated), *(one.fact for one in read.offered)}


@pytest.mark.parametrize(
    ("topic", "text", "day"),
    [
        (
            "swap-out/onsite-visit",
            "my projector died in Perth yesterday, gold, 80 km out. when do they come",
            "2026-11-22",
        ),
        ("swap-out/onsite-visit", "昨日プロジェクターが壊れました。いつ来ますか", "2026-11-22"),
        (
            "swap-out/contract-period",
            "I bought the unit on 5 March 2026 and the cover on 10 October 2026, when does my cover end?",
            "2026-10-10",
        ),
    ],
)
def test_a_day_of_the_story_is_offered_and_not_chosen(matcher: Matcher, topic: str, text: str, day: str) -> None:
    (found,) = (one for one in matcher.read(text, about(topic), NOW).offered if one.fact == "on")
    assert (found.values, found.why) == ((day,), "other")
