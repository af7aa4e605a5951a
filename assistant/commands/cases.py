"""One case or one question of a batch, from plain JSON values to a record; anything that is wrong becomes a fault."""

import datetime as dt
from collections.abc import Mapping

from assistant.decide import FactFault
from assistant.decide.cases import read_case, text_in
from assistant.loading import Clock, today
from assistant.match.understanding import Understanding, Understands
from assistant.model.policy import Library
from assistant.present.answer.ask import told_of
from assistant.present.answer.records import invalid_record, outcome_record

Record = Mapping[str, object]


def answer_case(library: Library, given: Mapping[str, object], clock: Clock) -> Record:
    """One case decided. Without `on` it is asked for today in the policy's time zone."""
    case, faults = read_case(given)
    if faults:
        return invalid_record(faults)
    policy = library.policies.get(case.policy)
    on: str | dt.date = case.on if case.on is not None else today(policy, clock) if policy else ""
    return outcome_record(told_of(library, case.policy, case.topic, case.aspect, case.facts, on, case.unknown).outcome)


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


def answer_question(matcher: Understands, case: Mapping[str, object], clock: Clock) -> Record:
    """One question matched. `now` is a local moment on the policy's own clock; without it, it is now."""
    faults: list[FactFault] = []
    question = text_in(case, "q", faults)
    moment = clock()
    if "now" in case:
        try:
            moment = dt.datetime.fromisoformat(text_in(case, "now", faults))
        except ValueError:
            faults.append(FactFault("now", "moment-wanted", {}))
    if faults:
        return {"matches": [], "facts": {}, "confident": False, **invalid_record(tuple(faults))}
    return understood_record(matcher.understand(question, moment))
