"""Understanding a question: topic, aspect and the facts that it states, and none that it does not."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.match.aspect import Cues
from assistant.match.known import facts_asked
from assistant.match.terms import Terms
from assistant.match.understanding import Found
from assistant.model.policy import Library
from assistant.vocabulary.fact import Frame
from assistant.vocabulary.facts.moment import DayFact
from tests.match.grammar import words
from tests.match.sample import FACTS, LIBRARY, PHRASES, POLICY, TOPICS, choice, option, phrases
from tests.match.sample import words as named
from tests.phrases import matcher_of

MATCHER = matcher_of(LIBRARY, PHRASES, cues=Cues.build({"due": ["how long"]}), grammar=words())
NOW = dt.datetime(2026, 11, 23, 10)


def stated(topic: str, text: str) -> dict[str, str]:
    return {one.fact: one.value for one in MATCHER.read(text, Found("tool-hire", topic, None, 0, "", ()), NOW).stated}


def test_a_question_is_understood() -> None:
    found = MATCHER.understand("How long does the repair take? The call was logged today at 14:30, 60 km away", NOW)
    assert (found.matches[0].policy, found.matches[0].topic, found.matches[0].aspect) == ("tool-hire", "repair", "due")
    assert found.facts == {"logged_at": "2026-11-23T14:30", "distance_km": "60"}


OF_FACTS = {
    **FACTS,
    "tool": choice("Gerät", {"lamp": option("Lampe"), "cable": option("Rolle", "Kabel")}),
    "broken": DayFact(type="date", question=named("?"), label=named("Bruchtag"), cues=("gerissen",), frame=Frame(
        things=("Klinge",), others=("Runde",), beside=("Leiter",), there="x", missing="passed"
    )),
}  # fmt: skip
GERMAN = PHRASES | {
    "tool-hire/rules": (
        *PHRASES["tool-hire/rules"],
        *phrases("de", "Rampe mieten", "Gabel des Staplers", "Klingel stumm", "Stunde um Stunde", "Mieter", "Rollen"),
        *phrases("de", "gerissenen", "Zug der Züge", "Bruchteil", "Reiter"),
    )
}


@pytest.mark.parametrize(
    "word", ["lampe", "kabel", "klinge", "runde", "leiter", "bruchtag", "gerissen", "kette", "märz", "лампа"]
)
def test_a_word_that_only_facts_grammar_or_terms_know_is_read_as_no_other(word: str) -> None:
    """Phrases have words that are near each of them."""
    policy = POLICY.model_copy(
        update={"facts": OF_FACTS | {"part": choice("Teil", {"lamp": option("лампа"), "other": option("Rest")})}}
    )
    grammar = {**words(), "days.months.3": ["märz"]}
    near = GERMAN | {"tool-hire/loan": (*PHRASES["tool-hire/loan"], *phrases("de", "Karte", "Kerze Ketten", "рампа"))}
    library = Library(policies={"tool-hire": policy})
    matcher = matcher_of(library, near, {}, Terms.build({"chain": [["Kette", "Sägekette"]]}), None, grammar)
    assert matcher.index.reader.respelt(word) == word
    assert matcher.spelling.corrected(word)[0] == word


def test_another_topic_that_the_question_names_answers_a_choice_among_topics() -> None:
    found = MATCHER.understand("is it closing time for the shed's closing sale of repairs to a broken drill?", NOW)
    assert (found.matches[0].topic, found.facts) == ("closing", {"request": "repair"})
    assert MATCHER.understand("closing of the closing sale, broken or borrowed", NOW).facts == {}


def test_a_question_out_of_scope_has_no_match_and_no_facts() -> None:
    found = MATCHER.understand("weather tomorrow", NOW)
    assert (found.matches, dict(found.facts), found.confident) == ((), {}, False)


def test_now_with_a_zone_is_set_to_the_policys_clock() -> None:
    late = dt.datetime(2026, 11, 23, 20, tzinfo=ZoneInfo("Europe/London"))
    found = MATCHER.understand("repair, logged today at 9:00", late)
    assert found.facts["logged_at"] == "2026-11-24T09:00"


def test_the_facts_of_a_topic_are_found_through_shared_lists_and_derived_days() -> None:
    assert facts_asked(POLICY, TOPICS["repair"]) == (
        "tool", "sla", "insured", "purchase_date", "logged_at", "distance_km",
    )  # fmt: skip
    assert facts_asked(POLICY, TOPICS["closing"]) == ("request", "loan_end")
    assert facts_asked(POLICY, TOPICS["rules"]) == ()


@pytest.mark.parametrize(
    ("topic", "text", "facts"),
    [
        ("loan", "may I have the DR9500?", {"tool": "dr9500"}),
        ("loan", "may I have the dr 950", {"tool": "dr950"}),
        ("loan", "dr-950s please", {"tool": "dr950"}),
        ("loan", "DR95000", {}),
        ("loan", "ドリル950を借りたい", {"tool": "dr950"}),
        ("loan", "ｺﾞｰﾙﾄﾞを借りたい", {"tool": "gold"}),
        ("loan", "a lawn mowr is no golden thing", {}),
        ("loan", "the lawnmover", {"tool": "lawn-mower"}),
        ("loan", "a WA please", {"tool": "wa"}),
        ("loan", "a wa please", {"tool": "wa"}),
        ("loan", "A wa please", {}),
        ("loan", "was it there", {}),
        ("loan", "DR950 or DR9500?", {}),
        ("loan", "not the DR950", {}),
        ("loan", "DR950ではないほう", {}),
        ("repair", "we have an SLA", {"sla": "active"}),
        ("repair", "is it free if our SLA is still active?", {"sla": "active"}),
        ("repair", "we don't have any SLA", {"sla": "none"}),
        ("repair", "without SLA", {"sla": "none"}),
        ("repair", "our SLA has expired", {"sla": "none"}),
        ("repair", "do I need an SLA for that", {}),
        ("repair", "SLAに入っています", {"sla": "active"}),
        ("repair", "SLAに入っていません", {"sla": "none"}),
        ("repair", "SLAは必要ですか", {}),
        ("repair", "SLAなしで", {"sla": "none"}),
        ("repair", "yes it is insured", {"insured": "yes"}),
        ("repair", "it is not insured", {"insured": "no"}),
    ],
)
def test_options_are_filled_in_only_where_they_are_stated(topic: str, text: str, facts: dict[str, str]) -> None:
    assert stated(topic, text) == facts


def test_a_choice_among_topics_says_nothing_new_in_one_of_them() -> None:
    assert stated("loan", "loan, and then repair") == {}
    assert stated("closing", "is repair over") == {"request": "repair"}


@pytest.mark.parametrize(
    ("topic", "text", "facts"),
    [
        ("repair", "60 km away", {"distance_km": "60"}),
        ("repair", "６０．５キロ", {"distance_km": "60.5"}),
        ("repair", "60 miles", {}),
        ("repair", "60 km or 70 km", {}),
        ("loan", "for three years", {"years": "3"}),
        ("loan", "3年間", {"years": "3"}),
        ("loan", "3 years ago", {}),
        ("loan", "30 years", {}),
        ("rules", "60 km, 3 years, on 3 April 2026", {}),
        ("repair", "I bought it on 3 April 2026", {"purchase_date": "2026-04-03"}),
        ("loan", "the loan ends on 3 April 2026", {"loan_end": "2026-04-03"}),
        (
            "loan",
            "bought 3 April 2026, and it runs until 2027-04-03",
            {"purchase_date": "2026-04-03", "loan_end": "2027-04-03"},
        ),
        ("loan", "on 3 April 2026", {}),
        ("repair", "my loan ends 3 April 2026", {"loan_end": "2026-04-03"}),
        ("repair", "will it open on 3 April 2026?", {}),
        ("repair", "today I want it mended", {}),
        ("loan", "昨日買いました", {"purchase_date": "2026-11-22"}),
        ("repair", "the call was logged yesterday at 5 pm", {"logged_at": "2026-11-22T17:00"}),
    ],
)
def test_days_and_numbers_go_to_the_one_fact_that_they_fit(topic: str, text: str, facts: dict[str, str]) -> None:
    assert stated(topic, text) == facts


@given(text=st.text(max_size=300), topic=st.sampled_from(list(TOPICS)))
def test_any_text_states_facts_of_the_policy_only(text: str, topic: str) -> None:
    assert set(stated(topic, text)) <= set(POLICY.facts)


def test_a_bare_name_leads_to_what_asks_for_it_in_doubt() -> None:
    found = MATCHER.understand("DR950?", NOW)
    assert [one.topic for one in found.matches] == ["loan", "repair"]
    assert (found.facts, found.outcome) == ({"tool": "dr950"}, "doubt")


def test_a_strange_name_makes_a_question_another_firms() -> None:
    clearance = MATCHER.index.rank("closing time of Avaya").clearance
    drawn = MATCHER.index.limits
    limits = replace(drawn, clear=clearance - 0.1, lead=1.0, weights=(*drawn.weights[:-1], -1.0))
    strict = replace(MATCHER, index=replace(MATCHER.index, limits=limits))
    assert strict.understand("closing time of Avaya", NOW).matches == ()
    assert strict.understand("closing time of avaya", NOW).matches


@pytest.mark.parametrize("text", ["do I have a DR950?", "are we on the DR950?", "うちはDR950ですか"])
def test_whether_the_asker_has_something_is_not_known(text: str) -> None:
    found = MATCHER.understand(text, NOW)
    assert (found.confident, "tool" in found.facts) == (False, False)


def test_who_asks_for_people_is_told_whose() -> None:
    assert MATCHER.understand("what is the phone number?", NOW).contacts == ()
