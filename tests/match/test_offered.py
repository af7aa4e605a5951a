"""Days and moments that may be meant: each is offered, and none is taken."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_facts import NOW, about, matcher

__all__ = ["matcher"]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("called Monday 9am, when do they come?", ["2026-11-23T09:00", "2026-11-16T09:00"]),
        ("they will call on Monday at 9am, when do they come?", ["2026-11-23T09:00", "2026-11-30T09:00"]),
        ("月曜9時に電話しました。いつ来ますか", ["2026-11-23T09:00", "2026-11-16T09:00"]),
        ("it was logged on 16 December at 4pm, when do they come?", ["2025-12-16T16:00", "2026-12-16T16:00"]),
        ("Logged on Christmas Eve at 4pm, when do they come?", ["2025-12-24T16:00", "2026-12-24T16:00"]),
        ("12月16日16時に電話済みです。いつ来ますか", ["2025-12-16T16:00", "2026-12-16T16:00"]),
        ("シドニー時間で今日9時に電話しました。いつ来ますか", ["2026-11-23T08:30", "2026-11-23T09:00"]),
        ("パース時間の今日7時に電話した。いつ来ますか", ["2026-11-23T09:30", "2026-11-23T07:00"]),
        ("called Friday 24 December at 2pm, when do they come?", ["2026-12-24T14:00", "2027-12-24T14:00"]),
        ("12月24日(金)14時に電話しました。いつ来ますか", ["2026-12-24T14:00", "2027-12-24T14:00"]),
        ("logged Monday 1 December 10am, when do they come?", ["2026-12-01T10:00", "2025-12-01T10:00"]),
        ("called Friday 24 December 2026 at 2pm, when do they come?", ["2026-12-24T14:00"]),
        ("2026年12月24日（金）14時に電話しました。いつ来ますか", ["2026-12-24T14:00"]),
        ("金曜14時に電話済みです。いつ来ますか", []),
        ("金曜11時に電話。いつ来ますか", ["2026-11-20T11:00", "2026-11-27T11:00"]),
        ("受付：金曜11時。いつ来ますか", ["2026-11-20T11:00", "2026-11-27T11:00"]),
        ("12月24日11:00に連絡。いつ来ますか", ["2025-12-24T11:00", "2026-12-24T11:00"]),
        ("logged: Friday 11am. when do they come?", ["2026-11-20T11:00", "2026-11-27T11:00"]),
        ("金曜11時に電話します。いつ来ますか", []),
        ("12月3日11:00に連絡。いつ来ますか", []),
        ("call was at quarter past three yesterday, silver", ["2026-11-22T15:15", "2026-11-22T03:15"]),
    ],
)
def test_of_two_moments_that_may_be_meant_both_are_offered(matcher: Matcher, text: str, moments: list[str]) -> None:
    found = matcher.read(text, about("swap-out/onsite-visit"), NOW)
    assert [value for one in found.offered if one.fact == "logged_at" for value in one.values] == moments
    assert ("logged_at" in {one.fact for one in found.stated}) == (not moments)


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("I rang on Monday at 2pm and nobody answered. Are you closed?", ["2026-11-23T14:00", "2026-11-16T14:00"]),
        ("The phone line was dead on Monday at 2pm. When are you open?", ["2026-11-23T14:00", "2026-11-16T14:00"]),
        ("月曜の14時に電話しました。営業時間は？", ["2026-11-23T14:00", "2026-11-16T14:00"]),
        ("26日の18時に電話しましたが出ませんでした。営業時間は？", ["2026-10-26T18:00", "2026-11-26T18:00"]),
        ("26日の18時に行けますか", ["2026-11-26T18:00"]),
    ],
)
def test_a_moment_that_has_been_is_not_only_one_to_come(matcher: Matcher, text: str, moments: list[str]) -> None:
    found = matcher.read(text, about("swap-out/support-hours"), NOW).offered
    assert [value for one in found if one.fact == "at" for value in one.values] == moments


@pytest.mark.parametrize(
    ("topic", "text", "fact", "words"),
    [
        ("swap-out/onsite-visit", "logged at 25:00 yesterday, when do they come?", "logged_at", "25:00 yesterday"),
        ("swap-out/onsite-visit", "logged at 25:00, when do they come?", "logged_at", "25:00"),
        ("swap-out/onsite-visit", "logged on 31 June at 10:00, when?", "logged_at", "31 June at 10:00"),
        ("swap-out/support-hours", "is the call line open tomorrow at 13 pm", "at", "tomorrow at 13 pm"),
        ("swap-out/onsite-visit", "31 miles from the GPO, when do they come?", "distance_km", "31 miles"),
        ("swap-out/included-work", "it hangs 8 feet up, do you take it down?", "mounted_height_m", "8 feet"),
    ],
)
def test_what_comes_to_no_value_is_asked_by_its_words(
    matcher: Matcher, topic: str, text: str, fact: str, words: str
) -> None:
    (offered,) = (one for one in matcher.read(text, about(topic), NOW).offered if one.fact == fact)
    assert (offered.values, text[offered.start : offered.end]) == ((), words)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("8月20日にスワップアウトを購入。登録を忘れていました。", ["2026-08-20"]),
        ("8月20日に購入、登録を忘れていました。スワップアウトはまだ登録できますか", ["2026-08-20"]),
        ("Swap-out cover of 20 August, we lost the invoice. Can it still be registered?", ["2026-08-20"]),
        ("スワップアウトは8月20日に購入です。登録を忘れていました。", ["2026-08-20", "2027-08-20"]),
        ("8月20日にスワップアウトを購入。まだ登録できますか", ["2026-08-20"]),
        ("8月20日にスワップアウトを購入予定です。登録方法を聞きました。", ["2027-08-20"]),
    ],
)
def test_a_clause_without_a_tense_is_of_the_past_where_the_next_goes_on_in_it(
    matcher: Matcher, text: str, days: list[str]
) -> None:
    read = matcher.read(text, about("swap-out/registration"), NOW)
    known = [one.value for one in read.stated] + [day for one in read.offered for day in one.values]
    assert known == days


@pytest.mark.parametrize(
    ("text", "stated", "offered"),
    [
        ("We ordered on 1 October 2026. When does support start?", None, "2026-10-01"),
        ("2026年10月1日に注文しました。サポートはいつから？", None, "2026-10-01"),
        ("We plan to order on 3 April 2027. When does support start?", None, "2027-04-03"),
        ("Our order was accepted on 1 October 2026. When does support start?", "2026-10-01", None),
        ("注文は2026年10月1日に受け付けられました。サポートはいつから？", "2026-10-01", None),
        ("Ordered on 28 September 2026, accepted on 1 October 2026.", "2026-10-01", None),
    ],
)
def test_a_weak_cue_tells_of_something_near_its_fact_which_is_offered(
    matcher: Matcher, text: str, stated: str | None, offered: str | None
) -> None:
    read = matcher.read(text, about("desknets-web-meeting/support-period"), NOW)
    assert [one.value for one in read.stated if one.fact == "order_date"] == ([stated] if stated else [])
    assert [one.values for one in read.offered] == ([(offered,)] if offered else [])


@pytest.mark.parametrize(
    ("topic", "text", "words"),
    [
        ("onsite-visit", "Logged on 20 November 2026 at 10:40 my time.", "20 November 2026 at 10:40 my time"),
        ("onsite-visit", "Logged on 20 November 2026 at 10:40 Sydney time.", "20 November 2026 at 10:40 Sydney time"),
        ("support-hours", "明日の現地時間10時、スワップアウトの電話はつながりますか", "現地時間10時"),
    ],
)
def test_a_moment_on_another_clock_is_offered_with_the_words_for_its_clock(
    matcher: Matcher, topic: str, text: str, words: str
) -> None:
    found = matcher.read(text, about(f"swap-out/{topic}"), NOW).offered
    assert [(one.why, text[one.start : one.end]) for one in found if one.fact in ("logged_at", "at")] == [
        ("open", words)
    ]
