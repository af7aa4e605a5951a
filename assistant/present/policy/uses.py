"""What rests on each clause: every record of a policy that cites one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.decide import Answer, decide
from assistant.i18n import N_
from assistant.model.policy import Policy
from assistant.model.record import Text
from assistant.model.rule import Item, Rule
from assistant.model.topic import Example

UseKind = Literal[
    "point", "rule", "note", "step", "contact", "reading", "date", "calendar", "hours", "table", "cell", "example"
]
KINDS: dict[UseKind, str] = {
    "point": N_("Summary point"),
    "rule": N_("Rule"),
    "note": N_("Note"),
    "step": N_("Step of a procedure"),
    "contact": N_("Contact"),
    "reading": N_("Reading"),
    "date": N_("Date or value worked out"),
    "calendar": N_("Working days"),
    "hours": N_("Opening hours"),
    "table": N_("Table"),
    "cell": N_("Cell of a table"),
    "example": N_("Worked example"),
}


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
    topic: str = ""


def uses(policy: Policy) -> tuple[Use, ...]:
    """Everything that cites a clause: topics, what the policy says, what is worked out. Rules that topics share come
    once for each."""
    return tuple(use for use in (*_topics(policy), *_said(policy), *_worked_out(policy)) if use.clauses)


def _use(kind: UseKind, clauses: Iterable[str], text: Text, part: Text | None = None, topic: str = "",
         within: str = "") -> Use:  # fmt: skip
    return Use(kind, tuple(clauses), text, part or text, path_of(text) + within, topic)


def path_of(text: Text) -> str:
    """The path of the record that a sentence belongs to, inside its policy."""
    return text.context.partition(".")[2].rpartition(".")[0]


def _topics(policy: Policy) -> Iterator[Use]:
    notes = policy.shared.notes
    for topic in policy.topics.values():
        for point in topic.points:
            yield _use("point", point.cites, point.text, topic.title, topic.id)
        for rule in (rule for aspect in topic.aspects for rule in _rules(topic.rules(aspect))):
            yield _use("rule", rule.cites, rule.say, topic.title, topic.id)
            for note in rule.notes:
                yield _use("note", notes[note.note].cites, notes[note.note].text, topic.title, topic.id)


def _rules(items: Iterable[Item]) -> Iterator[Rule]:
    for item in items:
        if isinstance(item, Rule):
            yield item
        else:
            yield from _rules(getattr(item, "then", ()))


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


def cited_by(policy: Policy, example: Example) -> tuple[str, ...]:
    """The clauses that a worked example's answer rests on."""
    outcome = decide(policy, example.topic, example.aspect, example.facts, example.on)
    return outcome.cites if isinstance(outcome, Answer) else ()
