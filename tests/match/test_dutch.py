"""Another language by its grammar alone: Dutch, in which halves and hundreds are joined to words, with half hours."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.understanding import Read
from assistant.match.wordings import Ignored
from assistant.parsing import canonical, either_half
from assistant.parsing.grammar import joined
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact
from tests.conftest import ROOT
from tests.match.sample import words
from tests.parsing.sample import DAY, KM, MOMENT, YEARS

NOW = dt.datetime(2026, 11, 23, 10)
Q, L = words("Which?"), words("It")
CUES = ("loopt", "eindigt", "runs", "ends", "期限")
FACTS: dict[str, Fact] = {
    "until": DayFact(type="date", question=Q, label=L, cues=("tot", "until", "まで", *CUES)),
    "logged": MomentFact(type="date-time", question=Q, label=L, cues=("gemeld", "logged", "受付")),
    "distance": NumberFact(type="number", unit=words("km"), question=Q, label=L),
}
GRAMMAR = joined({"nl": read_grammars(ROOT / "tests/languages")["nl"]} | read_grammars(ROOT / "locales"))
DUTCH, IGNORED = Markers.build(GRAMMAR), Ignored.of(GRAMMAR)
ASKED = Facts(Known.of(FACTS, DUTCH, IGNORED), tuple(FACTS), (), ())


def read(text: str) -> Read:
    return ASKED.read(Spoken.of(text, DUTCH), NOW)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("gemeld op 20 november om tien voor half elf", "logged=2026-11-20T10:20"),
        ("gemeld gisteren om vijf over half drie 's middags", "logged=2026-11-22T14:35"),
        ("gemeld gisteren om kwart over negen", "logged=2026-11-22T09:15"),
        ("gemeld gisteren om tien over acht", "logged=2026-11-22T08:10"),
        ("gemeld gisteren om half zes 's avonds", "logged=2026-11-22T17:30"),
        ("het loopt tot 30 juni 2027", "until=2027-06-30"),
        ("het eindigt dinsdag over een week", "until=2026-12-01"),
        ("it ends Tuesday week", "until=2026-12-01"),
        ("it ends a week on Friday", "until=2026-12-04"),
        ("it ends on Friday in two weeks", "until=2026-12-11"),
        ("op honderdtwintig km", "distance=120"),
        ("op tweehonderdvijftig km", "distance=250"),
        ("op anderhalve km", "distance=1.5"),
        ("op tweeënhalf km", "distance=2.5"),
        ("two hundred fifty one km away", "distance=251"),
    ],
)
def test_a_question_states_these_facts(text: str, facts: str) -> None:
    assert sorted(f"{one.fact}={one.value}" for one in read(text).stated) == sorted(facts.split())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("gemeld gisteren om half zeven", ["2026-11-22T18:30", "2026-11-22T06:30"]),
        ("gemeld gisteren om half een", ["2026-11-22T12:30", "2026-11-22T00:30"]),
        ("logged yesterday at quarter to seven", ["2026-11-22T18:45", "2026-11-22T06:45"]),
        ("loopt ongeveer tot 30 juni 2027", ["2027-06-30"]),
        ("it runs roughly until 30 June 2027", ["2027-06-30"]),
        ("it ends approximately on 30 June 2027", ["2027-06-30"]),
        ("it is roughly valid until 30 June 2027", ["2027-06-30"]),
        ("het is ongeveer geldig tot 30 juni 2027", ["2027-06-30"]),
        ("het eindigt een week na dinsdag", ["2026-11-24"]),
        ("2027年6月30日までくらい", ["2027-06-30"]),
        ("het eindigt over drie maanden", ["2027-02-23"]),
        ("it ends in 2 years", ["2028-11-23"]),
        ("it ends a month from today", ["2026-12-23"]),
        ("今から3か月後が期限です", ["2027-02-23"]),
        ("期限は2年後です", ["2028-11-23"]),
        ("2年後に期限が切れます", ["2028-11-23"]),
        ("契約中です。3か月後に切れます", ["2027-02-23"]),
        ("gemeld vandaag van 9 tot 12 uur", ["2026-11-23T12:00"]),
    ],
)
def test_what_is_not_certain_is_at_most_offered(text: str, values: list[str]) -> None:
    told = read(text)
    assert not told.stated
    assert [value for one in told.offered for value in one.values] == values


@pytest.mark.parametrize(
    "text",
    ["op 1 200 km", "it is 1'5 km away", "2 km 70 from here", "1·5 km", "1:5 km", "1_200 km", "3*5 km", "2 km seventy"],
)
def test_an_amount_beside_figures_that_are_not_read_with_it_is_at_most_offered(text: str) -> None:
    told = read(text)
    assert not told.stated
    assert [one.why for one in told.offered] == ["open"]


@pytest.mark.parametrize("text", ["80 km, 3 years old", "80 km 24/7", "80 km 19 Nov", "80 km 3 years", "gold/80 km"])
def test_figures_of_their_own_beside_an_amount_are_no_part_of_it(text: str) -> None:
    assert [one.value for one in read(text).stated if one.fact == "distance"] == ["80"]


@pytest.mark.parametrize("text", ["het eindigt maandag over een week", "het eindigt dinsdag over drie dagen"])
def test_a_weekday_beside_what_fits_it_not_is_open(text: str) -> None:
    """On the same weekday either may be meant."""
    assert not read(text).stated
    assert not any(one.values for one in read(text).offered)


@pytest.mark.parametrize(
    ("fact", "typed", "wanted"),
    [
        (DAY, "de 30e juni 2026", "2026-06-30"),
        (MOMENT, "30 juni 2026, tien voor half elf", "2026-06-30T10:20"),
        (MOMENT, "30 juni 2026 om vijf over half drie 's middags", "2026-06-30T14:35"),
        (KM, "honderdtwintig km", "120"),
        (KM, "een halve kilometer", "0.5"),
        (KM, "half a km", "0.5"),
        (KM, "anderhalve km", "1.5"),
        (KM, "a hundred and twenty", "120"),
        (KM, "a hundred and twenty km", "120"),
        (KM, "two hundred fifty one", "251"),
        (KM, "半キロ", "0.5"),
        (YEARS, "2 full years", "2"),
    ],
)
def test_a_field_takes_what_a_question_takes(fact: Fact, typed: str, wanted: str) -> None:
    assert canonical(DUTCH.speech, fact, typed) == wanted


@pytest.mark.parametrize(
    ("fact", "typed", "reason"),
    [
        (KM, "half an hour", "other-unit"),
        (KM, "20 further km", "other-unit"),
        (YEARS, "2 additional years", "other-unit"),
        (YEARS, "three more years", "other-unit"),
        (KM, "a far", "number-wanted"),
        (KM, "a twenty km", "number-wanted"),
        (YEARS, "half a year", "whole-number-wanted"),
        (MOMENT, "30 juni 2026 om 75 over 10", "no-such-time"),
    ],
)
def test_a_field_refuses_what_is_no_value_of_its_own(fact: Fact, typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        canonical(DUTCH.speech, fact, typed)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(("typed", "either"), [("half twaalf", True), ("half een", True), ("half 13", False)])
def test_which_half_of_the_day_is_known_by_the_time_itself(typed: str, either: bool) -> None:
    assert either_half(DUTCH.speech, typed) == either
