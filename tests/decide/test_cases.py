"""Cases as programs send them: strict JSON, and the shape of one case."""

import pytest

from assistant.decide.cases import Case, JsonNumber, Unreadable, decode, read_case

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
    [b"", b"{", b"\xff", b"NaN", b'{"a": Infinity}', b'{"a": 1, "a": 2}', b'{"a": 1} x', b"[" * 100_000, b"{'a': 1}"],
)
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
