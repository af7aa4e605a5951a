"""Texts that belong together, by what the matcher sees in them: their features, in a space of their own."""

from collections.abc import Iterator, Sequence

import numpy as np

from assistant.indexing.vectors import bounds_of, space_of
from assistant.match.features import Features
from assistant.match.terms import Terms

ALIKE = 0.3
"""The cosine from which on a text belongs to a group."""


def clusters_of(texts: Sequence[str], numbers: Sequence[int], terms: Terms) -> Iterator[list[str]]:
    """The texts that belong together, each group led by the one asked most often."""
    rows = space_of(Features.of(text, terms).cuts for text in texts)[1]
    order = np.argsort(rows.features, kind="stable")
    owners, weights = rows.owners()[order], rows.weights[order]
    bounds = bounds_of(np.bincount(rows.features))
    groups: dict[int, list[str]] = {}
    leads = np.zeros(len(texts), np.bool_)
    for at in sorted(range(len(texts)), key=lambda at: (-numbers[at], texts[at])):
        (features, counts), alike = rows.row(at), np.zeros(len(texts))
        for feature, weight in zip(features.tolist(), counts.tolist(), strict=True):
            having = slice(bounds[feature], bounds[feature + 1])
            alike[owners[having]] += weight * weights[having]
        leader = int((alike * leads).argmax())
        # Vectors have the length one: what they share is the cosine.
        if not leads[leader] or alike[leader] < ALIKE:
            leader, leads[at] = at, True
        groups.setdefault(leader, []).append(texts[at])
    yield from groups.values()
