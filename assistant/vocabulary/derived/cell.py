"""`cell`: what a table says."""

from collections.abc import Callable, Mapping
from typing import Any

from assistant.model.table import Table, TableAbout
from assistant.vocabulary.derivation import DERIVATIONS, Derivation, GroundOf, KindOf, Work
from assistant.vocabulary.step import Cell
from assistant.vocabulary.trail import Counted, Names

KINDS = {"date": "day"}
"""What cells are as values, where that is called otherwise."""


@DERIVATIONS.register
class DerivedCell(Derivation):
    """What a table says: a day, a number, or a mark such as `not-applicable`."""

    example = "{label: Price, cell: {table: prices, row: room, column: by-day}, cites: [prices]}"

    cell: Cell
    """Where it stands."""

    def compiled(self, name: str, names: Names, ground: GroundOf) -> Work:
        get = self.cell.compiled(names)
        return lambda run: Counted(name, get(run), None, None, (), *ground(run))

    @classmethod
    def kind(cls, written: Mapping[str, Any], tables: Mapping[str, Table], of: Callable[[str], str]) -> KindOf:
        cell = written["cell"] if isinstance(written["cell"], Mapping) else {}
        table = tables.get(cell.get("table") or "")
        return (_kind(table.about, cell.get("column")), tuple(table.about.marks)) if table else ("any", ())


def _kind(about: TableAbout, column: object) -> str:
    """What a cell is, where all that may be read are alike."""
    every: set[str] = {*about.columns.values()} or {about.holds}
    kinds = {about.columns[str(column)]} if column in about.columns else every
    if len(kinds) > 1:
        return "any"
    (kind,) = kinds
    return f"money {about.currency}" if kind == "money" else KINDS.get(kind, kind)
