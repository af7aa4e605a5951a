"""The command line: `policy-assistant …`. Exit status 0 fine, 1 content or answer wrong, 2 called wrongly."""

import sys
from collections.abc import Callable
from functools import partial

import typer
from typer.exceptions import TyperException

from assistant import __version__
from assistant.cli.answering import add_answering
from assistant.cli.batches import add_batches, add_measuring
from assistant.cli.catalogues import add_catalogues
from assistant.cli.content import add_content
from assistant.cli.editions import add_editions
from assistant.cli.options import MISUSED, WRONG
from assistant.cli.sources import add_sources
from assistant.cli.speaking import complaint, reason, speak
from assistant.cli.starting import add_starting
from assistant.commands import answers
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.faults import say_faults
from assistant.i18n.words import Words
from assistant.loading import terminal_words
from assistant.settings import Settings, settings


def make_app(known: Settings, words: Words) -> typer.Typer:
    """The commands, with help in the language of `words`."""
    app = typer.Typer(
        help=words.say("Exact answers from policy documents: is it free, when is it due, am I covered?"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    add_answering(app, known, words)
    add_batches(app, known, words)
    add_measuring(app, words)
    add_content(app, known, words)
    add_catalogues(app, known, words)
    add_editions(app, known, words)
    add_sources(app, known, words)
    add_starting(app, known, words)
    return app


def _guarded(run: Callable[[], int | None], words: Words) -> int:
    """Runs a command; what goes wrong on purpose becomes a sentence and an exit status."""
    try:
        return run() or 0
    except TyperException as error:
        typer.echo(complaint(error, words), err=True)
        return MISUSED
    except ContentError as error:
        typer.echo(say_faults(error.faults, words), err=True)
        return WRONG
    except UnknownPage as error:
        typer.echo(answers.complaint(error, words), err=True)
        return MISUSED
    except answers.Usage as error:
        typer.echo(str(error), err=True)
        return MISUSED
    except OSError as error:
        typer.echo(reason(error, words), err=True)
        return MISUSED


def main() -> None:
    """The entry point of the installed command."""
    if sys.argv[1:] == ["--version"]:
        typer.echo(__version__)
        return
    known = settings()
    try:
        words = terminal_words(known)
    except ContentError as error:  # the languages themselves are wrong: English is left
        typer.echo(str(error), err=True)
        sys.exit(WRONG)
    command = typer.main.get_command(make_app(known, words))
    speak(command, words)
    sys.exit(_guarded(partial(command, standalone_mode=False), words))
