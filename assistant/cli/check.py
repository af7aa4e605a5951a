"""`check`: everything that is wrong in content and catalogues."""

import json
from collections.abc import Sequence

import click

from assistant.cli.terminal import COMMANDS, JSON, WRONG, Command, Terminal
from assistant.errors import ContentError, Fault
from assistant.i18n.faults import fault_record, say_fault
from assistant.i18n.words import Words
from assistant.loading import load_all_words, now
from assistant.workbench.editions.approval import check_approvals, reminders, reviews
from assistant.workbench.editions.links import untold
from assistant.workbench.faults import faults_of, misunderstood
from assistant.workbench.scaffold.to_dos import all_to_dos, to_do_lines


@click.command("check", cls=Command, help=COMMANDS["check"])
@JSON
@click.pass_obj
def check(terminal: Terminal, as_json: bool) -> int:
    """
    Prints everything that is wrong; the exit status is 1 where anything is.

    For people it then lists what is no fault: where nothing is wrong, the phrases that do not find their own topic; and
    what is marked as to be done.
    """
    wrong = _check(terminal, as_json)
    for line in () if as_json else to_do_lines(all_to_dos(terminal.known), terminal.words):
        click.echo(line)
    return WRONG if wrong else 0


def _check(terminal: Terminal, as_json: bool) -> bool:
    known, words = terminal.known, terminal.words
    try:
        library, faults = faults_of(known)
    except ContentError as error:
        return report(error.faults, words, "", as_json)
    fine = words.say(
        "Everything is in order. Policies: {policies}; topics: {topics}.",
        policies=len(library.policies),
        topics=len(library.topics),
    )
    for name in library.policies:
        faults += [*untold(known.content / name), *check_approvals(known.content / name, known.signers)]
    wrong = report(faults or misunderstood(known, library), words, fine, as_json)
    if not wrong and not as_json:
        # Asking phrases needs a library for arrays, for which nobody should wait who has faults to mend.
        from assistant.workbench.evaluation.left_out import load_left_out, lost_phrases

        click.echo(lost_phrases(load_left_out(known, library), words))
        due = reviews(known, library, load_all_words(known))
        for line in reminders(due, now().date(), words):
            click.echo(line)
    return wrong


def report(faults: Sequence[Fault], words: Words, fine: str, as_json: bool) -> bool:
    """Prints every fault, then how many there are, or that all is `fine`; whether there are any."""
    if as_json:
        click.echo(json.dumps([fault_record(fault, words) for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(say_fault(fault, words))
        click.echo(words.plural("{count} fault", "{count} faults", len(faults)) if faults else fine)
    return bool(faults)
