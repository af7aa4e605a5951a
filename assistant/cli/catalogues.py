"""`i18n …`: the work on translations."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import WRONG, as_data
from assistant.commands import catalogues
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_catalogues(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `i18n`."""
    group = typer.Typer(help=words.say("Work on translations."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="i18n")
    _add_daily(group, known, words)
    _add_languages(group, known, words)


def _add_daily(group: typer.Typer, known: Settings, words: Words) -> None:
    """What translators and those who change sentences call every day."""
    data = as_data(words)
    typo = words.say("A sentence in which only the spelling was mended: its context or, for one of the interface, the"
                     " sentence as it is now. Its translations stay valid. May be given several times.")  # fmt: skip

    @group.command(help=words.say("Bring all catalogues in step with the content and the code."))
    def sync(typo: Annotated[list[str] | None, typer.Option(help=typo, metavar="CONTEXT")] = None) -> None:
        for path in catalogues.brought_in_step(known, words, typo or ()):
            typer.echo(path)

    @group.command(help=words.say("Check all translations; print every fault with its file and line."))
    def check(as_json: Annotated[bool, data] = False) -> None:
        raise typer.Exit(WRONG if catalogues.check_catalogues(known, words, typer.echo, as_json) else 0)

    @group.command(help=words.say("Show how much of each catalogue is translated."))
    def stats(as_json: Annotated[bool, data] = False) -> None:
        typer.echo(catalogues.progress(known, words, as_json), nl=False)


def _add_languages(group: typer.Typer, known: Settings, words: Words) -> None:
    """What makes a language."""

    @group.command(help=words.say("Make a new language: its description and all its catalogues, still empty."))
    def add(
        language: Annotated[str, typer.Argument(help=words.say("Its code, such as fr or pt-BR."))],
    ) -> None:
        typer.echo(catalogues.add(known, words, language))

    @group.command(help=words.say("Make test languages: longer and accented, from right to left, and message ids."))
    def pseudo(
        folder: Annotated[Path, typer.Argument(help=words.say("A new folder, for a copy of the locales."))],
    ) -> None:
        typer.echo(catalogues.pseudo(known, words, folder))
