"""What is counted of the replies to labelled questions, and how the limit of refusing is found."""

from collections.abc import Sequence

import pytest

from assistant.workbench.evaluation.measurement import (
    Found,
    Reply,
    hit_rate,
    percentile,
    refusal_rate,
    replies,
    size_of,
)
from assistant.workbench.evaluation.questions import Labelled


def asked(confidences: Sequence[float], topic: str | None) -> list[tuple[Labelled, Reply]]:
    return [(Labelled("q", "en", topic), Reply(("repair", "loan"), confidence, 1.0)) for confidence in confidences]


@pytest.mark.parametrize(
    ("kept", "strange", "rate"),
    [
        (range(1, 41), [0, 1, 2, 3, 4], 0.6),  # the two least of forty may be refused: everything below 3
        (range(1, 20), [0, 1, 2], 1 / 3),  # of nineteen none may be
        ([5.0] * 40, [5.0, 4.9], 0.5),  # equal confidence is kept together
    ],
)
def test_the_limit_refuses_a_twentieth_falsely(kept: Sequence[float], strange: Sequence[float], rate: float) -> None:
    questions, given = zip(*asked(strange, None), *asked(kept, "repair"), strict=True)
    assert refusal_rate(questions, given) == pytest.approx(rate)


def test_hits_are_counted_among_questions_with_a_topic_only() -> None:
    pairs = [*asked([1], "repair"), *asked([1], "loan"), *asked([1], None)]
    questions, given = zip(*pairs, strict=True)
    assert (hit_rate(questions, given, 1), hit_rate(questions, given, 3)) == (0.5, 1.0)


def test_percentiles_are_values_by_nearest_rank() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert (percentile(values, 0.99), percentile(values, 0.5), percentile([7.0], 0.99)) == (99.0, 50.0, 7.0)


def test_each_question_is_asked_in_order_and_three_topics_are_kept() -> None:
    seen: list[str] = []

    def ask(text: str) -> Found:
        seen.append(text)
        return ["a", "b", "c", "d"], 1.0

    given = replies(ask, [Labelled("one", "en", "a"), Labelled("two", "en", None)])
    assert (seen, [reply.topics for reply in given]) == (["one", "one", "two"], [("a", "b", "c")] * 2)


def test_the_size_of_an_index_grows_by_what_it_holds_and_counts_it_once() -> None:
    text = "x" * 1_000
    assert 1_000 < size_of([text]) < size_of([text, "y" * 1_000])
    assert size_of([text, text]) - size_of([text]) < 100


def test_the_size_of_a_view_is_that_of_the_numbers_behind_it() -> None:
    assert size_of([memoryview(bytes(80_000))[:5]]) > 80_000
