"""The summary of a policy, the page of a topic, and the list of all topics."""

import datetime as dt

from assistant.i18n import N_
from assistant.i18n.formats import format_clock, format_day, format_list
from assistant.i18n.load import Words
from assistant.model.calendar import WEEKDAYS, Weekday
from assistant.model.policy import Library, Policy
from assistant.model.summary import Contact
from assistant.model.table import Table
from assistant.model.topic import Topic
from assistant.present.answer import notice
from assistant.present.policy_views import (
    AspectView,
    ClauseView,
    ContactView,
    PolicyView,
    SectionView,
    TableView,
    TopicView,
)
from assistant.present.sentences import QUESTIONS
from assistant.present.writer import Writer

DAY_NAMES: dict[Weekday, str] = {
    "mon": N_("Monday"), "tue": N_("Tuesday"), "wed": N_("Wednesday"), "thu": N_("Thursday"), "fri": N_("Friday"),
    "sat": N_("Saturday"), "sun": N_("Sunday"),
}  # fmt: skip


def _weekdays(words: Words, days: tuple[Weekday, ...]) -> str:
    """`Monday to Friday` where they follow each other, else a list."""
    names = [words.say(DAY_NAMES[day]) for day in WEEKDAYS if day in days]
    places = [WEEKDAYS.index(day) for day in days]
    if len(names) > 2 and max(places) - min(places) + 1 == len(names):
        return words.say("{first} to {last}", first=names[0], last=names[-1])
    return format_list(names, words.language)


def hours_text(writer: Writer, hours: str) -> str:
    """Opening hours in a line: "Monday to Friday, 08:00 to 18:30 (Adelaide time)"."""
    one, words = writer.policy.about.hours[hours], writer.words
    spans = [
        words.say("{opens} to {closes}", opens=format_clock(span.opens, words.language),
                  closes=format_clock(span.closes, words.language))
        for span in one.spans
    ]  # fmt: skip
    days = _weekdays(words, writer.policy.about.calendars[one.calendar].weekdays)
    return words.say("{days}, {times} ({clock})", days=days, times=format_list(spans, words.language),
                     clock=writer.text(one.clock).text)  # fmt: skip


def _contact(writer: Writer, contact: Contact) -> ContactView:
    hours = hours_text(writer, contact.hours) if contact.hours else None
    name, note = writer.text(contact.name), writer.optional(contact.note)
    return ContactView(name, contact.phone, contact.email, contact.url, hours, note)


def _table(writer: Writer, table: Table) -> TableView:
    columns = next(iter(table.rows.values()))
    return TableView(
        writer.text(table.about.label),
        tuple(writer.name(column).text for column in columns),
        tuple(
            (writer.name(row).text, tuple(writer.value(cell).text for cell in cells.values()))
            for row, cells in table.rows.items()
        ),
        writer.cite(table.about.cites),
    )


def _topic(writer: Writer, topic: Topic, whole: bool, on: dt.date) -> TopicView:
    policy = writer.policy
    related = [policy.topics[id_] for id_ in topic.related] if whole else []
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
        notice=notice(writer, on),
    )


def topic_view(policy: Policy, topic: str, words: Words, on: dt.date) -> TopicView:
    """A topic's own page."""
    return _topic(Writer(policy, words), policy.topics[topic], True, on)


def topic_list(library: Library, words: Words, on: dt.date) -> tuple[TopicView, ...]:
    """Every topic of every policy, in the order of the policies and of their topics."""
    return tuple(
        _topic(Writer(policy, words), topic, False, on)
        for policy in library.policies.values()
        for topic in policy.topics.values()
    )


def policy_view(policy: Policy, words: Words, on: dt.date) -> PolicyView:
    """The structured summary of a policy's document, with its readings and its outline."""
    writer, about, summary = Writer(policy, words), policy.about, policy.summary
    document = about.document
    return PolicyView(
        id=about.id,
        title=writer.text(about.title),
        short=writer.text(about.short),
        issuer=writer.text(about.issuer),
        document=writer.text(document.title),
        reference=document.reference,
        document_date=format_day(document.date, words.language) if document.date else None,
        replaces=document.replaces,
        address=document.address,
        lede=writer.text(summary.lede),
        notice=notice(writer, on),
        sections=tuple(SectionView(s.id, writer.text(s.title), writer.points(s.points)) for s in summary.sections),
        tables=tuple(_table(writer, table) for table in policy.tables.values()),
        contacts=tuple(_contact(writer, contact) for contact in summary.contacts.values()),
        procedures=tuple(map(writer.procedure, summary.procedures)),
        readings=writer.readings(),
        clauses=tuple(
            ClauseView(writer.cite([clause.id])[0], writer.optional(clause.left_out))
            for clause in policy.outline.clauses
        ),
        topics=tuple(_topic(writer, topic, False, on) for topic in policy.topics.values()),
        edition=policy.edition,
    )
