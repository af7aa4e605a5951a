"""What a question was understood as, in the form in which the API gives it."""

from collections.abc import Mapping

from pydantic import Field

from assistant.match.understanding import Found, Understanding
from assistant.model.rule import Aspect
from assistant.present.writer import Writer
from assistant.web.api.records import ApiRecord


class MatchRecord(ApiRecord):
    """A topic that a question may be about; `aspect` is null where nothing tells it."""

    policy: str
    topic: str
    aspect: Aspect | None
    score: float
    phrase: str
    title: str


class OfferedRecord(ApiRecord):
    """A fact that the question may state, and does not simply say: a person chooses among its values, or tells it."""

    fact: str
    values: list[str] = Field(description="What may be meant, as canonical text; empty where only the fact is told.")
    words: str = Field(description="The words of the question that it stands on, as typed.")
    why: str = Field(
        description="`asked`, `unsure`, `former`, `coming`, `other`, `range`, `about`, `limit`, `several`, `open`."
    )


class MatchesRecord(ApiRecord):
    """What a question was understood as: nothing where no topic answers it."""

    matches: list[MatchRecord]
    facts: dict[str, str] = Field(description="Facts that the question states, for the first match's policy.")
    offered: list[OfferedRecord] = Field(description="Facts that it may state; no answer counts on them.")
    on: str | None = Field(description="The day that is asked about, where the question names one of no fact.")
    contacts: list[str] = Field(description="The policies whose people are asked for.")
    confident: bool


def matches_record(writers: Mapping[str, Writer], question: str, found: Understanding) -> MatchesRecord:
    """What a question was understood as; `writers` are by policy."""
    return MatchesRecord(
        matches=[match_record(writers[one.policy], one) for one in found.matches],
        facts=dict(found.facts),
        offered=[
            OfferedRecord(fact=o.fact, values=list(o.values), words=question[o.start : o.end], why=o.why)
            for o in found.offered
        ],
        on=found.day.isoformat() if found.day else None,
        contacts=list(found.contacts),
        confident=found.confident,
    )


def match_record(writer: Writer, found: Found) -> MatchRecord:
    """A topic that a question may be about."""
    return MatchRecord(
        policy=found.policy,
        topic=found.topic,
        aspect=found.aspect,
        score=round(found.score, 2),
        phrase=found.phrase,
        title=writer.text(writer.policy.topics[found.topic].title),
    )
