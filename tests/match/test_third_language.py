"""Languages by a few lines of grammar each, beside those that ship: what their days, numbers and times are read as."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.wordings import Ignored
from assistant.parsing import canonical
from assistant.parsing.grammar import Grammar, joined
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact
from tests.conftest import ROOT
from tests.match.sample import words
from tests.parsing.sample import DAY

NOW = dt.datetime(2026, 11, 23, 10)
Q, L = words("Which?"), words("It")
CUES = ("terminó", "termina", "venció", "vence", "endet", "slutar", "kończy się")
FACTS: dict[str, Fact] = {
    "until": DayFact(type="date", question=Q, label=L, cues=CUES),
    "logged": MomentFact(type="date-time", question=Q, label=L, cues=("avisé", "gemeldet", "anmeldt", "ilmoitettu")),
    "distance": NumberFact(type="number", unit=words("km"), question=Q, label=L),
}
SPANISH = {
    "numbers": {"units": {"kilometer": ["km"]}},
    "days": {
        "forms": ["[el ]{{day}|{spoken_day}} de {month}[ de {year}]"],
        "ends": ["fin de {month}"],
        "today": {"-1": ["ayer"]},
    },
}
TENSES = {"past": ["terminó", "venció"], "future": ["termina", "vence"]}
GERMAN = {
    "numbers": {"units": {"kilometer": ["km"]}},
    "days": {
        "ordinals": {"3": ["dritten"]},
        "forms": ["[am ]{day} {month} {year}"],
        "today": {"-1": ["gestern"]},
    },
}
SWEDISH = {"numbers": {"units": {"kilometer": ["km"]}}}
POLISH = {
    "numbers": {"cardinals": {"2": ["dwóch"]}, "units": {"kilometer": ["km", "kilometrów"]}},
    "days": {"ordinals": {"3": ["trzeciego"]}, "forms": ["{day} {month} {year}"]},
}


def markers(language: str, grammar: Mapping[str, Any]) -> Markers:
    own = {language: Grammar.model_validate_json(json.dumps(grammar))}
    return Markers.build(joined(own | read_grammars(ROOT / "locales")))


KNOWN: Mapping[str, Markers] = {
    "es": markers("es", SPANISH),
    "es, tenses": markers("es", SPANISH | TENSES),
    "de": markers("de", GERMAN),
    "sv": markers("sv", SWEDISH),
    "da": markers("da", SWEDISH),
    "pl": markers("pl", POLISH),
}


def read(language: str, text: str) -> list[str]:
    """What is taken of each fact; behind a question mark what is offered."""
    known = KNOWN[language]
    asked = Facts(Known.of(FACTS, known, Ignored.of({})), tuple(FACTS), (), ())
    found = asked.read(Spoken.of(text, known), NOW)
    return [one.value for one in found.stated] + [f"?{value}" for one in found.offered for value in one.values]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es, tenses", "El soporte terminó el 15 de enero", ["2026-01-15"]),
        ("es, tenses", "El soporte termina el 15 de enero", ["2027-01-15"]),
        ("es, tenses", "El soporte venció el 30 de septiembre", ["2026-09-30"]),
        ("es, tenses", "El soporte vence el 30 de septiembre", ["2027-09-30"]),
        ("es, tenses", "El soporte terminó a fin de enero", ["2026-01-31"]),
        ("es, tenses", "El soporte de usted vence el 10 de diciembre", ["2026-12-10"]),  # it ends like English *ed
        ("es", "El soporte terminó el 15 de enero", ["?2026-01-15", "?2027-01-15"]),
        ("es", "El soporte vence el 30 de septiembre", ["?2026-09-30", "?2027-09-30"]),
        ("es", "El soporte terminó a fin de enero", []),
        ("es", "El soporte termina el martes 15 de diciembre", ["2026-12-15"]),
        ("es", "El soporte termina el 15 de enero de 2027", ["2027-01-15"]),
    ],
)
def test_the_year_of_a_day_is_told_by_words_of_its_own_language_or_not_at_all(
    language: str, text: str, wanted: list[str]
) -> None:
    assert read(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "termina el treinta y uno de mayo de 2027", ["2027-05-31"]),
        ("es", "termina el dos de mayo de dos mil veintisiete", ["2027-05-02"]),
        ("es", "termina el cuarenta de mayo de 2027", []),
        ("de", "es endet am dritten Mai 2027", ["2027-05-03"]),
        ("de", "zwei hundert km entfernt", ["200"]),
        ("de", "hundertfünfundzwanzig km entfernt", ["125"]),
        ("da", "hundrede og femogtyve km", ["125"]),
        ("da", "et hundrede og femogtyve km", ["125"]),
        ("da", "to hundrede og femogtyve km", ["225"]),
        ("sv", "två hundra tjugofem km", ["225"]),
        ("sv", "tvåhundratjugofem km", ["225"]),
        ("pl", "dwóch kilometrów", ["2"]),
        ("pl", "kończy się trzeciego maja 2027", ["2027-05-03"]),
    ],
)
def test_days_and_numbers_in_words_are_read_as_the_language_writes_them(
    language: str, text: str, wanted: list[str]
) -> None:
    assert read(language, text) == wanted


def test_a_field_takes_a_day_by_the_word_that_counts() -> None:
    assert canonical(KNOWN["es"].speech, DAY, "treinta y uno de mayo de 2027") == "2027-05-31"
