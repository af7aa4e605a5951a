"""`source …`: the work on a policy's document."""

from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from assistant.cli.options import WRONG, as_data
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_sources(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `source`."""
    group = typer.Typer(
        help=words.say("Work on the document behind a policy."), no_args_is_help=True, rich_markup_mode=None
    )
    app.add_typer(group, name="source")
    _add_outline(group, known, words)
    _add_compare(group, known, words)
    _add_coverage(group, known, words)


def _named(words: Words) -> OptionInfo:
    """`--policy`."""
    option: OptionInfo = typer.Option("--policy", help=words.say("The policy whose document it is."))
    return option


def _add_outline(group: typer.Typer, known: Settings, words: Words) -> None:
    named = _named(words)

    @group.command(help=words.say("Print the outline of a document, clause by clause, as source.yaml has it."))
    def outline(
        file: Annotated[Path, typer.Argument(help=words.say("Text, Markdown, HTML, PDF or DOCX."))],
        policy: Annotated[str, named],
        earlier: Annotated[
            Path | None,
            typer.Option(help=words.say("The document that the present outline was made from, to know changes by.")),
        ] = None,
        write: Annotated[bool, typer.Option("--write", help=words.say("Write it to the policy's folder."))] = False,
    ) -> None:
        # Reading documents is slow to import, and most commands read none.
        from assistant.commands import sources

        typer.echo(sources.outline(known, words, file, policy, earlier, write), nl=False)


def _add_compare(group: typer.Typer, known: Settings, words: Words) -> None:
    named, data = _named(words), as_data(words)
    about = words.say(
        "List what a new edition of a document changes, and what rests on it. Exit status 1 where anything changed."
    )
    given = words.say("The new document, or the earlier one and the new one, to see the words.")

    @group.command(help=about)
    def compare(
        files: Annotated[list[Path], typer.Argument(help=given)],
        policy: Annotated[str | None, named] = None,
        markdown: Annotated[
            bool, typer.Option("--markdown", help=words.say("Print Markdown, a list to tick off."))
        ] = False,
        as_json: Annotated[bool, data] = False,
    ) -> None:
        # As above.
        from assistant.commands import sources

        form: sources.Form = "json" if as_json else "markdown" if markdown else "text"
        text, found = sources.compare(known, words, files, policy, form)
        typer.echo(text, nl=False)
        raise typer.Exit(WRONG if found else 0)


def _add_coverage(group: typer.Typer, known: Settings, words: Words) -> None:
    data = as_data(words)

    @group.command(help=words.say("Show what rests on each clause, and on which clauses each thing rests."))
    def coverage(
        policy: Annotated[str | None, typer.Argument(help=words.say("The policy; all of them if left out."))] = None,
        as_json: Annotated[bool, data] = False,
    ) -> None:
        # As above.
        from assistant.commands import sources

        typer.echo(sources.coverage(known, words, policy, as_json), nl=False)
