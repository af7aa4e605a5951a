"""`ask`, `decide`, `draw`: one question."""

from typing import Annotated

import typer

from assistant.cli.options import as_data, spoken
from assistant.commands import answers
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_answering(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the commands that answer one question."""
    data = as_data(words)
    language = typer.Option("--lang", help=words.say("Language of the answer, such as en or ja."))

    @app.command(help=words.say("Answer a question asked in your own words."))
    def ask(
        question: Annotated[str, typer.Argument(help=words.say("The question, in quotes."))],
        why: Annotated[bool, typer.Option("--why", help=words.say("Print also why it was understood so."))] = False,
        lang: Annotated[str | None, language] = None,
        as_json: Annotated[bool, data] = False,
    ) -> None:
        typer.echo(answers.asked(known, spoken(known, words, lang), question, as_json, why), nl=False)

    _add_decide(app, known, words)

    @app.command(help=words.say("Print a topic's rules as a Mermaid flowchart."))
    def draw(
        topic: Annotated[str, typer.Argument(help=words.say("policy/topic"))],
        aspect: Annotated[
            str | None, typer.Argument(help=words.say("free, due or covered; all of them if left out."))
        ] = None,
        lang: Annotated[str | None, language] = None,
    ) -> None:
        typer.echo(answers.drawn(known, spoken(known, words, lang), topic, aspect), nl=False)


def _add_decide(app: typer.Typer, known: Settings, words: Words) -> None:
    data = as_data(words)
    language = typer.Option("--lang", help=words.say("Language of the answer, such as en or ja."))

    @app.command(help=words.say("Decide one question of a topic from facts."))
    def decide(
        place: Annotated[
            str, typer.Argument(help=words.say("policy/topic/aspect; the aspect is free, due or covered."))
        ],
        facts: Annotated[list[str] | None, typer.Argument(help=words.say("Facts, as name=value."))] = None,
        on: Annotated[
            str | None, typer.Option(help=words.say("The day asked about, YYYY-MM-DD; today if left out."))
        ] = None,
        unknown: Annotated[
            list[str] | None, typer.Option(help=words.say("A fact that is not known; may be given several times."))
        ] = None,
        lang: Annotated[str | None, language] = None,
        as_json: Annotated[bool, data] = False,
    ) -> None:
        said = spoken(known, words, lang)
        given = answers.facts_of(facts or [], said)
        text, status = answers.decided(known, said, answers.place_of(place, said), given, on, as_json, unknown or ())
        typer.echo(text, nl=False)
        raise typer.Exit(status)
