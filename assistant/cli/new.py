"""`new …`: how a policy or a topic begins."""

from pathlib import Path

import click

from assistant.cli.documents import read_blocks
from assistant.cli.terminal import COMMANDS, FILE, Group, Terminal
from assistant.i18n import N_
from assistant.workbench.scaffold.beginning import Begun, begin_policy, begin_topic
from assistant.workbench.scaffold.document import Paper
from assistant.workbench.scaffold.to_dos import to_do_lines

new = Group("new", help=COMMANDS["new"])


@new.command("policy", help=N_("Write the first files of a policy. They pass the check, and say what is to be done."))
@click.argument("policy", metavar="ID", help=N_("The id of the new policy."))
@click.option("--lang", help=N_("The language of the document; that of the terminal if left out."))
@click.option("--from", "document", type=FILE, help=N_("Its document: begin with its clauses, headings and tables."))
@click.option("--topic", default="first-topic", help=N_("The id of its first topic."))
def new_policy(terminal: Terminal, policy: str, lang: str | None, document: Path | None, topic: str) -> None:
    """Says what was written, and what is to be done."""
    known, language = terminal.known, lang or terminal.words.language.id
    paper = Paper(read_blocks(terminal, document), known.locales, language) if document else None
    _tell(terminal, begin_policy(known, policy, language, topic, paper))


@new.command("topic", help=N_("Write the first files of a topic, and add it to its policy's list."))
@click.argument("place", metavar="POLICY/ID", help=N_("The policy, and the new topic's id."))
def new_topic(terminal: Terminal, place: str) -> None:
    """Says the same."""
    _tell(terminal, begin_topic(terminal.known, place))


def _tell(terminal: Terminal, begun: Begun) -> None:
    words = terminal.words
    written = [words.say("Written:"), *(f"  {path}" for path in begun.written)]
    click.echo("\n".join([*written, *to_do_lines(begun.to_do, words)]))
