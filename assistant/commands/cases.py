"""One case or one question of a batch, from plain JSON values to a record; anything that is wrong becomes a fault."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide import FactFault
from assistant.loading import Clock, today
from assistant.match.question import Matcher, Understanding
from assistant.model.policy import Library
from assistant.present import invalid_record, outcome_of, outcome_record

Record = Mapping[str, object]


def answer_case(library: Library, case: Mapping[str, object], clock: Clock) -> Record:
    """
    One case decided. Without `on` it is asked for today in the policy's time zone.

    Values are texts; a JSON number must have been read as its text.
    """
    faults: list[FactFault] = []
    policy, topic, aspect = (_text(case, name, faults) for name in ("policy", "topic", "aspect"))
    given = case.get("facts", {})
    facts: dict[str, str] = {}
    if isinstance(given, Mapping):
        facts = {name: _text(given, name, faults) for name in given}
    else:
        faults.append(FactFault("facts", "text-wanted", {}))
    on: str | dt.date = _text(case, "on", faults) if "on" in case else ""
    if faults:
        return invalid_record(tuple(faults))
    if "on" not in case and policy in library.policies:
        on = today(library.policies[policy], clock)
    return outcome_record(outcome_of(library, policy, topic, aspect, facts, on))


def _text(values: Mapping[str, object], name: str, faults: list[FactFault]) -> str:
    value = values.get(name)
    if isinstance(value, str):
        return value
    faults.append(FactFault(name, "text-wanted", {}))
    return ""


def understood_record(understanding: Understanding) -> Record:
    """What a question was understood as, by ids."""
    return {
        "matches": [
            {"policy": m.policy, "topic": m.topic, "aspect": m.aspect, "score": round(m.score, 2), "phrase": m.phrase}
            for m in understanding.matches
        ],
        "facts": dict(understanding.facts),
        "confident": understanding.confident,
    }


def answer_question(matcher: Matcher, case: Mapping[str, object], clock: Clock) -> Record:
    """One question matched. `now` is a local moment on the policy's own clock; without it, it is now."""
    faults: list[FactFault] = []
    question = _text(case, "q", faults)
    moment = clock()
    if "now" in case:
        try:
            moment = dt.datetime.fromisoformat(_text(case, "now", faults))
        except ValueError:
            faults.append(FactFault("now", "moment-wanted", {}))
    if faults:
        return {"matches": [], "facts": {}, "confident": False, **invalid_record(tuple(faults))}
    return understood_record(matcher.understand(question, moment))
