"""One question of the licence desk in two engines that others have written, from the same table of last days."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping

import rule_engine
import zen

from assistant.model.policy import Policy

COLUMN = "hwkc-replacement"
Value = str | dt.date
Ask = Callable[[Mapping[str, Value]], str]
"""Gives the verdict for a system, the day asked about and whether SWA is active."""
Row = tuple[str, str, str, str]
"""The least and the most of the day's ordinal as tests, the system, the SWA, and the verdict: a row of a table."""


def _rows(policy: Policy) -> Iterator[tuple[dict[str, str], str]]:
    """The rules from the top, as tests of `on` (an ordinal), `system` and `swa`, each with its verdict."""
    about = policy.about
    if about.in_force_from is None or about.ended_after is None:
        raise ValueError("the policy has a first and a last day")
    yield {"on": f"< {about.in_force_from.toordinal()}"}, "not-in-force"
    yield {"on": f"> {about.ended_after.toordinal()}"}, "ended"
    yield {"system": '"other"'}, "not-offered"
    for system, columns in policy.tables["availability"].rows.items():
        last = columns[COLUMN]
        if not isinstance(last, dt.date):
            yield {"system": f'"{system}"'}, "not-offered" if last == "not-applicable" else "ended"
        elif last < about.ended_after:
            yield {"system": f'"{system}"', "on": f"> {last.toordinal()}"}, "ended"
    yield {"swa": '"active"'}, "free"
    yield {"swa": '"none"'}, "payable"


def zen_table(policy: Policy) -> Ask:
    """A decision table of zen-engine, which is asked for its trace too."""
    fields = ("on", "system", "swa")
    inputs = [{"id": name, "name": name, "field": name, "type": "expression"} for name in fields]
    rules = [
        {"_id": str(place), **{name: tests.get(name, "") for name in fields}, "verdict": f'"{verdict}"'}
        for place, (tests, verdict) in enumerate(_rows(policy))
    ]
    table = {
        "hitPolicy": "first",
        "inputs": inputs,
        "outputs": [{"id": "verdict", "name": "verdict", "field": "verdict", "type": "expression"}],
        "rules": rules,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table, "position": {"x": 1, "y": 0}},
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "1", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "2", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def ask(given: Mapping[str, Value]) -> str:
        found = decision.evaluate(_plain(given), {"trace": True})
        return str(found["result"]["verdict"])

    return ask


def rule_list(policy: Policy) -> Ask:
    """The same rules as rule-engine's expressions, asked from the top until one matches."""
    rules = [(rule_engine.Rule(" and ".join(_expressions(tests))), verdict) for tests, verdict in _rows(policy)]

    def ask(given: Mapping[str, Value]) -> str:
        plain = _plain(given)
        return next(verdict for rule, verdict in rules if rule.matches(plain))

    return ask


def _expressions(tests: Mapping[str, str]) -> Iterator[str]:
    for name, test in tests.items():
        yield f"{name} {test}" if test[0] in "<>" else f"{name} == {test}"


def _plain(given: Mapping[str, Value]) -> dict[str, str | int]:
    """Neither engine compares days as quickly as numbers: a day is its ordinal."""
    return {name: value.toordinal() if isinstance(value, dt.date) else value for name, value in given.items()}
