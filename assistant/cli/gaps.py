"""`gaps …`: what people asked in vain, what to do about it, what has come of it since, and a month of it for owners."""

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import get_args

import click

from assistant.cli.terminal import COMMANDS, JSON, LANG, Group, Terminal
from assistant.errors import Usage, told
from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.i18n.formats import format_number
from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.i18n.words import Words
from assistant.loading import load_library, now
from assistant.matching import load_matcher, load_terms
from assistant.model.policy import Library
from assistant.present.sentences import QUESTIONS
from assistant.store import reached
from assistant.store.records import Kept, Opinion, Vain
from assistant.workbench.editions.text import Markdown, Text
from assistant.workbench.gaps import Became, Gap, Replayed, accept, gaps_of, matcher_of, replayed

BECAME: dict[Became, str] = {
    "answered": N_("Answered now"),
    "lost": N_("No longer answered"),
    "moved": N_("Nearest to another topic"),
    "same": N_("As before"),
}
MOST, MORE = 20, 4
"""So many of each are listed in words, and so many texts of a gap; JSON has all of them."""
MONTH = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Replies:
    """What was replied to the answers of one question of a topic: how often it helped and did not, and why not."""

    topic: str
    aspect: str
    yes: int
    no: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    A month, `YYYY-MM`: questions in vain by what came of them and by language, the gaps that are open, the replies,
    those first to which most say no, and what was asked most, by topic and aspect.
    """

    month: str
    outcomes: Mapping[str, int]
    languages: Mapping[str, int]
    gaps: Sequence[Gap]
    replies: Sequence[Replies]
    asked: Sequence[tuple[str, str, int]]


def report_of(month: str, kept: Kept, found: Sequence[Gap]) -> Report:
    """The report of what is kept of a month."""
    opinions: dict[tuple[str, str], list[Opinion]] = {}
    for one in kept.opinions:
        opinions.setdefault((one.topic, one.aspect), []).append(one)
    replies = [_replies(*place, group) for place, group in opinions.items()]
    asked: Counter[tuple[str, str]] = Counter()
    for count, number in kept.counts:
        asked[count.topic, count.aspect] += number
    return Report(
        month,
        dict(Counter(one.outcome for one in kept.questions)),
        dict(Counter(one.language for one in kept.questions)),
        found,
        sorted(replies, key=lambda one: (-one.no, -one.yes, one.topic, one.aspect)),
        [(*place, number) for place, number in sorted(asked.items(), key=lambda pair: (-pair[1], pair[0]))],
    )


def _replies(topic: str, aspect: str, group: Sequence[Opinion]) -> Replies:
    yes = sum(one.answered for one in group)
    reasons = tuple(one.text for one in group if one.text and not one.answered)
    return Replies(topic, aspect, yes, len(group) - yes, reasons)


def _lines(report: Report, library: Library, words: Words, form: Text) -> Iterator[str]:
    yield from form.heading(1, words.say("Questions in vain, {month}", month=report.month).text)
    yield from (form.item(one.text) for one in _figures(report.outcomes, words))
    yield from form.heading(2, words.say("What people look for").text)
    for gap in report.gaps[:MOST]:
        near = _place(library, words, gap.nearest) if gap.nearest else words.say("no topic").text
        yield form.item(f"{_times(gap.number, words)} {gap.phrase} → {near}")
    yield from form.heading(2, words.say("Did the answers help?").text)
    for one in report.replies[:MOST]:
        yes, no = (format_number(number, words.language) for number in (one.yes, one.no))
        place = _place(library, words, one.topic, one.aspect)
        yield form.item(words.say("{topic} (yes: {yes}, no: {no})", topic=place, yes=yes, no=no).text)
        yield from (f"  {form.item(reason)}" for reason in one.reasons[:MOST])
    yield from form.heading(2, words.say("Asked most").text)
    for topic, aspect, count in report.asked[:MOST]:
        yield form.item(f"{_times(count, words)} {_place(library, words, topic, aspect)}")


def _figures(outcomes: Mapping[str, int], words: Words) -> Iterator[Rendered]:
    strange, doubt, left = (outcomes.get(name, 0) for name in get_args(Vain))
    yield words.plural("{count} question found no topic.", "{count} questions found no topic.", strange)
    yield words.plural("{count} question may mean several topics.", "{count} questions may mean several topics.", doubt)
    yield words.plural(
        "Of {count} question nothing that was found was meant.",
        "Of {count} questions nothing that was found was meant.",
        left,
    )


def _times(number: int, words: Words) -> str:
    return f"{format_number(number, words.language)} ×"


def _place(library: Library, words: Words, topic: str, aspect: str = "") -> str:
    """A topic by its title, with the question where that is known; one that is gone by its id."""
    found = library.topics.get(topic)
    title = words.text(found[1].title, found[0].about.language).text if found else topic
    question = next((words.say(said).text for name, said in QUESTIONS.items() if name == aspect), "")
    return f"{title} – {question}" if question else title


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
def accept_phrase(terminal: Terminal, topic: str, phrase: str, lang: str) -> None:
    """Prints the path of what was written."""
    known = terminal.known
    click.echo(accept(known.locales, load_library(known), lang, topic, phrase))


@gaps.command("replay", help=N_("Ask all that is kept again; print what changed since, or from OLD to NEW."))
@click.argument("old", required=False, help=N_("An edition, a folder or a git revision; what was noted if left out."))
@click.argument("new", required=False, help=N_("The same; the present content if left out."))
@JSON
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
def report(terminal: Terminal, month: str | None, lang: str | None, markdown: bool, as_json: bool) -> None:
    """Prints the figures of the month, the gaps, the replies, and what was asked most."""
    month = month or f"{now():%Y-%m}"
    if not MONTH.fullmatch(month):
        raise Usage(told("{month} is no month. Write it as {example}.", month=month, example="2026-01"))
    kept = _kept(terminal).within(month)
    words = terminal.speaking(lang)
    made = report_of(month, kept, open_gaps(terminal, kept))
    if as_json:
        click.echo(json.dumps(asdict(made), ensure_ascii=False, indent=2))
        return
    lines = _lines(made, load_library(terminal.known), words, Markdown() if markdown else Text())
    click.echo("\n".join(lines).strip())
