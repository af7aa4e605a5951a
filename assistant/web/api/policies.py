"""Policies and topics as the API shows them."""

import datetime as dt

from assistant.i18n.words import Words
from assistant.match.understanding import Found
from assistant.model.policy import Library, Policy
from assistant.present import policy_view, question_view, topic_list
from assistant.present.writer import writer_of
from assistant.web.api.records import (
    ClauseRecord,
    FactRecord,
    MatchRecord,
    OptionRecord,
    PolicyRecord,
    PolicyWhole,
    ReadingRecord,
    TopicRecord,
)


def policy_record(policy: Policy, words: Words) -> PolicyRecord:
    """A policy in a list."""
    about = policy.about
    title, issuer, document = (
        words.text(text, about.language).text for text in (about.title, about.issuer, about.document.title)
    )
    return PolicyRecord(
        id=policy.id, title=title, issuer=issuer, document=document, reference=about.document.reference,
        language=about.language, time_zone=about.time_zone, edition=policy.edition, topics=list(policy.topics),
    )  # fmt: skip


def policy_whole(policy: Policy, words: Words, on: dt.date) -> PolicyWhole:
    """A policy with everything that an answer can name."""
    view, writer = policy_view(policy, words, on), writer_of(policy, words)
    return PolicyWhole(
        **policy_record(policy, words).model_dump(),
        lede=view.lede.text,
        facts=[_fact(policy, name, words) for name in policy.facts],
        clauses=[
            ClauseRecord(id=one.id, place=one.place.text, gist=one.gist.text)
            for one in writer.cite(clause.id for clause in policy.outline.clauses)
        ],
        readings=[
            ReadingRecord(id=one.id, doubt=one.doubt.text, reading=one.reading.text, because=one.because.text)
            for one in view.readings
        ],
    )


def _fact(policy: Policy, name: str, words: Words) -> FactRecord:
    one = question_view(policy, name, words)
    options = [OptionRecord(id=option.id, label=option.label.text) for option in one.options]
    unit = one.unit.text if one.unit else None
    return FactRecord(id=name, type=one.kind, question=one.question.text, unit=unit, options=options)


def topic_records(library: Library, words: Words, on: dt.date) -> list[TopicRecord]:
    """Every topic of every policy."""
    return [
        TopicRecord(
            policy=topic.policy, id=topic.id, title=topic.title.text, about=topic.about.text,
            aspects=[one.aspect for one in topic.aspects],
        )
        for topic in topic_list(library, words, on)
    ]  # fmt: skip


def match_record(library: Library, found: Found, words: Words) -> MatchRecord:
    """A topic that a question may be about."""
    policy, topic = library.topics[f"{found.policy}/{found.topic}"]
    return MatchRecord(
        policy=found.policy, topic=found.topic, aspect=found.aspect, score=round(found.score, 2), phrase=found.phrase,
        title=words.text(topic.title, policy.about.language).text,
    )  # fmt: skip
