"""An answer of an earlier edition beside today's: whether it still holds, and what is different where it does not."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.decide import Answer
from assistant.decide.unknown import ask_with
from assistant.model.rule import Aspect
from assistant.model.source import Clause
from assistant.present.answer.page import answer_view
from assistant.present.views import AnswerView, CitationView
from assistant.present.writer import Writer

Difference = Literal["verdict", "headline", "dates", "values", "notes"]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause that is not what it was: as the earlier edition has it, and as it is now. None where one has it not."""

    was: CitationView | None
    now: CitationView | None

    @property
    def id(self) -> str:
        """The clause's id."""
        one = self.now or self.was
        return one.id if one else ""

    @property
    def kind(self) -> Literal["new", "gone", "changed"]:
        """What became of it."""
        return "new" if self.was is None else "gone" if self.now is None else "changed"


@dataclass(frozen=True, slots=True)
class EditionView:
    """
    What an edition says of a question today. `state`: `same` answer, `changed`, `unknown` edition, or `unanswered`
    where these facts had no answer in it. `then` is its answer, `now` today's, None where there is none to these facts.
    `clauses` are those behind either answer that changed.
    """

    edition: str
    state: Literal["same", "changed", "unknown", "unanswered"]
    then: AnswerView | None = None
    now: AnswerView | None = None
    different: tuple[Difference, ...] = ()
    clauses: tuple[ClauseChange, ...] = ()


def former_answer(
    was: Writer,
    topic: str,
    aspect: Aspect,
    facts: Mapping[str, str],
    on: dt.date,
    unknown: Sequence[str],
    now: dt.datetime,
) -> AnswerView | None:
    """What a policy as it was answers; None where it has no such question, or wants other facts."""
    policy = was.policy
    if topic not in policy.topics or aspect not in policy.topics[topic].aspects:
        return None
    outcome = ask_with(policy, topic, aspect, facts, unknown, on).outcome
    return answer_view(was, outcome, now, (), facts) if isinstance(outcome, Answer) else None


def compared(was: Writer, then: AnswerView | None, writer: Writer, now: AnswerView | None) -> EditionView:
    """The answer of the edition that `was` writes, beside today's."""
    edition = was.policy.edition
    if then is None:
        return EditionView(edition, "unanswered", None, now)
    different = differences(then, now) if now else ()
    if now and not different:
        return EditionView(edition, "same", then, now)
    cited = {cite.id for view in (then, now) if view for cite in view.citations}
    clauses = tuple(one for one in clause_changes(was, writer) if one.id in cited)
    return EditionView(edition, "changed", then, now, different, clauses)


def differences(then: AnswerView, now: AnswerView) -> tuple[Difference, ...]:
    """In what two answers to one question differ, as their reader sees it."""
    before, after = _seen(then), _seen(now)
    return tuple(name for name, seen in after.items() if seen != before[name])


def _seen(view: AnswerView) -> dict[Difference, object]:
    return {
        "verdict": view.verdict,
        "headline": view.headline,
        "dates": [(one.name, one.iso) for one in view.dates],
        "values": [(one.name, one.text) for one in view.values],
        "notes": {(one.id, one.text) for one in view.notes},
    }


def clause_changes(was: Writer, now: Writer) -> Iterator[ClauseChange]:
    """Every clause whose wording, place or gist changed, or that is new, in today's order; then those that are gone."""
    before, after = was.clauses, now.clauses
    for name, clause in after.items():
        if name not in before or _essence(before[name]) != _essence(clause):
            yield ClauseChange(was.cite([name])[0] if name in before else None, now.cite([name])[0])
    for name in before:
        if name not in after:
            yield ClauseChange(was.cite([name])[0], None)


def _essence(clause: Clause) -> tuple[str, str, str]:
    return clause.fingerprint, clause.place.source, clause.gist.source
