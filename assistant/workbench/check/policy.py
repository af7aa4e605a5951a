"""All checks of a policy: what cites what, what its sentences say, and those that stand in modules of their own."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from assistant.content.nodes import Node
from assistant.errors import Fault, Wording, told
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import VERDICTS, Rule
from assistant.model.table import Table
from assistant.suggest import near, one_of
from assistant.workbench.catalogues.texts import texts
from assistant.workbench.check.examples import check_asked, check_examples
from assistant.workbench.check.outside import check_countries, check_holidays
from assistant.workbench.check.places import Places, Spot, Standing
from assistant.workbench.check.unused import check_unused
from assistant.workbench.check.walk import Walk, check_broken, check_reached, check_steps, uses, walk


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
            *check_steps(policy, places, walked),
            *check_unused(policy, places, walked),
            *check_examples(policy, places, walked),
            *check_asked(policy, places),
        ]
    return sorted({*found, *check_citing(policy, places), *check_cells(policy, places)})


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
    counted: Counter[str] = Counter()
    for clause in policy.outline.clauses:
        document = clause.id.partition(":")[0] if ":" in clause.id else ""
        file, place = f"source/{document}.yaml" if document else SOURCE, counted[document]
        counted[document] += 1
        spot = places.at(file, "clauses", place)
        if clause.left_out is None and clause.id not in cited:
            yield spot.fault(
                clause.id,
                told("nothing rests on the clause '{clause}'", clause=clause.id),
                told("cite it, or say in left_out why nothing does"),
            )
        elif clause.left_out is not None and clause.id in cited:
            left = places.at(file, "clauses", place, "left_out")
            wrong = told("the clause is left out, but {place} cites it", place=cited[clause.id].line)
            yield left.fault(clause.id, wrong, told("take left_out away, or the citation"))


def _readings(policy: Policy, places: Places) -> Iterator[Fault]:
    used = {spot.node.scalar for spot in places.under("readings", "reading")}
    for place, reading in enumerate(policy.about.readings):
        if not reading.general and reading.id not in used:
            yield places.at("policy.yaml", "readings", place).fault(
                reading.id,
                told("nothing rests on the reading '{reading}'", reading=reading.id),
                told("use it where it matters, or add general: yes"),
            )


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


SAID = (".say", ".answer")
SPOKEN = frozenset({"dated", "open", "closed", "no-commitment"})
"""Verdicts whose own sentence says nothing without the dates: their rules bring an answer of their own."""


def check_verdicts(policy: Policy, places: Places) -> Iterator[Fault]:
    """Verdicts that the aspect does not know, and rules without the headline or dates that theirs needs."""
    found: dict[tuple[str, int, Wording], Fault] = {}
    for where, one in uses(policy, places):
        for fault in _verdict(where, one, one.item) if isinstance(one.item, Rule) else ():
            found.setdefault((fault.file, fault.line, fault.wrong), fault)
    yield from found.values()


def _verdict(where: str, one: Standing, rule: Rule) -> Iterator[Fault]:
    aspect = next(each for each in VERDICTS if where.endswith(f"/{each}"))
    spot = Spot(one.spot.file, one.spot.node.find(("verdict",)))
    try:
        verdict = rule.verdict_for(aspect)
    except KeyError:
        wrong = told("the rule '{rule}' has no verdict for {aspect}", rule=rule.id, aspect=aspect)
        yield spot.fault(where, wrong, told("add {key}:", key=aspect))
        return
    if verdict not in VERDICTS[aspect]:
        wrong = told("'{verdict}' is no verdict of {aspect}", verdict=verdict, aspect=aspect)
        yield spot.fault(where, wrong, near(verdict, VERDICTS[aspect], one_of(sorted(VERDICTS[aspect]))))
    if verdict in SPOKEN and rule.answer is None:
        wrong = told("'{verdict}' without an answer", verdict=verdict)
        mend = told("add answer: with the sentence that a person hears")
        yield spot.fault(where, wrong, mend)
    if verdict == "dated" and not rule.dates:
        yield spot.fault(where, told("'dated' without dates"), told("add {key}:", key="dates"))


def check_sentences(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """Gaps that an outcome cannot fill, and dates that are a mark or a number on some path."""
    known: dict[Text, set[str]] = {}
    no_days: dict[Text, set[str]] = {}
    for _, one in uses(policy, places):
        reached = walked.rules.get(id(one.item))
        if isinstance(one.item, Rule) and reached is not None:
            hours = ("moment",) if one.item.verdict in ("open", "closed") else ()
            names = {"on", *hours, *one.item.dates, *one.item.values, *reached.facts}
            no_days.setdefault(one.item.say, set()).update(reached.no_days)
            passed = (one.item.passed.answer, one.item.passed.say) if one.item.passed else ()
            for text in filter(None, (one.item.answer, one.item.say, *passed)):
                known[text] = known.get(text, names) & names
    for text, names in known.items():
        yield from _gaps(places, text, names)
    mend = told("test for the table's marks before the value is used")
    for say, dates in no_days.items():
        for name in sorted(dates):
            yield places.of(say).fault(name, told("the date '{name}' is no day on some path", name=name), mend)
    for text in texts(policy):
        if not text.context.endswith(SAID):
            yield from _gaps(places, text, set())


def _gaps(places: Places, text: Text, names: set[str]) -> Iterator[Fault]:
    for gap in sorted(text.gaps - names):
        wrong = told("nothing fills the gap {gap} on every path", gap=f"{{{gap}}}")
        yield places.of(text).fault(text.context, wrong, near(gap, names, told("take it out: no gap is filled here")))
