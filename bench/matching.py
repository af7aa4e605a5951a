"""
`python -m bench.matching [PHRASES QUESTIONS]… [--own] [--scale TOPICS] [--json]`: our matcher beside its peers.

Pairs of files are as `policy-assistant match-eval` reads them. `--own` takes our own search phrases, an eighth of each
topic's held out at a time and asked. `--scale` builds a synthetic catalogue of so many topics. Writes no file.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.commands.evaluation import Ask, Reply, asking, hit_rate, percentile, refusal_rate, replies, size_of
from assistant.commands.labelled import Labelled, Phrases, read_labelled_phrases, read_labelled_questions
from assistant.i18n.language import languages
from assistant.i18n.questions import read_phrases
from assistant.match.index import OUT_OF_SCOPE, Index, Phrase
from assistant.settings import settings
from bench.peers import peers
from bench.scale import Scale, at_scale

OURS = "ours"
FOLDS = 8
TYPOS = (1, 2)
COLUMNS = ("set", "matcher", "top-1", "top-3", "1 typo", "2 typos", "oos", "p50 ms", "p99 ms", "build s", "index MB")

Fold = tuple[Phrases, Sequence[Labelled]]
"""Phrases to build from, and questions to ask."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One matcher on one set. Rates are fractions of 1; `typo_1` and `typo_2` are top-1 with so many typing errors.

    Of a peer's memory nothing is said: much of it lies outside Python.
    """

    set: str
    matcher: str
    top_1: float | None
    top_3: float | None
    typo_1: float | None
    typo_2: float | None
    oos_recall: float | None
    p50_ms: float
    p99_ms: float
    build_s: float
    index_mb: float | None


def rows(name: str, folds: Sequence[Fold], against: Callable[[Phrases], Iterator[tuple[str, Callable[[], Ask]]]]
         = peers) -> Iterator[Row]:  # fmt: skip
    """Ours first, then each peer."""
    yield _row(name, OURS, [(lambda phrases=phrases: asking(Index.build(phrases)), asked) for phrases, asked in folds],
               statistics.mean(size_of(Index.build(phrases)) / 1e6 for phrases, _ in folds[:1]))  # fmt: skip
    makers = [list(against(phrases)) for phrases, _ in folds]
    for peer in range(len(makers[0])):
        pairs = [(made[peer][1], asked) for made, (_, asked) in zip(makers, folds, strict=True)]
        yield _row(name, makers[0][peer][0], pairs, None)
