"""
Outcomes, and what questions were understood as, as plain data with ids: a line of a batch file, and of the API.

`web.api.records` says what stands in each.
"""

from typing import TYPE_CHECKING

from assistant.decide import Answer, Counted, Needs, Outcome, Taken, canonical
from assistant.decide.cases import Case, by_present_ids
from assistant.decide.outcome import FactFault
from assistant.model.policy import Library, Policy
from assistant.model.rule import Aspect
from assistant.present.answer.ask import find
from assistant.present.answer.possible import OpenView
from assistant.present.faults import details_of, shortened
from assistant.vocabulary.fact import PASSED
from assistant.vocabulary.trail import Reckoned

if TYPE_CHECKING:
    from assistant.match.understanding import Found, Understanding

Record = dict[str, object]


def outcome_record(outcome: Outcome) -> Record:
    """An outcome by its ids, the same in every language."""
    if isinstance(outcome, Answer):
        return {
            "status": "answered",
            "verdict": outcome.verdict,
            "dates": {name: canonical(counted.value) for name, counted in outcome.dates.items()},
            "notes": list(outcome.notes),
            "values": {name: _number(counted) for name, counted in outcome.values.items()},
            "cites": list(outcome.cites),
            "readings": list(outcome.readings),
            "announced": list(outcome.announced),
            "edition": outcome.edition,
        }
    if isinstance(outcome, Needs):
        return {"status": "needs", "fact": outcome.fact, "edition": outcome.edition}
    return invalid_record(outcome.faults)


def _number(counted: Counted) -> int | str:
    return counted.value if isinstance(counted.value, int) else canonical(counted.value)


def invalid_record(faults: tuple[FactFault, ...]) -> Record:
    """Nothing can be answered, and why."""
    return {
        "status": "invalid",
        "errors": [
            {"name": shortened(fault.name), "reason": fault.reason, "details": details_of(fault)} for fault in faults
        ],
    }


def understood(question: str, found: "Understanding") -> Record:
    """What a question was understood as, by ids; `words` are its own, as typed."""
    return {
        "matches": list(map(match_record, found.matches)),
        "facts": dict(found.facts),
        "offered": [
            {"fact": one.fact, "values": list(one.values), "words": question[one.start : one.end], "why": one.why}
            for one in found.offered
        ],
        **({"on": found.day.isoformat()} if found.day else {}),
        "noticed": list(found.left_over(question)),
        "contacts": list(found.contacts),
        "confident": found.confident,
    }


def match_record(found: "Found") -> Record:
    """A topic that a question may be about."""
    return {
        "policy": found.policy,
        "topic": found.topic,
        "aspect": found.aspect,
        "score": round(found.score, 2),
        "phrase": found.phrase,
    }


def open_record(view: OpenView) -> Record:
    """What is still possible, by ids, with sentences in the view's language."""
    return {
        "possible": [
            {"verdict": one.verdict, "text": one.text, "where": list(one.where), "depends": one.depends}
            for one in view.possible
        ],
        "whole": view.whole,
        "ask": view.ask,
        "find_out": view.find_out.fact if view.find_out else None,
    }


def left_open(outcome: Outcome, view: object) -> dict[str, object]:
    """What a record adds where something is not known: `unknown` where it makes no difference, else what is `open`."""
    if isinstance(view, OpenView):
        found = open_record(view)
        asked = found["ask"] or found["find_out"]
        return {"open": found, "fact": asked} if asked else {"open": found}
    return {"unknown": list(outcome.unknown)} if isinstance(outcome, Answer) and outcome.unknown else {}


def given_record(outcome: Answer | Needs) -> dict[str, str]:
    """What an answer rests on, or was used so far, as canonical text."""
    passed = outcome.passed if isinstance(outcome, Answer) else ()
    return {**{name: canonical(value) for name, value in outcome.facts.items()}, **dict.fromkeys(passed, PASSED)}


def trace(outcome: Answer | Needs) -> list[Record]:
    """Every rule that was asked, in order. A group has no rule of its own: its id is empty."""
    return [
        {
            "rule": getattr(judged.item, "id", ""),
            "path": judged.item.say.context if hasattr(judged.item, "say") else "",
            "held": judged.held,
            "tests": [{"name": t.name, "value": canonical(t.value), "held": t.held} for t in judged.tests],
        }
        for judged in outcome.trail
    ]


def counting(answer: Answer) -> dict[str, list[Record]]:
    """How each date of an answer was counted, and each amount reckoned."""
    dates = {name: list(map(_stepped, counted.steps)) for name, counted in answer.dates.items()}
    amounts = {name: list(map(_stepped, one.reckoned)) for name, one in answer.values.items() if one.reckoned}
    return dates | amounts


def _stepped(one: Taken | Reckoned) -> Record:
    skipped = [(day.isoformat(), why) for day, why in one.skipped] if isinstance(one, Taken) else []
    return {"step": one.step.key(), "before": canonical(one.before), "after": canonical(one.after), "skipped": skipped}


def find_present(library: Library, case: Case) -> tuple[Case, Policy, Aspect]:
    """A case under the ids of today, with its policy and its aspect. Raises `UnknownPage` as `find` does."""
    now = by_present_ids(library, case)
    return now, *find(library, now.policy, now.topic, now.aspect)
