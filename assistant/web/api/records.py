"""What the JSON API answers with. Ids are the same in every language; texts are in `lang`."""

from typing import Annotated, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from assistant.model.edition import Approval
from assistant.model.rule import Aspect


class ApiRecord(BaseModel):
    """A record of the API: it holds exactly its fields. It can be made from a view that has them too."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class TopicRecord(ApiRecord):
    """A topic and the questions that it answers; none where it is a summary only."""

    policy: str
    id: str
    title: str
    about: str
    aspects: list[Annotated[Aspect, BeforeValidator(lambda one: getattr(one, "aspect", one))]]


class PolicyRecord(ApiRecord):
    """A policy in a list."""

    id: str
    title: str
    issuer: str
    document: str
    reference: str | None
    language: str = Field(description="The language of the document.")
    time_zone: str
    edition: str
    approval: Approval | None
    topics: list[str]


class OptionRecord(ApiRecord):
    """One option of a choice, or `yes` and `no`."""

    id: str
    label: str


class FactRecord(ApiRecord):
    """What can be asked: the id is the name of a query parameter, the value canonical text."""

    id: str = Field(validation_alias=AliasChoices("id", "fact"))
    type: str = Field(validation_alias=AliasChoices("type", "kind"))
    question: str
    unit: str | None
    options: list[OptionRecord]


class ClauseRecord(ApiRecord):
    """A clause of the document: where it stands and, in our words, what it says."""

    id: str
    place: str
    gist: str


class ReadingRecord(ApiRecord):
    """A doubt in the document, how it is read, and why."""

    id: str
    doubt: str
    reading: str
    because: str


class PolicyWhole(PolicyRecord):
    """A policy with everything that an answer can name."""

    lede: str
    facts: list[FactRecord]
    clauses: list[ClauseRecord]
    readings: list[ReadingRecord]


class TestedRecord(ApiRecord):
    """One condition as it was asked."""

    name: str
    value: str
    held: bool


class TraceRecord(ApiRecord):
    """One rule that was asked; a group of rules has no id."""

    rule: str
    path: str
    held: bool
    tests: list[TestedRecord]


class CountRecord(ApiRecord):
    """One step of a date, with the days that it skipped and why."""

    step: str
    before: str
    after: str
    skipped: list[tuple[str, str]]


class TextRecord(ApiRecord):
    """An answer, or the question that is asked next, for people."""

    headline: str
    plain: str


class ErrorRecord(ApiRecord):
    """One fault: the name of what is wrong, the reason's id, its details, and a sentence."""

    name: str
    reason: str
    details: dict[str, str]
    text: str


class ClauseChangeRecord(ApiRecord):
    """A clause behind either answer that is not what it was."""

    id: str
    change: Literal["new", "gone", "changed"]
    then: str | None = Field(default=None, description="What it said in the earlier edition, in our words.")
    now: str | None = None


class ThenRecord(ApiRecord):
    """
    What an earlier edition says to the same case. `unknown`: there is no such edition; `unanswered`: it has no answer
    to these facts; `same` or `changed`: how today's answer compares, and in what it differs.
    """

    edition: str
    state: Literal["same", "changed", "unknown", "unanswered"]
    different: list[Literal["verdict", "headline", "dates", "values", "notes"]]
    headline: str | None = None
    verdict: str | None = None
    dates: dict[str, str] | None = None
    values: dict[str, str] | None = None
    notes: list[str] | None = None
    clauses: list[ClauseChangeRecord]


class PossibleRecord(ApiRecord):
    """An answer that is still possible where something is not known."""

    verdict: str
    text: str
    where: list[str] = Field(description="What must hold for it among what is not known.")
    depends: str = Field(description="What else it, its dates or its reason depend on; empty where there is nothing.")


class OpenRecord(ApiRecord):
    """What is possible where something is not known."""

    possible: list[PossibleRecord]
    whole: bool = Field(description="False where there may be more than is listed.")
    ask: str | None = Field(
        default=None, description="The fact to ask for next: of those that may be known it decides most."
    )
    find_out: str | None = Field(
        default=None, description="Where there is none to ask for: the unknown fact that decides most."
    )


class AnswerRecord(ApiRecord):
    """A case `answered`; `needs` with the fact to ask for next; or `invalid` with every error. `id` as it was sent."""

    id: object = Field(default=None, description="As it was sent, to the last digit.")
    status: Literal["answered", "needs", "invalid"]
    policy: str | None = None
    topic: str | None = None
    aspect: str | None = None
    on: str | None = None
    today: str | None = Field(default=None, description="The day it is by the policy's clock.")
    passed: list[str] | None = Field(default=None, description="Those of `dates` that have passed, by name.")
    given: dict[str, str] | None = Field(default=None, description="The facts that were needed, by id.")
    renamed: dict[str, str] | None = Field(default=None, description="Former ids that were asked by, and the present.")
    verdict: str | None = None
    dates: dict[str, str] | None = None
    notes: list[str] | None = None
    values: dict[str, int | str] | None = None
    cites: list[str] | None = None
    readings: list[str] | None = None
    announced: list[str] | None = Field(
        default=None, description="Calendars whose days off, announced elsewhere, may move the dates."
    )
    fact: str | None = None
    unknown: list[str] | None = Field(default=None, description="Facts that are not known and make no difference.")
    open: OpenRecord | None = Field(default=None, description="Where something is not known and makes a difference.")
    errors: list[ErrorRecord] | None = None
    edition: str | None = None
    lang: str | None = None
    text: TextRecord | None = None
    trace: list[TraceRecord] | None = None
    counting: dict[str, list[CountRecord]] | None = None
    permalink: str | None = None
    then: ThenRecord | None = Field(default=None, description="Where `edition` names an earlier one.")


class AnswersRecord(ApiRecord):
    """Many answers, in the order of the cases."""

    answers: list[AnswerRecord]


class CaseRecord(BaseModel):
    """A case: its place, the day asked about (today where left out), and facts as canonical text."""

    model_config = ConfigDict(extra="forbid")

    id: object = None
    policy: str
    topic: str
    aspect: str
    on: str | None = None
    facts: dict[str, str | int | float] = {}
    unknown: list[str] = Field(default=[], description="Facts that are said not to be known, by id.")
    lang: str | None = None


class CasesRecord(BaseModel):
    """Many cases. The bare list counts as well."""

    model_config = ConfigDict(extra="forbid")

    cases: list[CaseRecord | object] = Field(
        description="At most 250. What is no case is answered by a record that is `invalid`."
    )
