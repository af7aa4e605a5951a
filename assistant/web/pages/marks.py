"""A question as it was typed, with the words marked that it was understood by."""

import unicodedata
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from assistant.match.ranking import Word
from assistant.match.understanding import Stated

WEIGHTY = 0.1
"""The share of a match from which on a word is marked."""


def marked(question: str, words: Iterable[Word], stated: Iterable[Stated]) -> Markup:
    """The question with those words in `<mark>` that the match owes most to, and those that state a fact."""
    wanted = [word.typed for word in words if word.share >= WEIGHTY]
    found = {span for word in wanted for span in _spans(question, word)} | {(one.start, one.end) for one in stated}
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    html, done = Markup(""), 0
    for start, end in spans:
        if end > done:
            first = max(start, done)
            html += escape(question[done:first]) + Markup("<mark>{}</mark>").format(question[first:end])
            done = end
    return html + escape(question[done:])


def mended(words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    """Weighty words that were taken for others: as typed, and as read."""
    return tuple((word.typed, word.read) for word in words if word.share >= WEIGHTY and word.typed != word.read)


def _spans(question: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a folded word stands in the question; a Latin word only where it stands alone."""
    folded, places = "", list[int]()
    for place, letter in enumerate(question):
        fold = unicodedata.normalize("NFKC", letter).casefold()
        folded += fold
        places += [place] * len(fold)
    start = folded.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not (word.isascii() and (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum())):
            yield places[start], places[end - 1] + 1
        start = folded.find(word, end)
