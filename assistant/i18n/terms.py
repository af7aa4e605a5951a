"""The words that people may type: names of things, and cues of what is asked. Each language keeps its own."""

from collections.abc import Mapping
from pathlib import Path

from polib import POEntry

from assistant.i18n.catalogues import catalogue_path, read_catalogue
from assistant.i18n.language import Language
from assistant.i18n.message import Message
from assistant.i18n.questions import phrases

TERM = "term"
HINT = (
    "What people call this in your language, one name or spelling a line: the usual one first, then others, and kana."
)
ASPECT = "aspect:"
ASPECT_CUES = {
    "due": "Words that ask when something is",
    "free": "Words that ask what something costs",
    "time": "Words that name a time or a period, and count less than those about money",
    "covered": "Words that ask whether something is possible, needed, included or covered",
    "clock": "Times of day",
    "question": "What a question ends with that asks whether something is so",
    "until": "“Until when”",
    "for-nothing": "“At no cost”: with “until when” beside it, the question is whether it is free",
    "kept": "“Supported, covered”: with “until when” behind it, the question is whether it is covered",
}
"""The kinds of cues that tell which of the three questions is asked, and what stands under each."""
ASPECT_HINTS = (
    "What people type in your language, one a line. Whole words count. # is any number.",
    "A * at the end is any ending, a ? at the end is the end of the question.",
    "A line that begins with - is no cue though one stands in it: - free to",
)


def term_messages(locales: Path, known: Mapping[str, Language]) -> tuple[Message, ...]:
    """The kinds of cues, and every thing that the catalogue of any language names, once, in order."""
    things = {entry.msgid for language in known for entry in _entries(locales, language) if entry.msgctxt == TERM}
    return (
        *(Message(about, ASPECT + kind, notes=ASPECT_HINTS) for kind, about in ASPECT_CUES.items()),
        *(Message(thing, TERM, notes=(HINT,)) for thing in sorted(things)),
    )


def read_terms(locales: Path, language: str) -> Mapping[str, tuple[str, ...]]:
    """
    The names of each thing in a language.

    Raises:
        ContentError: the file is not a catalogue.
    """
    return {
        entry.msgid: phrases(entry.msgstr)
        for entry in _entries(locales, language)
        if entry.msgctxt == TERM and not entry.fuzzy
    }


def read_cues(locales: Path, language: str) -> Mapping[str, tuple[str, ...]]:
    """
    The cues of each kind in a language.

    Raises:
        ContentError: the file is not a catalogue.
    """
    return {
        entry.msgctxt.removeprefix(ASPECT): phrases(entry.msgstr)
        for entry in _entries(locales, language)
        if entry.msgctxt and entry.msgctxt.startswith(ASPECT)
    }


def _entries(locales: Path, language: str) -> list[POEntry]:
    path = catalogue_path(locales, language, "terms")
    return [entry for entry in read_catalogue(path) if not entry.obsolete] if path.exists() else []
