"""Languages by a few lines of grammar each, beside those that ship: what their days, numbers and times are read as."""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from assistant.errors import Refusal
from assistant.i18n.figure_reader import FigureReader
from assistant.i18n.formats import format_day, format_moment
from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.wordings import Ignored
from assistant.parsing import Speech, canonical
from assistant.parsing.grammar import Grammar, joined
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact
from assistant.workbench.catalogues.addition import new_language
from tests.conftest import ROOT
from tests.match.sample import words
from tests.parsing.sample import DAY, MOMENT

NOW = dt.datetime(2026, 11, 23, 10)
Q, L = words("Which?"), words("It")
CUES = ("terminó", "termina", "venció", "vence", "endet", "slutar", "kończy się")
FACTS: dict[str, Fact] = {
    "until": DayFact(type="date", question=Q, label=L, cues=CUES),
    "logged": MomentFact(
        type="date-time", question=Q, label=L, cues=("avisé", "gemeldet", "anmeldt", "ilmoitettu", "now")
    ),
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
    "clocks": {
        "halves": {"12": ["nachmittags"]},
        "shares": {"-15": ["drei viertel"]},
        "forms": ["{hour} Uhr[ {minutes}][ {half_day}]", "{hour}[:|.]{minute} Uhr", "{share} {hour}"],
        "running": ["{um|ab} {hour}"],
        "between": ["um", "ab"],
    },
    "measure": {"range_to": ["oder", "und", "bis"], "range_from": ["zwischen"]},
    "clauses": {"small": ["am", "zum"], "fillers": ["dem"]},
    "question": {"asking": ["ist"], "inverted": ["ist"]},
}
SWEDISH = {"numbers": {"and_half": ["och en halv"], "units": {"kilometer": ["km"]}}}
POLISH = {
    "numbers": {"cardinals": {"2": ["dwóch"]}, "units": {"kilometer": ["km", "kilometrów"]}},
    "days": {"ordinals": {"1": ["pierwszego"], "3": ["trzeciego"], "30": ["trzydziestego"]}},
    "clocks": {"forms": ["<o >{hour}"], "between": ["o"], "hour_words": {"17": ["siedemnastej"]}},
    "now": ["teraz"],
}


GRAMMARS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "es": ("es", SPANISH),
    "es, tenses": ("es", SPANISH | TENSES),
    "de": ("de", GERMAN),
    "sv": ("sv", SWEDISH),
    "da": ("da", SWEDISH),
    "pl": ("pl", POLISH),
    **{name: (name, {}) for name in ("fi", "fr-CA", "hu", "pt")},
}


@cache
def known(name: str) -> Markers:
    """A grammar beside those of the languages that ship."""
    language, grammar = GRAMMARS[name]
    own = {language: Grammar.model_validate_json(json.dumps(grammar))}
    return Markers.build(joined(own | read_grammars(ROOT / "locales")))


def read(language: str, text: str) -> list[str]:
    """What is taken of each fact; behind a question mark what is offered."""
    markers = known(language)
    asked = Facts(Known.of(FACTS, markers, Ignored.of({})), tuple(FACTS), (), ())
    found = asked.read(Spoken.of(text, markers), NOW)
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
        ("sv", "två och en halv km", ["2.5"]),
        ("pl", "dwóch kilometrów", ["2"]),
        ("pl", "kończy się trzeciego maja 2027", ["2027-05-03"]),
        ("pl", "kończy się trzydziestego pierwszego maja 2027", ["2027-05-31"]),
        ("pl", "kończy się trzydziestego trzeciego maja 2027", []),
        ("pl", "czy mogę zadzwonić teraz?", ["2026-11-23T10:00"]),
    ],
)
def test_days_and_numbers_in_words_are_read_as_the_language_writes_them(
    language: str, text: str, wanted: list[str]
) -> None:
    assert read(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "fact", "typed", "wanted"),
    [
        ("es", DAY, "treinta y uno de mayo de 2027", "2027-05-31"),
        ("pl", DAY, "trzydziestego pierwszego maja 2027", "2027-05-31"),
        ("pl", MOMENT, "3 maja 2027 o 17", "2027-05-03T17:00"),
        ("pl", MOMENT, "3 maja 2027 o siedemnastej", "2027-05-03T17:00"),
    ],
)
def test_a_field_takes_a_day_and_a_time_in_the_words_of_the_language(
    language: str, fact: Fact, typed: str, wanted: str
) -> None:
    assert canonical(known(language).speech, fact, typed) == wanted


@pytest.mark.parametrize("typed", ["3 maja 2027 17", "3 maja 2027 o 17 o", "3 maja 2027 o"])
def test_a_field_takes_no_hour_without_the_word_that_its_form_wants(typed: str) -> None:
    with pytest.raises(Refusal):
        canonical(known("pl").speech, MOMENT, typed)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "está a 1.200 km", ["?1.2", "?1200"]),  # English and Spanish write two numbers so
        ("es", "está a 1,250 km", ["?1.25", "?1250"]),
        ("es", "está a 1.200,5 km", ["1200.5"]),
        ("es", "no está a 1.200 km", []),
        ("sv", "1 200 km", ["1200"]),
        ("sv", "1 200,5 km", ["1200.5"]),
    ],
)
def test_a_number_that_languages_read_as_two_is_offered_as_both(language: str, text: str, wanted: list[str]) -> None:
    assert read(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "gemeldet am 20. November 2026, 17 Uhr", ["2026-11-20T17:00"]),
        ("de", "gemeldet am 20. Nov. 2026, siebzehn Uhr", ["2026-11-20T17:00"]),
        ("da", "anmeldt 20. november 2026, 17.30", ["2026-11-20T17:30"]),
        ("fi", "ilmoitettu 20. marraskuuta 2026, 17.30", ["2026-11-20T17:30"]),
        ("fi", "2.70 km", ["2.7"]),
        ("fr-CA", "avisé le 20 nov. 2026, 17 h 30", ["2026-11-20T17:30"]),
        ("pt", "vence 3 de maio de 2027", ["2027-05-03"]),
        ("hu", "vence 2027. máj. 3.", ["2027-05-03"]),
        ("pt", "vence 3 de setembro", ["?2026-09-03", "?2027-09-03"]),
    ],
)
def test_what_the_pages_write_is_read_without_a_form(language: str, text: str, wanted: list[str]) -> None:
    assert read(language, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gemeldet am 20. November 2026 um 9.30 Uhr", ["2026-11-20T09:30"]),
        ("gemeldet am 20. November 2026 um 9:30", ["2026-11-20T09:30"]),
        ("gemeldet am 20. November 2026 ab 9 Uhr 30", ["2026-11-20T09:30"]),
        ("gemeldet am 20. November 2026 um drei Uhr nachmittags", ["2026-11-20T15:00"]),
        ("gemeldet am 20. November 2026 um drei viertel zehn", ["2026-11-20T09:45"]),
        ("gemeldet am 20. November 2026 um drei viertel drei", ["?2026-11-20T14:45", "?2026-11-20T02:45"]),
        ("gemeldet am 20. November 2026 um 9.30,", []),
        ("gemeldet am 20. November 2026 um 9", ["2026-11-20T09:00"]),
    ],
)
def test_an_hour_is_not_read_without_what_follows_it(text: str, wanted: list[str]) -> None:
    assert read("de", text) == wanted


@pytest.mark.parametrize(
    "code",
    ["cs", "da", "de", "es", "fi", "fr", "fr-CA", "hr", "id", "it", "nl", "pl", "pt", "ro", "ru", "sv"],
)
def test_a_day_of_an_answer_can_be_typed_into_a_field_of_a_language_that_has_no_grammar(code: str) -> None:
    language, day = new_language(code, {}), dt.date(2027, 5, 3)
    speech = Speech(joined({code: Grammar()}))
    written = format_day(day, language)
    assert canonical(speech, DAY, written) == "2027-05-03"
    moment = dt.datetime.combine(day, dt.time(17, 30))
    assert canonical(speech, MOMENT, format_moment(moment, language)) == "2027-05-03T17:30"


def test_an_ordinal_of_two_words_is_one_figure_of_a_translation() -> None:
    reader = FigureReader({"days.ordinals.1": ["pierwszego"], "days.ordinals.30": ["trzydziestego"]})
    assert [one.ways for one in reader.read("trzydziestego pierwszego maja")] == [frozenset({"31"})]
