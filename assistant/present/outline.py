"""The outline of a document: its clauses under their headings, each with what rests on it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from assistant.i18n import N_
from assistant.i18n.load import Rendered
from assistant.model.record import Text
from assistant.model.rule import Item, Rule
from assistant.present.policy_views import ChapterView, ClauseView, UseView
from assistant.present.writer import Writer

TOPICS, SUMMARY, DATES = N_("Topics"), N_("Summary"), N_("Dates and opening hours")
TABLES, READINGS, CONTACTS = N_("Tables"), N_("Readings"), N_("Contacts")
HEADING = re.compile(r"「[^」]+」|[^,、（(]+")
"""A chapter's heading, at the beginning of a clause's place."""

Use = tuple[str, Text, str]
"""What kind of thing uses a clause, its name, and its address below the policy's page (empty where it has none)."""


def outline(writer: Writer) -> tuple[ChapterView, ...]:
    """Every clause in the document's order, by chapter."""
    uses = _uses(writer)
    clauses = tuple(
        ClauseView(writer.cite([clause.id])[0], writer.optional(clause.left_out), _by_kind(writer, uses[clause.id]))
        for clause in writer.policy.outline.clauses
    )
    heads = _heads([clause.citation.place.text for clause in clauses])
    grouped = groupby(zip(heads, clauses, strict=True), key=lambda pair: pair[0])
    found = ((head, tuple(clause for _, clause in pairs)) for head, pairs in grouped)
    return tuple(ChapterView(Rendered(head, group[0].citation.place.lang), group) for head, group in found)


def _heads(places: Iterable[str]) -> Iterator[str]:
    """The heading under which each place stands."""
    head = ""
    for place in places:
        if not (head and place.startswith(head)):
            found = HEADING.match(place)
            head = found[0].strip() if found else place
        yield head


def _by_kind(writer: Writer, uses: Iterable[Use]) -> tuple[UseView, ...]:
    kinds: defaultdict[str, list[tuple[Rendered, str]]] = defaultdict(list)
    for kind, name, path in dict.fromkeys(uses):
        kinds[kind].append((writer.text(name), path))
    return tuple(UseView(writer.words.say(kind), tuple(named)) for kind, named in kinds.items())


def _uses(writer: Writer) -> Mapping[str, list[Use]]:
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for clauses, use in (*_topics(writer), *_said(writer), *_worked_out(writer)):
        for clause in clauses:
            found[clause].append(use)
    return found


def _topics(writer: Writer) -> Iterator[tuple[Iterable[str], Use]]:
    notes = writer.policy.shared.notes
    for topic in writer.policy.topics.values():
        use = (TOPICS, topic.title, f"{topic.id}/")
        for point in topic.points:
            yield point.cites, use
        for rule in (rule for aspect in topic.aspects for rule in _rules(topic.rules(aspect))):
            yield rule.cites, use
            for note in rule.notes:
                yield notes[note.note].cites, use


def _rules(items: Iterable[Item]) -> Iterator[Rule]:
    for item in items:
        if isinstance(item, Rule):
            yield item
        else:
            yield from _rules(getattr(item, "then", ()))


def _said(writer: Writer) -> Iterator[tuple[Iterable[str], Use]]:
    """What the policy's own page says."""
    summary = writer.policy.summary
    for section in summary.sections:
        for point in section.points:
            yield point.cites, (SUMMARY, section.title, f"#page-{section.id}")
    for name, procedure in summary.procedures.items():
        for step in (step for part in procedure.parts for step in part.steps):
            yield step.cites, (SUMMARY, procedure.title, f"#page-{name}")
    for contact in summary.contacts.values():
        yield contact.cites, (CONTACTS, contact.name, "#page-contacts")
    for reading in writer.policy.about.readings:
        yield reading.cites, (READINGS, reading.doubt, f"#{reading.id}")


def _worked_out(writer: Writer) -> Iterator[tuple[Iterable[str], Use]]:
    """What dates and hours are worked out from."""
    policy = writer.policy
    for one in policy.shared.derived.values():
        yield one.cites, (DATES, one.label, "")
    for topic in policy.topics.values():
        for one in topic.derived.values():
            yield one.cites, (DATES, one.label, f"{topic.id}/")
    for calendar in policy.about.calendars.values():
        yield calendar.cites, (DATES, calendar.label, "")
    for hours in policy.about.hours.values():
        yield hours.cites, (DATES, hours.label, "")
    for name, table in policy.tables.items():
        cells = (cites for row in table.about.cell_cites.values() for cites in row.values())
        for cites in (table.about.cites, *cells):
            yield cites, (TABLES, table.about.label, f"#page-table-{name}")
