"""`i18n …`: the work on translations."""

import json
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click

from assistant.cli.check import ONE_LANGUAGE, of_language, report
from assistant.cli.terminal import COMMANDS, FILE, JSON, WRONG, Group, Terminal
from assistant.errors import ContentError, Fault, UnknownPage, Usage, Wording, told
from assistant.i18n import N_
from assistant.i18n.catalogues import language_path
from assistant.i18n.comparison import Spellings
from assistant.i18n.formats import format_list, format_number, format_percent
from assistant.i18n.language import INTERFACE, TRANSLATIONS, Language
from assistant.i18n.load import languages, read_grammars, sound_grammars, sound_languages
from assistant.i18n.width import width
from assistant.i18n.words import Words
from assistant.loading import read_content
from assistant.parsing.grammar import Grammar
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.addition import PSEUDO, described, write_pseudo
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.locales import write_changed
from assistant.workbench.catalogues.messages import STATES, Kept, by_domain, met, read_kept
from assistant.workbench.catalogues.proofs import FILE as PROOFS
from assistant.workbench.catalogues.proofs import Proofs, read_proofs
from assistant.workbench.catalogues.sync import sync
from assistant.workbench.scaffold.schemas import grammar_skeleton, proofs_skeleton

i18n = Group("i18n", help=COMMANDS["i18n"])
FOUND = re.compile(r":(\d+): (?!warning: )(.+)")
"""A line of msgfmt after the name of its file. It warns of headers with dates, which ours have not."""


@i18n.command("sync", help=N_("Bring all catalogues in step with the content and the code."))
@click.option(
    "--typo",
    "typos",
    multiple=True,
    metavar="CONTEXT",
    help=N_(
        "A sentence in which only the spelling was mended: its context or, for one of the interface, the sentence as it"
        " is now. Its translations stay valid. May be given several times."
    ),
)
def bring_in_step(terminal: Terminal, typos: Sequence[str]) -> None:
    """Prints the path of each catalogue that was written."""
    known = terminal.known
    try:
        for path in sync(read_content(known), known.locales, PACKAGE, typos):
            click.echo(path)
    except UnknownPage as error:
        if not error.near:
            raise Usage(told("No sentence is known by “{name}”.", name=error.name)) from None
        wrong = told("No sentence is known by “{name}”. Did you mean one of these?", name=error.name)
        raise Usage(wrong, *(Wording(f"  {name}") for name in error.near)) from None


@i18n.command("check", help=N_("Check all translations; print every fault with its file and line."))
@ONE_LANGUAGE
@JSON
def check(terminal: Terminal, lang: str | None, as_json: bool) -> int:
    """Prints everything that is wrong in the catalogues, and for people how far each has come."""
    known, words = terminal.known, terminal.words
    spellings = Spellings(known.locales)
    faults = check_locales(read_content(known), known.locales, PACKAGE, spellings, files=True)
    faults += _second_opinion(known.locales, {(fault.file, fault.line) for fault in faults})
    faults = [*of_language(terminal, faults, lang)]
    if not as_json:
        with suppress(ContentError):
            click.echo(_table(known, words, spellings, lang))
    begun = [one.name for one in sound_languages(known.locales).values() if not one.offered and lang in (None, one.id)]
    apart = [words.say("{language} is not offered yet, so what it lacks is no fault.", language=name) for name in begun]
    fine = " ".join([words.say("All translations are in order."), *apart])
    wrong = report(faults, words, fine, as_json)
    for file in dict.fromkeys(one.file for one in sound_grammars(known.locales)[1] if not as_json):
        click.echo(
            words.say(
                "Once {file} can be read, its forms are tried and the figures of its language are judged.", file=file
            )
        )
    return WRONG if wrong else 0


def _second_opinion(locales: Path, known: Collection[tuple[str, int]]) -> list[Fault]:
    """What `msgfmt -c` finds, where it is installed, but for the messages in which we found something."""
    program = shutil.which("msgfmt")
    paths = [path for kind in TRANSLATIONS for path in sorted(locales.glob(f"*/{kind}"))]
    found = (fault for path in paths if program for fault in _judged(program, path))
    return [fault for fault in found if (fault.file, fault.line) not in known]


def _judged(program: str, path: Path) -> Iterator[Fault]:
    done = subprocess.run(  # noqa: S603 (a program of the system, and a file of ours)
        [program, "-c", "-o", "-", path], capture_output=True, env={"LC_ALL": "C.UTF-8"}, check=False
    )
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        if found := FOUND.fullmatch(line.removeprefix(str(path))):
            yield Fault(
                str(path), int(found[1]), 1, "", told("msgfmt: {what}", what=found[2]), told("mend the message")
            )


@i18n.command("stats", help=N_("Show how much of each catalogue is translated."))
@JSON
def progress(terminal: Terminal, as_json: bool) -> None:
    """Prints how far each catalogue has come."""
    known = terminal.known
    if not as_json:
        click.echo(_table(known, terminal.words))
        return
    rows = [
        {"language": language.id, "domain": domain, "messages": one.all, **one.counts, "percent": one.percent}
        for language, kept in _kept(known)
        for domain, one in by_domain(kept).items()
    ]
    click.echo(json.dumps(rows, indent=2))


def _kept(known: Settings, spellings: Spellings | None = None) -> Iterator[tuple[Language, tuple[Kept, ...]]]:
    every, spellings = languages(known.locales).values(), spellings or Spellings(known.locales)
    return ((language, read_kept(known.locales, language.id, spellings)) for language in every)


def _table(known: Settings, words: Words, spellings: Spellings | None = None, lang: str | None = None) -> str:
    """A line for each catalogue, and one for what readers meet; numbers stand to the right."""
    say = words.say
    lines: list[Sequence[str]] = [
        (say("Language"), say("Catalogue"), say("Translated"), "", say("Missing"), say("Stale"), say("Set aside")),
    ]
    for language, kept in ((one, kept) for one, kept in _kept(known, spellings) if lang in (None, one.id)):
        for domain, one in {**by_domain(kept), say("what readers meet"): met(kept, language)}.items():
            counts = (one.all, *(one.counts[state] for state in STATES))
            total, *left, done = (format_number(count, words.language) for count in counts)
            of = say("{count} of {total}", count=done, total=total)
            lines.append((language.name, domain, of, format_percent(one.percent, words.language), *left))
    return aligned(lines, left=2)


def aligned(lines: Sequence[Sequence[str]], left: int) -> str:
    """Cells in columns, the first `left` of them to the left; a full-width character takes two places."""
    wide = [max(map(width, column)) for column in zip(*lines, strict=True)]
    rows = ([(cell, " " * (room - width(cell))) for cell, room in zip(line, wide, strict=True)] for line in lines)
    filled = ([*map("".join, row[:left]), *(pad + cell for cell, pad in row[left:])] for row in rows)
    return "\n".join("  ".join(row).rstrip() for row in filled)


@i18n.command("add", help=N_("Make a new language: its description and all its catalogues, still empty."))
@click.argument("language", help=N_("Its code, such as fr or pt-BR."))
def add(terminal: Terminal, language: str) -> None:
    """Makes a new language, or what an old one lacks, and says what is to do next."""
    known, words = terminal.known, terminal.words
    path, library = language_path(known.locales, language), read_content(known)
    if not path.exists():
        write_changed(path, _described(language, known.locales, library.policies))
    if not (grammar := path.with_name("grammar.yaml")).exists():
        write_changed(grammar, grammar_skeleton(read_grammars(known.locales).get(INTERFACE, Grammar())))
    if not (proofs := path.with_name(PROOFS)).exists():
        english = known.locales / INTERFACE / PROOFS
        write_changed(proofs, proofs_skeleton(read_proofs(english) if english.exists() else Proofs()))
    sync(library, known.locales, PACKAGE)
    made = languages(known.locales)[language]
    left = {domain: one.counts["missing"] for domain, one in by_domain(read_kept(known.locales, language)).items()}
    smallest = sorted((count, name) for name, count in left.items() if name.startswith("policy-"))
    counted = [f"{name} ({format_number(count, words.language)})" for count, name in smallest]
    steps = [
        words.say("Look through {file}.", file=path),
        words.say("Write proofs.yaml and grammar.yaml, until `policy-assistant i18n check` reads each sentence right."),
        words.say("Translate ui.po and a policy in {folder}: in Poedit, in Weblate, or by hand.", folder=path.parent),
        words.say("Name the policies that you leave for later under `without` in {file}.", file=path),
        words.say("Write what people type into questions.po and terms.po, and run `policy-assistant i18n check`."),
        words.say("Offer it to readers: write `offered: yes` into {file}; see docs/translate.md.", file=path),
    ][: 5 if made.offered else 6]
    done = words.say(
        "{language} has its catalogues. Sentences for readers: ui ({count}) and, of the policies, {policies}.",
        language=made.name,
        count=format_number(left.get("ui", 0), words.language),
        policies=format_list(counted, words.language),
    )
    click.echo("\n".join([done, *(f"{number}. {step}" for number, step in enumerate(steps, 1))]))


def _described(language: str, locales: Path, policies: Iterable[str]) -> str:
    try:
        return described(language, sound_languages(locales), policies)
    except UnknownPage as error:
        if not error.near:
            wrong = told("There is no language “{name}”. Write its code, such as fr or pt-BR.", name=error.name)
            raise Usage(wrong) from None
        near = ", ".join(error.near)
        raise Usage(told("There is no language “{name}”. Did you mean {near}?", name=error.name, near=near)) from None


@i18n.command("pseudo", help=N_("Make test languages: longer and accented, from right to left, and message ids."))
@click.argument("folder", type=FILE, help=N_("A new folder, for a copy of the locales."))
def pseudo(terminal: Terminal, folder: Path) -> None:
    """Says how to look at them."""
    known = terminal.known
    if folder.exists() and any(folder.iterdir()):
        raise Usage(told("{folder} is not empty. Name a new folder.", folder=folder))
    write_pseudo(read_content(known), known.locales, PACKAGE, folder)
    click.echo(terminal.words.say("Made {languages}. Look at them:", languages=", ".join(PSEUDO)))
    click.echo(f"  POLICY_ASSISTANT_LOCALES={folder} policy-assistant serve")
