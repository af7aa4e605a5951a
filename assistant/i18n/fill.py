"""Puts values into the gaps of a sentence: nothing in the sentence or in a value is ever run or interpreted."""

import re
from collections.abc import Mapping

from assistant.errors import AssistantError
from assistant.model.record import Text


class EmptyGap(AssistantError):
    """A sentence has a gap for which its caller gives no value."""

    def __init__(self, name: str, sentence: str) -> None:
        self.name, self.sentence = name, sentence
        super().__init__(f"nothing to put into {{{name}}} of {sentence!r}")


def fill(sentence: str, values: Mapping[str, object], strict: bool) -> str:
    """
    The sentence with its gaps filled, as plain text; values that it has no gap for are left out.

    Raises:
        EmptyGap: a value is missing and `strict`; otherwise the gap stays visible.
    """
    if "{" not in sentence:
        return sentence

    def value(gap: re.Match[str]) -> str:
        if gap[1] in values:
            return f"{values[gap[1]]}"
        if strict:
            raise EmptyGap(gap[1], sentence)
        return gap[0]

    return Text.GAP.sub(value, sentence)
