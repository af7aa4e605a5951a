"""The family of errors: each says what is wrong in English, and keeps its values apart for other languages."""

import datetime as dt

from assistant.errors import ContentError, Fault, Refusal, UnknownPage, Wording, told, worded


def test_a_wording_is_its_english_with_its_gaps_filled() -> None:
    wording = told("no {kind} is called '{name}'", name="x", kind="fact")
    assert str(wording) == "no fact is called 'x'"
    assert wording.values == (("kind", "fact"), ("name", "x"))
    assert str(told("{a} and {b}", a=1)) == "1 and {b}"


def test_the_same_sentence_is_said_about_something_else() -> None:
    assert told("no fact is called '{name}'").about(name="x") == told("no fact is called '{name}'", name="x")


def test_an_explanation_keeps_its_values_as_they_are() -> None:
    day = dt.date(2026, 1, 15)
    wording = worded("{count} day later: {day}", "{count} days later: {day}", count=3, day=day)
    assert wording == Wording("{count} day later: {day}", (("count", 3), ("day", day)), "{count} days later: {day}")


def fault(file: str, line: int, wrong: str = "W", path: str = "") -> Fault:
    return Fault(file, line, 1, path, told(wrong), told("M"))


def test_a_fault_is_a_place_that_editors_know_and_two_sentences() -> None:
    assert str(fault("a.yaml", 3)) == "a.yaml:3:1: W\n  mend: M"
    assert str(fault("a.yaml", 3, path="x.y")) == "a.yaml:3:1: x.y: W\n  mend: M"


def test_faults_are_told_once_each_in_the_order_of_files() -> None:
    error = ContentError([fault("b", 1), fault("a", 10), fault("a", 9), fault("b", 1)])
    assert [one.place for one in error.faults] == ["a:9:1: ", "a:10:1: ", "b:1:1: "]
    assert str(error).count("mend:") == 3


def test_a_refusal_has_a_reason_and_its_details() -> None:
    refusal = Refusal("day-beyond", year="2100")
    assert (refusal.reason, refusal.details, str(refusal)) == ("day-beyond", {"year": "2100"}, "day-beyond")


def test_an_unknown_page_knows_what_was_looked_for() -> None:
    page = UnknownPage("topic", "refnd", ("refund",))
    assert (page.kind, page.name, page.near, str(page)) == ("topic", "refnd", ("refund",), "no topic 'refnd'")
