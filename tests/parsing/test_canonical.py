"""What is typed becomes canonical text, or is refused with a reason; canonical text stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Refusal
from assistant.parsing import Speech, canonical
from assistant.vocabulary.fact import Fact
from tests.match.grammar import SPEECH
from tests.parsing.sample import COUNT, DAY, FACTS, KM, LEVEL, MOMENT, YEARS, YES_NO, words

MONTHS = YEARS.model_copy(update={"unit": words("months"), "least": 0, "most": None})


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
    assert canonical(SPEECH, MOMENT, f"2026-04-03 {typed}") == f"2026-04-03T{clock}"


@pytest.mark.parametrize(
    ("fact", "typed", "wanted"),
    [
        (KM, "６０ km", "60"),
        (KM, "٣", "3"),
        (KM, "۳۰", "30"),
        (KM, "३०", "30"),
        (KM, "60km", "60"),
        (KM, "60㎞", "60"),
        (KM, "六十キロ", "60"),
        (KM, "2.5", "2.5"),
        (KM, "three point five", "3.5"),
        (KM, "three point five km", "3.5"),
        (KM, "twelve and a half kilometres", "12.5"),
        (KM, "2 and a half", "2.5"),
        (KM, "2 km and a half", "2.5"),
        (KM, "十二キロ半", "12.5"),
        (KM, "12キロ半", "12.5"),
        (KM, "1½ km", "1.5"),
        (KM, "12 1/2 km", "12.5"),
        (KM, "½ km", "0.5"),
        (KM, "2 ¼", "2.25"),
        (KM, "1,000½ km", "1000.5"),
        (MONTHS, "1½ years", "18"),
        (MONTHS, "1 1/2 years", "18"),
        (MONTHS, "１½年", "18"),
        (MONTHS, "½ year", "6"),
        (KM, "三点五", "3.5"),
        (KM, "2.70", "2.70"),
        (KM, "1,250", "1250"),
        (KM, "1,250.5 kilometres", "1250.5"),
        (KM, "007", "7"),
        (KM, ".5", "0.5"),
        (YEARS, "三年", "3"),
        (YEARS, "三", "3"),
        (YEARS, "十二年間", "12"),
        (YEARS, "three years", "3"),
        (MONTHS, "a year", "12"),
        (MONTHS, "a year and a half", "18"),
        (MONTHS, "two years", "24"),
        (MONTHS, "1 year and 6 months", "18"),
        (MONTHS, "1年半", "18"),
        (MONTHS, "1年6か月", "18"),
        (MONTHS, "半年", "6"),
        (YEARS, "36 months", "3"),
        (KM.model_copy(update={"unit": words("m")}), "275 cm", "2.75"),
        (LEVEL, "GOLD", "gold"),
        (LEVEL, "ｓｖ－９５００", "sv9500"),
        (YES_NO, "はい", "yes"),
        (YES_NO, "No.", "no"),
        (YES_NO, "in warranty", "yes"),
        (YES_NO, "保証切れ。", "no"),
        (DAY, "13/04/2026", "2026-04-13"),
        (DAY, "04/13/2026", "2026-04-13"),
        (DAY, "04/04/2026", "2026-04-04"),
        (DAY, "令和元年五月一日", "2019-05-01"),
        (DAY, "平成31年4月30日", "2019-04-30"),
    ],
)
def test_typed_text_becomes_canonical(fact: Fact, typed: str, wanted: str) -> None:
    assert canonical(SPEECH, fact, typed) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("1250", "1250"),
        ("1.250,5 km", "1250.5"),
        ("1,250.5", "1250.5"),
        ("12,5", "12.5"),
        ("1.250", None),
        ("1,250 km", None),
        ("-1.250", None),
        ("125,000", None),
    ],
)
def test_a_number_that_two_languages_read_otherwise_is_asked_back(typed: str, wanted: str | None) -> None:
    german = Speech({"numbers.figures@en": [",."], "numbers.figures@de": [".,"], "numbers.units.kilometer": ["km"]})
    if wanted:
        assert canonical(german, KM, typed) == wanted
    else:
        with pytest.raises(Refusal, match="number-ambiguous"):
            canonical(german, KM, typed)


@pytest.mark.parametrize(
    ("fact", "typed", "reason"),
    [
        (DAY, "", "day-wanted"),
        (DAY, "soon", "day-wanted"),
        (DAY, "2026-04-03T17:00", "day-wanted"),
        (DAY, "3 April", "year-wanted"),
        (DAY, "4月3日", "year-wanted"),
        (DAY, "30.6.26", "year-wanted"),
        (DAY, "6/30/26", "year-wanted"),
        (DAY, "30 June 26", "year-wanted"),
        (DAY, "26年6月30日", "year-wanted"),
        (DAY, "June 2026", "day-wanted"),
        (DAY, "the end of June 2026", "day-wanted"),
        (DAY, "in 30 days", "day-wanted"),
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
        (MONTHS, "-2 years", "other-unit"),
        (MONTHS, "2 more years", "other-unit"),
        (MONTHS, "2 weeks", "other-unit"),
        (MONTHS, "2 years or 3 years", "other-unit"),
        (YEARS, "18 months", "other-unit"),
        (COUNT, "3 km", "number-wanted"),
        (KM, "10²", "other-unit"),
        (KM, "1⅛ km", "other-unit"),
        (KM, "1/2 km", "other-unit"),
        (KM, "2.7055", "too-many-decimals"),
        (KM, "2,5", "number-wanted"),
        (KM, "1e3", "other-unit"),
        (KM, "³", "number-wanted"),
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
        canonical(SPEECH, fact, typed)
    assert refusal.value.reason == reason


TYPED = (
    st.text(alphabet=st.sampled_from("0123456789０一二十百年月日時分半午前後令和元平成RrH./-:, 　apmkmTZ（金）²½ー"))
    | st.text()
)


@given(fact=st.sampled_from(FACTS), typed=TYPED)
def test_any_text_is_canonical_after_one_reading_or_refused(fact: Fact, typed: str) -> None:
    try:
        once = canonical(SPEECH, fact, typed)
    except Refusal:
        return
    assert canonical(SPEECH, fact, once) == once
    assert once.isascii()
