"""Faults of the ground that answers rest on: clauses and readings that nothing uses, statements without a clause."""

from collections.abc import Iterator

from assistant.errors import Fault, told
from assistant.model.policy import Policy
from assistant.workbench.check.places import Places, Spot

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
