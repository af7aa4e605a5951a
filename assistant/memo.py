"""Remembering what was worked out, on the thing that it was worked out for."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memo(Generic[K, V]):
    """
    Up to `most` values by key. A full one begins anew: what is asked for often is soon there again.

    Safe between threads: two that miss at once both work it out, and get the same one.
    """

    __slots__ = ("_most", "_values")

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key; `make` works it out where it is not there."""
        values = self._values
        if key in values and (found := values.get(key)) is not None:
            return found
        made = make()
        if len(values) >= self._most:
            values = self._values = {}
        return values.setdefault(key, made)


class Made(dict[K, V]):
    """What `make` makes of each key, once, when it is first asked for."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self._make(key))
