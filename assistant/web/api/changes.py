"""What changed in the editions of a policy, for programs."""

from assistant.web.api.records import ApiRecord


class ToldRecord(ApiRecord):
    """One thing that was told and is told: empty where it was or is not."""

    label: str
    then: str
    now: str


class ChangedRecord(ApiRecord):
    """A change of answers by its plainest case: so many `cases` change alike. The links lead to both answers."""

    topic: str
    aspect: str
    title: str
    question: str
    where: list[tuple[str, str]]
    answer: ToldRecord
    more: list[ToldRecord]
    cases: int
    link_then: str
    link_now: str


class EditionChanges(ApiRecord):
    """
    An edition, the one `before` it (null for the first of which anything is told), and what changed `since` a day,
    which `day` says in words. `came` and `went` are what can be asked now, and what no longer can.
    """

    edition: str
    before: str | None
    since: str
    day: str
    changes: list[ChangedRecord]
    came: list[str]
    went: list[str]
    reworded: int
