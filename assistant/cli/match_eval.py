"""`match-eval`: how well phrases match questions whose topics are known."""

from pathlib import Path

import click

from assistant.cli.terminal import COMMANDS, FILE, JSON, Command, Terminal
from assistant.i18n import N_
from assistant.workbench.evaluation.measurement import evaluated


@click.command("match-eval", cls=Command, help=COMMANDS["match-eval"])
@click.argument("phrases", type=FILE, help=N_("Phrases, JSONL: topic, lang, phrase."))
@click.argument("questions", type=FILE,
                help=N_("Questions, JSONL: q, lang, topic; topic null where none answers."))  # fmt: skip
@click.option("--typos", type=click.IntRange(min=0), default=0, help=N_("Typing errors to add to each question."))
@click.option("--seed", type=int, default=0, help=N_("Another seed gives other typing errors."))
@JSON
@click.pass_obj
def match_eval(terminal: Terminal, phrases: Path, questions: Path, typos: int, seed: int, as_json: bool) -> None:
    """Prints the figures."""
    click.echo(evaluated(terminal.words, phrases, questions, typos, seed, as_json), nl=False)
