"""Checks the rows and columns that a table's entry in `policy.yaml` names, beside the table's own file."""

from collections.abc import Collection, Iterator

from assistant.content.nodes import Node
from assistant.errors import Fault, Wording, told
from assistant.model.policy import Policy
from assistant.model.table import Table
from assistant.suggest import near
from assistant.workbench.check.places import Places, Spot

POLICY = "policy.yaml"
NO_ROW, NO_COLUMN = told("the table has no row '{name}'"), told("the table has no column '{name}'")
NEITHER = told("the table has no row and no column '{name}'")
Named = tuple[Node, Collection[str], Wording]
"""Where a name stands, what it may be, and what to say where it is none of them."""


def check_cells(policy: Policy, places: Places) -> Iterator[Fault]:
    """A fault for each row or column under `cell_cites`, `doubts` and `names` that the table does not have."""
    for table, one in policy.tables.items():
        about = places.at(POLICY, "tables", table)
        for node, known, wrong in _named(about.node, one):
            name = node.scalar or ""
            if name not in known:
                mend = near(name, known, told("write the name of one that the table has"))
                yield Spot(about.file, node).fault(table, wrong.about(name=name), mend)


def _named(about: Node, table: Table) -> Iterator[Named]:
    rows, columns = table.rows, {column for row in table.rows.values() for column in row}
    for row, cells in about.under("cell_cites"):
        yield row, rows, NO_ROW
        yield from ((column, columns, NO_COLUMN) for column, _ in cells.under())
    doubts = about.child("doubts")
    for doubt in (doubts.items or ()) if doubts else ():
        yield doubt.find(("row",)), rows, NO_ROW
        yield doubt.find(("column",)), columns, NO_COLUMN
    yield from ((key, {*rows, *columns}, NEITHER) for key, _ in about.under("names"))
