"""`edition …`: the editions of the content."""

from typing import Annotated

import typer

from assistant.cli.options import as_data
from assistant.commands import editions
from assistant.i18n.load import Words
from assistant.settings import Settings


def add_editions(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `edition`."""
    data = as_data(words)
    group = typer.Typer(help=words.say("Keep editions of the content."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="edition")

    @group.command(help=words.say("Keep the present edition, so that links made from it can show their answer later."))
    def freeze(
        policy: Annotated[str | None, typer.Argument(help=words.say("The policy; all of them if left out."))] = None,
    ) -> None:
        typer.echo(editions.freeze(known, words, policy), nl=False)

    @group.command("list", help=words.say("List the editions of each policy."))
    def list_editions(as_json: Annotated[bool, data] = False) -> None:
        typer.echo(editions.listed(known, words, as_json), nl=False)
