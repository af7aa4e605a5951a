"""A third language is added by its own grammar alone: French, which does not ship."""

import datetime as dt

import pytest

from assistant.errors import Refusal
from assistant.i18n.load import read_grammars
from assistant.match.exactness import bounded
from assistant.match.facts import Facts
from assistant.match.frames import Frame
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.understanding import Read
from assistant.match.wordings import Ignored, spellings_of, wordings_of
from assistant.matching import read_grammar
from assistant.parsing import canonical, day_from_parts
from assistant.parsing.grammar import joined
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.fact import Frame as Described
from assistant.vocabulary.facts.choice import YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact
from tests.conftest import ROOT
from tests.match.sample import words
from tests.parsing.sample import DAY, KM, MOMENT, YES_NO

GRAMMAR = joined({"fr": read_grammars(ROOT / "tests/languages")["fr"]})
FRENCH = Markers.build(GRAMMAR)
NOW = dt.datetime(2026, 11, 23, 10)
Q, L = words("Which?"), words("It")
FRAME = Described(things=("garantie",), there="yes", missing="no")
WARRANTY = Frame.of("in_warranty", FRAME)
FACTS: dict[str, Fact] = {
    "in_warranty": YesNo(type="yes-no", question=Q, label=L, yes=words("Sous garantie"), frame=FRAME),
    "bought": DayFact(type="date", question=Q, label=L, cues=("acheté", "achat")),
    "logged": MomentFact(type="date-time", question=Q, label=L, cues=("appelé", "venez", "signalé")),
    "distance": NumberFact(type="number", unit=words("km"), question=Q, label=L),
}
TERM = WholeNumberFact(type="integer", unit=words("ans"), question=Q, label=L)
IGNORED = Ignored.of(GRAMMAR)
WORDINGS = wordings_of(spellings_of(FACTS, {}), IGNORED)
ASKED = Facts(Known.of(FACTS, FRENCH, IGNORED), tuple(FACTS), WORDINGS, ())


def read(text: str) -> Read:
    return ASKED.read(Spoken.of(text, FRENCH), NOW)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("acheté le 30 juin 2026", "bought=2026-06-30"),
        ("acheté le 1er juillet 2026", "bought=2026-07-01"),
        ("acheté le 3 déc. 2025", "bought=2025-12-03"),
        ("acheté lundi dernier", "bought=2026-11-16"),
        ("acheté il y a trois jours", "bought=2026-11-20"),
        ("acheté fin juin 2026", "bought=2026-06-30"),
        ("à trente-cinq km de chez vous", "distance=35"),
        ("à 1 200,5 km", "distance=1200.5"),
        ("à deux cent quatre-vingt-dix-sept kilomètres", "distance=297"),
        ("appelé le 30 juin 2026 à 13 h 30", "logged=2026-06-30T13:30"),
        ("appelé hier à 9 h", "logged=2026-11-22T09:00"),
        ("venez demain à 9 h", "logged=2026-11-24T09:00"),
        ("appelé ce matin à neuf heures et demie", "logged=2026-11-23T09:30"),
        ("appelé hier à trois heures de l'après-midi", "logged=2026-11-22T15:00"),
        ("l'écran n'est pas sous garantie", "in_warranty=no"),
        ("l'écran est sous garantie, à 35 km", "in_warranty=yes distance=35"),
        ("acheté à la mi-juin", ""),
        ("acheté du 3 au 5 juin 2026", ""),
        ("acheté vers le 3 juin 2026", ""),
        ("à environ 35 km", ""),
        ("entre vingt et trente km", ""),
        ("il n'est pas neuf", ""),
        ("chaque lundi", ""),
    ],
)
def test_a_question_states_these_facts_and_no_others(text: str, facts: str) -> None:
    assert sorted(f"{one.fact}={one.value}" for one in read(text).stated) == sorted(facts.split())


@pytest.mark.parametrize(
    ("text", "why"), [("acheté du 3 au 5 juin 2026", "range"), ("acheté vers le 3 juin 2026", "about")]
)
def test_a_day_that_is_not_exact_is_at_most_offered(text: str, why: str) -> None:
    assert {one.why for one in read(text).offered} <= {why, "open"}


def test_an_hour_of_either_half_is_offered_with_both() -> None:
    (offered,) = read("appelé hier à 3 h 30").offered
    assert (offered.values, offered.why) == (("2026-11-22T15:30", "2026-11-22T03:30"), "open")


@pytest.mark.parametrize(
    ("fact", "typed", "wanted"),
    [
        (DAY, "le 30 juin 2026", "2026-06-30"),
        (DAY, "1er juillet 2026", "2026-07-01"),
        (DAY, "mardi 30 juin 2026", "2026-06-30"),
        (MOMENT, "le 30 juin 2026 à 13 h 30", "2026-06-30T13:30"),
        (MOMENT, "30 juin 2026, midi", "2026-06-30T12:00"),
        (KM, "trente-cinq km", "35"),
        (KM, "1 200,5 km", "1200.5"),
        (KM, "1\u202f200,5 km", "1200.5"),
        (TERM, "trois ans", "3"),
        (YES_NO, "Oui.", "yes"),
    ],
)
def test_a_field_is_read(fact: Fact, typed: str, wanted: str) -> None:
    assert canonical(FRENCH.speech, fact, typed) == wanted


@pytest.mark.parametrize(
    ("fact", "typed", "reason"),
    [
        (DAY, "mi-juin", "day-wanted"),
        (DAY, "30 juin", "year-wanted"),
        (DAY, "lundi 30 juin 2026", "weekday-differs"),
        (KM, "1.200 km", "number-wanted"),
        (KM, "environ 35", "number-wanted"),
    ],
)
def test_a_field_that_cannot_be_read_is_refused(fact: Fact, typed: str, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        canonical(FRENCH.speech, fact, typed)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("acheté le 30 juin 2026, à 35 km", "bought=2026-06-30 distance=35"),
        ("the 30th of June 2026, thirty-five km", "bought=2026-06-30 distance=35"),
        ("2026年6月30日、三十五km", "bought=2026-06-30 distance=35"),
        ("1 200,5 km, le 30 juin 2026", "bought=2026-06-30 distance=1200.5"),
        ("1,200 km", ""),
    ],
)
def test_it_stands_beside_the_languages_that_ship(text: str, facts: str) -> None:
    """A figure that two of them read as two numbers is none."""
    every = read_grammar(ROOT / "locales")
    for path, found in GRAMMAR.items():
        every.setdefault(path, []).extend(found)
    markers, ignored = Markers.build(every), Ignored.of(every)
    asked = Facts(Known.of(FACTS, markers, ignored), tuple(FACTS), WORDINGS, ())
    stated = asked.read(Spoken.of(text, markers), NOW).stated
    assert sorted(f"{one.fact}={one.value}" for one in stated) == sorted(facts.split())


def test_three_fields_make_a_day() -> None:
    assert day_from_parts(FRENCH.speech, "2026", "juil.", "1er") == "2026-07-01"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("l'écran est sous garantie", ["yes"]),
        ("l'écran n'est pas sous garantie", ["no"]),
        ("l'écran est hors garantie", ["no"]),
        ("la garantie est expirée", ["no"]),
        ("la garantie n'est pas expirée", ["yes"]),
        ("sans garantie", ["no"]),
        ("je crois que la garantie est expirée", ["no (unsure)"]),
    ],
)
def test_what_is_said_of_a_thing_is_composed(text: str, said: list[str]) -> None:
    found = WARRANTY.read(FRENCH.mark(text))
    assert [f"{one.option}{f' ({one.why})' if one.why else ''}" for one in found] == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("environ 35 km", "about"),
        ("au moins 35 km", "limit"),
        ("entre 20 et 35 km", "range"),
        ("pas 35 km", "denied"),
        ("à 35 km", None),
    ],
)
def test_an_amount_is_exact_or_not(text: str, why: str | None) -> None:
    at = text.index("35")
    assert bounded(FRENCH.mark(text), at, len(text)) == why
