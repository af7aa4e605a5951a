"""The bricks of every record: literals as they are written in content, sentences with their gaps, discriminators."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from assistant.model.record import (
    ClauseId,
    Clock,
    Count,
    Id,
    Ids,
    Placed,
    ReadingId,
    Record,
    Text,
    as_list,
    literal_or_mapping,
    number_or_name,
    read_amount,
    read_clock,
    read_count,
    read_day,
    read_flag,
    shown,
    unique,
)


@pytest.mark.parametrize(
    ("read", "raw", "value"),
    [
        (read_day, "2000-01-01", dt.date(2000, 1, 1)),
        (read_day, "2099-12-31", dt.date(2099, 12, 31)),
        (read_day, dt.date(2026, 4, 3), dt.date(2026, 4, 3)),
        (read_clock, "00:00", dt.time(0)),
        (read_clock, "23:59", dt.time(23, 59)),
        (read_clock, dt.time(9), dt.time(9)),
        (read_count, "0", 0),
        (read_count, "-10", -10),
        (read_count, "999999999", 999_999_999),
        (read_count, 7, 7),
        (read_amount, "0", Decimal(0)),
        (read_amount, "2.700", Decimal("2.7")),
        (read_amount, "999999999.999", Decimal("999999999.999")),
        (read_amount, Decimal("-1"), Decimal("-1")),
        (read_flag, "yes", True),
        (read_flag, "no", False),
        (read_flag, False, False),
    ],
)
def test_a_literal_is_read(read: Callable[[object], object], raw: object, value: object) -> None:
    found = read(raw)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("read", "raw", "wrong"),
    [
        (read_day, "1999-12-31", "the day 1999-12-31 lies outside 2000-01-01 to 2099-12-31"),
        (read_day, "2100-01-01", "the day 2100-01-01 lies outside 2000-01-01 to 2099-12-31"),
        (read_day, "2026-02-30", "there is no day 2026-02-30"),
        (read_day, "2026-2-3", "a day is wanted here, not '2026-2-3'"),
        (read_day, "２０２６-０４-０３", "a day is wanted here, not '２０２６-０４-０３'"),
        (read_day, ["2026-04-03"], "a day is wanted here, not […]"),
        (read_day, {"day": 3}, "a day is wanted here, not {…}"),
        (read_clock, "24:00", "a time of day is wanted here, not '24:00'"),
        (read_clock, "9:00", "a time of day is wanted here, not '9:00'"),
        (read_clock, 540, "a time of day is wanted here, not '540'"),
        (read_count, "1000000000", "a whole number is wanted here, not '1000000000'"),
        (read_count, "01", "a whole number is wanted here, not '01'"),
        (read_count, "+1", "a whole number is wanted here, not '+1'"),
        (read_count, "1.0", "a whole number is wanted here, not '1.0'"),
        (read_count, True, "a whole number is wanted here, not 'True'"),
        (read_amount, "2.7001", "a number is wanted here, not '2.7001'"),
        (read_amount, "-1", "a number is wanted here, not '-1'"),
        (read_amount, ".5", "a number is wanted here, not '.5'"),
        (read_flag, "true", "yes or no is wanted here, not 'true'"),
        (read_flag, "", "yes or no is wanted here, not ''"),
    ],
)
def test_what_is_none_is_told_as_it_stands(read: Callable[[object], object], raw: object, wrong: str) -> None:
    with pytest.raises(PydanticCustomError) as unfit:
        read(raw)
    assert unfit.value.type == "unfit"
    assert unfit.value.context is not None
    assert str(unfit.value.context["wrong"]) == wrong
    assert str(unfit.value.context["mend"])


def test_a_value_is_shown_as_it_stands_in_its_file() -> None:
    assert [shown(raw) for raw in ("a", 3, {"a": 1}, ["a"], None)] == ["'a'", "'3'", "{…}", "[…]", "[…]"]


@pytest.mark.parametrize("written", ["a", "a-1", "3c", "not_sure", "x" * 60])
def test_an_id_is_small_letters_and_figures(written: str) -> None:
    assert TypeAdapter(Id).validate_python(written) == written


@pytest.mark.parametrize("written", ["", "A", "a b", "a--b", "-a", "a.b", "é", "x" * 61, 3])
def test_nothing_else_is_an_id(written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id, config={"strict": True}).validate_python(written)


def test_clauses_and_readings_have_ids_of_their_own() -> None:
    clause, reading = TypeAdapter(ClauseId), TypeAdapter(ReadingId)
    assert clause.validate_python("contract.term-2") == "contract.term-2"
    assert reading.validate_python("R18") == "R18"
    for kind, wrong in ((clause, ".a"), (clause, "a..b"), (reading, "R"), (reading, "R1000"), (reading, "r1")):
        with pytest.raises(ValidationError):
            kind.validate_python(wrong)


SENTENCE: TypeAdapter[Text] = TypeAdapter(Text)


def test_a_sentence_knows_its_path_its_note_and_its_gaps() -> None:
    found = SENTENCE.validate_python(Placed("Until {until}, {on}.", "leave.topics.a.title", "Not a heading."))
    assert (found.context, found.source, found.note) == (
        "leave.topics.a.title",
        "Until {until}, {on}.",
        "Not a heading.",
    )
    assert found.gaps == {"until", "on"}
    assert SENTENCE.dump_python(found) == "Until {until}, {on}."
    assert SENTENCE.validate_python(found) is found


def test_sentences_are_the_same_whatever_is_noted_on_them() -> None:
    assert Text("a", "b", "one note") == Text("a", "b", "another")
    assert Text("a", "b") != Text("other", "b")


@pytest.mark.parametrize("written", ["{", "}", "{}", "{A}", "{a b}", "{ a}", "{a}}", " ", "", "\n", 3, ["a"], None])
def test_a_sentence_without_sense_is_a_fault(written: object) -> None:
    with pytest.raises(ValidationError) as found:
        SENTENCE.validate_python(written)
    assert [one["type"] for one in found.value.errors()] == ["unfit"]


def test_a_record_is_frozen_strict_and_knows_all_its_fields() -> None:
    class Stop(Record):
        at: Clock
        tracks: Count = 1

    found = Stop(at=dt.time(9))
    with pytest.raises(ValidationError):
        found.tracks = 2
    for wrong in ({"at": "9"}, {"at": "09:00", "track": "1"}, {}):
        with pytest.raises(ValidationError):
            Stop.model_validate(wrong)


@pytest.mark.parametrize(("raw", "items"), [("a", ("a",)), (["a", "b"], ("a", "b")), (("a",), ("a",))])
def test_one_item_may_stand_without_its_list(raw: object, items: tuple[str, ...]) -> None:
    assert TypeAdapter(Ids).validate_python(raw) == items
    assert as_list(raw) == items


def test_what_is_no_list_is_left_to_be_refused() -> None:
    assert as_list({"a": 1}) == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        (3, "#number"),
        ("3", "#number"),
        ("-3", "#number"),
        ("3a", "#name"),
        ("notice", "#name"),
        ("", "#name"),
        (None, "#name"),
    ],
)
def test_a_number_is_told_from_a_name(raw: object, tag: str) -> None:
    assert number_or_name(raw) == tag


def test_a_mapping_is_told_from_a_literal() -> None:
    class Cell(Record):
        table: str

    mappings, literals = ({"table": "a"}, Cell(table="a")), ("a", 3)
    assert set(map(literal_or_mapping, mappings)) == {"#mapping"}
    assert set(map(literal_or_mapping, literals)) == {"#literal"}


def test_each_stands_once_in_the_order_of_its_first() -> None:
    assert unique([("b", "a"), (), ("a", "c", "b")]) == ("b", "a", "c")
