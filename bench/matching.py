"""
`python -m bench.matching [PHRASES QUESTIONS]… [--own] [--scale TOPICS] [--json]`: our matcher beside its peers.

Pairs of files are as `policy-assistant match-eval` reads them. `--own` takes our own search phrases, an eighth of each
topic's held out at a time and asked. `--scale` builds a synthetic catalogue of so many topics. Writes no file.
"""

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.i18n.load import languages
from assistant.i18n.questions import read_phrases
from assistant.indexing.index import built
from assistant.match.index import Index
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.match.terms import Terms
from assistant.matching import load_stems
from assistant.settings import settings
from assistant.workbench.evaluation.measurement import (
    Ask,
    Reply,
    asking,
    hit_rate,
    percentile,
    refusal_rate,
    replies,
    size_of,
)
from assistant.workbench.evaluation.questions import Labelled, Phrases, read_labelled_phrases, read_labelled_questions
from bench.peers import PEERS, Build
from bench.scale import Scale, at_scale

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


def ours(phrases: Phrases) -> Ask:
    """Our own index."""
    return asking(index_of(phrases))


def index_of(phrases: Phrases) -> Index:
    """Our index; words end as in the languages that ship."""
    return built(phrases, Terms.build({}, load_stems(settings().locales)))


def rows(name: str, folds: Sequence[Fold], against: Mapping[str, Build] = PEERS) -> Iterator[Row]:
    """Ours first, then each peer."""
    index_mb = size_of(index_of(folds[0][0])) / 1e6
    yield row(name, "ours", ours, folds, index_mb)
    for peer, build in against.items():
        yield row(name, peer, build, folds)


def row(name: str, matcher: str, build: Build, folds: Sequence[Fold], index_mb: float | None = None) -> Row:
    """One matcher built for each fold and asked its questions, clean and mistyped; rates and times over all of them."""
    build_s: list[float] = []
    given: dict[int, list[Reply]] = {0: [], **{count: [] for count in TYPOS}}
    for phrases, questions in folds:
        start = time.perf_counter()
        ask = build(phrases)
        build_s.append(time.perf_counter() - start)
        for count in given:
            given[count] += replies(ask, questions, count)
    asked = [question for _, questions in folds for question in questions]
    times = [reply.ms for reply in given[0]]
    return Row(
        set=name,
        matcher=matcher,
        top_1=hit_rate(asked, given[0], 1),
        top_3=hit_rate(asked, given[0], 3),
        typo_1=hit_rate(asked, given[1], 1),
        typo_2=hit_rate(asked, given[2], 1),
        oos_recall=refusal_rate(asked, given[0]),
        p50_ms=statistics.median(times),
        p99_ms=percentile(times, 0.99),
        build_s=statistics.median(build_s),
        index_mb=index_mb,
    )


def own_phrases(locales: Path) -> Phrases:
    """Our search phrases of all languages, by topic."""
    found: Phrases = {}
    for language in languages(locales):
        for name, texts in read_phrases(locales, language).items():
            found.setdefault(name, []).extend(Phrase(text, language) for text in texts)
    return found


def held_out(phrases: Phrases, folds: int = FOLDS) -> Iterator[Fold]:
    """Each phrase once as a question about its topic, asked of an index without it and each `folds`-th other."""
    for fold in range(folds):
        kept = {name: [one for at, one in enumerate(group) if at % folds != fold] for name, group in phrases.items()}
        asked = [
            Labelled(phrase.text, phrase.language, None if name == OUT_OF_SCOPE else name)
            for name, group in phrases.items()
            for phrase in group[fold::folds]
        ]
        yield {name: group for name, group in kept.items() if group}, asked


def table(found: Sequence[Row]) -> str:
    """The rows as a Markdown table, rates in percent."""
    lines = [COLUMNS, ("---", "---", *["---:"] * (len(COLUMNS) - 2)), *map(_cells, found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(one: Row) -> tuple[str, ...]:
    rates = (one.top_1, one.top_3, one.typo_1, one.typo_2, one.oos_recall)
    return (
        one.set,
        one.matcher,
        *("–" if rate is None else f"{100 * rate:.1f}" for rate in rates),
        *(f"{value:.2f}" for value in (one.p50_ms, one.p99_ms, one.build_s)),
        "–" if one.index_mb is None else f"{one.index_mb:.1f}",
    )


def scale_table(one: Scale) -> str:
    """What the synthetic catalogue cost, a line for each figure."""
    figures = {name: value for name, value in asdict(one).items() if value is not None}
    shown = {name: f"{value:,}" if isinstance(value, int) else f"{value:,.3f}" for name, value in figures.items()}
    return "\n".join(f"{value:>12}  {name}" for name, value in shown.items())


def _sets(files: Sequence[Path]) -> Iterator[tuple[str, Sequence[Fold]]]:
    for phrases, questions in zip(files[::2], files[1::2], strict=True):
        yield phrases.name.split(".")[0], [(read_labelled_phrases(phrases), read_labelled_questions(questions))]


def _own() -> Iterator[tuple[str, Sequence[Fold]]]:
    """Asked of one index of all languages, told apart by the language of the question."""
    folds = list(held_out(own_phrases(settings().locales)))
    for language in languages(settings().locales):
        yield f"own, {language}", [(kept, [one for one in asked if one.language == language]) for kept, asked in folds]


def main() -> None:
    """Measure what the arguments name, and print it."""
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="PHRASES QUESTIONS")
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--scale", type=int, metavar="TOPICS")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    if len(wanted.files) % 2:
        parser.error("name phrases and questions in pairs")
    sets = [*_sets(wanted.files), *(_own() if wanted.own else [])]
    found = [one for name, folds in sets for one in rows(name, folds)]
    scale = at_scale(wanted.scale) if wanted.scale else None
    if wanted.json:
        print(json.dumps({"matching": [asdict(one) for one in found], "scale": scale and asdict(scale)}, indent=2))
        return
    print("\n\n".join([*([table(found)] if found else []), *([scale_table(scale)] if scale else [])]))


if __name__ == "__main__":
    main()
