"""`edition …`: editions of the content, kept so that a link has the answer that it was made with, and compared."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from assistant.cli.diff_report import Form, compared
from assistant.cli.terminal import COMMANDS, JSON, LANG, MISUSED, WRONG, Group, Terminal
from assistant.errors import ContentError, UnknownPage, Usage, told
from assistant.i18n import N_
from assistant.i18n.faults import say_faults
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions, write_edition
from assistant.loading import load_all_words, load_library, now, read_content, read_policy, today
from assistant.model.edition import Approval, Translations, named
from assistant.model.policy import Policy
from assistant.settings import Settings
from assistant.workbench.editions.approval import approve, review_calendar, reviews
from assistant.workbench.editions.holiday_files import holidays as holidays_in_use
from assistant.workbench.editions.news import tell_changes
from assistant.workbench.editions.versions import Wanted, translations_of
from assistant.workbench.faults import faults_of
from assistant.workbench.sources.unreviewed import unreviewed

edition = Group("edition", help=COMMANDS["edition"])
DAY = click.DateTime(["%Y-%m-%d"])
PAPER = click.Path(exists=True, dir_okay=False, path_type=Path)


@edition.command(
    "diff",
    help=N_("Print which answers change from OLD to NEW. Exit status: 0 none, 1 some, 2 the two cannot be compared."),
)
@click.argument("old", required=False, help=N_("An edition, a folder or a git revision."))
@click.argument("new", required=False, help=N_("The same; the present content if left out."))
@click.option("--policy", help=N_("Compare this policy alone."))
@click.option("--topic", help=N_("Compare this topic alone, as policy/topic."))
@click.option(
    "--holidays",
    multiple=True,
    type=PAPER,
    help=N_("Compare the content under the holidays of this file with those in use, or of a second file."),
)
@click.option(
    "--closed-days", multiple=True, type=PAPER, help=N_("The same for a file of days on which a company is closed.")
)
@LANG
@click.option("--markdown", is_flag=True, help=N_("Print Markdown, for a pull request."))
@JSON
def diff(
    terminal: Terminal,
    old: str | None,
    new: str | None,
    policy: str | None,
    topic: str | None,
    holidays: Sequence[Path],
    closed_days: Sequence[Path],
    lang: str | None,
    markdown: bool,
    as_json: bool,
) -> int:
    """Prints what changes."""
    words, wanted = terminal.speaking(lang), Wanted(old, new, policy, topic, tuple(holidays), tuple(closed_days))
    form: Form = "json" if as_json else "markdown" if markdown else "text"
    try:
        text, changed = compared(terminal.known, words, wanted, form)
    except ContentError as error:
        # Another status would say that answers change.
        click.echo(say_faults(error.faults, terminal.words), err=True)
        return MISUSED
    click.echo(text, nl=False)
    return WRONG if changed else 0


@edition.command("freeze", help=N_("Keep the present edition, so that links made from it can show their answer later."))
@click.argument("policy", required=False, help=N_("The policy; all of them if left out."))
@click.option("--since", type=DAY, help=N_("The day from which it is served, YYYY-MM-DD; today if left out."))
def freeze(terminal: Terminal, policy: str | None, since: dt.datetime | None) -> None:
    """
    Writes the present edition of each policy as a file beside its content, and what changed in it as another.

    The same edition gives the same file: one that stands there already is left alone. Where anything is wrong with
    content or catalogues, or unreviewed since its document changed, nothing is written.
    """
    library, faults = faults_of(terminal.known)
    if policy is not None and policy not in library.policies:
        raise UnknownPage("policy", policy, tuple(library.policies))
    if faults:
        raise ContentError(faults)
    wanted = [one for name, one in library.policies.items() if policy in (None, name)]
    for one in wanted:
        _check_reviewed(terminal.known, one)
    translations = translations_of(terminal.known.locales, wanted)
    spoken = load_all_words(terminal.known)
    for one in wanted:
        click.echo(_frozen(terminal, one, translations[one.id]))
        day = since.date() if since else today(one)
        for path in tell_changes(terminal.known.content / one.id, spoken, day):
            click.echo(terminal.words.say("{file}: written", file=path))


def _check_reviewed(known: Settings, policy: Policy) -> None:
    if unreviewed(known, policy):
        raise Usage(
            told(
                "{policy}: what rests on changed clauses is unreviewed. Run: {command}",
                policy=policy.id,
                command=f"policy-assistant source review {policy.id}",
            )
        )


def _frozen(terminal: Terminal, policy: Policy, translations: Translations) -> str:
    path = edition_path(terminal.known.content / policy.id, policy.edition)
    text = write_edition(policy, translations)
    if path.exists() and path.read_text("utf-8") == text:
        return terminal.words.say("{file}: stands there already", file=path)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return terminal.words.say("{file}: written", file=path)


@edition.command("approve", help=N_("Approve the present edition of a policy, in all the words in which it is served."))
@click.argument("policy", help=N_("The policy."))
@click.option("--name", required=True, help=N_("Who approves it."))
@click.option("--role", required=True, help=N_("As what: owner, legal counsel."))
@click.option("--note", default="", show_default=False, help=N_("What else is to be known of it."))
@click.option("--day", type=DAY, help=N_("The day of the approval, YYYY-MM-DD; today if left out."))
@click.option("--review", type=DAY, help=N_("The day by which it is to be looked at again."))
@click.option("--key", type=PAPER, help=N_("Sign it with this key, as ssh-keygen made it."))
def approve_edition(
    terminal: Terminal,
    policy: str,
    name: str,
    role: str,
    note: str,
    day: dt.datetime | None,
    review: dt.datetime | None,
    key: Path | None,
) -> None:
    """Writes who approved it beside the edition; that holds until a sentence changes, in whatever language."""
    one = read_policy(terminal.known, policy).policies[policy]
    _check_reviewed(terminal.known, one)
    given = Approval(
        edition="",
        wording="",
        name=name,
        role=role,
        note=note,
        day=day.date() if day else today(one),
        review=review.date() if review else None,
    )
    for path in approve(terminal.known.content / policy, one, load_all_words(terminal.known), given, key):
        click.echo(terminal.words.say("{file}: written", file=path))


@edition.command("reviews", help=N_("List by when each policy is to be looked at again."))
@click.option(
    "--calendar", type=click.Path(dir_okay=False, path_type=Path), help=N_("Write them as a calendar (.ics).")
)
def list_reviews(terminal: Terminal, calendar: Path | None) -> None:
    """Prints the day of each review that an approval names."""
    library = load_library(terminal.known)
    due = reviews(terminal.known, library, load_all_words(terminal.known))
    for name, one in due.items():
        click.echo(f"{one.review}  {name}  {one.name}, {one.role}")
    if calendar:
        calendar.write_bytes(review_calendar(library.policies.values(), due, now(), terminal.words))
        click.echo(terminal.words.say("{file}: written", file=calendar))


@edition.command("list", help=N_("List the editions of each policy."))
@JSON
def list_editions_of_all(terminal: Terminal, as_json: bool) -> None:
    """Prints every edition of every policy, the present one first."""
    found = list(_editions(terminal.known))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        lines = (f"{one['policy']:<24}{one['edition']:<16}{_state(one, terminal.words)}" for one in found)
        click.echo("\n".join(lines))


def _editions(known: Settings) -> Iterator[Mapping[str, object]]:
    for policy in read_content(known).policies.values():
        frozen = [named(one).edition for one in list_editions(known.content / policy.id)]
        for edition in dict.fromkeys((policy.edition, *frozen)):
            present = edition == policy.edition
            yield {"policy": policy.id, "edition": edition, "present": present, "frozen": edition in frozen}


def _state(one: Mapping[str, object], words: Words) -> str:
    if not one["present"]:
        return words.say("earlier")
    return words.say("present, frozen") if one["frozen"] else words.say("present, not frozen")


@edition.command("holidays", help=N_("Print the holidays in use, as a file for `edition diff --holidays`."))
def holidays(terminal: Terminal) -> None:
    """Prints them with what they were taken from."""
    click.echo(holidays_in_use(terminal.known, terminal.words), nl=False)
