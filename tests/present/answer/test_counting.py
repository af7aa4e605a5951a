"""How a date was counted, in words: each kind of step, and each reason for which a day is skipped."""

import datetime as dt

import pytest

from assistant.decide import Counted, Taken
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.counting import date_view
from assistant.present.views import DateView, StepView
from assistant.present.writer import Writer
from assistant.vocabulary.calendars import COMPANY, WEEKEND
from assistant.vocabulary.steps.added import AddDays, AddMonths, AddYears
from assistant.vocabulary.steps.at import AtClock
from assistant.vocabulary.steps.coming import AnniversaryFrom
from assistant.vocabulary.steps.extreme import LaterOf
from assistant.vocabulary.steps.hours import Closing, Opening
from assistant.vocabulary.steps.month import FirstOfMonth
from assistant.vocabulary.steps.working_days import AddWorkingDays, CutOff

DAY, LATER = dt.date(2026, 9, 18), dt.date(2026, 9, 24)
NOON, ELEVEN = dt.datetime(2026, 9, 18, 12), dt.time(11)
CUT = CutOff(cut_off=ELEVEN, calendar="site")
STEPS = [
    (Taken(AddDays(add_days=1), DAY, LATER, 1), "1 day later: Thu 24 Sept 2026", "1日後：2026年9月24日（木）"),
    (Taken(AddDays(add_days=6), DAY, LATER, 6), "6 days later: Thu 24 Sept 2026", "6日後：2026年9月24日（木）"),
    (Taken(AddDays(add_days=-1), LATER, DAY, -1), "1 day earlier: Fri 18 Sept 2026", "1日前：2026年9月18日（金）"),
    (Taken(AddDays(add_days=-30), LATER, DAY, -30), "30 days earlier: Fri 18 Sept 2026", "30日前：2026年9月18日（金）"),
    (Taken(AddMonths(add_months=9), DAY, LATER, 9), "9 months later: Thu 24 Sept 2026", "9か月後：2026年9月24日（木）"),
    (Taken(AddYears(add_years="years"), DAY, LATER, 1), "1 year later: Thu 24 Sept 2026", "1年後：2026年9月24日（木）"),
    (
        Taken(AnniversaryFrom(anniversary_from="on"), DAY, dt.date(2027, 9, 18), LATER),
        "1 year later, the first anniversary that is not before Thu 24 Sept 2026: Sat 18 Sept 2027",
        "毎年の同じ日のうち、2026年9月24日（木）以降で最初の日（1年後）：2027年9月18日（土）",
    ),
    (
        Taken(AnniversaryFrom(anniversary_from="2027-09-20"), DAY, dt.date(2028, 9, 18), dt.date(2027, 9, 20)),
        "2 years later, the first anniversary that is not before Mon 20 Sept 2027: Mon 18 Sept 2028",
        "毎年の同じ日のうち、2027年9月20日（月）以降で最初の日（2年後）：2028年9月18日（月）",
    ),
    (
        Taken(AddWorkingDays(add_working_days=1, calendar="site"), DAY, LATER, 1),
        "1 working day, counted from the day after: Thu 24 Sept 2026",
        "翌日から数えて1営業日：2026年9月24日（木）",
    ),
    (
        Taken(FirstOfMonth(first_of_month=1), DAY, LATER, 1),
        "The first day of the following month: Thu 24 Sept 2026",
        "翌月の1日：2026年9月24日（木）",
    ),
    (
        Taken(FirstOfMonth(first_of_month=2), DAY, LATER, 2),
        "The first day of the month after next: Thu 24 Sept 2026",
        "翌々月の1日：2026年9月24日（木）",
    ),
    (
        Taken(FirstOfMonth(first_of_month=3), DAY, LATER, 3),
        "The first day of the month, 3 months ahead: Thu 24 Sept 2026",
        "3か月先の月の1日：2026年9月24日（木）",
    ),
    (
        Taken(CUT, NOON, LATER, ELEVEN, late=True, calendar="site"),
        "After the cut-off time of 11:00, so it counts on the next working day: Thu 24 Sept 2026",
        "締切時刻11:00を過ぎているため、翌営業日の扱いです：2026年9月24日（木）",
    ),
    (
        Taken(CUT, NOON, DAY, ELEVEN, calendar="site"),
        "Not after the cut-off time of 11:00, so it counts on the same day: Fri 18 Sept 2026",
        "締切時刻11:00を過ぎていないため、当日の扱いです：2026年9月18日（金）",
    ),
    (
        Taken(CUT, NOON, LATER, ELEVEN, ((DAY, WEEKEND),), late=True, calendar="site"),
        "Not on a working day, so it counts on the next one: Thu 24 Sept 2026",
        "営業日ではないため、翌営業日の扱いです：2026年9月24日（木）",
    ),
    (
        Taken(LaterOf(later_of=("x",)), DAY, LATER, LATER),
        "But not before Thu 24 Sept 2026",
        "ただし2026年9月24日（木）より前にはなりません",
    ),
    (
        Taken(LaterOf(later_of=("x",)), LATER, LATER, DAY),
        "This is not before Fri 18 Sept 2026, so it stays: Thu 24 Sept 2026",
        "2026年9月18日（金）より前ではないため、変わりません：2026年9月24日（木）",
    ),
    (
        Taken(AtClock(at=dt.time(17)), DAY, dt.datetime(2026, 9, 18, 17), dt.time(17)),
        "At 17:00 on that day: Fri 18 Sept 2026, 17:00",
        "その日の17:00：2026年9月18日（金）17:00",
    ),
    (
        Taken(Closing(closing="h"), NOON, NOON),
        "These hours end on Fri 18 Sept 2026, 12:00",
        "この時間帯の終了：2026年9月18日（金）12:00",
    ),
    (
        Taken(Opening(opening="h"), NOON, NOON),
        "The next hours begin on Fri 18 Sept 2026, 12:00",
        "次の時間帯の開始：2026年9月18日（金）12:00",
    ),
]  # fmt: skip


NOW = dt.datetime(2026, 9, 20, tzinfo=dt.UTC)


def shown(library: Library, words: Words, taken: Taken, policy: str = "swap-out") -> DateView:
    """A date that one step leads to."""
    writer = Writer(library.policies[policy], words)
    return date_view(writer, "visit_by", Counted("visit-by", taken.after, taken.before, "logged_at", (taken,)), "", NOW)


@pytest.mark.parametrize(("taken", "english", "japanese"), STEPS)
def test_a_step_in_words(library: Library, words: dict[str, Words], taken: Taken, english: str, japanese: str) -> None:
    assert shown(library, words["en"], taken).steps[-1].text == english
    assert shown(library, words["ja"], taken).steps[-1].text == japanese


def test_the_count_begins_with_the_day_that_it_starts_from(library: Library, words: dict[str, Words]) -> None:
    taken = STEPS[0][0]
    assert shown(library, words["en"], taken).steps[0] == StepView("Call logged (Adelaide time): Fri 18 Sept 2026")
    assert shown(library, words["ja"], taken).steps[0].text.endswith("：2026年9月18日（金）")


@pytest.mark.parametrize(
    ("policy", "calendar", "why", "english", "japanese"),
    [
        ("swap-out", "site", WEEKEND, "weekend", "土日"),
        ("swap-out", "site", "Good Friday", "Good Friday", "聖金曜日"),
        ("desknets-web-meeting", "office", "Autumnal Equinox Day", "Autumnal Equinox Day", "秋分の日"),
        ("desknets-web-meeting", "office", "Foundation Day", "Foundation Day", "建国記念の日"),
        ("desknets-web-meeting", "office", COMPANY, "company holiday", "会社の休業日"),
    ],
)
def test_a_skipped_day_says_why(
    library: Library, words: dict[str, Words], policy: str, calendar: str, why: str, english: str, japanese: str
) -> None:
    step = AddWorkingDays(add_working_days=1, calendar=calendar)
    taken = Taken(step, DAY, LATER, 1, ((dt.date(2026, 9, 19), why),), calendar=calendar)
    for language, said in (("en", english), ("ja", japanese)):
        writer = Writer(library.policies[policy], words[language])
        (skipped,) = date_view(writer, "x", Counted("x", LATER, steps=(taken,)), "", NOW).steps[-1].skipped
        assert (skipped.day, skipped.why) == (dt.date(2026, 9, 19), said)


def test_seconds_are_shown_where_there_are_any(library: Library, words: dict[str, Words]) -> None:
    moment = dt.datetime(2026, 9, 18, 17, 0, 1)
    assert Writer(library.policies["swap-out"], words["ja"]).day(moment) == "2026年9月18日（金）17:00:01"
    assert Writer(library.policies["swap-out"], words["en"]).day(moment) == "Fri 18 Sept 2026, 17:00:01"


def test_what_is_not_a_date_is_refused(library: Library, words: dict[str, Words]) -> None:
    with pytest.raises(TypeError, match="visit_by is not a date"):
        date_view(Writer(library.policies["swap-out"], words["en"]), "visit_by", Counted("visit-by", 3), "", NOW)
