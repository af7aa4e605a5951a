"""Cases as programs send them: strict JSON, and the shape of one case."""

import pytest

from assistant.decide.cases import (
    DEEPEST,
    LONGEST,
    MOST_FACTS,
    Case,
    JsonNumber,
    Unreadable,
    decode,
    encode,
    read_case,
    read_line,
)

CASE = {"policy": "leave", "topic": "desk", "aspect": "due"}


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a": [1, 2.50, 1e400, -0, true, null, "x"]}', {"a": ["1", "2.50", "1e400", "-0", True, None, "x"]}),
        (b'\xef\xbb\xbf {"a": "\xe6\x97\xa5"} \n', {"a": "日"}),
        (b"[]", []),
        (b"7", "7"),
    ],
)
def test_a_number_is_the_text_that_was_written(data: bytes, value: object) -> None:
    assert decode(data) == value


def test_a_number_can_be_told_from_a_text() -> None:
    assert isinstance(decode(b"7"), JsonNumber)
    assert not isinstance(decode(b'"7"'), JsonNumber)


@pytest.mark.parametrize(
    "data",
    [b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), b'{"a":' * DEEPEST + b"[]" + b"}" * DEEPEST,
     b"", b"{", b"\xff", b"NaN", b'{"a": Infinity}', b'{"a": 1, "a": 2}', b'{"a": 1} x', b"[" * 100_000, b"{'a': 1}"],
)  # fmt: skip
def test_what_is_no_json_cannot_be_read(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)


@pytest.mark.parametrize(
    ("given", "case"),
    [
        (CASE, Case("leave", "desk", "due", {}, None)),
        ({**CASE, "on": "2026-01-15"}, Case("leave", "desk", "due", {}, "2026-01-15")),
        ({**CASE, "facts": {"kind": "short", "days": JsonNumber("7")}},
         Case("leave", "desk", "due", {"kind": "short", "days": "7"}, None)),
        ({**CASE, "unknown": ["kind"]}, Case("leave", "desk", "due", {}, None, ("kind",))),
        ({**CASE, "id": 7, "lang": None}, Case("leave", "desk", "due", {}, None)),
    ],
)  # fmt: skip
def test_a_case_is_read(given: dict[str, object], case: Case) -> None:
    assert read_case(given) == (case, ())


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"policy": None}, [("policy", "text-wanted")]),
        ({"topic": 7, "aspect": True}, [("topic", "text-wanted"), ("aspect", "text-wanted")]),
        ({"on": None}, [("on", "text-wanted")]),
        ({"facts": []}, [("facts", "object-wanted")]),
        ({"facts": {"kind": True, "sure": "yes", "days": ["7"]}}, [("kind", "text-wanted"), ("days", "text-wanted")]),
        ({"unknown": "kind"}, [("unknown", "list-wanted")]),
        ({"unknown": ["kind", 7]}, [("unknown", "list-wanted")]),
        ({"on": 1, "facts": 1, "unknown": 1}, [("on", "text-wanted"), ("facts", "object-wanted"),
                                               ("unknown", "list-wanted")]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_with_its_shape_is_told(
    change: dict[str, object], faults: list[tuple[str, str]]
) -> None:
    case, found = read_case({**CASE, **change})
    assert [(fault.name, fault.reason) for fault in found] == faults
    assert case.unknown == ()


def test_what_is_missing_is_wanted() -> None:
    assert [fault.name for fault in read_case({})[1]] == ["policy", "topic", "aspect"]


def test_what_is_not_known_in_a_case_is_a_fault() -> None:
    _, faults = read_case({**CASE, "other": None})
    assert [(fault.name, fault.reason) for fault in faults] == [("other", "no-such-key")]


@pytest.mark.parametrize(
    "text",
    ["7", "1.10", "-0", "1e400", "9" * 40, '"日"', '"7"', "null", "true", "[]", "[1.0,[2]]", '{"a":1.50,"b":{"c":[]}}',
     '"\\ud800"', "[" * DEEPEST + "]" * DEEPEST],
)  # fmt: skip
def test_whatever_was_sent_is_written_as_it_was(text: str) -> None:
    assert encode(decode(text.encode())) == text.encode()


@pytest.mark.parametrize("line", [b" " * (LONGEST + 1), b"[]", b"7", b"null", b'"a"', b"{", b"\xff"])
def test_a_line_is_one_object_and_not_too_long(line: bytes) -> None:
    with pytest.raises(Unreadable):
        read_line(line)


def test_a_line_is_read() -> None:
    assert read_line(b' {"policy": "leave", "id": 1.0}\r\n') == {"policy": "leave", "id": "1.0"}


NAMES = [f"f{number}" for number in range(MOST_FACTS)]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"facts": dict.fromkeys(NAMES, "x")}, []),
        ({"unknown": NAMES}, []),
        ({"facts": {"a": "x"}, "unknown": NAMES}, ["too-many-facts"]),
        ({"facts": {**dict.fromkeys(NAMES), "a": None}}, ["too-many-facts"]),
        ({"unknown": [*NAMES, 7]}, ["too-many-facts"]),
        (dict.fromkeys(NAMES), ["too-many-facts"]),
    ],
)
def test_more_facts_than_anybody_answers_are_one_fault(given: dict[str, object], told: list[str]) -> None:
    assert [fault.reason for fault in read_case({**CASE, **given})[1]] == told
