"""`schema`: what helps whoever writes content: schemas for an editor."""

import click

from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.workbench.scaffold.schemas import write_schemas


@click.command("schema", cls=Command, help=COMMANDS["schema"])
def schema(terminal: Terminal) -> None:
    """Prints the path of each file that was written."""
    for path in write_schemas(terminal.known):
        click.echo(path)
