"""`batch`: many cases, decided."""

import datetime as dt
from functools import partial

from assistant.cli.files import Kind, command_of
from assistant.cli.lines import Case
from assistant.cli.output import Record
from assistant.cli.spread import Handle
from assistant.decide.cases import KEYS, by_present_ids, read_case, renamed_ids
from assistant.loading import today
from assistant.model.policy import Library
from assistant.present.answer.ask import told_of
from assistant.present.answer.records import invalid_record, outcome_record
from assistant.settings import Settings

ANSWERED = (
    "id",
    "status",
    "verdict",
    "dates",
    "notes",
    "values",
    "cites",
    "readings",
    "fact",
    "errors",
    "edition",
    "renamed",
)


def deciding(library: Library, known: Settings, moment: dt.datetime) -> Handle:
    """What decides a case. Without `on` it is asked for the day that it is in the policy's time zone at this moment."""
    return partial(_decided, library, moment)


def _decided(library: Library, moment: dt.datetime, given: Case) -> Record:
    sent, faults = read_case(given)
    if faults:
        return invalid_record(faults)
    case = by_present_ids(library, sent)
    on: dt.date | str | None = case.on
    if on is None:
        policy = library.policies.get(case.policy)
        on = today(policy, lambda: moment) if policy else ""
    told = told_of(library, case.policy, case.topic, case.aspect, case.facts, on, case.unknown)
    return outcome_record(told.outcome) | ({"renamed": renamed} if (renamed := renamed_ids(library, sent)) else {})


CASES = Kind(frozenset(KEYS) - {"facts"}, frozenset({"policy", "topic", "aspect"}), ANSWERED, deciding)
batch = command_of("batch", CASES)
