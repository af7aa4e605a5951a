"""What the clause around a day tells: the fact whose cues stand nearest, and the year that its tense means."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from assistant.match.lexicon import Entry, Lexicon
from assistant.match.roles import by_tense, by_weekday, cues_of, meant, tense_of
from assistant.vocabulary.facts.moment import DayFact
from tests.match.grammar import marked

CUES = {
    "bought": Lexicon.build(map(Entry.line, ["bought*", "purchas*", "購入*"])),
    "ends": Lexicon.build(map(Entry.line, ["ends*", "until*", "まで*"])),
}
TODAY = dt.date(2026, 11, 23)


def owner(
    text: str,
    start: int,
    end: int,
    cues: Mapping[str, Lexicon] = CUES,
    others: Sequence[tuple[int, int]] = (),
) -> str | None:
    found = meant(marked(text), start, end, cues, others)
    return found.fact if found else None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("bought on DAY", "bought"),
        ("it ends on DAY", "ends"),
        ("bought here, it ends on DAY", "ends"),
        ("we bought it in a shop on DAY", "bought"),
        ("DAYに購入", "bought"),
        ("DAYまで", "ends"),
        ("a drill on DAY", None),
        ("bought. on DAY", None),
    ],
)
def test_a_day_belongs_to_the_fact_whose_cue_stands_nearest(text: str, fact: str | None) -> None:
    at = text.index("DAY")
    assert owner(text, at, at + 3) == fact


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the order date is", ["~order date*"]),
        ("the po date is", ["~po date*"]),
        ("the order of merit", []),
        ("placed", ["placed*"]),
    ],
)
def test_a_weak_cue_may_stand_for_several_words_and_be_refused(text: str, found: list[str]) -> None:
    fact = DayFact.model_construct(cues=("~{order|po} date", "~order", "- ~order of", "placed"))
    assert [one.word for one in cues_of({"day": fact}, {})["day"].spans(text)] == found


def test_beyond_another_day_no_cue_counts_and_two_as_near_leave_it_open() -> None:
    assert owner("bought DAY, DAY", 12, 15, CUES, [(7, 10)]) is None
    assert owner("DAY", 0, 3, {"one": Lexicon.of(["x"]), "other": Lexicon.of(["x"])}, []) is None
    same = {"one": CUES["bought"], "other": CUES["bought"]}
    assert owner("bought DAY", 7, 10, same, []) is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("we bought it on DAY", -1),
        ("it will end on DAY", 1),
        ("on DAY", 0),
        ("DAYに購入しました", -1),
        ("DAYまで", 1),
        ("we bought it, on DAY", 0),
    ],
)
def test_the_tense_is_that_of_the_clause(text: str, tense: int) -> None:
    at = text.index("DAY")
    assert tense_of(marked(text), at, at + 3) == tense


def years(month: int, day: int) -> list[dt.date]:
    return [dt.date(year, month, day) for year in (2025, 2026, 2027)]


@pytest.mark.parametrize(
    ("days", "tense", "day"),
    [
        (years(11, 20), -1, dt.date(2026, 11, 20)),
        (years(11, 20), 0, dt.date(2026, 11, 20)),
        (years(2, 1), 1, dt.date(2027, 2, 1)),
        (years(5, 1), 0, None),
        (years(5, 1), -1, dt.date(2026, 5, 1)),
    ],
)
def test_a_day_without_a_year_is_the_last_or_the_next_by_tense(
    days: list[dt.date], tense: int, day: dt.date | None
) -> None:
    assert by_tense(days, TODAY, tense) == day


@pytest.mark.parametrize("tense", [-1, 1])
@pytest.mark.parametrize("away", [1, 3, 4, 12, 31])
def test_where_the_tense_speaks_against_a_day_that_is_near_the_year_is_open(tense: int, away: int) -> None:
    near = TODAY - dt.timedelta(tense * away)
    assert by_tense([near.replace(year=near.year + by) for by in (-1, 0, 1)], TODAY, tense) is None


@pytest.mark.parametrize("tense", [-1, 1])
def test_a_day_farther_away_is_the_one_that_the_tense_means(tense: int) -> None:
    far = TODAY - dt.timedelta(tense * 32)
    days = [far.replace(year=far.year + by) for by in (-1, 0, 1)]
    assert by_tense(days, TODAY, tense) == days[1 + tense]


@pytest.mark.parametrize(
    ("month", "day", "tense", "weekday", "years"),
    [
        (11, 20, -1, 4, [2026]),  # it fits
        (9, 1, -1, 0, [2026, 2025]),  # that of last year is a Monday
        (12, 24, 0, 4, [2026, 2027]),
        (12, 1, -1, 0, [2026, 2025]),  # too near for its tense to tell
        (5, 1, 0, 4, [2026]),  # far from either, of which one fits
        (5, 1, 0, 0, [2026, 2027]),  # and of which none does
        (9, 1, -1, 3, [2026]),  # of no year
    ],
)
def test_a_day_of_another_weekday_is_open(month: int, day: int, tense: int, weekday: int, years: list[int]) -> None:
    days = [dt.date(year, month, day) for year in (2025, 2026, 2027)]
    assert [one.year for one in by_weekday(days, TODAY, tense, weekday)] == years
