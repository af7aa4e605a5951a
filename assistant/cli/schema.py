"""`schema`: what helps whoever writes content: schemas for an editor, and the list of words where guides stand."""

import click

from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.workbench.scaffold.schemas import write_page, write_schemas


@click.command("schema", cls=Command, help=COMMANDS["schema"])
@click.pass_obj
def schema(terminal: Terminal) -> None:
    """Prints the path of each file that was written."""
    for path in (*write_schemas(terminal.known), *write_page(terminal.known)):
        click.echo(path)
