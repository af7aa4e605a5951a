"""Many phrases asked at once are told what each is told alone, by whoever answers."""

import numpy as np
import pytest

from assistant.indexing.evidence import Kinds, evidence_of
from assistant.indexing.held_out import asked
from assistant.indexing.vectors import space_of
from assistant.match.evidence import NONE
from assistant.match.features import Features
from assistant.match.terms import Terms
from assistant.match.vectors import Vector
from tests.match.sample import PHRASES


@pytest.mark.parametrize("most", [0, 20_000_000])
@pytest.mark.parametrize("stranger", [None, 0, 2])
@pytest.mark.parametrize("rare", [0, 8, 4_000])
@pytest.mark.parametrize(("least_full", "near"), [(4, 24), (0.1, 24), (0.1, 1)])
def test_phrases_at_once_are_weighed_as_each_alone(
    most: int, stranger: int | None, rare: int, least_full: float, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.indexing.evidence.MOST_CELLS", most)
    for module in ("indexing.held_out", "match.evidence"):
        monkeypatch.setattr(f"assistant.{module}.NEAR", near)
    monkeypatch.setattr("assistant.match.evidence.ASKED", rare)
    monkeypatch.setattr("assistant.indexing.evidence.LEAST_FULL", least_full)
    monkeypatch.setattr("assistant.indexing.held_out.CELLS", 200)
    names = sorted(PHRASES)
    texts = [phrase.text for name in names for phrase in PHRASES[name]]
    own = np.repeat(np.arange(len(names), dtype=np.int32), [len(PHRASES[name]) for name in names])
    _, rows, japanese = space_of(Features.of(text, Terms()).cuts for text in texts)
    out = np.arange(len(own)) % 3 == 1
    kinds = Kinds(japanese, np.arange(len(japanese)) % 2 == 0)
    evidence = evidence_of(rows.only(~out), own[~out], np.arange(len(names), dtype=np.int32) // 2, kinds, stranger)
    held = asked(evidence, rows.only(out))
    for place, number in enumerate(np.flatnonzero(out).tolist()):
        features, weights = rows.row(number)
        alone = evidence.weigh(Vector(features.tolist(), weights.tolist()))
        best = alone.touched[0] if alone.touched else NONE
        assert held.signs[place].tolist() == pytest.approx(alone.signs, abs=1e-5)
        assert (held.topic[place], held.best[place]) == (alone.topics[0] if alone.topics else NONE, best)
        assert held.leads[place] == pytest.approx(alone.lead(best) if alone.touched else 0, abs=1e-5)
        assert held.owned[place] == pytest.approx(alone.owned, abs=1e-5)
