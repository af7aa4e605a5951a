"""
Cases as programs send them: strict JSON, in which a number counts as its text, and the shape of one case; and a case
with former ids by those of today.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.decide import FactFault
from assistant.decide.aliases import BETWEEN, fact_now, owner, place_now, renamings
from assistant.model.policy import Library, Policy


class JsonNumber(str):
    """A number as it is written in JSON: it counts as its text."""


class Unreadable(ValueError):
    """What was sent is no JSON in UTF-8, or a name stands in one of its objects twice."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("a name stands in one object twice")
    return found


def _constant(name: str) -> object:
    raise Unreadable(f"{name} is no number")


LONGEST = 1_000_000
"""Bytes of the longest line that is read."""
DEEPEST = 100
"""Lists and objects inside each other."""
ENCODER = json.JSONEncoder(ensure_ascii=False)
DECODER = json.JSONDecoder(
    parse_int=JsonNumber, parse_float=JsonNumber, parse_constant=_constant, object_pairs_hook=_object
)


def decode(data: bytes) -> object:
    """
    The JSON value in `data`, with numbers as `JsonNumber`. Raises `Unreadable` where it is not one JSON value in UTF-8.
    """
    try:
        text = data.decode().removeprefix("\ufeff").strip()
        found, end = DECODER.raw_decode(text)
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"this is not JSON in UTF-8: {error}") from None
    if end < len(text):
        raise Unreadable(f"this is not JSON in UTF-8: more stands behind the value, from character {end} on")
    if text.count("[") + text.count("{") > DEEPEST and _deep(found):
        raise Unreadable("too many lists and objects stand inside each other")
    value: object = found
    return value


def _deep(value: object) -> bool:
    level, depth = [value], 0
    while level and depth <= DEEPEST:
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
        ]
        depth += 1
    return depth > DEEPEST


def encode(value: object) -> bytes:
    """The JSON of what `decode` gave: every number as it was written."""
    match value:
        case JsonNumber():
            return value.encode()
        case dict():
            return b"{%s}" % b",".join(b"%s:%s" % (encode(name), encode(one)) for name, one in value.items())
        case list():
            return b"[%s]" % b",".join(map(encode, value))
    try:
        return ENCODER.encode(value).encode()
    except UnicodeEncodeError:  # half of a surrogate pair is valid in JSON as an escape, and in no other way
        return json.dumps(value).encode()


def read_line(line: bytes) -> dict[str, object]:
    """
    The JSON object on one line. Raises `Unreadable` where the line is too long, not UTF-8, not JSON, or no object.
    """
    if len(line) > LONGEST:
        raise Unreadable("the line is too long")
    found = decode(line)
    if not isinstance(found, dict):
        raise Unreadable("a JSON object is wanted")
    return found


class Case(NamedTuple):
    """
    One case whose shape is right; whether its ids and values are is for the engine to say. `on` may be left out.

    `unknown` are the facts that are said not to be known.
    """

    policy: str
    topic: str
    aspect: str
    facts: Mapping[str, str]
    on: str | None
    unknown: tuple[str, ...] = ()


KEYS = ("id", "policy", "topic", "aspect", "on", "facts", "unknown", "lang")
"""What a case may hold. Its texts come in `lang`, where it has any."""
KNOWN = frozenset(KEYS)
MOST_FACTS = 60
"""Facts of one case, known or not: a form that asks for more is none that anybody answers."""


def strangers(given: Iterable[str], known: Sequence[str]) -> Iterator[FactFault]:
    """A fault for each key that is not known: what it was meant to say would be lost."""
    return (FactFault(name, "no-such-key", {"given": name}, tuple(known)) for name in given if name not in known)


def read_case(given: Mapping[str, object]) -> tuple[Case, tuple[FactFault, ...]]:
    """A case, and what is wrong with its shape; where anything is, the case is not to be answered."""
    if len(given) > MOST_FACTS:
        return Case("", "", "", {}, None), (FactFault("facts", "too-many-facts", {"most": str(MOST_FACTS)}),)
    faults = list(strangers(given, KEYS)) if not given.keys() <= KNOWN else []
    policy, topic = text_in(given, "policy", faults), text_in(given, "topic", faults)
    aspect, on = text_in(given, "aspect", faults), text_in(given, "on", faults) if "on" in given else None
    facts = _facts(given.get("facts", {}), faults)
    unknown = _unknown(given["unknown"], faults) if "unknown" in given else ()
    if len(facts) + len(unknown) > MOST_FACTS:
        faults.append(FactFault("facts", "too-many-facts", {"most": str(MOST_FACTS)}))
    return Case(policy, topic, aspect, facts, on, unknown), tuple(faults)


def _facts(given: object, faults: list[FactFault]) -> dict[str, str]:
    if not isinstance(given, dict):
        faults.append(FactFault("facts", "object-wanted", {}))
        return {}
    if len(given) <= MOST_FACTS:
        faults += [FactFault(name, "text-wanted", {}) for name, value in given.items() if not isinstance(value, str)]
    return given


def _unknown(given: object, faults: list[FactFault]) -> tuple[str, ...]:
    if isinstance(given, list) and (len(given) > MOST_FACTS or all(isinstance(name, str) for name in given)):
        return tuple(given)
    faults.append(FactFault("unknown", "list-wanted", {}))
    return ()


def text_in(values: Mapping[str, object], name: str, faults: list[FactFault]) -> str:
    """The text under a name; where none stands there, a fault is added."""
    value = values.get(name)
    if isinstance(value, str):
        return value
    faults.append(FactFault(name, "text-wanted" if name in values else "left-out", {}))
    return ""


def by_present_ids(library: Library, case: Case) -> Case:
    """
    A case by the ids of today; what is no former id stays as it is.

    Where two facts that were merged say two things, both stay as they were, for neither is the one that was meant.
    """
    policy = owner(library, case.policy)
    if policy is None or policy.aliases is None:
        return case
    renamed = tuple(renamings(policy, case.policy))
    topic, aspect = place_now(renamed, case.topic, case.aspect)
    facts: dict[str, str] = {}
    for name, text in case.facts.items():
        now, value = fact_now(renamed, name, text)
        if now != name and (now in case.facts or facts.get(now, value) != value):
            now, value = name, text
        facts[now] = _ordered(policy, now, value)
    unknown = tuple(dict.fromkeys(fact_now(renamed, name, "")[0] for name in case.unknown))
    return Case(policy.id, topic, aspect, facts, case.on, unknown)


def _ordered(policy: Policy, name: str, text: str) -> str:
    """Several options in the order in which the fact has them."""
    ids = policy.facts[name].ids() if name in policy.facts and BETWEEN in text else ()
    return BETWEEN.join(sorted(text.split(BETWEEN), key=ids.index)) if {*text.split(BETWEEN)} <= {*ids} else text


def renamed_ids(library: Library, case: Case) -> dict[str, str]:
    """What a case names by former ids, each with the present one, facts as `name=value`: for whoever is to be told."""
    now = by_present_ids(library, case)
    if now is case:
        return {}
    then, present = (f"{one.policy}/{one.topic}/{one.aspect}" for one in (case, now))
    found = {then: present} if then != present else {}
    renamed = tuple(renamings(library.policies[now.policy], case.policy))
    for name, text in case.facts.items():
        fact, value = fact_now(renamed, name, text)
        if (fact, value) != (name, text) and fact in now.facts and name not in now.facts.keys() - {fact}:
            found[f"{name}={text}"] = f"{fact}={now.facts[fact]}"
    return found
