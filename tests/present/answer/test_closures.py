"""Why a day is not worked, in words."""

import datetime as dt

import pytest

from assistant.content import read_library
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.counting import why_closed
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, SEASON, WEEKEND
from assistant.vocabulary.doors import NO_HOURS
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def policies(library: Library) -> Library:
    """A policy whose week ends with Friday, and one that is open at weekends and closed on Mondays."""
    gallery = read_library(ROOT / "tests" / "gallery" / "content")
    return Library(policies={**library.policies, **gallery.policies})


@pytest.mark.parametrize(
    ("policy", "calendar", "why", "day", "said"),
    [
        ("desknets-web-meeting", "office", WEEKEND, "2026-10-03", ("weekend", "土日")),
        ("desknets-web-meeting", "office", WEEKEND, "2026-10-04", ("weekend", "土日")),
        ("civic-hall", "open-days", WEEKEND, "2026-10-05", ("regular closing day", "定休日")),
        ("desknets-web-meeting", "office", COMPANY, "2026-10-06", ("company holiday", "会社の休業日")),
        ("desknets-web-meeting", "office", NO_HOURS, "2026-10-06", ("no opening hours", "営業時間なし")),
        ("desknets-web-meeting", "office", "New Year's Day", "2026-01-01", ("New Year's Day", "元日")),
        ("civic-hall", "open-days", f"{SEASON}0", "2026-12-28", ("年末年始の休館", "年末年始の休館")),
    ],
)
def test_a_day_is_closed_for_a_reason(policies: Library, words: dict[str, Words], policy: str, calendar: str, why: str,
                                      day: str, said: tuple[str, str]) -> None:  # fmt: skip
    found = policies.policies[policy]
    given = (calendar, why, dt.date.fromisoformat(day))
    assert tuple(why_closed(Writer(found, words[name]), *given).text for name in ("en", "ja")) == said
