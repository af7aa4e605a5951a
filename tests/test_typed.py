"""Typed text: every supported form reads back, everything else is refused with a reason, canonical text stays."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.model.fact import Choice, DayFact, Fact, MomentFact, NumberFact, Option, WholeNumberFact, YesNo
from assistant.model.record import FIRST_DAY, LAST_DAY, Text
from assistant.typed import canonical, day_from_parts


def words(source: str) -> Text:
    return Text("test", source)


ASKED = {"question": words("Which?"), "label": words("It")}
DAY = DayFact(type="date", **ASKED)
MOMENT = MomentFact(type="date-time", **ASKED)
KM = NumberFact(type="number", unit=words("km"), question=words("How far?"), label=words("Distance"))
YEARS = WholeNumberFact(type="integer", unit=words("years"), least=1, most=20, **ASKED)
LEVEL = Choice(
    type="choice",
    options={
        "gold": Option(label=words("Gold"), spellings=("ゴールド",)),
        "sv9500": Option(label=words("SV9500"), spellings=("sv 9500",)),
        "plain-gold": Option(label=words("Plain gold"), spellings=("ゴールド",)),
    },
    **ASKED,
)
YES_NO = YesNo(type="yes-no", yes=words("In warranty"), **ASKED)
FACTS: tuple[Fact, ...] = (DAY, MOMENT, KM, YEARS, LEVEL, YES_NO)
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
    assert canonical(DAY, FORMS[form](day)) == day.isoformat()


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
        assert canonical(MOMENT, typed) == wanted


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("17:00", "17:00"),
        ("17:00:01", "17:00:01"),
        ("17:00:00", "17:00"),
        ("１７：００", "17:00"),
        ("5 pm", "17:00"),
        ("5.30pm", "17:30"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "12:00"),
        ("正午", "12:00"),
        ("17時", "17:00"),
        ("17時5分", "17:05"),
        ("午後5時半", "17:30"),
        ("午前9時15分", "09:15"),
        ("朝九時ちょうど", "09:00"),
        ("午後0時", "12:00"),
        ("quarter past one in the afternoon", "13:15"),
        ("half past 5 pm", "17:30"),
        ("quarter to nine in the morning", "08:45"),
    ],
)
def test_a_time_is_read_as_people_say_it(typed: str, clock: str) -> None:
    assert canonical(MOMENT, f"2026-04-03 {typed}") == f"2026-04-03T{clock}"


@pytest.mark.parametrize(
    ("fact", "typed", "wanted"),
    [
        (KM, "６０ km", "60"),
        (KM, "60km", "60"),
        (KM, "60㎞", "60"),
        (KM, "六十キロ", "60"),
        (KM, "2.5", "2.5"),
        (KM, "2.70", "2.70"),
        (KM, "1,250", "1250"),
        (KM, "1,250.5 kilometres", "1250.5"),
        (KM, "007", "7"),
        (KM, ".5", "0.5"),
        (YEARS, "三年", "3"),
        (YEARS, "三", "3"),
        (YEARS, "十二年間", "12"),
        (YEARS, "three years", "3"),
        (LEVEL, "GOLD", "gold"),
        (LEVEL, "ｓｖ－９５００", "sv9500"),
        (YES_NO, "はい", "yes"),
        (YES_NO, "No.", "no"),
        (YES_NO, "in warranty", "yes"),
        (DAY, "13/04/2026", "2026-04-13"),
        (DAY, "04/13/2026", "2026-04-13"),
        (DAY, "04/04/2026", "2026-04-04"),
        (DAY, "令和元年五月一日", "2019-05-01"),
        (DAY, "平成31年4月30日", "2019-04-30"),
    ],
)
def test_typed_text_becomes_canonical(fact: Fact, typed: str, wanted: str) -> None:
    assert canonical(fact, typed) == wanted


@pytest.mark.parametrize(
    ("fact", "typed", "reason"),
    [
        (DAY, "", "day-wanted"),
        (DAY, "soon", "day-wanted"),
        (DAY, "2026-04-03T17:00", "day-wanted"),
        (DAY, "3 April", "year-wanted"),
        (DAY, "4月3日", "year-wanted"),
        (DAY, "3/4", "year-wanted"),
        (DAY, "03/04/2026", "day-ambiguous"),
        (DAY, "30 February 2026", "no-such-day"),
        (DAY, "2026-13-01", "no-such-day"),
        (DAY, "平成31年5月1日", "no-such-day"),
        (DAY, "令和元年4月30日", "no-such-day"),
        (DAY, "令和0年5月1日", "no-such-day"),
        (DAY, "昭和64年1月8日", "no-such-day"),
        (DAY, "昭和64年1月7日", "day-outside"),
        (DAY, "1999-12-31", "day-outside"),
        (DAY, "2100-01-01", "day-outside"),
        (DAY, "2026年4月3日（月）", "weekday-differs"),
        (MOMENT, "2026-04-03", "time-wanted"),
        (MOMENT, "17:00", "day-wanted"),
        (MOMENT, "soon", "moment-wanted"),
        (MOMENT, "2026-04-03 24:00", "no-such-time"),
        (MOMENT, "2026-04-03 13pm", "no-such-time"),
        (MOMENT, "2026-04-03 午前12時", "time-ambiguous"),
        (MOMENT, "2026-04-03T17:00Z", "time-wanted"),
        (MOMENT, "2026-04-03T17:00+09:00", "time-wanted"),
        (KM, "-5", "number-too-small"),
        (KM, "1000000000", "number-too-large"),
        (KM, "60 miles", "other-unit"),
        (KM, "60 m", "other-unit"),
        (KM, "10²", "other-unit"),
        (KM, "2.7055", "too-many-decimals"),
        (KM, "2,5", "number-wanted"),
        (KM, "1e3", "other-unit"),
        (KM, "٣", "number-wanted"),
        (KM, "far", "number-wanted"),
        (YEARS, "2.0", "whole-number-wanted"),
        (YEARS, "0", "number-too-small"),
        (YEARS, "21 years", "number-too-large"),
        (YEARS, "十百", "whole-number-wanted"),
        (LEVEL, "silver", "no-such-option"),
        (LEVEL, "", "no-such-option"),
        (LEVEL, "ゴールド", "option-ambiguous"),
        (YES_NO, "perhaps", "yes-or-no-wanted"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(fact: Fact, typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        canonical(fact, typed)
    assert refusal.value.reason == reason


TYPED = (
    st.text(alphabet=st.sampled_from("0123456789０一二十百年月日時分半午前後令和元平成RrH./-:, 　apmkmTZ（金）²½ー"))
    | st.text()
)


@given(fact=st.sampled_from(FACTS), typed=TYPED)
def test_any_text_is_canonical_after_one_reading_or_refused(fact: Fact, typed: str) -> None:
    try:
        once = canonical(fact, typed)
    except Refusal:
        return
    assert canonical(fact, once) == once
    assert once.isascii()


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (("2026", "4", "3"), "2026-04-03"),
        (("２０２６年", "4月", "3日"), "2026-04-03"),
        (("令和8", "04", "03"), "2026-04-03"),
        (("R8", "april", "3rd"), "2026-04-03"),
        (("2026", "Sept.", "30"), "2026-09-30"),
        (("令和元年", "五", "一"), "2019-05-01"),
    ],
)
def test_three_fields_make_a_day(parts: tuple[str, str, str], wanted: str) -> None:
    assert day_from_parts(*parts) == wanted


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (("", "4", "3"), "year-wanted"),
        (("26", "4", "3"), "year-wanted"),
        (("2026", "", "3"), "month-wanted"),
        (("2026", "Smarch", "3"), "month-wanted"),
        (("2026", "4", "third"), "day-wanted"),
        (("2026", "4", "31"), "no-such-day"),
        (("平成31", "5", "1"), "no-such-day"),
        (("1999", "4", "3"), "day-outside"),
    ],
)
def test_three_fields_that_make_no_day_are_refused(parts: tuple[str, str, str], reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        day_from_parts(*parts)
    assert refusal.value.reason == reason


@given(year=st.text(), month=st.text(), day=st.text())
def test_any_three_fields_make_a_day_or_are_refused(year: str, month: str, day: str) -> None:
    try:
        made = day_from_parts(year, month, day)
    except Refusal:
        return
    assert canonical(DAY, made) == made
