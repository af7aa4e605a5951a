"""
What the writer of a forwarded mail says.

Neither the lines above it nor the signature below are asked: the day on which it was sent states no fact, and a name
below it is nobody's business.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.parsing.lines import words_of
from assistant.parsing.plain import JAPANESE

LINE = re.compile(r"\n|[.!?\u3002](?=\s|$)")
LABEL = r"[^\n.?!\u3002:\uff1a]{2,30}[:\uff1a]"
LABELLED = re.compile(rf"\n(?=[> \t]*{LABEL})|(?<=[0-9\u65e5])\n(?=[> \t]*\S)|(?m:^(?P<line>{LABEL}.{{1,30}})\n)")
VALUES = (
    re.compile(r"[0-9]:[0-9]{2}(?! ?[ap]m|:)|[ap]m\b", re.IGNORECASE),
    re.compile(rf"(?<=[{JAPANESE}]) (?=[{JAPANESE}])"),
)
"""Where the last line above ends, if what its writer says follows it behind a blank: with a time, or with a name."""
STOP = "\u3002"
"""Where a line begins with a label and a colon, or the one before it ends with a figure, as in a form."""
LONGEST_LINE, LONGEST_HEAD = 80, 90
NOTHING = re.compile(r"(?!)")


class Mail(NamedTuple):
    """The words that begin the lines above a mail, those of its subject, and those that end it."""

    heads: re.Pattern[str]
    subjects: re.Pattern[str]
    wrote: re.Pattern[str]
    closings: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Mail":
        """By the grammars of some languages (`parsing.grammar.joined`)."""
        heads, subjects, wrote, closings = (
            "|".join(map(re.escape, words_of(words, f"mail.{part}")))
            for part in ("heads", "subjects", "wrote", "closings")
        )
        return cls(
            _pattern(heads, r"(?<![^\s>*-])(?:{})\s?[:\uff1a]"),
            _pattern(subjects, r"(?<![^\s>*-])(?:{})\s?[:\uff1a]"),
            _pattern(wrote, r"(?<!\w)(?:{})\s?[:\uff1a]"),
            _pattern(closings, r"(?<=[.!?\n\u3002])\s*(?:{})(?=[\s,.\u3001\u3002])"),
        )

    def spoken(self, text: str) -> str:
        """Text as typed with blanks for what its writer does not say, and stops between labelled lines, places kept."""
        heads = [(one.start(), one.end()) for one in self.heads.finditer(text)]
        subjects = [(one.start(), one.end()) for one in self.subjects.finditer(text)]
        starts = sorted(start for start, _ in (*heads, *subjects))
        for start, end in heads:
            stops = [at for at in starts if start < at < end + LONGEST_LINE]
            ends = LINE, *(() if stops else VALUES)
            stops += [one.end() for pattern in ends if (one := pattern.search(text, end + 1))]
            text = _blank(text, start, min([*stops, end + LONGEST_LINE]))
        wrote = [
            (max(text.rfind(sign, 0, one.start()) for sign in ".?!\n") + 1, one) for one in self.wrote.finditer(text)
        ]
        for start, end in (*subjects, *((max(left, one.start() - LONGEST_HEAD), one.end()) for left, one in wrote)):
            text = _blank(text, start, end)
        text = LABELLED.sub(lambda one: (one["line"] or "") + STOP, text)
        for one in self.closings.finditer(text):
            text = _blank(text, one.start(), min([at for at in starts if at > one.start()], default=len(text)))
        return text


def _pattern(words: str, shape: str) -> re.Pattern[str]:
    return re.compile(shape.format(words), re.IGNORECASE) if words else NOTHING


def _blank(text: str, start: int, end: int) -> str:
    end = min(end, len(text))
    return text[:start] + " " * (end - start) + text[end:]
