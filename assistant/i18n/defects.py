"""What can be wrong with a translation so that a reader must not see it: gaps, markup, figures, hidden characters."""

import re
from collections.abc import Iterator

from assistant.i18n.figures import missing_figures
from assistant.model.record import Text

TAG = re.compile(r"</?[a-zA-Z!][^<>]*>|<(?=[a-zA-Z/!])")
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, format, surrogate and private characters, and line and paragraph separators."""
BRACE = re.compile(r"[{}｛｝]")
Defect = tuple[str, str]
"""What is wrong, and how to mend it."""


def defects(source: str, translation: str) -> Iterator[Defect]:
    """Everything that keeps a translation from being shown."""
    yield from _gaps(gaps(source), gaps(source), translation)
    yield from _markup(source, translation)
    yield from hidden(source, translation)
    for figure in missing_figures(source, translation):
        yield f"the figure {figure} of the source is missing", "write the same figure, in digits or words"


def plural_defects(one: str, many: str, translation: str) -> Iterator[Defect]:
    """The same for one form of a message with plurals, which may leave out what either English form leaves out."""
    yield from _gaps(gaps(one) & gaps(many), gaps(one) | gaps(many), translation)
    yield from _markup(one + many, translation)
    yield from hidden(one + many, translation)


def hidden(allowed: str, text: str) -> Iterator[Defect]:
    """The hidden characters of a text, but for those in `allowed`."""
    for character in sorted(set(HIDDEN.findall(text)) - set(allowed)):
        yield f"the hidden character U+{ord(character):04X}", "delete it"


def gaps(text: str) -> set[str]:
    """The names in braces."""
    return set(Text.GAP.findall(text))


def _gaps(needed: set[str], allowed: set[str], translation: str) -> Iterator[Defect]:
    there = gaps(translation)
    for name in sorted(needed - there):
        yield f"the gap {{{name}}} is missing", f"write {{{name}}} where its value belongs"
    for name in sorted(there - allowed):
        yield f"the gap {{{name}}} is not in the source", "use the names that the source uses"
    if brace := BRACE.search(Text.GAP.sub("", translation)):
        yield f"a stray {brace[0]}", "write gaps as in the source, with half-width braces"


def _markup(source: str, translation: str) -> Iterator[Defect]:
    for tag in sorted(set(TAG.findall(translation)) - set(TAG.findall(source))):
        yield f"the markup {tag} is not in the source", "take it out: sentences are plain text"
