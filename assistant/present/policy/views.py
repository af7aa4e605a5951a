"""What people see of a policy and its topics, finished: the summary, the outline, the tables."""

from dataclasses import dataclass

from assistant.i18n.words import Rendered
from assistant.model.rule import Aspect
from assistant.present.tree.branches import Tree
from assistant.present.views import CitationView, PointView, ProcedureView, ReadingView


@dataclass(frozen=True, slots=True)
class DoorView:
    """Whether a door is open now, and until or from when, in words."""

    open: bool
    text: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach people; `door` where hours are known and it can be said whether it is open now."""

    name: Rendered
    phone: str | None
    email: str | None
    url: str | None
    hours: str | None
    note: Rendered | None
    door: DoorView | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of a policy's summary."""

    id: str
    title: Rendered
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class AspectView:
    """A question that a topic answers."""

    aspect: Aspect
    question: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's own page, or its line in a list (`points`, `procedures` and `trees` empty there)."""

    policy: str
    policy_title: Rendered
    id: str
    title: Rendered
    about: Rendered
    aspects: tuple[AspectView, ...]
    points: tuple[PointView, ...] = ()
    procedures: tuple[ProcedureView, ...] = ()
    related: tuple[tuple[str, Rendered], ...] = ()
    notice: Rendered | None = None
    trees: tuple[Tree, ...] = ()

    @property
    def ended(self) -> bool:
        """Have all services of its policy ended?"""
        return self.notice is not None


@dataclass(frozen=True, slots=True)
class UseView:
    """Things of one kind that rest on a clause: each with its address below the policy's page, or with none."""

    kind: str
    named: tuple[tuple[Rendered, str], ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in a policy's outline with what rests on it; `left_out` says why nothing does."""

    citation: CitationView
    left_out: Rendered | None
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """The clauses under one heading of the document."""

    title: Rendered
    clauses: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its id and label, the headings of its columns, and its rows, each headed."""

    id: str
    label: Rendered
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    cites: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy's summary page."""

    id: str
    title: Rendered
    short: Rendered
    issuer: Rendered
    document: Rendered
    reference: str | None
    document_date: str | None
    document_iso: str | None
    replaces: str | None
    address: str | None
    lede: Rendered
    notice: Rendered | None
    sections: tuple[SectionView, ...]
    tables: tuple[TableView, ...]
    contacts: tuple[ContactView, ...]
    procedures: tuple[ProcedureView, ...]
    readings: tuple[ReadingView, ...]
    topics: tuple[TopicView, ...]
    edition: str
