"""`match-eval`: how well phrases match questions whose topics are known."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from assistant.cli.terminal import COMMANDS, FILE, JSON, Command, Terminal
from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.matching import load_stems
from assistant.workbench.evaluation.measurement import Figures, measured
from assistant.workbench.evaluation.questions import read_labelled_phrases, read_labelled_questions


@click.command("match-eval", cls=Command, help=COMMANDS["match-eval"])
@click.argument("phrases", type=FILE, help=N_("Phrases, JSONL: topic, lang, phrase."))
@click.argument("questions", type=FILE, help=N_("Questions, JSONL: q, lang, topic; topic null where none answers."))
@click.option("--typos", type=click.IntRange(min=0), default=0, help=N_("Typing errors to add to each question."))
@click.option("--seed", type=int, default=0, help=N_("Another seed gives other typing errors."))
@JSON
def match_eval(terminal: Terminal, phrases: Path, questions: Path, typos: int, seed: int, as_json: bool) -> None:
    """Prints the figures as a table for people or as JSON."""
    figures = measured(
        read_labelled_phrases(phrases),
        read_labelled_questions(questions),
        load_stems(terminal.known.locales),
        typos,
        seed,
    )
    if as_json:
        click.echo(json.dumps({name: value and round(value, 4) for name, value in asdict(figures).items()}))
    else:
        click.echo("\n".join(f"{value:>10}  {name}" for name, value in _rows(figures, terminal.words)))


def _rows(figures: Figures, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say("questions whose topic comes first"), _percent(figures.top_1)
    yield words.say("questions whose topic is among the first three"), _percent(figures.top_3)
    refused = words.say("out-of-scope questions refused, where 5 % of the others are refused falsely")
    yield refused, _percent(figures.oos_recall)
    yield words.say("half of the questions are answered within"), f"{figures.p50_ms:.2f} ms"
    yield words.say("99 % of the questions are answered within"), f"{figures.p99_ms:.2f} ms"
    yield words.say("to build the index"), f"{figures.build_s:.2f} s"
    yield words.say("memory that the index holds"), f"{figures.index_mb:.1f} MB"


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{100 * rate:.1f} %"
