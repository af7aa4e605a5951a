"""`schema`: what helps an editor with the content."""

import click

from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.workbench.scaffold.schemas import write_schemas


@click.command("schema", cls=Command, help=COMMANDS["schema"])
@click.pass_obj
def schema(terminal: Terminal) -> None:
    """Prints the path of each schema that was written."""
    for path in write_schemas(terminal.known):
        click.echo(path)
