"""Days and moments in running text, some told from the moment of asking: Monday 23 November 2026, 10:00."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.match.markers import Markers
from assistant.match.moments import times_said
from assistant.match.words import folded
from tests.match.grammar import marked, words

NOW = dt.datetime(2026, 11, 23, 10)


def said(text: str) -> list[str | None]:
    return [one.value.isoformat()[:16] if one.value else None for one in times_said(marked(folded(text)), NOW)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("we bought it on 3 April 2026.", "2026-04-03"),
        ("since 2026/4/3, always", "2026-04-03"),
        ("令和8年4月3日に購入しました", "2026-04-03"),
        ("it was logged today", "2026-11-23"),
        ("come tomorrow", "2026-11-24"),
        ("the day before yesterday", "2026-11-21"),
        ("activated 5 days ago", "2026-11-18"),
        ("three weeks ago", "2026-11-02"),
        ("in 10 days", "2026-12-03"),
        ("on Wednesday this week", "2026-11-25"),
        ("next Friday", "2026-12-04"),
        ("last Friday", "2026-11-20"),
        ("31st March next year", "2027-03-31"),
        ("end of February next year", "2027-02-28"),
        ("the end of this month", "2026-11-30"),
        ("the 1st of next month", "2026-12-01"),
        ("おととい買いました", "2026-11-21"),
        ("明日行きます", "2026-11-24"),
        ("明後日行きます", "2026-11-25"),
        ("3日前に", "2026-11-20"),
        ("二週間後", "2026-12-07"),
        ("今週金曜", "2026-11-27"),
        ("来週の月曜日", "2026-11-30"),
        ("先週金曜日", "2026-11-20"),
        ("来年3月末", "2027-03-31"),
        ("来年の3月31日", "2027-03-31"),
        ("去年12月1日", "2025-12-01"),
        ("来月1日", "2026-12-01"),
        ("今月末", "2026-11-30"),
        ("11月20日（金）に", "2026-11-20"),
        ("24 December", "2026-12-24"),
        ("are you open on christmas", "2026-12-25"),
        ("is the line open proclamation day", "2026-12-26"),
        ("11月2日に", "2026-11-02"),
    ],
)
def test_a_day_is_told(text: str, day: str) -> None:
    assert said(text) == [day]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("logged 24 December 2026 10:59 - arrival?", "2026-12-24T10:59"),
        ("accepted today at 16:59, sent when?", "2026-11-23T16:59"),
        ("at 1 pm on Wednesday this week", "2026-11-25T13:00"),
        ("today at a quarter past one in the afternoon", "2026-11-23T13:15"),
        ("2026/5/21の13:45に連絡", "2026-05-21T13:45"),
        ("今日の15時半に受付", "2026-11-23T15:30"),
        ("明日の午後2時に", "2026-11-24T14:00"),
        ("今週金曜の朝９時ぴったりに", "2026-11-27T09:00"),
        ("11月20日（金）15:31受付", "2026-11-20T15:31"),
        ("can I ring right now?", "2026-11-23T10:00"),
        ("Saturday 28 Nov 10 am", "2026-11-28T10:00"),
        ("Saturday 28 Nov 10am, is anybody there?", "2026-11-28T10:00"),
        ("今つながる？", "2026-11-23T10:00"),
        ("いまスワップアウトの電話つながる？", "2026-11-23T10:00"),
        ("is anyone answering now please", "2026-11-23T10:00"),
    ],
)
def test_a_moment_is_told(text: str, moment: str) -> None:
    assert said(text) == [moment]


@pytest.mark.parametrize(
    "text",
    ["", "SV9500", "3年", "I bought it. Now what?", "いまのところ必要ありません",
     "使います", "from now on", "満了の30日前までに", "thirty days before expiry", "march home",
     "今週の予定", "1300 632 4357", "room 3.4.2", "may I?"],
)  # fmt: skip
def test_what_is_no_day_is_left_alone(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["on 03/04/2026", "30 February 2026", "on 3 May", "2026年4月3日（月）", "11月20日（月）"]
)
def test_a_day_that_cannot_be_told_has_no_value(text: str) -> None:
    assert said(text) == [None]


@given(text=st.text(max_size=200), now=st.datetimes())
def test_any_text_at_any_moment_is_read_without_an_error(text: str, now: dt.datetime) -> None:
    assert all(one.start < one.end for one in times_said(marked(folded(text)), now))


TELLING = st.lists(
    st.sampled_from(
        [
            "9999",
            "next",
            "last",
            "year",
            "days_ago",
            "in",
            "99",
            "年",
            "月",
            "日",
            "来年",
            "今月末",
            "末",
            "前",
            "後",
            "december",
            "0",
            "at",
            "_",
        ]
    )
)


@given(telling=TELLING, now=st.datetimes())
def test_text_made_of_telling_words_is_read_without_an_error(telling: list[str], now: dt.datetime) -> None:
    times_said(marked(folded("".join(telling).replace("_", " "))), now)


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("open at 12:20", ["2026-11-23T12:20"]),
        ("is anybody there at 3:30?", ["2026-11-23T15:30", "2026-11-23T03:30"]),
        ("15時半に電話", ["2026-11-23T15:30"]),
    ],
)
def test_a_time_without_a_day_may_be_today(text: str, either: list[str]) -> None:
    (one,) = times_said(marked(folded(text)), NOW)
    assert one.value is None
    assert [value.isoformat(timespec="minutes") for value in one.either] == either


@pytest.mark.parametrize(
    "text",
    ["open next weekend", "are you there next week?", "closed in January", "staffed over the weekend",
     "来週末は開いていますか", "来週は営業しますか", "12月は休みですか", "土日もつながりますか"],
)  # fmt: skip
def test_several_days_are_none_of_them(text: str) -> None:
    (one,) = times_said(marked(folded(text)), NOW)
    assert (one.value, one.span) == (None, True)


RESTATED = [
    ("can I call on 20 January at 10:00, I mean the 21st at 11:00?", "2027-01-21T11:00"),
    ("on 20 January at 10:00, sorry, the twenty-first at 11:00", None),
    ("on 20 January, no wait, the 21st, at 11:00", "2027-01-21T11:00"),
    ("on 20 January at 10:00, sorry, not the 20th but the 21st, at 11:00", "2027-01-21T11:00"),
    ("1月20日の10時、いや21日の11時", "2027-01-21T11:00"),
    ("1月20日、いや21日の11時に", "2027-01-21T11:00"),
    ("on 20 January at 10:00, I mean at 11:00", "2027-01-20T11:00"),
    ("on 20 January, sorry, at 11:00", "2027-01-20T11:00"),
    ("on 20 January at 10:00, sorry, 21 January at 11:00", "2027-01-21T11:00"),
    ("1月20日10時、すみません、11時", "2027-01-20T11:00"),
]


@pytest.mark.parametrize(("text", "moment"), RESTATED)
def test_a_time_behind_a_day_that_a_number_corrects_is_of_no_day(text: str, moment: str | None) -> None:
    assert said(text)[-1] == moment


GERMAN = Markers.build(
    {
        **words(),
        "numbers.cardinals.2@de": ["zwei"],
        "numbers.cardinals.8@de": ["acht"],
        "numbers.cardinals.9@de": ["neun"],
        "numbers.cardinals.10@de": ["zehn"],
        "numbers.and_half@de": ["einhalb"],
        "numbers.units.hour@de": ["stunden"],
        "numbers.units.day@de": ["tagen"],
        "numbers.endings@de": ["."],
        "days.weekdays.2@de": ["mittwoch"],
        "days.today.1@de": ["morgen"],
        "days.today.7@de": ["in acht tagen", "in 8 tagen"],
        "days.forms@de": [
            "{day}[ ]{month_number}.[ ]{year}",
            "{day}[ ]{month_number}.",
            "{weekday}[ ]{part}",
            "{weekday}[ ]morgen",
            "{today}",
        ],
        "days.ahead@de": ["in {count} {{days}|{hours}}", "- in neun {days}"],
        "clocks.hour_words.9@de": ["neune"],
        "clocks.hour_words.3@de": ["dreie"],
        "clocks.parts.0-12@de": ["vormittag"],
        "clocks.parts.17-24@de": ["abend"],
        "clocks.forms@de": ["{hour}{:|.}{minute}", "{hour} uhr", "- 1.15 wieder", "um {hour} acht"],
        "clocks.between@de": ["um"],
        "past.de": ["war"],
        "future.de": ["wird"],
    }
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("am 30.06.2026", ["2026-06-30"]),
        ("am 12.01.2027", ["2027-01-12"]),
        ("am 15.12.", ["2026-12-15"]),
        ("am 5.12. um 9.30", ["2026-12-05T09:30"]),
        ("um 16.30", [None]),
        ("1.15 wieder", []),
        ("in zehn Tagen", ["2026-12-03"]),
        ("in acht Tagen", ["2026-11-30"]),
        ("in 8 Tagen", ["2026-11-30"]),
        ("in neun Tagen", []),
        ("in 9 Tagen", ["2026-12-02"]),
        ("in zweieinhalb Stunden", ["2026-11-23T12:30"]),
        ("am Mittwochvormittag um 10 Uhr", ["2026-11-25T10:00"]),
        ("am Mittwochabend um 8 Uhr", ["2026-11-25T20:00"]),
        ("am Mittwoch Morgen um 9 Uhr", ["2026-11-25T09:00"]),
        ("am Mittwochmorgen um 9 Uhr", ["2026-11-25T09:00"]),
        ("am Mittwoch Abend um 8 Uhr", ["2026-11-25T20:00"]),
        ("morgen um 9 Uhr", ["2026-11-24T09:00"]),
        ("am Mittwoch, morgen nicht", ["2026-11-24"]),
        ("morgen um neun acht", ["2026-11-24T09:00"]),
        ("morgen um 9 acht", ["2026-11-24T09:00"]),
        ("morgen um neun neun", ["2026-11-24"]),
        ("morgen um neune uhr", ["2026-11-24T09:00"]),
        ("morgen um dreie uhr", [None]),
    ],
)
def test_the_longer_reading_wins_and_the_one_that_a_language_names(text: str, wanted: list[str | None]) -> None:
    found = times_said(GERMAN.mark(folded(text)), NOW)
    assert [one.value.isoformat()[:16] if one.value else None for one in found] == wanted
