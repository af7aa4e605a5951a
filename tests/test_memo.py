"""Remembering what was worked out."""

import threading

from assistant.memo import Memo


def test_a_value_is_worked_out_once() -> None:
    memo, made = Memo[str, list[int]](2), list[str]()

    def make(key: str) -> list[int]:
        made.append(key)
        return [len(made)]

    first = memo.get("a", lambda: make("a"))
    assert memo.get("a", lambda: make("a")) is first
    assert memo.get("b", lambda: make("b")) == [2]
    assert made == ["a", "b"]


def test_a_full_one_begins_anew() -> None:
    memo = Memo[int, int](2)
    assert [memo.get(key, lambda key=key: 10 * key) for key in (1, 2, 3)] == [10, 20, 30]  # type: ignore[misc]  # bound now
    assert memo.get(3, lambda: 0) == 30
    assert memo.get(1, lambda: 11) == 11


def test_an_empty_value_is_remembered_too() -> None:
    memo = Memo[str, tuple[int, ...]](2)
    empty: tuple[int, ...] = ()
    assert memo.get("a", lambda: empty) == ()
    assert memo.get("a", lambda: (1,)) == ()


def test_two_that_miss_at_once_get_the_same_one() -> None:
    memo, together = Memo[str, object](2), threading.Barrier(2)
    found: list[object] = []

    def make() -> object:
        together.wait(timeout=300)
        return object()

    threads = [threading.Thread(target=lambda: found.append(memo.get("a", make))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 2
    assert found[0] is found[1]
