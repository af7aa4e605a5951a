"""Batch files: one case a line, JSONL, CSV or Parquet, answered in order; what cannot be read never stops the run."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from assistant.cli.lines import Case, Line, bounded, is_csv, rows_of
from assistant.cli.output import STANDARD, Output, Pack, csv_heading, csv_rows, json_lines, written
from assistant.cli.spread import Answering, Done, Part, Work, Workers, cluster, processes, spread
from assistant.cli.terminal import COMMANDS, FILE, WRONG, Command, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.loading import now

PARQUET = ".parquet"
MOST_CASES, MOST_BYTES = 1000, 2_000_000
"""Of one part; a process has at most a few of them in its memory."""


@dataclass(frozen=True, slots=True)
class Kind:
    """
    What a command answers. In a CSV file every column is a fact that is not one of a case's `own`, where these are
    named; by the columns `asked` a CSV file is known that has no name; `columns` are those of the answers, which
    come of `answering`.
    """

    own: frozenset[str] | None
    asked: frozenset[str]
    columns: Sequence[str]
    answering: Answering


def command_of(name: str, kind: Kind) -> click.Command:
    """The command of this name, which answers each case of a file as `kind` has it."""

    @click.command(name, cls=Command, help=COMMANDS[name])
    @click.argument("source", type=FILE, help=N_("File to read, JSONL, CSV or Parquet; - for standard input."))
    @click.argument("target", type=FILE, help=N_("File to write, JSONL, CSV or Parquet; - for standard output."))
    @click.option(
        "--jobs", type=click.IntRange(1, 256), default=1, show_default=False, help=N_("Processes that answer together.")
    )
    @click.option("--scheduler", help=N_("Dask scheduler whose workers answer, such as tcp://10.0.0.1:8786."))
    def command(terminal: Terminal, source: Path, target: Path, jobs: int, scheduler: str | None) -> int:
        return answer_lines(terminal, source, target, kind, jobs, scheduler)

    return command


def answer_lines(
    terminal: Terminal, source: Path, target: Path, kind: Kind, jobs: int = 1, scheduler: str | None = None
) -> int:
    """
    Answers each case of a file and writes its record with its id, in order, with a progress bar on a terminal only.
    Who answers: this process, so many (`jobs`) of this machine, or the workers of a Dask `scheduler`.

    The exit status: 0, or 1 where no line could be answered. Whoever sits at a terminal is told how many could not.

    Raises:
        OSError: a file cannot be opened or written; what stood in the target is as it was.
        Usage: the target is the source, a library is not installed, or whoever should answer cannot.
    """
    if source.is_file() and target.is_file() and source.samefile(target):
        raise Usage(told("{file}: the answers would be written over the cases. Name another file.", file=target))
    lines = invalid = 0
    with ExitStack() as stack:
        read = Reading(source, kind, stack, bool(scheduler))
        workers = stack.enter_context(_workers(jobs, scheduler))
        put = stack.enter_context(written(target))
        pack, write = stack.enter_context(_form(put, target, kind))
        answered = spread(Work(kind.answering, now(), terminal.known, pack), read.parts, workers)
        for done in _watched(answered, read, terminal) if sys.stderr.isatty() and read.size else answered:
            write(done.packed)
            lines, invalid = lines + done.number, invalid + done.invalid
    nothing = 0 < lines == invalid
    if nothing or (invalid and sys.stderr.isatty()):
        _tell(terminal, invalid, lines)
    return WRONG if nothing else 0


def _workers(jobs: int, scheduler: str | None) -> AbstractContextManager[Workers | None]:
    return cluster(scheduler) if scheduler else processes(jobs) if jobs > 1 else nullcontext()


def _tell(terminal: Terminal, invalid: int, lines: int) -> None:
    one, many = "{invalid} of {count} line is invalid.", "{invalid} of {count} lines are invalid."
    click.echo(terminal.words.plural(one, many, lines, invalid=str(invalid)), err=True)


@contextmanager
def _form(put: Output, target: Path, kind: Kind) -> Iterator[tuple[Pack, Callable[[bytes], None]]]:
    """What makes of answers what stands in a file of this name, wherever that is done, and what writes it."""
    match target.suffix.lower():
        case ".parquet":
            parquet = _parquet(target)
            rows = parquet.Rows(put, kind.columns)
            yield partial(parquet.rows, kind.columns), rows.write
            rows.close()
        case ".csv":
            put.write(csv_heading(kind.columns))
            yield partial(csv_rows, kind.columns), put.write
        case _:
            yield json_lines, put.write


def _parquet(file: Path) -> ModuleType:
    try:
        # An extra: most files are lines.
        return import_module("assistant.cli.parquet")
    except ImportError:
        command = "pip install 'policy-assistant[parquet]'"
        raise Usage(
            told(
                "{file}: reading and writing Parquet takes one more package. Run: {command}", file=file, command=command
            )
        ) from None


class Reading:
    """
    The cases of a file in `parts`, each of so many, of fewer where they are long, of more for a cluster, which is
    `far`; `at` is how much of its `size` in bytes has been read.
    """

    def __init__(self, source: Path, kind: Kind, stack: ExitStack, far: bool) -> None:
        self.at, self.size = 0, source.stat().st_size if source.is_file() else 0
        if source.suffix.lower() == PARQUET:
            self.parts = self._rows(source, kind, far)
            return
        read = sys.stdin.buffer if str(source) == STANDARD else stack.enter_context(source.open("rb"))
        lines, csv = self._counted(bounded(read)), source.suffix.lower() == ".csv"
        if str(source) == STANDARD:
            csv, lines = is_csv(lines, kind.asked)
        self.parts = self._lines(rows_of(lines, kind.own) if csv else lines)

    def _lines(self, items: Iterator[Line | Case | str]) -> Iterator[Part]:
        part, start = list[Line | Case | str](), self.at
        for one in items:
            part.append(one)
            if len(part) == MOST_CASES or self.at - start > MOST_BYTES:
                yield part
                part, start = [], self.at
        if part:
            yield part

    def _counted(self, lines: Iterator[Line]) -> Iterator[Line]:
        for line in lines:
            self.at += len(line or b"")
            yield line

    def _rows(self, source: Path, kind: Kind, far: bool) -> Iterator[Part]:
        try:
            count, parts = _parquet(source).read_rows(source, kind.own, far)
            for part in parts:
                self.at += self.size * part.count // count
                yield part
        except ValueError:
            raise Usage(told("{file}: this is no Parquet that can be read.", file=source)) from None


def _watched(answered: Iterable[Done], read: Reading, terminal: Terminal) -> Iterator[Done]:
    """The same, with a bar that shows how much of the file has been read."""
    shown = 0
    with click.progressbar(length=read.size, label=terminal.words.say("Answering"), file=sys.stderr) as bar:
        for done in answered:
            yield done
            bar.update(read.at - shown)
            shown = read.at
