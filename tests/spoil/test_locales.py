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
from tests.conftest import ROOT

CATALOGUE = "en/policy-desknets-web-meeting.po"
QUESTIONS = "en/questions.po"
SENT = 'msgctxt "desknets-web-meeting.topics.key-reissue.due.sent.answer"\n'
PHONE = 'msgctxt "desknets-web-meeting.topics.phone-hours.due.closed.say"\n'
KEYS = 'msgctxt "questions:desknets-web-meeting/key-reissue"\n'
OTHER = 'msgctxt "questions:desknets-web-meeting/renewal"\n'
STRING = re.compile(r'^msgstr (.*(?:\n".*)*)$', re.MULTILINE)
SOURCE = re.compile(r'^msgid ".*"$', re.MULTILINE)


@dataclass(frozen=True)
class Spoiling:
    """`change` is done to the message that `context` begins; `wrong` is then said of it."""

    name: str
    file: str
    context: str
    change: Callable[[str], str]
    wrong: str


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


def rewritten(message: str) -> str:
    """Another source text, as after a change of the content that was not synced."""
    return SOURCE.sub('msgid "{sent_on}に送ります。"', message, count=1)


SPOILINGS = (
    Spoiling("emptied", CATALOGUE, SENT, said('"[^"]+"', '""'), "not translated"),
    Spoiling("fuzzy", CATALOGUE, SENT, flagged, "stale: the translation is fuzzy"),
    Spoiling("gap misspelt", CATALOGUE, SENT, said("{sent_on}", "{sent_at}"), "the gap {sent_on} is missing"),
    Spoiling("gap lost", CATALOGUE, SENT, said("{sent_on}", "soon"), "the gap {sent_on} is missing"),
    Spoiling("gap added", CATALOGUE, SENT, said("{sent_on}", "{sent_on} {until}"),
             "the gap {until} is not in the source"),
    Spoiling("stray brace", CATALOGUE, SENT, said("{sent_on}", "{sent_on}}"), "a stray }"),
    Spoiling("markup", CATALOGUE, SENT, said("{sent_on}", "<b>{sent_on}</b>"), "the markup <b> is not in the source"),
    Spoiling("hidden character", CATALOGUE, SENT, said("{sent_on}", "{sent_on}\u202e"), "U+202E"),
    Spoiling("figure changed", CATALOGUE, PHONE, said("5:30", "6:30"), "5:30"),
    Spoiling("source rewritten", CATALOGUE, SENT, rewritten, "the sentence says something else now"),
    Spoiling("context renamed", CATALOGUE, SENT, lambda message: message.replace("sent.answer", "sent.gone"),
             "nothing says this sentence any more"),
    Spoiling("source for translation", CATALOGUE, SENT, said('"[^"]+"', '"ライセンスキーの送付日は{sent_on}です。"'),
             "the translation is the source text itself"),
    Spoiling("blank at the end", CATALOGUE, SENT, said('"$', ' "'), "blanks or line breaks at its ends"),
)  # fmt: skip


def spoil(locales: Path, file: str, context: str, change: Callable[[str], str]) -> int:
    """Changes one message; returns the line on which it begins."""
    path = locales / file
    text = path.read_text("utf-8")
    start = text.index(context)
    end = text.index("\n\n", start)
    path.write_text(text[:start] + change(text[start:end]) + text[end:], "utf-8")
    return text[:start].count("\n") + 1


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the locales that may be spoilt."""
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    return tmp_path / "locales"


def faults(library: Library, locales: Path) -> set[Fault]:
    """What is wrong with the catalogues, with paths inside the folder."""
    found = check_locales(library, locales, ROOT / "assistant")
    return {Fault(str(Path(f.file).relative_to(locales)), f.line, f.column, f.path, f.wrong, f.mend) for f in found}


def spoiled(spoiling: Spoiling) -> set[str]:
    """The paths that the message may have after the change."""
    context = spoiling.context.split('"')[1]
    return {context, context.replace("sent.answer", "sent.gone")}


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda one: one.name)
def test_the_message_is_named(spoiling: Spoiling, library: Library, copied: Path) -> None:
    line = spoil(copied, spoiling.file, spoiling.context, spoiling.change)
    told = [fault for fault in faults(library, copied) if spoiling.wrong in str(fault)]
    found = [fault for fault in told if fault.path in spoiled(spoiling)]
    assert [fault.file for fault in found] == [spoiling.file]
    assert line - 1 <= found[0].line <= line + 2


@pytest.mark.parametrize(
    "spoiling", [one for one in SPOILINGS if one.name in {"emptied", "fuzzy", "gap misspelt", "markup"}],
    ids=lambda one: one.name,
)  # fmt: skip
def test_a_reader_sees_the_source_instead(spoiling: Spoiling, library: Library, copied: Path) -> None:
    spoil(copied, spoiling.file, spoiling.context, spoiling.change)
    rule = library.policies["desknets-web-meeting"].topics["key-reissue"].due[0]
    text = getattr(rule, "answer", None)
    assert text is not None
    shown = load_words(copied, "en").text(text, "ja", sent_on="Mon")
    assert (shown.lang, shown.text) == ("ja", text.source.replace("{sent_on}", "Mon"))


def test_a_phrase_of_two_topics_is_named(library: Library, copied: Path) -> None:
    text = (copied / QUESTIONS).read_text("utf-8")
    phrase = re.findall(r'^"(.*)\\n"$', text[text.index(KEYS) :], re.MULTILINE)[0]
    line = spoil(copied, QUESTIONS, OTHER, lambda message: f'{message}\n"\\n"\n"{phrase}"')
    found = [fault for fault in faults(library, copied) if "is also a phrase of" in str(fault.wrong)]
    assert [fault.file for fault in found] == [QUESTIONS]
    assert found[0].line in (line, line + 1)


def test_too_few_phrases_are_named(library: Library, copied: Path) -> None:
    line = spoil(
        copied, QUESTIONS, KEYS, lambda message: message[: message.index("msgstr")] + 'msgstr "reissue of a web key"'
    )
    found = [fault for fault in faults(library, copied) if "phrases, not" in str(fault.wrong)]
    assert [(fault.file, fault.line in (line, line + 1)) for fault in found] == [(QUESTIONS, True)]


def test_a_missing_catalogue_is_named(library: Library, copied: Path) -> None:
    (copied / CATALOGUE).unlink()
    assert any(f.file == CATALOGUE and str(f.wrong) == "the catalogue is missing" for f in faults(library, copied))


def test_a_stale_template_is_named(library: Library, copied: Path) -> None:
    template = copied / "templates/ui.pot"
    template.write_text(template.read_text("utf-8").replace("Please check", "Do check", 1), "utf-8")
    assert any(f.file == "templates/ui.pot" and "not in step" in str(f.wrong) for f in faults(library, copied))


def test_a_catalogue_that_is_no_catalogue_is_named(library: Library, copied: Path) -> None:
    (copied / CATALOGUE).write_text("msgid unquoted\n", "utf-8")
    assert any(f.file == CATALOGUE for f in faults(library, copied))
