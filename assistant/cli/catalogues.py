"""`i18n …`: the work on translations."""

from typing import Annotated

import typer

from assistant.cli.options import WRONG, as_data
from assistant.commands import content
from assistant.i18n.load import Words
from assistant.settings import Settings


def add_catalogues(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `i18n`."""
    data = as_data(words)
    group = typer.Typer(help=words.say("Work on translations."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="i18n")

    @group.command(help=words.say("Bring all catalogues in step with the content and the code."))
    def sync() -> None:
        for path in content.sync(known):
            typer.echo(path)

    @group.command("check", help=words.say("Check all translations; print every fault with its file and line."))
    def check_catalogues() -> None:
        raise typer.Exit(WRONG if content.check_catalogues(known, words, typer.echo) else 0)

    @group.command(help=words.say("Show how much of each catalogue is translated."))
    def stats(
        as_json: Annotated[bool, data] = False,
    ) -> None:
        typer.echo(content.stats(known, as_json), nl=False)
