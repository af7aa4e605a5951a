"""Each line of *How do I say …* comes to what stands in its last column."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from assistant.content.syntax import read_yaml
from assistant.decide import canonical
from assistant.model.policy import Policy
from assistant.vocabulary.condition import When
from assistant.vocabulary.conditions.alternatives import AllOf
from assistant.vocabulary.trail import Condition, Run
from assistant.vocabulary.wording import Value
from tests.conftest import ROOT
from tests.vocabulary.given import Given, counted

PAGE = (ROOT / "docs" / "how-do-i-say.md").read_text("utf-8")
ROW = re.compile(r"^\| (?P<need>[^|]+) \| [^|]+ \| `(?P<written>[^`]+)` \| (?P<comes>[^|]+) \|$", re.MULTILINE)
ROWS = [pytest.param(row["written"], row["comes"], id=row["need"]) for row in ROW.finditer(PAGE)]
WHEN: TypeAdapter[When] = TypeAdapter(When)
ON = dt.date(2026, 1, 15)
KNOWN: Mapping[str, Value] = {"on": ON, "starts": dt.date(2026, 12, 1)}


def value(text: str) -> Value:
    """A value as it stands on the page."""
    if re.fullmatch(r"[0-9.]+", text):
        return Decimal(text)
    if text[:1].isdigit():
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    return text


def values(text: str) -> dict[str, Value]:
    """Names and values: `begins=2026-10-01 ends=2026-10-15`."""
    return {**KNOWN, **{name: value(given) for name, _, given in (pair.partition("=") for pair in text.split())}}


def holds(policy: Policy, when: When, known: Mapping[str, Value]) -> bool:
    """Whether all these conditions hold."""
    return all(_held(policy, name, test, known) for name, test in when.items())


def _held(policy: Policy, name: str, test: Condition, known: Mapping[str, Value]) -> bool:
    if isinstance(test, AllOf):
        return all(_held(policy, name, one, known) for one in test.each())
    ask = test.compiled(name, Given(policy, known))
    return ask.tested(*(get(Run({}, ON)) for get in ask.inputs)).held


@pytest.mark.parametrize(("written", "comes"), ROWS)
def test_a_line_comes_to_what_it_says(policy: Policy, written: str, comes: str) -> None:
    said = read_yaml(f"it: {written}\n", "page").data("")["it"]
    if isinstance(said, tuple | list):
        start, _, end = comes.partition(" → ")
        found = counted(policy, {"start": "begun", "steps": said}, **{**KNOWN, "begun": value(start)})
        assert canonical(found.value) == end
    elif "→" in comes:
        known, _, result = comes.partition(" → ")
        assert canonical(counted(policy, said, **values(known)).value) == result
    else:
        when = WHEN.validate_python(said)
        assert [holds(policy, when, values(one)) for one in comes.split(", ")] == [True, False]


def test_every_line_is_read() -> None:
    run = PAGE.partition("## Facts, calendars, documents")[0]
    assert len(ROWS) == run.count("\n| ") - 2 * run.count("\n| --- ")
    assert len(ROWS) >= 30
