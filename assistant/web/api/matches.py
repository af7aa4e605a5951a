"""What a question was understood as, in the form in which the API gives it."""

from collections.abc import Mapping

from pydantic import Field

from assistant.match.understanding import Found, Understanding
from assistant.model.rule import Aspect
from assistant.present.answer.records import match_record, understood
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

    def title(one: Found) -> str:
        writer = writers[one.policy]
        return writer.text(writer.policy.topics[one.topic].title)

    matches = [{**match_record(one), "title": title(one)} for one in found.matches]
    return MatchesRecord.model_validate({"on": None, **understood(question, found), "matches": matches})
