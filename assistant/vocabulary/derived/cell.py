"""`cell`: what a table says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assistant.model.table import Table
from assistant.vocabulary.cell import Cell
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, Ground, KindOf, Work
from assistant.vocabulary.trail import Counted, Names

KINDS = {"date": "day", "integer": "number", "time": "time"}


@DERIVATIONS.register
class DerivedCell(Derivation):
    """What a table says: a day, a number, or a mark such as `not-applicable`."""

    cell: Cell
    """Where it stands."""

    def reads(self) -> Iterator[tuple[str, str]]:
        return self.cell.reads()

    def compiled(self, name: str, names: Names, ground: Ground) -> Work:
        get, (cites, readings) = self.cell.compiled(names), ground
        return lambda run: Counted(name, get(run), None, None, (), cites, readings)

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        cell = written["cell"] if isinstance(written["cell"], Mapping) else {}
        table = tables.get(cell.get("table") or "")
        return (KINDS[table.about.holds], tuple(table.about.marks)) if table else ("any", ())
