"""Days and moments: every form reads back, three fields make a day."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.parsing import canonical, day_from_parts
from assistant.parsing.days import read_day
from assistant.parsing.grammar import Grammar, joined
from assistant.parsing.speech import Speech
from tests.match.grammar import SPEECH
from tests.parsing.sample import DAY, MOMENT

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WIDE = str.maketrans("0123456789/", "０１２３４５６７８９／")
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")


def ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in (11, 12, 13) else "th"
    return f"{day}{ending}"


def in_era(day: dt.date, names: tuple[str, str]) -> str:
    new = day >= dt.date(2019, 5, 1)
    return f"{names[0] if new else names[1]}{day.year - (2018 if new else 1988)}"


FORMS: tuple[Callable[[dt.date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}ー{day.month}ー{day.day}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    lambda day: f"{day.day}-{MONTHS[day.month - 1][:3].upper()}-{day.year}",
    lambda day: f"{ordinal(day.day)} of {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"the {ordinal(day.day)} of {MONTHS[day.month - 1]}, {day.year}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{MONTHS[day.month - 1][:3]}. {ordinal(day.day)} {day.year}",
    lambda day: f"{day:%A}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month}月{day.day}日（{'月火水木金土日'[day.weekday()]}）",
    lambda day: f" {day.year} 年 {day.month} 月 {day.day} 日 ",
    lambda day: f"{day.year}/{day.month}/{day.day}".translate(WIDE),
    lambda day: f"{str(day.year).translate(KANJI)}年{day.month}月{day.day}日",
    lambda day: f"{in_era(day, ('令和', '平成'))}年{day.month}月{day.day}日",
    lambda day: f"{in_era(day, ('R', 'H'))}.{day.month}.{day.day}",
    lambda day: f"{in_era(day, ('r', 'h'))}/{day.month}/{day.day}",
)


@pytest.mark.parametrize("form", range(len(FORMS)))
@given(day=st.dates(FIRST_DAY, LAST_DAY))
def test_a_day_reads_back_from_every_form(form: int, day: dt.date) -> None:
    assert canonical(SPEECH, DAY, FORMS[form](day)) == day.isoformat()


@given(day=st.dates(FIRST_DAY, LAST_DAY), time=st.times())
def test_a_moment_reads_back_in_either_order(day: dt.date, time: dt.time) -> None:
    minute = time.replace(second=0, microsecond=0)
    wanted = f"{day.isoformat()}T{minute:%H:%M}"
    half = f"{minute.hour % 12 or 12}:{minute:%M} {'pm' if minute.hour > 11 else 'am'}"
    for typed in (
        wanted,
        f"{day.isoformat()} {minute:%H:%M}",
        f"{minute:%H:%M} {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.year}年{day.month}月{day.day}日の{minute.hour}時{minute.minute}分",
        f"{half} on {MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"{day.year}/{day.month}/{day.day} at {half}",
    ):
        assert canonical(SPEECH, MOMENT, typed) == wanted


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("2026", "4", "3"), "2026-04-03"),
        (("２０２６年", "4月", "3日"), "2026-04-03"),
        (("令和8", "04", "03"), "2026-04-03"),
        (("R8", "april", "3rd"), "2026-04-03"),
        (("2026", "Sept.", "30"), "2026-09-30"),
        (("令和元年", "五", "一"), "2019-05-01"),
        (("2026", "April", "twenty-third"), "2026-04-23"),
    ],
)
def test_three_fields_make_a_day(parts: tuple[str, str, str], wanted: str) -> None:
    assert day_from_parts(SPEECH, *parts) == wanted


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (("", "4", "3"), "year-wanted"),
        (("26", "4", "3"), "year-wanted"),
        (("2026", "", "3"), "month-wanted"),
        (("2026", "Smarch", "3"), "month-wanted"),
        (("2026", "4", "soon"), "day-wanted"),
        (("2026", "4", "31"), "no-such-day"),
        (("平成31", "5", "1"), "no-such-day"),
        (("1999", "4", "3"), "day-outside"),
    ],
)
def test_three_fields_that_make_no_day_are_refused(parts: tuple[str, str, str], reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        day_from_parts(SPEECH, *parts)
    assert refusal.value.reason == reason


@settings(deadline=None)  # the first text that is read makes the patterns
@given(year=st.text(), month=st.text(), day=st.text())
def test_any_three_fields_make_a_day_or_are_refused(year: str, month: str, day: str) -> None:
    try:
        made = day_from_parts(SPEECH, year, month, day)
    except Refusal:
        return
    assert canonical(SPEECH, DAY, made) == made


DOTS = ("{day}[ ]{month_number}.[ ]{year}", "{day}[ ]{month_number}.", "{day}[ ]{month}[ ]{year}")
GERMAN = Speech(
    {
        "numbers.endings@de": ["."],
        "days.forms@de": DOTS,
        "days.months.12@de": ["dezember"],
        "days.short.0@de": ["mo"],
        "days.short.3@de": ["do"],
    }
)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("12.01.2027", "2027-01-12"),
        ("1. 7. 2026", "2026-07-01"),
        ("01.07.2026", "2026-07-01"),
        ("do., 3. dezember 2026", "2026-12-03"),
        ("mo. 01.02.2027", "2027-02-01"),
        ("2027-01-12", "2027-01-12"),
    ],
)
def test_a_language_says_which_figure_is_the_day(typed: str, wanted: str) -> None:
    assert read_day(GERMAN, typed).isoformat() == wanted


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("12/01/2027", "day-ambiguous"), ("12-01-2027", "day-ambiguous"), ("15.12.", "year-wanted")],
)
def test_what_a_language_does_not_say_is_asked_back(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read_day(GERMAN, typed)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("dritter Juni 2026", "2026-06-03"),
        ("dritten Juni 2026", "2026-06-03"),
        ("dreißigster Juni 2026", "2026-06-30"),
        ("einunddreißigsten Mai 2026", "2026-05-31"),
        ("dreißigstes Juni 2026", None),
    ],
)
def test_an_ordinal_is_inflected_by_the_endings_of_its_language(typed: str, wanted: str | None) -> None:
    days = {"forms": ("{day} {month} {year}",), "ordinal_endings": ("n", "r")}
    german = Speech(joined({"de": Grammar.model_validate({"days": days})}))
    if wanted:
        assert canonical(german, DAY, typed) == wanted
    else:
        with pytest.raises(Refusal):
            canonical(german, DAY, typed)
