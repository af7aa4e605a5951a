"""`store …`: what is kept of questions in vain and of replies, for whoever runs the service."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from assistant.cli.output import Record, csv_heading, csv_rows, json_lines, written
from assistant.cli.terminal import COMMANDS, FILE, Group, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.i18n.formats import format_number
from assistant.loading import now
from assistant.store import reached
from assistant.store.records import Kept

store = Group("store", help=COMMANDS["store"])
COLUMNS = ("id", "kind", "day", "language", "outcome", "topic", "aspect", "edition", "answered", "text", "number")


@store.command("export", help=N_("Write everything that is kept: CSV where the name ends so, else JSON lines."))
@click.argument("target", type=FILE, default=Path("-"), help=N_("Where to write it; - for standard output."))
def export(terminal: Terminal, target: Path) -> None:
    """Writes a line for each record, the oldest first."""
    with reached(terminal.known) as database:
        kept = database.read()
    with written(target) as output:
        if target.suffix == ".csv":
            output.write(csv_heading(COLUMNS) + csv_rows(COLUMNS, records(kept)))
        else:
            output.write(json_lines(records(kept)))


def records(kept: Kept) -> Iterator[tuple[str, Record]]:
    """Each record by its key; a count by what it counts."""
    for kind, group in (("question", kept.questions), ("reply", kept.opinions)):
        for one in group:
            row = asdict(one)
            yield row.pop("key"), {"kind": kind, **row}
    for count, number in kept.counts:
        yield f"{count.day} {count.topic} {count.aspect}".strip(), {"kind": "count", **asdict(count), "number": number}


@store.command("delete", help=N_("Remove records for good: by their ids, or all that hold some text."))
@click.argument("ids", nargs=-1, help=N_("Ids, as `store export` writes them."))
@click.option("--holding", multiple=True, help=N_("Remove what holds this text. May be given several times."))
def delete(terminal: Terminal, ids: Sequence[str], holding: Sequence[str]) -> None:
    """Says how many were removed."""
    if not ids and not any(holding):
        raise Usage(told("Name ids, or a text with --holding."))
    with reached(terminal.known) as database:
        _tell(terminal, database.remove(ids, filter(None, holding)))


@store.command("purge", help=N_("Remove for good what is older than so many days."))
@click.option("--days", type=click.IntRange(0, 36500), help=N_("Days to keep; those of the settings if left out."))
def purge(terminal: Terminal, days: int | None) -> None:
    """Says how many were removed. With 0 days nothing stays but what is of today."""
    with reached(terminal.known) as database:
        before = now().date() - dt.timedelta(days=database.limits.days if days is None else days)
        _tell(terminal, database.purge(before.isoformat()))


def _tell(terminal: Terminal, number: int) -> None:
    words = terminal.words
    shown = format_number(number, words.language)
    click.echo(words.plural("{shown} record was removed.", "{shown} records were removed.", number, shown=shown))
