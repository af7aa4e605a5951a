"""What people type, in every language: phrases for each topic, names of things, and cues of what is asked."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from polib import POEntry

from assistant.i18n.catalogues import read_entries

OUT_OF_SCOPE = "out-of-scope"
PREFIX, WORDS, TERM, ASPECT = "questions:", "words:", "term", "aspect:"
"""How the contexts of phrases, of words beside a fact and of cues begin, and the context of every name."""
QUESTIONS, TERMS = "questions", "terms"
"""The domains of what people ask, and of the words that they use."""
Lines = Mapping[str, tuple[str, ...]]
"""What stands under each heading, a line for each."""


def optional(entry: POEntry, without: Iterable[str] = ()) -> bool:
    """
    Whether a language may leave a message empty: it may have no words of its own for a fact, and wants neither phrases
    for a policy that it is `without` nor names for things of which only such a one may speak.
    """
    context, left_out = entry.msgctxt or "", tuple(f"{PREFIX}{policy}/" for policy in without)
    return not entry.msgstr and (context.startswith((WORDS, *left_out)) or (context == TERM and bool(left_out)))


def phrases(answer: str) -> tuple[str, ...]:
    """The phrases of one message, without empty lines."""
    return tuple(filter(None, map(str.strip, answer.splitlines())))


def read_phrases(locales: Path, language: str) -> Lines:
    """
    What people type in a language, by `policy/topic`, and under `OUT_OF_SCOPE` what no topic answers.

    A new title of a topic makes its entry fuzzy; its phrases still hold. Raises `ContentError` where the file is not a
    catalogue.
    """
    return {
        (entry.msgctxt or "").removeprefix(PREFIX): phrases(entry.msgstr)
        for entry in read_entries(locales, language, QUESTIONS)
        if not (entry.msgctxt or "").startswith(WORDS)
    }


def read_words(locales: Path, language: str) -> Lines:
    """
    The words that a language adds to lists in the policies' facts, by the contexts of these. Raises `ContentError`
    where the file is not a catalogue.
    """
    return {path: lines for path, lines in _under(WORDS, locales, language, QUESTIONS).items() if lines}


def read_terms(locales: Path, language: str) -> Lines:
    """The names of each thing in a language. Raises `ContentError` where the file is not a catalogue."""
    entries = read_entries(locales, language, TERMS)
    return {entry.msgid: phrases(entry.msgstr) for entry in entries if entry.msgctxt == TERM and not entry.fuzzy}


def read_cues(locales: Path, language: str) -> Lines:
    """The cues of each kind in a language. Raises `ContentError` where the file is not a catalogue."""
    return _under(ASPECT, locales, language, TERMS)


def _under(start: str, locales: Path, language: str, domain: str) -> Lines:
    named = ((entry.msgctxt or "", entry.msgstr) for entry in read_entries(locales, language, domain))
    return {context.removeprefix(start): phrases(said) for context, said in named if context.startswith(start)}


READ = {"phrases": read_phrases, "words": read_words, "terms": read_terms, "cues": read_cues}
"""What reads each kind of entry in a language."""
