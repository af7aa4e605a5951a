"""Faults of idle content: things that are defined and that no answer, page or table uses, or can use."""

from collections.abc import Iterator, Mapping

from assistant.errors import Fault, told
from assistant.model.policy import Policy
from assistant.model.rule import Rule
from assistant.model.table import Table
from assistant.vocabulary.bands import rising
from assistant.vocabulary.dependencies import cells, every
from assistant.vocabulary.derivation import Derivation
from assistant.vocabulary.derived.band import DerivedBand
from assistant.vocabulary.scope import Scope, scope_of
from assistant.vocabulary.step import Cell
from assistant.workbench.check.places import RULES, Places
from assistant.workbench.check.walk import Walk

FACTS, POLICY, SUMMARY = "facts.yaml", "policy.yaml", "summary.yaml"


class Usage:
    """What the rules of a policy use, by kind."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.derived: set[tuple[str, str]] = set()
        self.notes: set[str] = set()
        self.procedures: set[str] = set()
        self.hours = {contact.hours for contact in policy.summary.contacts.values()}
        self.calendars: set[str] = set()
        self.cells: list[tuple[Scope, Cell]] = []
        for topic in policy.topics.values():
            self._topic(scope_of(policy, topic.id))
        kept = (policy.about.hours[name].calendar for name in self.hours if name is not None)
        self.calendars |= {calendar for calendar in kept if calendar is not None}

    def _topic(self, names: Scope) -> None:
        self.procedures.update(names.topic.procedures)
        for aspect in names.topic.aspects:
            for name in names.in_aspect(aspect) & names.derived.keys():
                self.derived.add((names.topic.id if name in names.topic.derived else "", name))
                self.cells += [(names, cell) for cell in cells(names.derived[name])]
            self.hours |= names.counted_on(aspect, "hours")
            self.calendars |= names.counted_on(aspect, "calendar")
            for item in every(names.topic.rules(aspect)):
                if isinstance(item, Rule):
                    self.notes |= {use.note for use in item.notes}
                    self.procedures |= {name for name in (item.next, item.passed and item.passed.next) if name}


IDLE = told("use or remove it")


def check_unused(policy: Policy, places: Places, walked: Walk) -> Iterator[Fault]:
    """A fault for each fact, note, procedure, list, calendar, table or derived thing that nothing uses."""
    usage, about, shared, steps = Usage(policy), policy.about, policy.shared, policy.summary.procedures
    lists = {spot.node.scalar for spot in places.under("use")}
    tables = {cell.table for _, cell in usage.cells}
    named = (
        (policy.facts, walked.facts, (FACTS,), told("nothing uses the fact '{name}'")),
        (shared.notes, usage.notes, (RULES, "notes"), told("nothing uses the note '{name}'")),
        (shared.lists, lists, (RULES, "lists"), told("nothing uses the list '{name}'")),
        (steps, usage.procedures, (SUMMARY, "procedures"), told("nothing uses the procedure '{name}'")),
        (about.calendars, usage.calendars, (POLICY, "calendars"), told("nothing uses the calendar '{name}'")),
        (about.hours, usage.hours, (POLICY, "hours"), told("nothing uses the opening hours '{name}'")),
        (about.tables, tables, (POLICY, "tables"), told("nothing uses the table '{name}'")),
    )
    for have, used, (file, *way), wrong in named:
        for name in have:
            if name not in used:
                yield places.key(file, *way, name).fault(name, wrong.about(name=name), IDLE)
    pointed = {name for clause in policy.outline.clauses for name in clause.points_to}
    for name, document in about.documents.items():
        if not document.held and name not in pointed:
            wrong = told("no clause points to the document '{name}', which is not held", name=name)
            yield places.key(POLICY, "documents", name).fault(name, wrong, IDLE)
    yield from _derived(policy, places, usage)
    for name, table in policy.tables.items():
        yield from _table(places, name, table, [(n, cell) for n, cell in usage.cells if cell.table == name])


def _derived(policy: Policy, places: Places, usage: Usage) -> Iterator[Fault]:
    owners: dict[str, Mapping[str, Derivation]] = {topic.id: topic.derived for topic in policy.topics.values()}
    for topic, derived in {"": policy.shared.derived, **owners}.items():
        file = f"topics/{topic}.yaml" if topic else RULES
        for name, one in derived.items():
            key = places.key(file, "derived", name)
            if (topic, name) not in usage.derived:
                yield key.fault(name, told("nothing uses '{name}'", name=name), IDLE)
            if isinstance(one, DerivedBand) and not rising(one.bands):
                wrong = told("the bands do not rise to one without an edge")
                bands = places.key(file, "derived", name, "bands")
                yield bands.fault(name, wrong, told("order them, and end with none"))


def _table(places: Places, name: str, table: Table, used: list[tuple[Scope, Cell]]) -> Iterator[Fault]:
    columns = {column: None for row in table.rows.values() for column in row}
    rows_read = {row for names, cell in used for row in names.ids(cell.row)}
    read = {one for names, cell in used for one in (names.ids(cell.column) if cell.column else tuple(columns)[:1])}
    for line, row in enumerate(table.rows if used else (), 2):
        if row not in rows_read:
            yield places.table(name, line).fault(row, told("nothing reads the row '{name}'", name=row), IDLE)
    for column in columns if used else ():
        if column not in read:
            yield places.table(name).fault(column, told("nothing reads the column '{name}'", name=column), IDLE)
    held = {str(value) for row in table.rows.values() for value in row.values()}
    for mark in table.about.marks:
        if mark not in held:
            wrong = told("the mark '{mark}' stands nowhere in the table", mark=mark)
            yield places.key(POLICY, "tables", name, "marks", mark).fault(mark, wrong, IDLE)
