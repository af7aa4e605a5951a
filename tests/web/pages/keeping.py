"""A store in memory, which can be broken."""

from collections.abc import Sequence

from assistant.store.keeper import Keeper
from assistant.store.records import Count, Record

HERE = {"Sec-Fetch-Site": "same-origin"}


class Kept:
    """A store in memory, or one that fails."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.wrong: Exception | None = None

    def open(self) -> None:
        pass

    def purge(self, before: str) -> int:
        return 0

    def asked_most(self, since: str, before: str, least: int, most: int) -> tuple[tuple[str, str], ...]:
        return ()

    def write(self, records: Sequence[Record]) -> None:
        if self.wrong:
            raise self.wrong
        self.records += records


def flushed(keeper: Keeper) -> None:
    """Comes back once everything is written that was noted before."""
    keeper.keep(Count("", "", "")).exception(10)
