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
        ("契約の始まりは2026年5月1日。早くて何月に解約できる？", "due", ""),
    ],
)
def test_the_end_by_a_notice_is_that_by_its_day(matcher: Matcher, text: str, aspect: str, on: str) -> None:
    """Where another aspect says when notice can be given at all, whatever day is asked about."""
    found = matcher.understand(text, NOW)
    assert (found.matches[0].topic, found.matches[0].aspect, str(found.day or "")) == ("end-agreement", aspect, on)
