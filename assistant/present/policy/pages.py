"""The summary of a policy, the page of a topic, and the list of all topics."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from assistant.i18n.fill import Rendered
from assistant.model.rule import Aspect
from assistant.model.source import OtherDocument
from assistant.model.table import Table
from assistant.present.people import ContactView
from assistant.present.policy.contacts import contacts_of
from assistant.present.procedures import procedure_view
from assistant.present.question import notice, topic_question
from assistant.present.tree.branches import Tree, tree
from assistant.present.views import CitationView, PointView, ProcedureView, ReadingView
from assistant.present.writer import Writer, once


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
    question: Rendered


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic: what names it, and on its own page also `points`, `procedures` and `trees`."""

    policy: str
    policy_title: Rendered
    id: str
    title: Rendered
    about: Rendered
    aspects: tuple[AspectView, ...]
    related: tuple[tuple[str, Rendered], ...]
    notice: Rendered | None
    points: tuple[PointView, ...] = ()
    procedures: tuple[ProcedureView, ...] = ()
    trees: tuple[Tree, ...] = ()

    @property
    def ended(self) -> bool:
        """Have all services of its policy ended?"""
        return self.notice is not None


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its id and label, the headings of its columns, and its rows, each headed."""

    id: str
    label: Rendered
    columns: tuple[Rendered, ...]
    rows: tuple[tuple[Rendered, tuple[Rendered, ...]], ...]
    cites: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Another document that belongs to a policy, or that it points to: `held` where its clauses are known."""

    title: Rendered
    date: Rendered | None
    iso: str | None
    address: str | None
    held: bool


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy's summary page."""

    id: str
    title: Rendered
    issuer: Rendered
    document: Rendered
    reference: str | None
    document_date: Rendered | None
    document_iso: str | None
    replaces: str | None
    address: str | None
    documents: tuple[DocumentView, ...]
    lede: Rendered
    notice: Rendered | None
    sections: tuple[SectionView, ...]
    tables: tuple[TableView, ...]
    contacts: tuple[ContactView, ...]
    procedures: tuple[ProcedureView, ...]
    readings: tuple[ReadingView, ...]
    topics: tuple[TopicView, ...]
    edition: str


def topic_named(writer: Writer, topic: str, on: dt.date) -> TopicView:
    """What names a topic."""
    return _named(writer, topic, notice(writer, on))


@once
def _named(writer: Writer, id_: str, ended: Rendered | None) -> TopicView:
    policy, topic = writer.policy, writer.policy.topics[id_]
    return TopicView(
        policy=policy.id,
        policy_title=writer.text(policy.about.title),
        id=topic.id,
        title=writer.text(topic.title),
        about=writer.text(topic.about),
        aspects=tuple(AspectView(aspect, topic_question(writer, id_, aspect)) for aspect in topic.aspects),
        related=tuple((other, writer.text(policy.topics[other].title)) for other in topic.related),
        notice=ended,
    )


def topic_view(writer: Writer, topic: str, on: dt.date) -> TopicView:
    """A topic's own page."""
    one = writer.policy.topics[topic]
    return replace(
        topic_named(writer, topic, on),
        points=writer.points(one.points),
        procedures=tuple(map(partial(procedure_view, writer), one.procedures)),
        trees=tuple(tree(writer, topic, aspect) for aspect in one.aspects),
    )


def topic_list(writers: Iterable[Writer], on: dt.date) -> tuple[TopicView, ...]:
    """Every topic of these policies, in their order and that of their topics."""
    return tuple(topic_named(writer, topic, on) for writer in writers for topic in writer.policy.topics)


def policy_view(writer: Writer, now: dt.datetime) -> PolicyView:
    """The structured summary of a policy's document, with its readings; `now` is the moment at which it is read."""
    about, summary = writer.policy.about, writer.policy.summary
    document, on = about.document, writer.here(now).date()
    return PolicyView(
        id=about.id,
        title=writer.text(about.title),
        issuer=writer.text(about.issuer),
        document=writer.text(document.title),
        reference=document.reference,
        document_date=writer.day(document.date) if document.date else None,
        document_iso=document.date.isoformat() if document.date else None,
        replaces=document.replaces,
        address=(writer.policy.quoted and writer.policy.quoted.address) or document.address,
        documents=tuple(_document(writer, one) for one in about.documents.values()),
        lede=writer.text(summary.lede),
        notice=notice(writer, on),
        sections=tuple(SectionView(s.id, writer.text(s.title), writer.points(s.points)) for s in summary.sections),
        tables=tuple(_table(writer, name, table) for name, table in writer.policy.tables.items()),
        contacts=contacts_of(writer, now),
        procedures=tuple(map(partial(procedure_view, writer), summary.procedures)),
        readings=writer.readings(),
        topics=topic_list([writer], on),
        edition=writer.policy.edition,
    )


def _document(writer: Writer, one: OtherDocument) -> DocumentView:
    date, iso = (writer.day(one.date), one.date.isoformat()) if one.date else (None, None)
    return DocumentView(writer.text(one.title), date, iso, one.address, one.held)


def _table(writer: Writer, name: str, table: Table) -> TableView:
    columns = next(iter(table.rows.values()))
    rows = ((writer.name(row), tuple(map(writer.value, cells.values()))) for row, cells in table.rows.items())
    label = writer.text(table.about.label)
    return TableView(name, label, tuple(map(writer.name, columns)), tuple(rows), writer.cite(table.about.cites))
