"""What changed in the editions of a policy, and since when: for its page, its feed and programs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.i18n.fill import Rendered
from assistant.model.publication import Approval, Changed, Changes, Line, Part
from assistant.present.writer import Writer

Link = Callable[[str, Iterable[tuple[str, str]]], str]
"""The address of a path with these parameters."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change: what is asked, where, the answer then and now, what else differs, and links to both answers."""

    topic: str
    aspect: str
    title: str
    question: str
    where: tuple[tuple[str, str], ...]
    answer: Line
    more: tuple[Line, ...]
    cases: int
    link_then: str
    link_now: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """
    An edition: the day from which it is served, in words and as a date; the edition before, None for the first one; and
    what changed. `came` and `went` are what can be asked now, and what no longer can.
    """

    edition: str
    before: str | None
    day: str
    since: str
    changes: tuple[ChangeView, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]
    reworded: int


def changes_views(writer: Writer, told: Sequence[Changes], link: Link) -> tuple[ChangesView, ...]:
    """Every edition of which something is told, the latest first. Links lead to pages in the writer's language."""
    return tuple(_edition(writer, one, link) for one in told)


def _edition(writer: Writer, one: Changes, link: Link) -> ChangesView:
    return ChangesView(
        one.edition,
        one.before,
        str(writer.day(one.since)),
        one.since.isoformat(),
        tuple(_change(writer, one, change, link) for change in one.changes),
        tuple(_names(writer, one.came)),
        tuple(_names(writer, one.went)),
        one.reworded,
    )


def _change(writer: Writer, one: Changes, change: Changed, link: Link) -> ChangeView:
    said = change.said.get(writer.language.id) or change.said[writer.policy.about.language]
    answer, *more = said.lines
    path = f"/{writer.language.id}/{writer.policy.id}/{change.topic}/{change.aspect}"
    pairs = [*change.facts.items(), ("on", change.on.isoformat())]
    then, now = (link(path, [*pairs, ("edition", edition or "")]) for edition in (one.before, one.edition))
    return ChangeView(
        change.topic, change.aspect, said.topic, said.question, said.where, answer, tuple(more), change.cases, then, now
    )


def _names(writer: Writer, parts: Iterable[Part]) -> Iterator[str]:
    return (part.said.get(writer.language.id) or part.said[writer.policy.about.language] for part in parts)


def approval_text(writer: Writer, approval: Approval | None) -> Rendered:
    """Who approved what is said, and when."""
    say = writer.words.say
    if approval is None:
        return say("Not approved yet.")
    return say("Approved by {name}, {role}, on {day}.", name=approval.name, role=approval.role,
               day=writer.day(approval.day))  # fmt: skip
