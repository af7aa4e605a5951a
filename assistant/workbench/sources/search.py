"""Finds the clauses of an outline whose wording stands in a document, and which of them kept their order."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from assistant.model.source import Clause
from assistant.workbench.sources.blocks import Blocks, Span, span_text
from assistant.workbench.sources.wording import wording


def wordings(clauses: Sequence[Clause], blocks: Blocks) -> dict[str, str]:
    """The text of each clause whose wording stands in the document, by its id."""
    found = unchanged(clauses, blocks)
    return {clauses[place].id: span_text(blocks, span) for place, span in found.items()}


def unchanged(clauses: Sequence[Clause], blocks: Blocks) -> dict[int, Span]:
    """The blocks with each clause's wording, by the clause's place; of alike ones the nearest to its neighbours."""
    spans = _spans(clauses, blocks)
    wanted = [clause.fingerprint for clause in clauses]
    sure = [
        (spans[print_][0], place)
        for place, print_ in enumerate(wanted)
        if wanted.count(print_) == 1 and len(spans[print_]) == 1
    ]
    found: dict[int, Span] = {}
    take(sorted(sure, key=lambda one: one[0][0] - one[0][1]), found)
    steady = rising(found)
    open_pairs = [
        (_distance(span, place, steady, found), place, span)
        for place, print_ in enumerate(wanted)
        if place not in found
        for span in spans[print_]
    ]
    take([(span, place) for _, place, span in sorted(open_pairs)], found)
    return found


def take(pairs: Iterable[tuple[Span, int]], found: dict[int, Span]) -> None:
    """Adds each pair whose clause has no blocks yet and whose blocks no other clause has."""
    taken = {block for span in found.values() for block in range(*span)}
    for span, place in pairs:
        if place not in found and taken.isdisjoint(range(*span)):
            found[place] = span
            taken |= set(range(*span))


def _distance(span: Span, place: int, steady: Sequence[int], found: Mapping[int, Span]) -> int:
    """How many blocks lie between a span and the nearer of the clause's two neighbours."""
    at = bisect_left(steady, place)
    before = [abs(span[0] - found[steady[at - 1]][1])] if at else [span[0]]
    after = [abs(found[steady[at]][0] - span[1])] if at < len(steady) else []
    return min(before + after)


def _spans(clauses: Sequence[Clause], blocks: Blocks) -> dict[str, list[Span]]:
    """Every run of blocks whose print is a clause's, by the print."""
    found: dict[str, list[Span]] = {clause.fingerprint: [] for clause in clauses}
    # A PDF may part one line of text into several blocks.
    longest = 3 * max((clause.lines[1] - clause.lines[0] + 1 for clause in clauses), default=0)
    said = [wording(block.text).encode() for block in blocks]
    # A number that stands alone has no wording: it belongs to what it stands above.
    for start in (at for at in range(len(blocks)) if at == 0 or said[at - 1]):
        # As `wording.fingerprint` makes it, one block after another.
        digest = hashlib.sha256()
        for stop in range(start + 1, min(start + longest, len(blocks)) + 1):
            digest.update(said[stop - 1])
            if said[stop - 1] and (print_ := digest.copy().hexdigest()[:16]) in found:
                found[print_].append((start, stop))
    return found


def rising(found: Mapping[int, Span]) -> list[int]:
    """The longest run of places, in order, whose spans are in order too."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in sorted(found):
        start = found[place][0]
        at = bisect_left(tails, start)
        before[place] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [start], [place]
    run: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]
