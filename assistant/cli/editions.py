"""`edition …`: the editions of the content, and what changes from one to another."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import MISUSED, WRONG, as_data, spoken
from assistant.commands import editions
from assistant.errors import ContentError
from assistant.i18n.faults import say_faults
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_editions(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `edition`."""
    data = as_data(words)
    group = typer.Typer(help=words.say("Keep editions of the content, and compare them."), no_args_is_help=True,
                        rich_markup_mode=None)  # fmt: skip
    app.add_typer(group, name="edition")
    _add_diff(group, known, words)

    @group.command(help=words.say("Keep the present edition, so that links made from it can show their answer later."))
    def freeze(
        policy: Annotated[str | None, typer.Argument(help=words.say("The policy; all of them if left out."))] = None,
    ) -> None:
        typer.echo(editions.freeze(known, words, policy), nl=False)

    @group.command("list", help=words.say("List the editions of each policy."))
    def list_editions(as_json: Annotated[bool, data] = False) -> None:
        typer.echo(editions.listed(known, words, as_json), nl=False)

    @group.command(help=words.say("Print the holidays in use, as a file for `edition diff --holidays`."))
    def holidays() -> None:
        from assistant.workbench.editions.holiday_files import holidays

        typer.echo(holidays(known, words), nl=False)


def _add_diff(group: typer.Typer, known: Settings, words: Words) -> None:
    say = words.say
    version = say("An edition, a folder or a git revision.")

    @group.command(help=say(
        "Print which answers change from OLD to NEW. Exit status: 0 none, 1 some, 2 the two cannot be compared."
    ))  # fmt: skip
    def diff(
        old: Annotated[str | None, typer.Argument(metavar="OLD", help=version, show_default=False)] = None,
        new: Annotated[str | None, typer.Argument(
            metavar="NEW", help=say("The same; the present content if left out."), show_default=False)] = None,
        policy: Annotated[str | None, typer.Option(help=say("Compare this policy alone."))] = None,
        topic: Annotated[str | None, typer.Option(help=say("Compare this topic alone, as policy/topic."))] = None,
        holidays: Annotated[list[Path] | None, typer.Option(
            help=say("Compare the content under the holidays of this file with those in use, or of a second file."),
            exists=True, dir_okay=False)] = None,
        closed_days: Annotated[list[Path] | None, typer.Option(
            help=say("The same for a file of days on which a company is closed."), exists=True, dir_okay=False)] = None,
        lang: Annotated[str | None, typer.Option(help=say("Language of the answers."))] = None,
        markdown: Annotated[bool, typer.Option("--markdown", help=say("Print Markdown, for a pull request."))] = False,
        as_json: Annotated[bool, as_data(words)] = False,
    ) -> None:  # fmt: skip
        # What walks all paths takes longer to import than the other commands here.
        from assistant.workbench.editions.report import Form, compared
        from assistant.workbench.editions.versions import Wanted

        wanted = Wanted(old, new, policy, topic, tuple(holidays or ()), tuple(closed_days or ()))
        form: Form = "json" if as_json else "markdown" if markdown else "text"
        try:
            text, changed = compared(known, spoken(known, words, lang), wanted, form)
        except ContentError as error:
            # 1 would say that answers change.
            typer.echo(say_faults(error.faults, words), err=True)
            raise typer.Exit(MISUSED) from None
        typer.echo(text, nl=False)
        raise typer.Exit(WRONG if changed else 0)
