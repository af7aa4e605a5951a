"""`dossier`: all that a policy answers as one document, for whoever approves it."""

from pathlib import Path

import click

from assistant.cli.terminal import COMMANDS, Command, Terminal
from assistant.i18n import N_
from assistant.loading import load_all_words, read_policy, today
from assistant.workbench.editions.dossier import dossier as made
from assistant.workbench.editions.versions import translations_of


@click.command("dossier", cls=Command, help=COMMANDS["dossier"])
@click.argument("policy", help=N_("The policy."))
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=N_("Write it into this file."))
def dossier(terminal: Terminal, policy: str, output: Path | None) -> None:
    """Prints the document as HTML, which a browser prints as PDF."""
    one = read_policy(terminal.known, policy).policies[policy]
    translations = translations_of(terminal.known.locales, [one])[policy]
    html = made(terminal.known.content / policy, one, load_all_words(terminal.known), translations, today(one))
    if output is None:
        click.echo(html, nl=False)
    else:
        output.write_text(html, "utf-8")
        click.echo(terminal.words.say("{file}: written", file=output))
