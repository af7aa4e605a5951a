"""`check`: everything that is wrong in content and catalogues."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from assistant.cli.terminal import COMMANDS, JSON, WRONG, Command, Terminal
from assistant.errors import ContentError, Fault, told
from assistant.i18n import N_
from assistant.i18n.faults import fault_record, say_fault
from assistant.i18n.words import Words
from assistant.library.editions import edition_path
from assistant.loading import load_all_words, now
from assistant.matching import load_index, load_phrases
from assistant.model.policy import Library, Policy
from assistant.settings import Settings
from assistant.workbench.editions.approval import check_approvals, reminders, reviews
from assistant.workbench.editions.links import untold
from assistant.workbench.faults import faults_of, misunderstood
from assistant.workbench.scaffold.to_dos import ToDo, all_to_dos, to_do_lines
from assistant.workbench.sources.unreviewed import FILE, Unreviewed, unreviewed, unreviewed_lines

RUN = told("run: {command}")
ONE_LANGUAGE = click.option("--lang", help=N_("Only what one language has of it, such as en or ja."))


@click.command("check", cls=Command, help=COMMANDS["check"])
@click.option("--release", is_flag=True, help=N_("Refuse what is unreviewed, to be done or not frozen, too."))
@click.option("--phrases", is_flag=True, help=N_("List each phrase that does not find its topic, however many."))
@ONE_LANGUAGE
@JSON
def check(terminal: Terminal, release: bool, phrases: bool, lang: str | None, as_json: bool) -> int:
    """
    Prints everything that is wrong; the exit status is 1 where anything is.

    For people it then lists what is no fault: where nothing is wrong, the phrases that do not find their own topic;
    what is unreviewed since its document changed; and what is marked as to be done. For a release these two are wrong,
    and so is an edition that is not frozen: links that it gives could not show their answer under the next one.
    Programs find these among the faults.
    """
    known, (faults, library) = terminal.known, _faults(terminal.known)
    faults = of_language(terminal, faults, lang)
    policies = library.policies.values() if library else ()
    open_ = [(policy.id, one) for policy in policies for one in unreviewed(known, policy)]
    marked = all_to_dos(known)
    thawed = [one for one in policies if release and not edition_path(known.content / one.id, one.edition).exists()]
    unready = [*_unready(open_, marked, thawed)] if release else []
    if as_json:
        report([*faults, *unready], terminal.words, "", as_json)
        return WRONG if faults or unready else 0
    _tell(terminal, faults, library, phrases, lang)
    for line in _open_lines([one for _, one in open_], marked, thawed, terminal.words):
        click.echo(line)
    return WRONG if faults or unready else 0


def _unready(
    open_: Iterable[tuple[str, Unreviewed]], marked: Iterable[ToDo], thawed: Iterable[Policy]
) -> Iterator[Fault]:
    """What keeps content from a release, as faults."""
    for name, one in open_:
        wrong = told("what rests on {clauses} is unreviewed", clauses=", ".join(one.clauses))
        yield Fault(one.file, one.line, 1, one.id, wrong, RUN.about(command=f"policy-assistant source review {name}"))
    for to_do in marked:
        wrong, mend = told("this is to be done: {text}", text=to_do.text), told("do it, and take the mark away")
        yield Fault(to_do.file, to_do.line, 1, "", wrong, mend)
    for policy in thawed:
        wrong = told("the edition {edition} is not frozen", edition=policy.edition)
        mend = RUN.about(command=f"policy-assistant edition freeze {policy.id}")
        yield Fault(f"{policy.id}/policy.yaml", 1, 1, "", wrong, mend)


def _open_lines(
    open_: Sequence[Unreviewed], marked: Sequence[ToDo], thawed: Sequence[Policy], words: Words
) -> Iterator[str]:
    if open_:
        yield from ("", *unreviewed_lines(open_, words))
    yield from to_do_lines(marked, words)
    for one in thawed:
        command = f"policy-assistant edition freeze {one.id}"
        yield words.say("The edition {edition} is not frozen. Run: {command}", edition=one.edition, command=command)


def _faults(known: Settings) -> tuple[Sequence[Fault], Library | None]:
    """Everything that is wrong, and the content where it can be read."""
    try:
        library, faults = faults_of(known)
    except ContentError as error:
        return error.faults, None
    for name in library.policies:
        faults += [*untold(known.content / name), *check_approvals(known.content / name, known.signers)]
    return faults or misunderstood(known, library), library


def of_language(terminal: Terminal, faults: Sequence[Fault], lang: str | None) -> Sequence[Fault]:
    """The faults in the files of a language, where one is named; else all. Raises `UnknownPage`."""
    name = terminal.speaking(lang).language.id if lang else None
    return [one for one in faults if name in (None, Path(one.file).parent.name)]


def _tell(
    terminal: Terminal, faults: Sequence[Fault], library: Library | None, phrases: bool, lang: str | None
) -> None:
    """For people: the faults, or that all is fine, and then what else is known of search phrases and reviews."""
    known, words = terminal.known, terminal.words
    count = {"policies": len(library.policies), "topics": len(library.topics)} if library else {}
    fine = words.say("Everything is in order. Policies: {policies}; topics: {topics}.", **count) if count else ""
    report(faults, words, fine, False)
    if library is None:
        if any(known.content.glob(f"*/{FILE}")):
            click.echo(words.say("What is unreviewed is listed once these are mended."))
    elif faults:
        click.echo(words.say("Whether search phrases find their topics is tried once these are mended."))
    else:
        # Asking phrases needs a library for arrays, for which nobody should wait who has faults to mend.
        from assistant.workbench.evaluation.measurement import left_out, lost_phrases

        index, _ = load_index(known, library)
        asked = left_out(index, load_phrases(known.locales, library))
        click.echo(lost_phrases((one for one in asked if lang in (None, one.phrase.language)), words, phrases))
        for line in reminders(reviews(known, library, load_all_words(known)), now().date(), words):
            click.echo(line)


def report(faults: Sequence[Fault], words: Words, fine: str, as_json: bool) -> bool:
    """Prints every fault, then how many there are, or that all is `fine`; whether there are any."""
    if as_json:
        click.echo(json.dumps([fault_record(fault, words) for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(say_fault(fault, words))
        click.echo(words.plural("{count} fault", "{count} faults", len(faults)) if faults else fine)
    return bool(faults)
