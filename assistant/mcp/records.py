"""What the tools answer with, beside what the API does."""

from assistant.web.api.records import AnswerRecord, ApiRecord, ClauseRecord, FactRecord, TopicRecord


class TopicWhole(TopicRecord):
    """A topic with what its page says, and where that is read."""

    edition: str
    lang: str
    text: str
    permalink: str


class NextRecord(AnswerRecord):
    """A case with the question that is asked next; without one where it is answered, or nothing more can be asked."""

    question: FactRecord | None


class ChangeRecord(ApiRecord):
    """Another answer, one fact or the day asked about away: with these facts, on this day, it becomes that."""

    change: str
    becomes: str
    facts: dict[str, str]
    on: str
    permalink: str


class ChangesRecord(AnswerRecord):
    """A case with the nearest other answers; none where a fact is missing or not known, or nothing near changes it."""

    changes: list[ChangeRecord]


class QuotedRecord(ClauseRecord):
    """A clause, with its own words where they are held, and where it is read."""

    quote: str | None = None
    permalink: str


class ClausesRecord(ApiRecord):
    """Clauses of a policy's document."""

    policy: str
    document: str
    edition: str
    lang: str
    clauses: list[QuotedRecord]
