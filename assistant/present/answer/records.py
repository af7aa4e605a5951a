"""Outcomes as plain data with ids: a line of a batch file, and the API's answers."""

from typing import TypedDict

from assistant.decide import Answer, Counted, Needs, Outcome, canonical
from assistant.decide.outcome import FactFault
from assistant.present.answer.page import details_of
from assistant.present.answer.possible import OpenView


class FaultRecord(TypedDict):
    """One fault: the name of what is wrong, the reason's id, its details."""

    name: str
    reason: str
    details: dict[str, str]


class OutcomeRecord(TypedDict, total=False):
    """What stands in a batch line besides its id. Which keys are there depends on `status`."""

    status: str
    verdict: str
    dates: dict[str, str]
    notes: list[str]
    values: dict[str, int | str]
    cites: list[str]
    readings: list[str]
    fact: str
    errors: list[FaultRecord]
    edition: str


def outcome_record(outcome: Outcome) -> OutcomeRecord:
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
            "edition": outcome.edition,
        }
    if isinstance(outcome, Needs):
        return {"status": "needs", "fact": outcome.fact, "edition": outcome.edition}
    return invalid_record(outcome.faults)


def _number(counted: Counted) -> int | str:
    return counted.value if isinstance(counted.value, int) else canonical(counted.value)


def invalid_record(faults: tuple[FactFault, ...]) -> OutcomeRecord:
    """Nothing can be answered, and why."""
    return {
        "status": "invalid",
        "errors": [{"name": fault.name, "reason": fault.reason, "details": details_of(fault)} for fault in faults],
    }


class PossibleRecord(TypedDict):
    """An answer that is still possible: for people, and what must hold among what is not known."""

    verdict: str
    text: str
    where: list[str]
    depends: str


class OpenRecord(TypedDict):
    """
    What is possible where something is not known. `whole` is false where there may be more.

    `ask` is the question that decides most among those that nobody said they cannot answer, else `find_out` the
    unknown fact that decides most; null where there is none.
    """

    possible: list[PossibleRecord]
    whole: bool
    ask: str | None
    find_out: str | None


def open_record(view: OpenView) -> OpenRecord:
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
    return {"unknown": list(outcome.open)} if isinstance(outcome, Answer) and outcome.open else {}


class StepRecord(TypedDict):
    """One step of a date's counting: its word, from and to, and the days skipped with their reason."""

    step: str
    before: str
    after: str
    skipped: list[tuple[str, str]]


class TestRecord(TypedDict):
    """One condition as it was asked."""

    name: str
    value: str
    held: bool


class TraceRecord(TypedDict):
    """One rule that was asked: its id, the path of its sentence, whether it held, and its conditions."""

    rule: str
    path: str
    held: bool
    tests: list[TestRecord]


def trace(outcome: Answer | Needs) -> list[TraceRecord]:
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


def counting(answer: Answer) -> dict[str, list[StepRecord]]:
    """How each date of an answer was counted."""
    return {
        name: [
            {
                "step": next(iter(type(taken.step).model_fields)),
                "before": canonical(taken.before),
                "after": canonical(taken.after),
                "skipped": [(day.isoformat(), why) for day, why in taken.skipped],
            }
            for taken in counted.steps
        ]
        for name, counted in answer.dates.items()
    }
