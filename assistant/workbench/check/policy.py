"""All checks of a policy, and of all policies."""

from collections.abc import Collection, Iterator
from pathlib import Path

from assistant.content.nodes import Node
from assistant.errors import Fault, Wording, told
from assistant.model.policy import Library, Policy
from assistant.model.table import Table
from assistant.suggest import near
from assistant.workbench.check.examples import check_examples
from assistant.workbench.check.outside import check_countries, check_holidays
from assistant.workbench.check.places import Places, Spot
from assistant.workbench.check.reach import check_broken, check_reached
from assistant.workbench.check.sentences import check_sentences, check_verdicts
from assistant.workbench.check.unused import check_unused
from assistant.workbench.check.walk import walk


def check_policy(policy: Policy, folder: Path) -> list[Fault]:
    """
    Everything that is wrong with a policy as a whole, in file order; `folder` is the one that it was read from.

    While a verdict does not fit its question, or a country is not known, the paths are not walked.
    """
    places = Places.read(folder)
    found = [*check_verdicts(policy, places), *check_countries(policy, places)]
    if not found:
        walked = walk(policy)
        found = [
            *check_holidays(policy, places),
            *check_broken(policy, places, walked),
            *check_reached(policy, places, walked),
            *check_sentences(policy, places, walked),
            *check_unused(policy, places, walked),
            *check_examples(policy, places, walked),
        ]
    return sorted({*found, *check_citing(policy, places), *check_cells(policy, places)})


def check_library(library: Library, folder: Path) -> list[Fault]:
    """Everything that is wrong with any policy; `folder` holds one folder for each."""
    return [fault for policy in library.policies.values() for fault in check_policy(policy, folder / policy.id)]


SOURCE = "source.yaml"


def check_citing(policy: Policy, places: Places) -> Iterator[Fault]:
    """Every clause cited or left out, not both; every reading used or general; no empty list of clauses."""
    yield from _clauses(policy, places)
    yield from _readings(policy, places)
    for name, root in places.trees.items():
        for key, node in root.walk():
            if key == "cites" and node.items == []:
                yield Spot(f"{places.shown}/{name}", node).fault(
                    "cites", told("nothing is cited"), told("cite the clause")
                )


def _clauses(policy: Policy, places: Places) -> Iterator[Fault]:
    cited = {spot.node.scalar: spot for spot in (*places.under("cites"), *places.cell_cites())}
    for place, clause in enumerate(policy.outline.clauses):
        spot = places.at(SOURCE, "clauses", place)
        if clause.left_out is None and clause.id not in cited:
            yield spot.fault(clause.id, told("nothing rests on the clause '{clause}'", clause=clause.id),
                             told("cite it, or say in left_out why nothing does"))  # fmt: skip
        elif clause.left_out is not None and clause.id in cited:
            left = places.at(SOURCE, "clauses", place, "left_out")
            wrong = told("the clause is left out, but {place} cites it", place=cited[clause.id].line)
            yield left.fault(clause.id, wrong, told("take left_out away, or the citation"))


def _readings(policy: Policy, places: Places) -> Iterator[Fault]:
    used = {spot.node.scalar for spot in places.under("readings", "reading")}
    for place, reading in enumerate(policy.about.readings):
        if not reading.general and reading.id not in used:
            yield places.at("policy.yaml", "readings", place).fault(
                reading.id, told("nothing rests on the reading '{reading}'", reading=reading.id),
                told("use it where it matters, or add general: yes"),
            )  # fmt: skip


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
