"""What people see of a policy and its topics, finished: the summary, the outline, the tables."""

from dataclasses import dataclass

from assistant.i18n.load import Rendered
from assistant.model.rule import Aspect
from assistant.present.views import CitationView, PointView, ProcedureView, ReadingView


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach people."""

    name: Rendered
    phone: str | None
    email: str | None
    url: str | None
    hours: str | None
    note: Rendered | None


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
    """A topic's own page, or its line in a list (`points` and `procedures` empty there)."""

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


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in a policy's outline; `left_out` says why nothing rests on it."""

    citation: CitationView
    left_out: Rendered | None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its label, the headings of its columns, and its rows, each headed."""

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
    replaces: str | None
    address: str | None
    lede: Rendered
    notice: Rendered | None
    sections: tuple[SectionView, ...]
    tables: tuple[TableView, ...]
    contacts: tuple[ContactView, ...]
    procedures: tuple[ProcedureView, ...]
    readings: tuple[ReadingView, ...]
    clauses: tuple[ClauseView, ...]
    topics: tuple[TopicView, ...]
    edition: str
