"""`check` and `serve`: the content as a whole."""

from typing import Annotated

import typer

from assistant.cli.options import WRONG, as_data
from assistant.commands import content, serving
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_content(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the commands for the content as a whole."""
    data = as_data(words)

    @app.command(help=words.say("Check all content and translations; print every fault with its file and line."))
    def check(as_json: Annotated[bool, data] = False) -> None:
        raise typer.Exit(WRONG if content.check(known, words, typer.echo, as_json) else 0)

    @app.command(help=words.say("Serve the web form and the JSON API."))
    def serve(
        host: Annotated[str, typer.Option(help=words.say("Address to listen on."))] = "127.0.0.1",
        port: Annotated[int, typer.Option(help=words.say("Port to listen on."), min=1, max=65535)] = 8000,
        preview: Annotated[
            bool,
            typer.Option(
                "--preview",
                help=words.say("Show what is saved at once, with faults on top and a translators’ workshop."),
            ),
        ] = False,
    ) -> None:
        (serving.serve_preview if preview else serving.serve)(known, host, port)
