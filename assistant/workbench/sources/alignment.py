"""
Finds each clause of an outline in a document, unchanged or changed.

A clause whose wording stands in the document, anywhere, is there still (`finding`). Between two of those that kept
their order, the clauses and the units that are left over are paired in order as edit distance pairs letters, by
likeness: of the wording, where an earlier document gives it, else of the clause's gist and place, which say the same in
other words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from assistant.errors import Usage, told
from assistant.model.source import UNREAD, Clause
from assistant.workbench.sources.blocks import Blocks, Span, Unit, span_text, units
from assistant.workbench.sources.wording import rising, said, take, unchanged, wording

ALIKE, GIST_ALIKE, ELSEWHERE = 0.5, 0.2, 0.7
"""
Likeness, 0 to 1, from which a unit may be a changed clause: by its earlier wording; by its gist; and, by its wording,
outside its place. For 0.2, measured on three outlines: 95 in 100 gists reach 0.17 to 0.27 with their own clause, and 90
in 100 stay below 0.28 with any other; pairing in order decides between those.
"""
LEFT_OVER = 0.55
"""
The cost of leaving a clause or a unit without a partner; that of a pair is 1 less its likeness. A unit that a clause
takes beside its first costs as much as one that is left, so that it is taken only where the likeness grows; nothing
where there is but a gist, which says a table of many rows in one sentence.
"""
MOST_PAIRS, MOST_SIGNS = 100_000, 20_000_000
"""Of clauses and units that are held against each other, and the signs in them: some five seconds."""

Chain = tuple[tuple[int, Span], "Chain"] | None
"""Pairs of a clause and its blocks, the first of them and the rest."""
Option = tuple[float, Chain]
"""What a pairing costs, and its pairs."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    The units of a document, and the clause that each is. `changed` are those whose wording is another, `moved` those
    that no longer stand in the outline's order, `gone` those that no unit is.
    """

    units: tuple[Unit, ...]
    clauses: Mapping[Span, str]
    changed: frozenset[str]
    moved: frozenset[str]
    gone: tuple[str, ...]


def align(clauses: Sequence[Clause], blocks: Blocks, before: Mapping[str, str]) -> Alignment:
    """
    Which unit of the document is which clause; `before` gives wordings from an earlier document.

    Raises `Usage` where too little of the document is known to find the rest.
    """
    same = unchanged(clauses, blocks)
    steady = rising(same)
    taken = set(same.values())
    natural = [unit for unit in units(blocks, taken) if unit.span not in taken]
    other: dict[int, Span] = {}
    gaps = [*_gaps(len(clauses), [same[place] for place in steady], steady, same, natural)]
    _check(gaps, blocks)
    for olds, news in gaps:
        other |= _paired(clauses, blocks, olds, news, before)
    changed = {place for span in other.values() for place in range(*span)}
    free = [unit for unit in natural if unit.span[0] not in changed]
    strays = _strays(clauses, blocks, {*same, *other}, free, before)
    found = {**same, **other, **strays}
    return Alignment(
        units(blocks, found.values()),
        {span: clauses[place].id for place, span in found.items()},
        changed=frozenset(clauses[place].id for place in {**other, **strays}),
        moved=frozenset(clauses[place].id for place in found.keys() - set(rising(found))),
        gone=tuple(
            clause.id for place, clause in enumerate(clauses) if place not in found and clause.fingerprint != UNREAD
        ),
    )


def _check(gaps: Sequence[tuple[list[int], list[Unit]]], blocks: Blocks) -> None:
    pairs = sum(len(olds) * len(news) for olds, news in gaps)
    signs = sum(len(olds) * len(span_text(blocks, unit.span)) for olds, news in gaps for unit in news)
    if pairs > MOST_PAIRS or signs > MOST_SIGNS:
        raise Usage(
            told(
                "{clauses} clauses do not stand in this document, and {blocks} of its blocks are no known clause: too "
                "many to be held against each other. Check that it is this policy’s document, or compare it in parts.",
                clauses=sum(len(olds) for olds, _ in gaps),
                blocks=sum(len(news) for _, news in gaps),
            )
        )


def _gaps(
    count: int, spans: Sequence[Span], steady: Sequence[int], same: Mapping[int, Span], natural: Sequence[Unit]
) -> Iterator[tuple[list[int], list[Unit]]]:
    """The clauses without blocks and the units without a clause, between each two clauses that kept their order."""
    olds: dict[int, list[int]] = {}
    news: dict[int, list[Unit]] = {}
    for place in (place for place in range(count) if place not in same):
        olds.setdefault(bisect_left(steady, place), []).append(place)
    starts = [start for start, _ in spans]
    for unit in natural:
        news.setdefault(bisect_left(starts, unit.span[0]), []).append(unit)
    yield from ((olds[gap], news[gap]) for gap in sorted(olds.keys() & news.keys()))


def _paired(
    clauses: Sequence[Clause], blocks: Blocks, olds: list[int], news: list[Unit], before: Mapping[str, str]
) -> dict[int, Span]:
    """The cheapest pairing in order; a clause of several lines may take several units, as many lines as it had."""
    alone = len(olds) == len(news) == 1 and clauses[olds[0]].id not in before

    @cache
    def best(old: int, new: int) -> Option:
        if old == len(olds) or new == len(news):
            return LEFT_OVER * (len(olds) - old + len(news) - new), None
        options = [_after(best(old + 1, new), LEFT_OVER), _after(best(old, new + 1), LEFT_OVER)]
        clause = clauses[olds[old]]
        for stop in range(new + 1, len(news) + 1):
            span = (news[new].span[0], news[stop - 1].span[1])
            if stop > new + 1 and not _fits(clause, blocks, span, news[new:stop]):
                break
            if clause.id not in before and _says_less(clause, blocks, span):
                continue
            likeness, least = _likeness(clause, span_text(blocks, span), before)
            if likeness >= least or alone:
                beside = LEFT_OVER * (stop - new - 1) if clause.id in before else 0
                cost = beside + (0 if alone else 1 - likeness)
                options.append(_after(best(old + 1, stop), cost, (olds[old], span)))
        return min(options, key=lambda option: option[0])

    # Filled from the end, so that no call goes deeper than one.
    for old in range(len(olds), -1, -1):
        for new in range(len(news), -1, -1):
            best(old, new)
    return dict(_pairs(best(0, 0)[1]))


def _after(rest: Option, cost: float, pair: tuple[int, Span] | None = None) -> Option:
    return rest[0] + cost, (pair, rest[1]) if pair else rest[1]


def _pairs(chain: Chain) -> Iterator[tuple[int, Span]]:
    while chain is not None:
        pair, chain = chain
        yield pair


def _says_less(clause: Clause, blocks: Blocks, span: Span) -> bool:
    """Whether nothing but headings is left, on fewer lines than the clause had."""
    lines = blocks[span[1] - 1].last - blocks[span[0]].line
    return lines < clause.lines[1] - clause.lines[0] and all(block.kind == "heading" for block in blocks[slice(*span)])


def _fits(clause: Clause, blocks: Blocks, span: Span, merged: Sequence[Unit]) -> bool:
    together = all(one.span[1] == other.span[0] for one, other in pairwise(merged))
    lines = blocks[span[1] - 1].last - blocks[span[0]].line
    return together and lines <= clause.lines[1] - clause.lines[0]


def _likeness(clause: Clause, text: str, before: Mapping[str, str]) -> tuple[float, float]:
    """How alike a clause and a text are, from 0 to 1, and from where on they may be the same."""
    words = said(text)
    if clause.id in before:
        return fuzz.ratio(said(before[clause.id]), words, score_cutoff=100 * ALIKE) / 100, ALIKE
    known, given = _grams(wording(f"{clause.gist.source} {clause.place.source}")), _grams(words)
    return len(known & given) / max(1, min(len(known), len(given))), GIST_ALIKE


@lru_cache(maxsize=4096)
def _grams(words: str) -> frozenset[str]:
    """Every stretch of three signs; of two, where most are Japanese."""
    size = 3 if sum(map(str.isascii, words)) * 2 > len(words) else 2
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))


def _strays(
    clauses: Sequence[Clause], blocks: Blocks, found: set[int], free: list[Unit], before: Mapping[str, str]
) -> dict[int, Span]:
    """Clauses that both moved and changed, where the earlier wording shows it."""
    lost = [place for place, clause in enumerate(clauses) if place not in found and clause.id in before]
    alike = [
        (_likeness(clauses[place], span_text(blocks, unit.span), before)[0], place, unit.span)
        for place in lost
        for unit in free
    ]
    strays: dict[int, Span] = {}
    take([(span, place) for likeness, place, span in sorted(alike, reverse=True) if likeness >= ELSEWHERE], strays)
    return strays
