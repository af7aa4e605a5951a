"""Another language by its grammar alone: Spanish, which marks where a question begins and drops its subjects."""

import datetime as dt

import pytest

from assistant.i18n.load import read_grammars
from assistant.match.facts import Facts
from assistant.match.frames import Frame
from assistant.match.known import Known, Spoken
from assistant.match.markers import Markers
from assistant.match.wordings import Ignored
from assistant.parsing.grammar import joined
from assistant.parsing.plain import plain
from assistant.vocabulary.fact import Frame as Described
from assistant.vocabulary.facts.moment import MomentFact
from tests.conftest import ROOT
from tests.match.sample import words

GRAMMAR = {"es": read_grammars(ROOT / "tests/languages")["es"]}
SPANISH = Markers.build(joined(GRAMMAR))
WARRANTY = Frame.of("in_warranty", Described(things=("garantía",), there="yes", missing="no", says={"yes": ("tiene",)}))

LOGGED = MomentFact(type="date-time", question=words("When?"), label=words("Logged"), cues=("avisé",))
ASKED = Facts(Known.of({"logged": LOGGED}, SPANISH, Ignored.of(joined(GRAMMAR))), ("logged",), (), ())
NOW = dt.datetime(2026, 11, 23, 10)


def said(text: str, markers: Markers = SPANISH) -> list[str]:
    found = WARRANTY.read(markers.mark(plain(text)))
    return [f"{one.option}{f' ({one.why})' if one.why else ''}" for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "¿Está en garantía mi proyector?",
        "Está en garantía mi proyector?",
        "¿Mi proyector está en garantía? Quiero comprar Swap-Out.",
        "Hola ¿mi proyector está en garantía?",
        "¿Tiene garantía?",
        "Tiene garantía?",
        "¿Tenemos garantía?",
        "¿Queda garantía?",
    ],
)
def test_what_a_question_asks_is_not_said(text: str) -> None:
    assert said(text) == ["yes (asked)"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tiene garantía.", "yes"),
        ("El proyector está en garantía. ¿Puedo comprar?", "yes"),
        ("No está en garantía, ¿puedo comprar?", "no"),
        ("¿Sin garantía puedo comprar?", "no"),
        ("¿Puedo comprar sin garantía?", "no"),
        ("¡El proyector tiene garantía!", "yes"),
    ],
)
def test_what_is_said_beside_a_question_or_where_it_asks_for_something_else_counts(text: str, wanted: str) -> None:
    assert said(text) == [wanted]


@pytest.mark.parametrize("text", ["¿Está en garantía?", "¿Sin garantía puedo comprar?", "¿Tenemos garantía?"])
def test_a_list_says_the_same_with_the_sign_before_its_words_and_without(text: str) -> None:
    grammar = GRAMMAR["es"]
    question, denial = grammar.question, grammar.denial
    signed = grammar.model_copy(
        update={
            "question": question.model_copy(update={"inverted": tuple(f"¿{one}" for one in question.inverted)}),
            "denial": denial.model_copy(update={"before": (*denial.before, "¿sin")}),
        }
    )
    assert said(text, Markers.build(joined({"es": signed}))) == said(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Avisé ayer por la tarde a las cuatro", ["2026-11-22T16:00"]),
        ("Avisé ayer por la tarde a las cuatro y lo vi", ["2026-11-22T16:00"]),
        ("Avisé ayer a las 9 y cuarto", ["2026-11-22T09:15"]),
        ("Avisé ayer por la tarde a las cuatro y cuarto", []),
        ("Avisé ayer por la tarde a las cuatro y media", []),
        ("Avisé ayer por la tarde a las cuatro y diez", []),
        ("Avisé ayer por la tarde a las cuatro menos 10", []),
    ],
)
def test_an_hour_before_minutes_that_its_form_does_not_read_is_no_time(text: str, moment: list[str]) -> None:
    assert [one.value for one in ASKED.read(Spoken.of(text, SPANISH), NOW).stated] == moment
