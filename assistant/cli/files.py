"""Batch files: one case a line, JSONL or CSV, answered in order; a line that cannot be read never stops the run."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from assistant.cli.lines import Case, bounded, is_csv, lines_of, rows_of
from assistant.cli.output import STANDARD, Record, csv_writer, json_writer, written
from assistant.cli.terminal import FILE, WRONG, Terminal
from assistant.decide import FactFault
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.present.answer.records import invalid_record

SOURCE = click.argument("source", type=FILE, help=N_("File to read, JSONL or CSV; - for standard input."))
TARGET = click.argument("target", type=FILE, help=N_("File to write, JSONL or CSV; - for standard output."))


@dataclass(frozen=True, slots=True)
class Kind:
    """
    What a command answers. In a CSV file every column is a fact that is not one of a case's `own`, where these are
    named; by the columns `asked` a CSV file is known that has no name; `columns` are those of the answers.
    """

    own: frozenset[str] | None
    asked: frozenset[str]
    columns: Sequence[str]


def answer_lines(terminal: Terminal, source: Path, target: Path, kind: Kind, handle: Callable[[Case], Record]) -> int:
    """
    Handles each case of a file and writes its record with its id, in order, with a progress bar on a terminal only.

    The exit status: 0, or 1 where no line could be answered. Whoever sits at a terminal is told how many could not.

    Raises:
        OSError: a file cannot be opened or written; what stood in the target is as it was.
        Usage: the target is the source.
    """
    if source.is_file() and target.is_file() and source.samefile(target):
        raise Usage(told("{file}: the answers would be written over the cases. Name another file.", file=target))
    with ExitStack() as stack:
        read = sys.stdin.buffer if str(source) == STANDARD else stack.enter_context(source.open("rb"))
        put = stack.enter_context(written(target))
        write = csv_writer(put, kind.columns) if target.suffix.lower() == ".csv" else json_writer(put)
        cases = _cases(read, source, kind)
        if sys.stderr.isatty() and source.is_file():
            cases = _watched(cases, read, source.stat().st_size, terminal)
        lines = invalid = 0
        for case in cases:
            record = _unreadable(case) if isinstance(case, str) else handle(case)
            write(None if isinstance(case, str) else case.get("id"), record)
            lines += 1
            invalid += record.get("status") == "invalid"
    nothing = 0 < lines == invalid
    if nothing or (invalid and sys.stderr.isatty()):
        _tell(terminal, invalid, lines)
    return WRONG if nothing else 0


def _tell(terminal: Terminal, invalid: int, lines: int) -> None:
    one, many = "{invalid} of {count} line is invalid.", "{invalid} of {count} lines are invalid."
    click.echo(terminal.words.plural(one, many, lines, invalid=str(invalid)), err=True)


def _cases(read: BinaryIO, source: Path, kind: Kind) -> Iterator[Case | str]:
    lines, csv = bounded(read), source.suffix.lower() == ".csv"
    if str(source) == STANDARD:
        csv, lines = is_csv(lines, kind.asked)
    return rows_of(lines, kind.own) if csv else lines_of(lines)


def _unreadable(why: str) -> Record:
    return invalid_record((FactFault("line", "line-unreadable", {"why": why}),))


def _watched(cases: Iterable[Case | str], read: BinaryIO, size: int, terminal: Terminal) -> Iterator[Case | str]:
    """The same cases, with a bar that shows how much of their file has been read."""
    done = 0
    with click.progressbar(length=size, label=terminal.words.say("Answering"), file=sys.stderr) as bar:
        for case in cases:
            yield case
            if ahead := read.tell() - done:
                bar.update(ahead)
                done += ahead
