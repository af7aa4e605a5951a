"""Many phrases asked at once are told what each is told alone, by whoever answers."""

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.indexing.evidence import Kinds, evidence_of
from assistant.indexing.held_out import Held, asked, fitted, limits_of
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


STRANGER = 1


def held(scores: list[list[float]], nearest: float = 0.0, owned: Sequence[float] = ()) -> Held:
    """Of one topic and of what is out of scope, each question's score; how far its policy owns its words."""
    table = np.array(scores, np.float32).reshape(-1, 2)
    topic = np.zeros(len(table), np.int32)
    leads = np.sort(table, axis=1)
    told = np.array(owned or np.arange(1, len(table) + 1), np.float32)
    signs = np.stack((table[:, 0], np.full(len(table), nearest), table[:, 1], *np.zeros((3, len(table)))), axis=1)
    return Held(
        signs.astype(np.float32), topic, table.argmax(axis=1).astype(np.int32), leads[:, -1] - leads[:, -2], told
    )


def test_the_limit_of_refusal_refuses_no_more_of_the_topics_phrases_than_may_be() -> None:
    scores = [[at / 100, 0.0] for at in range(100)]
    limits = limits_of(held([*scores, [0.01, 0.5]]), np.array([0] * 100 + [1], np.int32), STRANGER)
    assert limits.clear == pytest.approx(0.05, abs=1e-3)
    assert (limits.refused, limits.strangers_refused) == (0.05, 1.0)
    assert (limits.outcome(0.04, -1.0, False), limits.outcome(0.06, 1.0, False)) == ("out-of-scope", "sure")


def test_what_leads_like_a_sure_topic_is_asked_about_though_it_stands_little_clear() -> None:
    limits = limits_of(held([[at / 100, 0.0] for at in range(100)]), np.array([0] * 100, np.int32), STRANGER)
    assert limits.outcome(limits.clear - 0.01, limits.lead, False) == "doubt"
    assert limits.outcome(limits.clear - 0.01, limits.lead - 0.01, False) == "out-of-scope"


def test_of_those_that_lead_by_the_least_lead_enough_are_right() -> None:
    own = [0] * 9 + [1] + [1] * 5
    leads = [0.5] * 10 + [0.2] * 5
    limits = limits_of(
        held([[lead + 0.1, 0.1] for lead in leads], owned=[2] * 10 + [1] * 5), np.array(own, np.int32), None
    )
    assert limits.lead == pytest.approx(0.5, abs=1e-3)
    assert limits.sure_wrong == pytest.approx(0.1)
    assert (limits.outcome(1.0, 0.4, False), limits.outcome(1.0, 0.5, False)) == ("doubt", "sure")


def test_what_a_policy_owns_less_than_all_but_the_vaguest_phrases_is_never_sure() -> None:
    limits = limits_of(held([[0.9, 0.1]] * 100, owned=[at / 100 for at in range(100)]), np.zeros(100, np.int32), None)
    assert limits.vague == pytest.approx(0.07, abs=1e-3)
    assert limits.sure == pytest.approx(0.93)
    assert (limits.outcome(1.0, 0.9, True), limits.outcome(1.0, 0.9, False)) == ("doubt", "sure")
    assert (limits.says_little(0.06), limits.says_little(limits.vague)) == (True, False)
    assert (limits.says_little(0.6, 0.7), limits.says_little(0.7, 0.7)) == (True, False)


def test_a_sign_counts_by_how_well_it_tells_topics_from_strangers() -> None:
    topics, strangers = [[0.6, 0.1], [0.4, 0.0], [0.5, 0.2]] * 9, [[0.3, 0.6], [0.4, 0.5]] * 9
    limits = limits_of(held([*topics, *strangers]), np.array([0] * 27 + [1] * 18, np.int32), STRANGER)
    score, phrase, stranger, *_ = limits.weights
    assert score == 1
    assert phrase == 0
    assert stranger < 0
    assert limits.strangers_refused > 0.9


def test_a_strange_name_speaks_against_topics_or_not_at_all() -> None:
    own = np.array([0] * 20 + [1] * 20, np.int32)
    for named, sign in ((own == 1, -1), (own == 0, 0)):
        one = held([[0.5, 0.4], [0.6, 0.4]] * 10 + [[0.4, 0.5], [0.5, 0.6]] * 10)
        signs = one.signs.copy()
        signs[:, -1] = named
        assert np.sign(limits_of(one._replace(signs=signs), own, STRANGER).weights[-1]) == sign


def test_without_phrases_out_of_scope_the_score_alone_counts_and_a_little_the_nearest_phrase() -> None:
    limits = limits_of(held([[0.5, 0.0], [0.4, 0.0]]), np.array([0, 0], np.int32), None)
    assert limits.weights == (1, 0.25, 0, 0, 0, 0)
    assert limits.clearance((0.5, 0.2, 9, 9, 9, 9)) == pytest.approx(0.55)


def test_nothing_has_no_limits() -> None:
    assert limits_of(held([[0.5, 0.0]]), np.array([0], np.int32), 0).clear == 0
    assert limits_of(held([]), np.array([], np.int32), None).lead == 0


def test_the_regression_finds_the_sign_that_tells_and_gives_the_other_nothing() -> None:
    chance = np.random.default_rng(0)
    signs = chance.normal(size=(400, 2)).astype(np.float32)
    wanted = signs[:, 0] + chance.normal(size=400) > 0
    telling, idle = fitted(signs, wanted)
    assert telling > 1
    assert abs(idle) < 0.3
    assert fitted(signs, wanted).tolist() == fitted(signs.copy(), wanted).tolist()
