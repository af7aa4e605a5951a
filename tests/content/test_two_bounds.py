"""`{after: a, before: b}` of one name holds between the two alone, whichever is written first."""

import pytest

from assistant.content import read_policy
from assistant.decide import Answer, decide
from tests.content.conftest import Folder

TOPIC = """\
id: holiday
title: Holiday
about: Days off.
derived:
  notice: {label: Notice, cell: {table: notice, row: kind}, cites: [days]}
covered:
  - {id: inside, when: {%s}, verdict: covered, say: It lies inside., cites: [days]}
  - {id: outside, verdict: not-covered, say: It lies outside., notes: [sorry], cites: [days], next: form}
"""
CASES = "examples:\n  - {name: A case, topic: holiday, aspect: covered, on: 2026-01-05, expect: {needs: %s}}\n"
BOUNDS = [
    ("days", "3", "10", ["4", "9"], ["3", "10", "1"]),
    ("starts", "2026-01-01", "2026-02-01", ["2026-01-02", "2026-01-31"], ["2026-01-01", "2026-02-01", "2025-12-31"]),
    ("starts", "on", "2026-02-01", ["2026-01-06", "2026-01-31"], ["2026-01-05", "2026-02-01"]),
    (
        "at", "\"2026-01-05T09:00\"", "\"2026-01-05T17:00\"", ["2026-01-05T09:01", "2026-01-05T16:59"],
        ["2026-01-05T09:00", "2026-01-05T17:00", "2026-01-06T12:00"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "low", "high", "inside", "outside"), BOUNDS)
@pytest.mark.parametrize("written", ["after: {low}, before: {high}", "before: {high}, after: {low}"])
def test_two_bounds_side_by_side_hold_between_them(
    folder: Folder, fact: str, low: str, high: str, inside: list[str], outside: list[str], written: str
) -> None:
    folder.write("topics/holiday.yaml", TOPIC % f"{fact}: {{{written.format(low=low, high=high)}}}")
    folder.write("examples/cases.yaml", CASES % fact)
    policy = read_policy(folder.path)
    ends = {}
    for value in (*inside, *outside):
        answer = decide(policy, "holiday", "covered", {fact: value}, "2026-01-05")
        assert isinstance(answer, Answer)
        ends[value] = answer.verdict
    assert ends == {**dict.fromkeys(inside, "covered"), **dict.fromkeys(outside, "not-covered")}
