"""`batch`, `match-batch`, `match-eval`: many questions."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import as_data
from assistant.commands import batches
from assistant.i18n.words import Words
from assistant.settings import Settings


def add_batches(app: typer.Typer, known: Settings, words: Words) -> None:
    """Adds the commands that answer many questions."""
    source = typer.Argument(help=words.say("File to read, JSONL or CSV; - for standard input."))
    target = typer.Argument(help=words.say("File to write, JSONL or CSV; - for standard output."))

    @app.command(help=words.say("Decide many cases: one case a line, answered in order."))
    def batch(source: Annotated[Path, source], target: Annotated[Path, target]) -> None:
        batches.batch(known, words, source, target)

    @app.command("match-batch", help=words.say("Match many questions to topics: one question a line, in order."))
    def match_batch(source: Annotated[Path, source], target: Annotated[Path, target]) -> None:
        batches.match_batch(known, words, source, target)


def add_measuring(app: typer.Typer, words: Words) -> None:
    """Adds the command that measures matching."""
    data = as_data(words)

    @app.command("match-eval", help=words.say("Measure how well phrases match labelled questions."))
    def match_eval(
        phrases: Annotated[Path, typer.Argument(help=words.say("Phrases, JSONL: topic, lang, phrase."))],
        questions: Annotated[
            Path, typer.Argument(help=words.say("Questions, JSONL: q, lang, topic; topic null where none answers."))
        ],
        typos: Annotated[int, typer.Option(help=words.say("Typing errors to add to each question."), min=0)] = 0,
        seed: Annotated[int, typer.Option(help=words.say("Another seed gives other typing errors."))] = 0,
        as_json: Annotated[bool, data] = False,
    ) -> None:
        # It needs a library for arrays, which no other command should wait for.
        from assistant.workbench.evaluation import measurement as evaluation

        typer.echo(evaluation.evaluated(words, phrases, questions, typos, seed, as_json), nl=False)
