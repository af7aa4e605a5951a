"""The summary of a policy, the page of a topic, and the list of all topics."""

import datetime as dt

from assistant.i18n.formats import format_day
from assistant.i18n.words import Rendered, Words
from assistant.model.policy import Library, Policy
from assistant.model.table import Table
from assistant.model.topic import Topic
from assistant.present.answer.page import notice
from assistant.present.policy.contacts import contact_view
from assistant.present.policy.views import AspectView, PolicyView, SectionView, TableView, TopicView
from assistant.present.sentences import QUESTIONS
from assistant.present.tree.branches import tree
from assistant.present.writer import Writer, once, writer_of


def _table(writer: Writer, name: str, table: Table) -> TableView:
    columns = next(iter(table.rows.values()))
    return TableView(
        name,
        writer.text(table.about.label),
        tuple(writer.name(column).text for column in columns),
        tuple(
            (writer.name(row).text, tuple(writer.value(cell).text for cell in cells.values()))
            for row, cells in table.rows.items()
        ),
        writer.cite(table.about.cites),
    )


def _topic(writer: Writer, topic: Topic, whole: bool, on: dt.date, alone: bool = False) -> TopicView:
    told = _told if whole else _brief
    return told(writer, topic.id, whole, alone, notice(writer, on))


def _told(writer: Writer, id_: str, whole: bool, alone: bool, ended: Rendered | None) -> TopicView:
    policy, topic = writer.policy, writer.policy.topics[id_]
    related = [policy.topics[id_] for id_ in topic.related] if alone else []
    return TopicView(
        policy=policy.id,
        policy_title=writer.text(policy.about.title),
        id=topic.id,
        title=writer.text(topic.title),
        about=writer.text(topic.about),
        aspects=tuple(AspectView(aspect, writer.words.say(QUESTIONS[aspect])) for aspect in topic.aspects),
        points=writer.points(topic.points) if whole else (),
        procedures=tuple(map(writer.procedure, topic.procedures)) if whole else (),
        related=tuple((one.id, writer.text(one.title)) for one in related),
        notice=ended,
        trees=tuple(tree(policy, topic.id, aspect, writer.words) for aspect in topic.aspects) if whole else (),
    )


_brief = once(_told)


def topic_view(policy: Policy, topic: str, words: Words, on: dt.date, whole: bool = True) -> TopicView:
    """A topic's own page; without `whole`, only what names it, and the topics related to it."""
    return _topic(writer_of(policy, words), policy.topics[topic], whole, on, alone=True)


def topic_list(library: Library, words: Words, on: dt.date) -> tuple[TopicView, ...]:
    """Every topic of every policy, in the order of the policies and of their topics."""
    return tuple(
        _topic(writer_of(policy, words), topic, False, on)
        for policy in library.policies.values()
        for topic in policy.topics.values()
    )


def policy_view(policy: Policy, words: Words, on: dt.date, moment: dt.datetime | None = None) -> PolicyView:
    """
    The structured summary of a policy's document, with its readings and its outline.

    `moment` is the time it is on the policy's own clock; contacts say whether they are open where it is given
    and the services have not ended.
    """
    writer, about, summary = writer_of(policy, words), policy.about, policy.summary
    document, ended = about.document, notice(writer, on)
    return PolicyView(
        id=about.id,
        title=writer.text(about.title),
        short=writer.text(about.short),
        issuer=writer.text(about.issuer),
        document=writer.text(document.title),
        reference=document.reference,
        document_date=format_day(document.date, words.language) if document.date else None,
        document_iso=document.date.isoformat() if document.date else None,
        replaces=document.replaces,
        address=document.address,
        lede=writer.text(summary.lede),
        notice=ended,
        sections=tuple(SectionView(s.id, writer.text(s.title), writer.points(s.points)) for s in summary.sections),
        tables=tuple(_table(writer, name, table) for name, table in policy.tables.items()),
        contacts=tuple(
            contact_view(writer, contact, None if ended else moment) for contact in summary.contacts.values()
        ),
        procedures=tuple(map(writer.procedure, summary.procedures)),
        readings=writer.readings(),
        topics=tuple(_topic(writer, topic, False, on) for topic in policy.topics.values()),
        edition=policy.edition,
    )
