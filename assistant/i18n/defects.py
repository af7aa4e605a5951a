"""What can be wrong with a translation so that a reader must not see it: gaps, markup, figures, hidden characters."""

import re
from collections.abc import Iterator
from pathlib import Path

from polib import POEntry

from assistant.errors import Fault, Wording, told
from assistant.i18n.catalogues import place, strings
from assistant.i18n.figures import missing_figures
from assistant.model.record import Text
from assistant.suggest import near

TAG = re.compile(r"</?[a-zA-Z!][^<>]*>|<(?=[a-zA-Z/!])")
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, format, surrogate and private characters, and line and paragraph separators."""
BRACE = re.compile(r"[{}｛｝]")
Defect = tuple[Wording, Wording]
"""What is wrong, and how to mend it."""


def entry_faults(path: Path, entry: POEntry) -> list[Fault]:
    """Everything that keeps one message from being shown, at the line at which it begins."""
    found: list[Defect] = []
    for said in strings(entry):
        plural = entry.msgid_plural
        found += plural_defects(entry.msgid, plural, said) if plural else defects(entry.msgid, said)
    return [Fault(*place(path, entry), *defect) for defect in dict.fromkeys(found)]


def defects(source: str, translation: str) -> Iterator[Defect]:
    """Everything that keeps a translation from being shown."""
    yield from _gaps(gaps(source), gaps(source), translation)
    yield from _markup(source, translation)
    yield from hidden(source, translation)
    for figure in missing_figures(source, translation):
        wrong = told("the figure {figure} of the source is missing", figure=figure)
        yield wrong, told("write the same figure, in digits or words")


def plural_defects(one: str, many: str, translation: str) -> Iterator[Defect]:
    """The same for one form of a message with plurals, which may leave out what either English form leaves out."""
    yield from _gaps(gaps(one) & gaps(many), gaps(one) | gaps(many), translation)
    yield from _markup(one + many, translation)
    yield from hidden(one + many, translation)


def hidden(allowed: str, text: str) -> Iterator[Defect]:
    """The hidden characters of a text, but for those in `allowed`."""
    for character in sorted(set(HIDDEN.findall(text)) - set(allowed)):
        yield told("the hidden character {code}", code=f"U+{ord(character):04X}"), told("delete it")


def gaps(text: str) -> set[str]:
    """The names in braces."""
    return set(Text.GAP.findall(text))


def _gaps(needed: set[str], allowed: set[str], translation: str) -> Iterator[Defect]:
    there = gaps(translation)
    for gap in (f"{{{name}}}" for name in sorted(needed - there)):
        yield told("the gap {gap} is missing", gap=gap), told("write {gap} where its value belongs", gap=gap)
    for name in sorted(there - allowed):
        wrong, names = told("the gap {gap} is not in the source", gap=f"{{{name}}}"), allowed - there or allowed
        yield wrong, near(name, names, told("take it out"))
    if brace := BRACE.search(Text.GAP.sub("", translation)):
        yield told("a stray {brace}", brace=brace[0]), told("write gaps as in the source, with half-width braces")


def _markup(source: str, translation: str) -> Iterator[Defect]:
    for tag in sorted(set(TAG.findall(translation)) - set(TAG.findall(source))):
        yield told("the markup {tag} is not in the source", tag=tag), told("take it out: sentences are plain text")
