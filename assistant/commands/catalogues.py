"""`i18n`: the work on translations."""

import json
import re
import shutil
import subprocess
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from assistant.commands.answers import Usage
from assistant.commands.content import Say, report
from assistant.errors import ContentError, Fault, UnknownPage, told
from assistant.i18n.catalogues import language_path
from assistant.i18n.formats import format_number, format_percent, width
from assistant.i18n.language import TRANSLATIONS
from assistant.i18n.load import languages, sound_languages
from assistant.i18n.words import Words
from assistant.loading import read_content
from assistant.settings import PACKAGE, Settings
from assistant.workbench.catalogues.addition import described
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.messages import Progress, stats
from assistant.workbench.catalogues.pseudo import PSEUDO, write_pseudo
from assistant.workbench.catalogues.sync import sync

FOUND = re.compile(r":(\d+): (?!warning: )(.+)")
"""A line of msgfmt after the name of its file. It warns of headers with dates, which ours have not."""


def brought_in_step(known: Settings, words: Words, typos: Collection[str]) -> list[Path]:
    """
    Writes the catalogues that are out of step; their paths.

    Raises:
        Usage: no message has one of the names in `typos`.
    """
    try:
        return sync(read_content(known), known.locales, PACKAGE, typos)
    except UnknownPage as error:
        if not error.near:
            raise Usage(words.say("No sentence is known by “{name}”.", name=error.name)) from None
        near = "\n".join(f"  {name}" for name in error.near)
        raise Usage(
            words.say("No sentence is known by “{name}”. Did you mean one of these?", name=error.name) + f"\n{near}"
        ) from None


def check_catalogues(known: Settings, words: Words, say: Say, as_json: bool) -> bool:
    """Everything that is wrong in the catalogues, and for people how far each has come; whether anything is wrong."""
    faults = check_locales(read_content(known), known.locales, PACKAGE)
    faults += _second_opinion(known.locales, {fault.file for fault in faults})
    if not as_json:
        # A file that cannot be read is among the faults.
        with suppress(ContentError):
            say(_table(stats(known.locales), known, words))
    return report(faults, words, say, words.say("All translations are in order."), as_json)


def _second_opinion(locales: Path, faulty: Collection[str]) -> list[Fault]:
    """What `msgfmt -c` finds, where it is installed, in those files in which we found nothing."""
    program = shutil.which("msgfmt")
    paths = [path for kind in TRANSLATIONS for path in sorted(locales.glob(f"*/{kind}")) if str(path) not in faulty]
    return [fault for path in paths for fault in _judged(program, path)] if program else []


def _judged(program: str, path: Path) -> Iterator[Fault]:
    done = subprocess.run(  # noqa: S603 (a program of the system, and a file of ours)
        [program, "-c", "-o", "-", path], capture_output=True, env={"LC_ALL": "C.UTF-8"}, check=False
    )
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        if found := FOUND.fullmatch(line.removeprefix(str(path))):
            yield Fault(
                str(path), int(found[1]), 1, "", told("msgfmt: {what}", what=found[2]), told("mend the message")
            )


def progress(known: Settings, words: Words, as_json: bool) -> str:
    """How far each catalogue has come, as a table or as JSON."""
    rows = stats(known.locales)
    if as_json:
        return json.dumps([asdict(row) | {"percent": row.percent} for row in rows], indent=2) + "\n"
    return _table(rows, known, words) + "\n"


def _table(rows: Sequence[Progress], known: Settings, words: Words) -> str:
    """A line for each catalogue, and one for all of a language; numbers stand to the right."""
    lines = [[words.say("Language"), words.say("Catalogue"), words.say("Translated"), "",
              words.say("Stale"), words.say("Missing")]]  # fmt: skip
    for language in languages(known.locales).values():
        own = [row for row in rows if row.language == language.id]
        for row in [*own, Progress.together(language.id, words.say("all together"), own)]:
            done, total, fuzzy, empty = (
                format_number(number, words.language) for number in (row.translated, row.messages, row.fuzzy, row.empty)
            )
            share = format_percent(row.percent, words.language)
            lines.append([language.name, row.domain, words.say("{count} of {total}", count=done, total=total),
                          share, fuzzy, empty])  # fmt: skip
    return aligned(lines, left=2)


def aligned(lines: Sequence[Sequence[str]], left: int) -> str:
    """Cells in columns, the first `left` of them to the left; a full-width character takes two places."""
    wide = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (room - width(cell)) if place < left else " " * (room - width(cell)) + cell
            for place, (cell, room) in enumerate(zip(line, wide, strict=True))
        ).rstrip()
        for line in lines
    )


def add(known: Settings, words: Words, name: str) -> str:
    """
    Makes a new language, or what an old one lacks: its description and its catalogues. What is to do next.

    Raises:
        Usage: no such language.
    """
    path = language_path(known.locales, name)
    if not path.exists():
        try:
            text = described(name, sound_languages(known.locales))
        except UnknownPage as error:
            raise Usage(_unknown(error, words)) from None
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    sync(read_content(known), known.locales, PACKAGE)
    made = languages(known.locales)[name]
    left = sum(row.empty for row in stats(known.locales) if row.language == name)
    steps = [
        words.say("Look through {file}.", file=path),
        words.say("Translate the catalogues in {folder}: in Poedit, in Weblate, or by hand.", folder=path.parent),
        words.say("Run `policy-assistant i18n check` and see how far it has come."),
        words.say("Offer it to readers: write `offered: yes` into {file}.", file=path),
    ][: 3 if made.offered else 4]
    done = words.say("{language} has its catalogues: {count} sentences to translate.",
                     language=made.name, count=format_number(left, words.language))  # fmt: skip
    return "\n".join([done, *(f"{number}. {step}" for number, step in enumerate(steps, 1))])


def _unknown(error: UnknownPage, words: Words) -> str:
    if not error.near:
        return words.say("There is no language “{name}”. Write its code, such as fr or pt-BR.", name=error.name)
    near = ", ".join(error.near)
    return words.say("There is no language “{name}”. Did you mean {near}?", name=error.name, near=near)


def pseudo(known: Settings, words: Words, folder: Path) -> str:
    """
    Writes a copy of the locales with the pseudo-languages into a folder. How to look at them.

    Raises:
        Usage: the folder is not empty.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Usage(words.say("{folder} is not empty. Name a new folder.", folder=folder))
    write_pseudo(read_content(known), known.locales, PACKAGE, folder)
    lines = [words.say("Made {languages}. Look at them:", languages=", ".join(PSEUDO))]
    return "\n".join([*lines, f"  POLICY_ASSISTANT_LOCALES={folder} policy-assistant serve"])
