"""`check`: everything that is wrong in content and catalogues."""

import json
from collections.abc import Iterator, Sequence

import click

from assistant.cli.terminal import COMMANDS, JSON, WRONG, Command, Terminal
from assistant.errors import ContentError, Fault
from assistant.i18n import N_
from assistant.i18n.faults import fault_record, say_fault
from assistant.i18n.words import Words
from assistant.library.editions import edition_path
from assistant.loading import load_all_words, now
from assistant.matching import load_index, load_phrases
from assistant.model.policy import Library, Policy
from assistant.workbench.editions.approval import check_approvals, reminders, reviews
from assistant.workbench.editions.links import untold
from assistant.workbench.faults import faults_of, misunderstood
from assistant.workbench.scaffold.to_dos import ToDo, all_to_dos, to_do_lines
from assistant.workbench.sources.unreviewed import FILE, Unreviewed, unreviewed, unreviewed_lines


@click.command("check", cls=Command, help=COMMANDS["check"])
@click.option("--release", is_flag=True, help=N_("Refuse what is unreviewed, to be done or not frozen, too."))
@click.option("--phrases", is_flag=True, help=N_("List each phrase that does not find its topic, however many."))
@JSON
@click.pass_obj
def check(terminal: Terminal, release: bool, phrases: bool, as_json: bool) -> int:
    """
    Prints everything that is wrong; the exit status is 1 where anything is.

    For people it then lists what is no fault: where nothing is wrong, the phrases that do not find their own topic;
    what is unreviewed since its document changed; and what is marked as to be done. For a release these two are wrong,
    and so is an edition that is not frozen: links that it gives could not show their answer under the next one.
    """
    known, (wrong, library) = terminal.known, _check(terminal, phrases, as_json)
    policies = library.policies.values() if library else ()
    open_ = [one for policy in policies for one in unreviewed(known, policy)]
    marked = all_to_dos(known)
    thawed = [one for one in policies if release and not edition_path(known.content / one.id, one.edition).exists()]
    if library is None and not as_json and any(known.content.glob(f"*/{FILE}")):
        click.echo(terminal.words.say("What is unreviewed is listed once these are mended."))
    for line in () if as_json else _open_lines(open_, marked, thawed, terminal.words):
        click.echo(line)
    return WRONG if wrong or thawed or (release and (open_ or marked)) else 0


def _open_lines(
    open_: Sequence[Unreviewed], marked: Sequence[ToDo], thawed: Sequence[Policy], words: Words
) -> Iterator[str]:
    if open_:
        yield from ("", *unreviewed_lines(open_, words))
    yield from to_do_lines(marked, words)
    for one in thawed:
        command = f"policy-assistant edition freeze {one.id}"
        yield words.say("The edition {edition} is not frozen. Run: {command}", edition=one.edition, command=command)


def _check(terminal: Terminal, phrases: bool, as_json: bool) -> tuple[bool, Library | None]:
    known, words = terminal.known, terminal.words
    try:
        library, faults = faults_of(known)
    except ContentError as error:
        return report(error.faults, words, "", as_json), None
    fine = words.say(
        "Everything is in order. Policies: {policies}; topics: {topics}.",
        policies=len(library.policies),
        topics=len(library.topics),
    )
    for name in library.policies:
        faults += [*untold(known.content / name), *check_approvals(known.content / name, known.signers)]
    wrong = report(faults or misunderstood(known, library), words, fine, as_json)
    if wrong and not as_json:
        click.echo(words.say("Whether search phrases find their topics is tried once these are mended."))
    elif not as_json:
        # Asking phrases needs a library for arrays, for which nobody should wait who has faults to mend.
        from assistant.workbench.evaluation.measurement import left_out, lost_phrases

        index, _ = load_index(known, library)
        click.echo(lost_phrases(left_out(index, load_phrases(known.locales, library)), words, phrases))
        due = reviews(known, library, load_all_words(known))
        for line in reminders(due, now().date(), words):
            click.echo(line)
    return wrong, library


def report(faults: Sequence[Fault], words: Words, fine: str, as_json: bool) -> bool:
    """Prints every fault, then how many there are, or that all is `fine`; whether there are any."""
    if as_json:
        click.echo(json.dumps([fault_record(fault, words) for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(say_fault(fault, words))
        click.echo(words.plural("{count} fault", "{count} faults", len(faults)) if faults else fine)
    return bool(faults)
