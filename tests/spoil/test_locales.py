"""Spoilings of the catalogues: each is reported at the message, in its file, and nothing else is."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.errors import Fault
from assistant.i18n.load import load_words
from assistant.model.policy import Library
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.texts import texts
from tests.conftest import ROOT

CATALOGUE = "en/policy-desknets-web-meeting.po"
QUESTIONS = "en/questions.po"
TOPICS, FACTS = "desknets-web-meeting.topics", "desknets-web-meeting.facts"
KEYS, OTHER = "questions:desknets-web-meeting/key-reissue", "questions:desknets-web-meeting/renewal"
STRING = re.compile(r'^msgstr (.*(?:\n".*)*)$', re.MULTILINE)
SOURCE = re.compile(r'^msgid ".*"$', re.MULTILINE)


@dataclass(frozen=True)
class Spoiling:
    """`change` is done to the message of this context, which no other spoiling touches; `wrong` is then said of it."""

    name: str
    context: str
    change: Callable[[str], str]
    wrong: str
    file: str = CATALOGUE
    found: str = ""
    """The context under which it is found, where that is another."""


def said(old: str, new: str) -> Callable[[str], str]:
    """Replaces text in the translation, which must hold it."""

    def change(message: str) -> str:
        found = STRING.search(message)
        assert found is not None
        assert re.search(old, found[0])
        return message.replace(found[0], re.sub(old, new, found[0], count=1))

    return change


def flagged(message: str) -> str:
    """Marks a message as fuzzy; flags stand above its context."""
    return f"#, fuzzy\n{message}"


def lengthened(message: str, phrase: str) -> str:
    """With one line more, written as sync writes it."""
    whole = message if message.endswith('\\n"') else message[:-1] + '\\n"'
    return f'{whole}\n"{phrase}"'


def rewritten(message: str) -> str:
    """Another source text, as after a change of the content that was not synced."""
    return SOURCE.sub('msgid "別の文です。"', message, count=1)


def untranslated(message: str) -> str:
    """The source text in place of the translation."""
    source = SOURCE.search(message)
    assert source is not None
    return STRING.sub(lambda found: f"msgstr {source[0].removeprefix('msgid ')}", message)


SPOILINGS = (
    Spoiling("emptied", f"{TOPICS}.key-reissue.due.sent.answer", said('"[^"]+"', '""'), "not translated"),
    Spoiling("fuzzy", f"{TOPICS}.key-reissue.covered.server-changes.answer", flagged,
             "stale: the translation is fuzzy"),
    Spoiling("gap misspelt", f"{TOPICS}.ice-server.covered.covered.answer", said("{until}", "{untill}"),
             "the gap {until} is missing"),
    Spoiling("gap lost", f"{TOPICS}.technical-support.covered.covered.answer", said(" until {until}", ""),
             "the gap {until} is missing"),
    Spoiling("gap added", f"{TOPICS}.phone-hours.due.open.answer", said("{closes_at}", "{closes_at} {until}"),
             "the gap {until} is not in the source"),
    Spoiling("stray brace", f"{TOPICS}.renewal.due.next-year.answer", said("{next_start}", "{next_start}}"),
             "a stray }"),
    Spoiling("markup", f"{TOPICS}.phone-hours.covered.product-use.answer", said("{until}", "<b>{until}</b>"),
             "the markup <b> is not in the source"),
    Spoiling("hidden character", f"{TOPICS}.phone-hours.due.closed.answer", said("{opens_at}", "{opens_at}\u202e"),
             "U+202E"),
    Spoiling("figure changed", f"{TOPICS}.phone-hours.points.hours.text", said("17:30", "18:30"), "17:30"),
    Spoiling("source rewritten", f"{TOPICS}.key-reissue.free.same-server.answer", rewritten,
             "the sentence says something else now"),
    Spoiling("context renamed", f"{FACTS}.server_changed.no",
             lambda message: message.replace("server_changed.no", "server_changed.gone"),
             "nothing says this sentence any more", found=f"{FACTS}.server_changed.gone"),
    Spoiling("source for translation", f"{TOPICS}.additional-licences.due.new-fee.answer", untranslated,
             "the translation is the source text itself"),
    Spoiling("blank at the end", f"{TOPICS}.support-period.due.first-year.answer", said('"$', ' "'),
             "blanks or line breaks at its ends"),
    Spoiling("phrase of two topics", OTHER, lambda message: lengthened(message, _phrase()), "is also a phrase of",
             QUESTIONS),
    Spoiling("too few phrases", KEYS, lambda message: message[: message.index("msgstr")] + f'msgstr "{_phrase()}"',
             "phrases, not", QUESTIONS),
)  # fmt: skip
MISSING, BROKEN, STALE = "ja/policy-swap-out.po", "ja/policy-licence-desk.po", "templates/ui.pot"


def _phrase() -> str:
    """The first phrase of a topic in which too few are left."""
    text = (ROOT / "locales" / QUESTIONS).read_text("utf-8")
    return str(re.findall(r'^"(.*)\\n"$', text[text.index(f'msgctxt "{KEYS}"\n') :], re.MULTILINE)[0])


def spoil(locales: Path, one: Spoiling) -> int:
    """Changes one message; returns the line on which it begins."""
    path = locales / one.file
    text = path.read_text("utf-8")
    start = text.index(f'msgctxt "{one.context}"\n')
    end = text.index("\n\n", start)
    path.write_text(text[:start] + one.change(text[start:end]) + text[end:], "utf-8")
    return text[:start].count("\n") + 1


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the locales in which everything is spoilt at once."""
    locales = tmp_path_factory.mktemp("spoilt") / "locales"
    shutil.copytree(ROOT / "locales", locales)
    for one in SPOILINGS:
        spoil(locales, one)
    (locales / MISSING).unlink()
    (locales / BROKEN).write_text("msgid unquoted\n", "utf-8")
    template = (locales / STALE).read_text("utf-8")
    assert "Please check" in template
    (locales / STALE).write_text(template.replace("Please check", "Do check", 1), "utf-8")
    return locales


@pytest.fixture(scope="module")
def faults(library: Library, copied: Path) -> list[Fault]:
    """What is wrong with the catalogues, with paths inside the folder."""
    found = check_locales(library, copied, ROOT / "assistant")
    return [Fault(str(Path(f.file).relative_to(copied)), f.line, f.column, f.path, f.wrong, f.mend) for f in found]


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda one: one.name)
def test_the_message_is_named(spoiling: Spoiling, copied: Path, faults: list[Fault]) -> None:
    context = spoiling.found or spoiling.context
    (found,) = (one for one in faults if one.path == context and spoiling.wrong in str(one))
    assert found.file == spoiling.file
    line = (copied / found.file).read_text("utf-8").splitlines().index(f'msgctxt "{context}"') + 1
    assert line - 1 <= found.line <= line + 2


def test_nothing_else_is_named(faults: list[Fault]) -> None:
    spoilt = {(one.file, one.found or one.context) for one in SPOILINGS}
    renamed = {(one.file, one.context) for one in SPOILINGS if one.found}
    files = {(MISSING, ""), (BROKEN, "msgid"), (STALE, "")}
    assert {(one.file, one.path) for one in faults} == spoilt | renamed | files


@pytest.mark.parametrize(
    "spoiling", [one for one in SPOILINGS if one.name in {"emptied", "fuzzy", "gap misspelt", "markup"}],
    ids=lambda one: one.name,
)  # fmt: skip
def test_a_reader_sees_the_source_instead(spoiling: Spoiling, library: Library, copied: Path) -> None:
    text = next(one for one in texts(library.policies["desknets-web-meeting"]) if one.context == spoiling.context)
    shown = load_words(copied, "en").text(text, "ja", **dict.fromkeys(text.gaps, "Mon"))
    assert (shown.lang, shown.text) == ("ja", re.sub(r"\{\w+\}", "Mon", text.source))


def test_a_missing_catalogue_is_named(faults: list[Fault]) -> None:
    assert [str(one.wrong) for one in faults if one.file == MISSING] == ["the catalogue is missing"]


def test_a_stale_template_is_named(faults: list[Fault]) -> None:
    (found,) = (one for one in faults if one.file == STALE)
    assert "not in step" in str(found.wrong)


def test_a_catalogue_that_is_no_catalogue_is_named(faults: list[Fault]) -> None:
    assert [one.file for one in faults if one.file == BROKEN] == [BROKEN]
