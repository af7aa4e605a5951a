"""Lines in: what is no case is said to be none, and takes none of its neighbours with it."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.lines import TOO_LONG, Case, bounded, is_csv, lines_of, rows_of
from assistant.decide.cases import LONGEST, Unreadable, decode, encode, read_line

OWN = frozenset({"id", "policy", "unknown"})


def rows(text: str | bytes) -> list[Case | str]:
    data = text.encode() if isinstance(text, str) else text
    return list(rows_of(bounded(io.BytesIO(data)), OWN))


def ids(found: list[Case | str]) -> list[object]:
    """The id of each case; None where a line is none."""
    return [None if isinstance(one, str) else one["id"] for one in found]


@pytest.mark.parametrize("line", [b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 100_000, b'"x' + b"y" * 1_000_000, b"7"])
def test_unreadable_lines_are_refused(line: bytes) -> None:
    with pytest.raises(Unreadable):
        read_line(line)


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    for read in (lines_of, lambda lines: rows_of(lines, OWN)):
        assert all(isinstance(case, str | dict) for case in read(bounded(io.BytesIO(data))))


@given(st.lists(st.lists(st.text(st.sampled_from('a,"\n\r é'), max_size=5), min_size=2, max_size=2), max_size=6))
def test_what_is_written_as_csv_is_read_as_it_was(cells: list[list[str]]) -> None:
    import csv

    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["id", "fact"], *cells])
    facts = [{"fact": fact} if fact else {} for _, fact in cells]
    assert [one.get("facts", {}) for one in rows(text.getvalue()) if isinstance(one, dict)] == facts


@pytest.mark.parametrize("value", ["1", "-0", "1e400", "12345678901234567890123456789.5", "1.10", '[1.0,{"a":2.50}]'])
def test_numbers_are_written_as_they_came(value: str) -> None:
    assert encode(decode(value.encode())) == value.encode()


def test_what_lies_too_deep_is_refused() -> None:
    assert decode(b"[" * 100 + b"]" * 100)
    with pytest.raises(Unreadable):
        decode(b"[" * 101 + b"]" * 101)
    assert decode(b"[" + b"[]," * 200 + b"[]]")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_quote_that_is_not_closed_costs_its_own_row(end: str) -> None:
    lines = ["id,policy", "1,a", '2,"a', "3,a", "4,a"]
    assert ids(rows(end.join(lines))) == ["1", None, "3", "4"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('id,policy\n1,"a\n2,b\n3,"c\n4,d\n', [None, "2", None, "4"]),
        ('id,policy\n1,a\n2,b\n3,"c', ["1", "2", None]),
        ('id,policy\n1,"a"\n2,"b\n3,"c"\n4,d\n', ["1", None, "3", "4"]),
        ('id,policy\n"1,a\n2,b\n', [None, "2"]),
        ('id,policy,topic\n1,"a,x\n2,b,y\n3,"c",z\n', [None, "2", "3"]),
    ],
)
def test_a_quote_that_is_not_closed_costs_no_other_row(text: str, read: list[str | None]) -> None:
    assert ids(rows(text)) == read


def test_a_cell_may_go_over_several_lines() -> None:
    (case,) = rows('id,policy\n1,"a\nb"\n')
    assert case == {"id": "1", "policy": "a\nb"}


def test_a_quote_that_is_never_closed_does_not_take_all_the_memory() -> None:
    found = rows('id,policy\n1,"a\n' + "2,b\n" * (LONGEST // 4 + 10))
    assert ids(found[:3]) == [None, "2", "2"]
    assert len(found) == LONGEST // 4 + 11


def test_a_line_that_is_too_long_costs_itself() -> None:
    line = b'{"id": "%s"}\n'
    found = list(lines_of(bounded(io.BytesIO(line % b"a" + line % (b"x" * LONGEST) + line % b"b"))))
    assert found == [{"id": "a"}, TOO_LONG, {"id": "b"}]
    assert ids(rows(b"id,policy\n1,a\n2," + b"x" * LONGEST + b"\n3,a\n")) == ["1", None, "3"]


@pytest.mark.parametrize("encoding", ["cp932", "shift_jis", "latin-1", "utf-16"])
def test_another_encoding_is_unreadable(encoding: str) -> None:
    question = "ドングルは無料ですか" if encoding != "latin-1" else "Gerät"
    found = rows(f"id,policy\n1,{question}\n".encode(encoding))
    assert found
    assert not any(isinstance(one, dict) for one in found)
    assert ids(rows(b"id,policy\n1,caf\xe9\n2,a\n")) == [None, "2"]


@pytest.mark.parametrize(
    "head", ["id,fact,fact", "fact,id,fact", "id,id,fact", '"fact",id,fact', "\ufefffact,id,fact", "id,ｆact,fact,fact"]
)
def test_a_column_named_twice_makes_every_row_unreadable(head: str) -> None:
    found = rows(f"{head}\n1,a,b\n2,a,\n")
    assert [type(one) for one in found] == [str, str, str]
    assert str(found[0]).endswith(("twice: fact", "twice: id"))


def test_columns_without_a_name_may_be_many() -> None:
    assert rows("id,fact,,\n1,a,,\n") == [{"id": "1", "facts": {"fact": "a"}}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("id,policy\n1,a", True), ("\ufeffpolicy,id", True), ('{"policy": "a"}', False), ("", False), ("a,b", False)],
)
def test_a_file_without_a_name_is_known_by_its_first_line(text: str, expected: bool) -> None:
    lines: Iterator[bytes | None] = bounded(io.BytesIO(text.encode()))
    found, all_ = is_csv(lines, {"policy", "topic"})
    assert found is expected
    assert b"".join(line or b"" for line in all_).decode() == text


def test_a_bad_line_is_not_lost_in_json_either() -> None:
    text = json.dumps({"id": 1}).encode() + b"\n\n{\n" + json.dumps({"id": 2}).encode()
    assert [isinstance(one, str) for one in lines_of(bounded(io.BytesIO(text)))] == [False, True, False]
