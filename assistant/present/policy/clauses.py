"""The outline of a document: its clauses under their headings, each with what rests on it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from assistant.i18n import N_
from assistant.i18n.fill import Rendered
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import Rule
from assistant.present.views import CitationView
from assistant.present.writer import Writer
from assistant.vocabulary.dependencies import every

UseKind = Literal["point", "rule", "note", "step", "contact", "reading", "date", "calendar", "hours", "table", "cell"]
TOPICS, SUMMARY, DATES = N_("Topics"), N_("What the document says"), N_("Dates and opening hours")
TABLES, READINGS, CONTACTS = N_("Tables"), N_("Readings"), N_("Contacts")
HEADINGS: dict[UseKind, str] = {
    "point": SUMMARY,
    "rule": TOPICS,
    "step": SUMMARY,
    "contact": CONTACTS,
    "reading": READINGS,
    "date": DATES,
    "calendar": DATES,
    "hours": DATES,
    "table": TABLES,
    "cell": TABLES,
}
"""Under which heading a reader finds what no topic says."""
HEADING = re.compile(r"「[^」]+」|[^,、（(]+")
"""A chapter's heading, at the beginning of a clause's place."""


@dataclass(frozen=True, slots=True)
class Use:
    """
    A record that cites clauses. `text` is its own first sentence, whose context is its path; `part` names what a reader
    knows it by: the topic, the section, or its own label. `topic` is the topic that has it, where one has. `id` is its
    own, with those above it: `topics.voucher.free.4`.
    """

    kind: UseKind
    clauses: tuple[str, ...]
    text: Text
    part: Text
    id: str
    topic: str


@dataclass(frozen=True, slots=True)
class UseView:
    """Things of one kind that rest on a clause: each with its address below the policy's page, or with none."""

    kind: Rendered
    named: tuple[tuple[Rendered, str], ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in a policy's outline with what rests on it; `left_out` says why nothing does."""

    citation: CitationView
    left_out: Rendered | None
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """The clauses under one heading of the document."""

    title: Rendered
    clauses: tuple[ClauseView, ...]


def outline(writer: Writer) -> tuple[ChapterView, ...]:
    """Every clause in the document's order, by chapter."""
    resting: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses(writer.policy):
        for clause_id in use.clauses:
            resting[clause_id].append(use)
    clauses = [
        ClauseView(writer.clause(id_), writer.optional(clause.left_out), _by_kind(writer, resting[id_]))
        for id_, clause in writer.clauses.items()
    ]
    heads = _heads(clause.citation.place for clause in clauses)
    grouped = groupby(zip(heads, clauses, strict=True), key=lambda pair: pair[0])
    return tuple(ChapterView(head, tuple(clause for _, clause in pairs)) for head, pairs in grouped)


def _heads(places: Iterable[Rendered]) -> Iterator[Rendered]:
    """The heading under which each place stands, in the language of the place."""
    head: Rendered | None = None
    for place in places:
        if not (head and place.startswith(head)):
            found = HEADING.match(place)
            head = Rendered(found[0].strip() if found else place, place.lang, place.page)
        yield head


def _by_kind(writer: Writer, uses: Iterable[Use]) -> tuple[UseView, ...]:
    kinds: defaultdict[str, list[tuple[Rendered, str]]] = defaultdict(list)
    for kind, part, path in dict.fromkeys((_heading(use), use.part, _address(use)) for use in uses):
        kinds[kind].append((writer.text(part), path))
    return tuple(UseView(writer.words.say(kind), tuple(named)) for kind, named in kinds.items())


def _heading(use: Use) -> str:
    return TOPICS if use.topic and use.kind != "date" else HEADINGS[use.kind]


def _address(use: Use) -> str:
    """The address below the policy's page; empty where it has none."""
    if use.topic:
        return f"{use.topic}/"
    name = use.id.split(".")[2] if use.id.count(".") > 1 else use.id
    match use.kind:
        case "point" | "step":
            return f"#page-{name}"
        case "contact":
            return "#page-contacts"
        case "reading":
            return f"#{name}"
        case "table" | "cell":
            return f"#page-table-{name}"
    return ""


def uses(policy: Policy) -> tuple[Use, ...]:
    """Everything that cites a clause: topics, what the policy says, what is worked out. Rules that topics share come
    once for each."""
    return tuple(use for use in (*_topics(policy), *_said(policy), *_worked_out(policy)) if use.clauses)


def _use(
    kind: UseKind, clauses: Iterable[str], text: Text, part: Text | None = None, topic: str = "", within: str = ""
) -> Use:
    path = text.context.partition(".")[2].rpartition(".")[0]
    return Use(kind, tuple(clauses), text, part or text, path + within, topic)


def _topics(policy: Policy) -> Iterator[Use]:
    notes = policy.shared.notes
    for topic in policy.topics.values():
        for point in topic.points:
            yield _use("point", point.cites, point.text, topic.title, topic.id)
        for rule in (one for aspect in topic.aspects for one in every(topic.rules(aspect)) if isinstance(one, Rule)):
            afterwards = rule.passed.cites if rule.passed else ()
            yield _use("rule", (*rule.clauses, *afterwards), rule.say, topic.title, topic.id)
            for note in rule.notes:
                yield _use("note", notes[note.note].cites, notes[note.note].text, topic.title, topic.id)


def _said(policy: Policy) -> Iterator[Use]:
    """What the policy's own page says."""
    summary = policy.summary
    for section in summary.sections:
        yield from (_use("point", point.cites, point.text, section.title) for point in section.points)
    for procedure in summary.procedures.values():
        for part in procedure.parts:
            yield from (_use("step", step.cites, step.text, procedure.title) for step in part.steps)
    for contact in summary.contacts.values():
        yield _use("contact", contact.cites, contact.name)
    if not_yet := policy.about.not_in_force:
        yield _use("rule", not_yet.cites, not_yet.say, policy.about.title)
    for reading in policy.about.readings:
        yield _use("reading", reading.cites, reading.doubt)


def _worked_out(policy: Policy) -> Iterator[Use]:
    """What dates and hours are worked out from."""
    for one in policy.shared.derived.values():
        yield _use("date", one.cites, one.label)
    for topic in policy.topics.values():
        yield from (_use("date", one.cites, one.label, topic=topic.id) for one in topic.derived.values())
    for calendar in policy.about.calendars.values():
        yield _use("calendar", calendar.cites, calendar.label)
    for hours in policy.about.hours.values():
        yield _use("hours", hours.cites, hours.label)
    for table in policy.tables.values():
        about = table.about
        yield _use("table", about.cites, about.label)
        for row, cells in about.cell_cites.items():
            for column, cites in cells.items():
                yield _use("cell", cites, about.label, within=f".cell_cites.{row}.{column}")
