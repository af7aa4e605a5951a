"""The outline of a document: its clauses under their headings, each with what rests on it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from assistant.i18n import N_
from assistant.i18n.marks import like, unmarked
from assistant.i18n.words import Rendered
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.present.policy.uses import Use, uses
from assistant.present.policy.views import ChapterView, ClauseView, UseView
from assistant.present.writer import Writer

TOPICS, SUMMARY, DATES = N_("Topics"), N_("Summary"), N_("Dates and opening hours")
TABLES, READINGS, CONTACTS = N_("Tables"), N_("Readings"), N_("Contacts")
HEADING = re.compile(r"「[^」]+」|[^,、（(]+")
"""A chapter's heading, at the beginning of a clause's place."""

HEADINGS = {
    "point": SUMMARY, "step": SUMMARY, "contact": CONTACTS, "reading": READINGS, "date": DATES, "calendar": DATES,
    "hours": DATES, "table": TABLES, "cell": TABLES, "rule": TOPICS,
}  # fmt: skip
"""Where no topic has the use. A rule of no topic says what holds before the policy is in force: for all of them."""


def outline(writer: Writer) -> tuple[ChapterView, ...]:
    """Every clause in the document's order, by chapter."""
    resting = _uses(writer.policy)
    clauses = tuple(
        ClauseView(writer.cite([clause.id])[0], writer.optional(clause.left_out), _by_kind(writer, resting[clause.id]))
        for clause in writer.policy.outline.clauses
    )
    heads = _heads([unmarked(clause.citation.place.text) for clause in clauses])
    grouped = groupby(zip(heads, clauses, strict=True), key=lambda pair: pair[0])
    found = ((head, tuple(clause for _, clause in pairs)) for head, pairs in grouped)
    return tuple(ChapterView(_like(head, group[0].citation.place), group) for head, group in found)


def _like(head: str, place: Rendered) -> Rendered:
    return Rendered(like(head, place.text), place.lang)


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
    for kind, name, path in dict.fromkeys((*_shown(use), _address(use)) for use in uses):
        kinds[kind].append((writer.text(name), path))
    return tuple(UseView(writer.words.say(kind), tuple(named)) for kind, named in kinds.items())


def _uses(policy: Policy) -> Mapping[str, list[Use]]:
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses(policy):
        for clause in use.clauses:
            found[clause].append(use)
    return found


def _shown(use: Use) -> tuple[str, Text]:
    """Under which heading a reader finds a use, and its name there."""
    said_by_topic = use.topic and use.kind != "date"
    return TOPICS if said_by_topic else HEADINGS[use.kind], use.part


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
