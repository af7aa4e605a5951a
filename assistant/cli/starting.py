"""`new …` and `schema`: how a policy or a topic begins, and what helps an editor."""

from typing import Annotated

import typer

from assistant.commands import starting
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_starting(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the group `new`, and `schema`."""
    group = typer.Typer(help=words.say("Begin a policy or a topic."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="new")

    @group.command(
        help=words.say("Write the first files of a policy. They pass the check, and say what is to be done.")
    )
    def policy(
        policy: Annotated[str, typer.Argument(metavar="ID", help=words.say("The id of the new policy."))],
        lang: Annotated[str, typer.Option(help=words.say("The language of the document."))] = words.language.id,
        topic: Annotated[str, typer.Option(help=words.say("The id of its first topic."))] = "first-topic",
    ) -> None:
        typer.echo(starting.new_policy(known, words, policy, lang, topic), nl=False)

    @group.command(help=words.say("Write the first files of a topic, and add it to its policy's list."))
    def topic(
        place: Annotated[
            str, typer.Argument(metavar="POLICY/ID", help=words.say("The policy, and the new topic's id."))
        ],
    ) -> None:
        typer.echo(starting.new_topic(known, words, place), nl=False)

    @app.command(help=words.say("Write the JSON Schemas that help an editor with the content, in schemas/ beside it."))
    def schema() -> None:
        for path in starting.write_schemas(known):
            typer.echo(path)
