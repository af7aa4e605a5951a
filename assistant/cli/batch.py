"""`batch`: many cases, decided."""

import datetime as dt
from pathlib import Path

import click

from assistant.cli.files import SOURCE, TARGET, Kind, answer_lines
from assistant.cli.lines import Case
from assistant.cli.output import Record
from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.decide.cases import KEYS, read_case
from assistant.loading import load_library, today
from assistant.model.policy import Library
from assistant.present.answer.ask import told_of
from assistant.present.answer.records import invalid_record, outcome_record

ANSWERED = ("id", "status", "verdict", "dates", "notes", "values", "cites", "readings", "fact", "errors", "edition")
CASES = Kind(frozenset(KEYS) - {"facts"}, frozenset({"policy", "topic", "aspect"}), ANSWERED)


@click.command("batch", cls=Command, help=COMMANDS["batch"])
@SOURCE
@TARGET
@click.pass_obj
def batch(terminal: Terminal, source: Path, target: Path) -> int:
    """Decides each case of a file."""
    library = load_library(terminal.known)
    return answer_lines(terminal, source, target, CASES, lambda case: _decided(library, case))


def _decided(library: Library, given: Case) -> Record:
    """One case decided. Without `on` it is asked for today in the policy's time zone."""
    case, faults = read_case(given)
    if faults:
        return invalid_record(faults)
    on: dt.date | str | None = case.on
    if on is None:
        policy = library.policies.get(case.policy)
        on = today(policy) if policy else ""
    return outcome_record(told_of(library, case.policy, case.topic, case.aspect, case.facts, on, case.unknown).outcome)
