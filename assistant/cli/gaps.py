"""`gaps …`: what people asked in vain, what to do about it, and what has come of it since."""

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict

import click

from assistant.cli.gap_report import Form, report_of, written_report
from assistant.cli.terminal import COMMANDS, JSON, LANG, Group, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.i18n.formats import format_number
from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.i18n.words import Words
from assistant.loading import load_library, now
from assistant.matching import load_matcher, load_terms
from assistant.store import reached
from assistant.store.records import Kept
from assistant.workbench.gaps import Became, Gap, Replayed, accept, gaps_of, matcher_of, replayed

BECAME: dict[Became, str] = {
    "answered": N_("Answered now"),
    "lost": N_("No longer answered"),
    "moved": N_("Nearest to another topic"),
    "same": N_("As before"),
}
MOST, MORE = 20, 4
MONTH = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])")


@click.group("gaps", cls=Group, help=COMMANDS["gaps"], invoke_without_command=True)
@click.option("--all", "every", is_flag=True, help=N_("List every gap; the most wanted ones if left out."))
@JSON
@click.pass_context
def gaps(ctx: click.Context, every: bool, as_json: bool) -> None:
    """Prints the gaps that are open, the most wanted first."""
    if ctx.invoked_subcommand is not None:
        return
    terminal: Terminal = ctx.obj
    found = open_gaps(terminal, _kept(terminal))
    shown = found if every or as_json else found[:MOST]
    if as_json:
        click.echo(json.dumps([asdict(gap) for gap in shown], ensure_ascii=False, indent=2))
        return
    for line in gap_lines(shown, terminal.words):
        click.echo(line)
    if len(shown) < len(found):
        more = format_number(len(found) - len(shown), terminal.words.language)
        click.echo(terminal.words.say("{count} more: --all lists them.", count=more))


def _kept(terminal: Terminal) -> Kept:
    with reached(terminal.known) as database:
        return database.read()


def open_gaps(terminal: Terminal, kept: Kept) -> list[Gap]:
    """The gaps in what is kept, by the present content."""
    known = terminal.known
    said = {language: read_phrases(known.locales, language) for language in languages(known.locales)}
    matcher = load_matcher(known, load_library(known))
    return gaps_of(kept.questions, matcher, load_terms(known.locales), said, now())


def gap_lines(found: Sequence[Gap], words: Words) -> Iterator[str]:
    """Each gap with its proposal, as a command that accepts it."""
    if not found:
        yield words.say("No question that is kept was asked in vain.")
    for gap in found:
        number = format_number(gap.number, words.language)
        yield f"{number} × {gap.phrase} ({gap.language})"
        yield from (f"    {text}" for text in gap.texts[1:MORE])
        marked = ["--"] if gap.phrase.startswith("-") else []
        command = ["policy-assistant", "gaps", "accept", "--lang", gap.language, *marked, gap.topic, gap.phrase]
        yield f"  {shlex.join(command)}"


@gaps.command("accept", help=N_("Write a phrase into questions.po, for a topic or for out-of-scope."))
@click.argument("topic", help=N_("The topic, as policy/topic, or out-of-scope."))
@click.argument("phrase", help=N_("What people type."))
@click.option("--lang", required=True, help=N_("The language of the phrase, such as en or ja."))
@click.pass_obj
def accept_phrase(terminal: Terminal, topic: str, phrase: str, lang: str) -> None:
    """Prints the path of what was written."""
    known = terminal.known
    click.echo(accept(known.locales, load_library(known), lang, topic, phrase))


@gaps.command("replay", help=N_("Ask all that is kept again; print what changed since, or from OLD to NEW."))
@click.argument("old", required=False, help=N_("An edition, a folder or a git revision; what was noted if left out."))
@click.argument("new", required=False, help=N_("The same; the present content if left out."))
@JSON
@click.pass_obj
def replay(terminal: Terminal, old: str | None, new: str | None, as_json: bool) -> None:
    """Prints what is answered now, what no longer, and what leads elsewhere."""
    kept = _kept(terminal)
    with ExitStack() as closing:
        then = matcher_of(terminal.known, terminal.words, old, closing) if old else None
        present = matcher_of(terminal.known, terminal.words, new, closing)
        found = replayed(kept.questions, then, present, now())
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in replay_lines(found, terminal.words):
        click.echo(line)


def replay_lines(found: Sequence[Replayed], words: Words) -> Iterator[str]:
    """What became of the questions, the changes each by itself, the others by their number."""
    for became, name in BECAME.items():
        own = [one for one in found if one.became == became]
        number = format_number(sum(one.number for one in own), words.language)
        yield words.say("{what}: {count}", what=words.say(name), count=number)
        for one in own if became != "same" else ():
            places = [topic or words.say("no topic") for _, topic in (one.then, one.now)]
            yield f"  {one.text}: {' → '.join(dict.fromkeys(places))}"


@gaps.command("report", help=N_("Print what was asked and replied in a month, for the owners of policies."))
@click.option("--month", help=N_("The month, as YYYY-MM; the present one if left out."))
@LANG
@click.option("--markdown", is_flag=True, help=N_("Print Markdown."))
@JSON
@click.pass_obj
def report(terminal: Terminal, month: str | None, lang: str | None, markdown: bool, as_json: bool) -> None:
    """Prints the figures of the month, the gaps, the replies, and what was asked most."""
    month = month or f"{now():%Y-%m}"
    if not MONTH.fullmatch(month):
        raise Usage(told("{month} is no month. Write it as {example}.", month=month, example="2026-01"))
    form: Form = "json" if as_json else "markdown" if markdown else "text"
    kept = _kept(terminal).within(month)
    words = terminal.speaking(lang)
    made = report_of(month, kept, open_gaps(terminal, kept))
    click.echo(written_report(made, load_library(terminal.known), words, form), nl=False)
