"""What changed in the editions of a policy, and since when: for its page, its feed and programs."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.i18n.fill import Rendered
from assistant.model.edition import Approval, Changed, Changes, Part
from assistant.model.record import Record
from assistant.present.writer import Writer

Link = Callable[[str, Iterable[tuple[str, str]]], str]
"""The address of a path with these parameters."""


class ToldRecord(Record):
    """One thing that was told and is told: empty where it was or is not."""

    label: str
    then: str
    now: str


class ChangedRecord(Record):
    """A change of answers by its plainest case: so many `cases` change alike. The links lead to both answers."""

    topic: str
    aspect: str
    title: str
    question: str
    where: tuple[tuple[str, str], ...]
    answer: ToldRecord
    more: tuple[ToldRecord, ...]
    cases: int
    link_then: str
    link_now: str


class EditionChanges(Record):
    """
    An edition, the one `before` it (null for the first of which anything is told), and what changed `since` a day,
    which `day` says in words. `came` and `went` are what can be asked now, and what no longer can.
    """

    edition: str
    before: str | None
    since: str
    day: str
    changes: tuple[ChangedRecord, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]
    reworded: int


def changes_records(writer: Writer, told: Sequence[Changes], link: Link) -> tuple[EditionChanges, ...]:
    """Every edition of which something is told, the latest first. Links lead to pages in the writer's language."""
    return tuple(_edition(writer, one, link) for one in told)


def _edition(writer: Writer, one: Changes, link: Link) -> EditionChanges:
    return EditionChanges(
        edition=one.edition,
        before=one.before,
        since=one.since.isoformat(),
        day=writer.day(one.since),
        changes=tuple(_change(writer, one, change, link) for change in one.changes),
        came=tuple(_names(writer, one.came)),
        went=tuple(_names(writer, one.went)),
        reworded=one.reworded,
    )


def _change(writer: Writer, one: Changes, change: Changed, link: Link) -> ChangedRecord:
    said = change.said.get(writer.language.id) or change.said[writer.policy.about.language]
    answer, *more = (ToldRecord(**line._asdict()) for line in said.lines)
    path = f"/{writer.language.id}/{writer.policy.id}/{change.topic}/{change.aspect}"
    pairs = [*change.facts.items(), ("on", change.on.isoformat())]
    then, now = (link(path, [*pairs, ("edition", edition or "")]) for edition in (one.before, one.edition))
    return ChangedRecord(
        topic=change.topic,
        aspect=change.aspect,
        title=said.topic,
        question=said.question,
        where=said.where,
        answer=answer,
        more=tuple(more),
        cases=change.cases,
        link_then=then,
        link_now=now,
    )


def _names(writer: Writer, parts: Iterable[Part]) -> Iterator[str]:
    return (part.said.get(writer.language.id) or part.said[writer.policy.about.language] for part in parts)


def approval_text(writer: Writer, approval: Approval | None) -> Rendered:
    """Who approved what is said, and when."""
    say = writer.words.say
    if approval is None:
        return say("Nobody responsible has approved this yet. The document governs.")
    return say(
        "Approved by {name}, {role}, on {day}.", name=approval.name, role=approval.role, day=writer.day(approval.day)
    )
