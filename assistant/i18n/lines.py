"""The lines of a catalogue, looked at before it is read: its reader takes some that are broken for something else."""

import re
from collections.abc import Iterator

from assistant.errors import Fault, Wording, told
from assistant.suggest import near, one_of

KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")
SHAPE = re.compile(r'(?P<hidden>#~\||#~|#\|)?\s*(?P<word>[^\s"]*)\s*(?P<text>.*?)\s*')
"""An obsolete or previous line begins with `#~` or `#|`; any other comment says what it likes."""
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
PLURAL = re.compile(r"msgstr\[\d\]")


def line_faults(text: str, file: str) -> Iterator[Fault]:
    """Every line that is neither blank, nor a comment, nor a keyword with its text, nor more text."""
    for number, line in enumerate(text.splitlines(), 1):
        found = SHAPE.fullmatch(line)
        if found is None or (line.startswith("#") and not found["hidden"]) or not line.strip():
            continue
        for wrong, mend in _defects(found["word"], found["text"]):
            yield Fault(file, number, 1, found["word"], wrong, mend)


def _defects(word: str, text: str) -> Iterator[tuple[Wording, Wording]]:
    if word and word not in KEYWORDS and not PLURAL.fullmatch(word):
        yield told("'{word}' is no keyword of a catalogue", word=word), near(word, KEYWORDS, one_of(KEYWORDS))
    elif not text.startswith('"'):
        yield told("the text is not in quotes"), told("put it in double quotes")
    elif not QUOTED.fullmatch(text):
        if len(text) < 2 or not text.endswith('"') or text.endswith('\\"'):
            yield told("a quote is not closed"), told("close it with the same kind of quote")
        else:
            yield told("a double quote stands inside the text"), told("write a backslash before it")
