"""The start: what people ask most, an example with its answer, and the policies in the order that serves a reader."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.decide import Answer, decide
from assistant.i18n.fill import Rendered
from assistant.model.rule import ASPECTS, Aspect
from assistant.model.topic import FrequentQuestion
from assistant.present.answer.page import answer_view
from assistant.present.people import DoorView
from assistant.present.policy.contacts import contacts_of
from assistant.present.policy.pages import TopicView, topic_list
from assistant.present.question import notice
from assistant.present.writer import Writer

EACH = 2
"""How many questions of each aspect the start shows: more would be a list to search."""
MOST = 3
"""The same of each policy, for whoever was not understood."""


@dataclass(frozen=True, slots=True)
class FrequentView:
    """A question that people ask often: what it is called by, and where its answer is; `facts` are what it states."""

    policy: str
    name: Rendered
    topic: str
    aspect: Aspect
    question: Rendered
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownView:
    """A question with the answer that it has today."""

    asked: FrequentView
    headline: Rendered


@dataclass(frozen=True, slots=True)
class ShelfView:
    """A policy with its topics; `door` says whether the people whom its document names can be reached now."""

    policy: str
    title: Rendered
    lede: Rendered
    notice: Rendered | None
    door: DoorView | None
    topics: tuple[TopicView, ...]


def in_order(writers: Iterable[Writer], now: dt.datetime) -> list[Writer]:
    """
    The policies as they serve a reader: those that have ended last, those in the reader's own language first, then
    those that are translated.

    Else they stay in the order given.
    """
    return sorted(
        writers, key=lambda one: (_ended(one, now), one.policy.about.language != one.language.id, left_out(one))
    )


def left_out(writer: Writer) -> bool:
    """Does its policy stand in another language, as nobody has translated it yet?"""
    return writer.policy.id in writer.language.without


def _ended(writer: Writer, now: dt.datetime) -> bool:
    return notice(writer, writer.here(now).date()) is not None


def shelves(writers: Iterable[Writer], now: dt.datetime) -> tuple[ShelfView, ...]:
    """Each policy with its topics, in the order that serves a reader."""
    return tuple(_shelf(writer, now) for writer in in_order(writers, now))


def _shelf(writer: Writer, now: dt.datetime) -> ShelfView:
    on = writer.here(now).date()
    doors = (one.door for one in contacts_of(writer, now))
    return ShelfView(
        writer.policy.id,
        writer.text(writer.policy.about.title),
        writer.text(writer.policy.summary.lede),
        notice(writer, on),
        next(filter(None, doors), None),
        topic_list([writer], on),
    )


Place = tuple[str, str]
"""A topic, as `policy/topic`, and an aspect, which may be empty."""


def most_asked(
    writers: Iterable[Writer], now: dt.datetime, counted: Iterable[Place] = (), on: dt.date | None = None
) -> tuple[FrequentView, ...]:
    """
    What people ask most, of policies that have not ended, on the day that is asked about where there is one.

    Those first that were `counted`, the oftenest first, in the words of the content, else by the title of the topic;
    then what the content names, in the order of `in_order`.
    """
    open_ = [one for one in in_order(writers, now) if not (notice(one, on) if on else _ended(one, now))]
    named = [_frequent(one, asked) for one in open_ for asked in one.policy.asked.values() if not asked.example]
    worded = {(f"{one.policy}/{one.topic}", str(one.aspect)): one for one in reversed(named)}
    titled = {place: view for one in open_ for place, view in _titled(one)}
    first = [worded.get(place) or titled[place] for place in counted if place in titled]
    return (*first, *(one for one in named if one not in first))


def _frequent(writer: Writer, asked: FrequentQuestion) -> FrequentView:
    name, question = writer.text(writer.policy.about.short), writer.text(asked.question)
    return FrequentView(writer.policy.id, name, asked.topic, asked.aspect, question, asked.facts)


def _titled(writer: Writer) -> Iterator[tuple[Place, FrequentView]]:
    """Each question of each topic, called by the topic's title."""
    name = writer.text(writer.policy.about.short)
    for topic, one in writer.policy.topics.items():
        for aspect in one.aspects:
            yield (
                (f"{writer.policy.id}/{topic}", aspect),
                FrequentView(writer.policy.id, name, topic, aspect, writer.text(one.title), {}),
            )


def by_aspect(asked: Iterable[FrequentView]) -> tuple[tuple[Aspect, tuple[FrequentView, ...]], ...]:
    """A few questions of each aspect, of as many policies as have one, in the order given."""
    found = list(asked)
    groups = []
    for aspect in ASPECTS:
        those = [one for one in found if one.aspect == aspect]
        first = sorted({one.policy: one for one in reversed(those)}.values(), key=found.index)
        chosen = [*first, *(one for one in those if one not in first)][:EACH]
        groups.append((aspect, tuple(sorted(chosen, key=found.index))))
    return tuple(group for group in groups if group[1])


def by_policy(asked: Iterable[FrequentView], aspect: Aspect | None) -> Mapping[Rendered, Sequence[FrequentView]]:
    """A few questions of each policy, by its name; where `aspect` is given, those of it where there are any."""
    every = list(asked)
    those = [one for one in every if one.aspect == aspect] or every
    names = {one.policy: one.name for one in those}
    return {name: [one for one in those if one.policy == policy][:MOST] for policy, name in names.items()}


def example(writers: Iterable[Writer], now: dt.datetime) -> ShownView | None:
    """The first question in the reader's language that serves as an example, with its answer as it is today, if any."""
    for writer in in_order(writers, now):
        for one in writer.policy.asked.values() if not (_ended(writer, now) or left_out(writer)) else ():
            outcome = decide(writer.policy, one.topic, one.aspect, one.facts, writer.here(now).date())
            if one.example and isinstance(outcome, Answer):
                return ShownView(_frequent(writer, one), answer_view(writer, outcome, now).headline)
    return None
