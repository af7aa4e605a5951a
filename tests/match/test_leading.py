"""Where whole questions lead: to which topic and aspect, and for which day, of the shipped policies."""

import pytest

from assistant.match.question import Matcher
from tests.match.test_catalogue import NOW, matcher

__all__ = ["matcher"]


@pytest.mark.parametrize(
    ("text", "aspect", "on"),
    [
        ("If I give notice on 15 December 2026, when does the swap-out agreement end?", "covered", "2026-12-15"),
        ("we hand in notice on 20 January 2027, when are we out of the swap-out contract?", "covered", "2027-01-20"),
        ("if I give notice today, when does the agreement end", "covered", "2026-11-23"),
        ("2026年12月15日に解約通知を出すと、いつ契約が終わりますか", "covered", "2026-12-15"),
        (
            "12月15日に解約を申し出たら、契約はいつ終わりますか。契約期間の初日は2026年2月1日です",
            "covered",
            "2026-12-15",
        ),
        ("when can I give notice at the earliest, term started 1 Feb 2026", "due", ""),
        ("when can I get out of my swap-out agreement", "due", ""),
        ("契約の始まりは2026年5月1日。早くて何月に解約できる？", "due", ""),
    ],
)
def test_the_end_by_a_notice_is_that_by_its_day(matcher: Matcher, text: str, aspect: str, on: str) -> None:
    """Where another aspect says when notice can be given at all, whatever day is asked about."""
    found = matcher.understand(text, NOW)
    assert (found.matches[0].topic, found.matches[0].aspect, str(found.day or "")) == ("end-agreement", aspect, on)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("my silver contract ended 31 Oct 2026, is my unit covered?", {"level": "silver", "term_end": "2026-10-31"}),
        (
            "シルバーの契約は2026年10月31日に終わりました。機器は対象ですか",
            {"level": "silver", "term_end": "2026-10-31"},
        ),
        ("契約が2026年9月30日に切れています。プロジェクターは対象ですか", {"term_end": "2026-09-30"}),
    ],
)
def test_who_asks_whether_a_unit_is_covered_after_the_end_asks_for_no_period(
    matcher: Matcher, text: str, facts: dict[str, str]
) -> None:
    found = matcher.understand(text, NOW)
    assert (found.matches[0].topic, found.matches[0].aspect, found.facts) == ("onsite-visit", "covered", facts)
    assert found.straight


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "12月24日（木）14時に電話、シルバー、パース、20km",
            "level=silver distance_km=20 state=wa logged_at=2026-12-24T14:00",
        ),
        (
            "11月20日15時に受付、ゴールド、ブリスベン、60km",
            "level=gold distance_km=60 state=qld logged_at=2026-11-20T15:00",
        ),
        (
            "silver, hobart, 120 km, phoned yesterday 3pm",
            "level=silver distance_km=120 state=tas logged_at=2026-11-22T15:00",
        ),
        ("Sydney 30km gold phoned 9:15 today", "level=gold distance_km=30 state=nsw logged_at=2026-11-23T09:15"),
    ],
)
def test_a_level_a_distance_and_a_call_are_about_the_visit(matcher: Matcher, text: str, facts: str) -> None:
    found = matcher.understand(text, NOW)
    assert (found.matches[0].topic, found.matches[0].aspect) == ("onsite-visit", "due")
    assert {f"{name}={value}" for name, value in found.facts.items()} == {*facts.split()}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how far is metropolitan?", True), ("is 51 km regional", True), ("what counts as remote", True),
        ("51 km metro or regional?", False), ("都市部は何キロまで", True), ("51kmは地方ですか", True),
        ("地方は何kmからですか", True),
    ],
)  # fmt: skip
def test_which_region_a_distance_lies_in_is_told_with_the_word(matcher: Matcher, text: str, asked: bool) -> None:
    found = matcher.understand(text, NOW)
    assert found.word
    assert (found.word.policy, found.word.term, found.word.asked) == ("swap-out", "region", asked)


@pytest.mark.parametrize("text", ["is Geelong regional", "is SWA needed", "gold remote how many days"])
def test_a_word_is_not_asked_about_where_more_is_asked(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).word is None


@pytest.mark.parametrize(
    "text", ["what's your fax number", "can I send it by fax", "FAX番号を教えて", "ファックスで送れますか"]
)
def test_who_asks_for_a_fax_is_led_to_people(matcher: Matcher, text: str) -> None:
    assert matcher.understand(text, NOW).contacts
    assert not matcher.understand("回答はFAXでもらえますか", NOW).contacts


@pytest.mark.parametrize(
    "text",
    [
        "We sent the fax on 3 May 2026 to cancel",
        "Does the price include a fax?",
        "I sent it by fax on 3 May",
        "ファックスを送りました。解約できますか",
    ],
)
def test_who_only_speaks_of_a_fax_is_not_led_to_people(matcher: Matcher, text: str) -> None:
    assert not matcher.understand(text, NOW).contacts
