"""What changed from one frozen edition to the next, in people's words: kept beside it, for its page and its feed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from assistant.errors import Refusal
from assistant.i18n.words import Words
from assistant.library.editions import edition_path, list_editions, read_edition
from assistant.library.publications import beside, read_beside, written
from assistant.model.edition import Changed, Changes, Edition, Line, Said
from assistant.model.edition import Part as NewPart
from assistant.present.question import given_views, topic_question
from assistant.present.writer import Writer
from assistant.workbench.editions.changes import lines
from assistant.workbench.editions.difference import Change, Difference, Part, difference
from assistant.workbench.editions.pairs import Pair

Spoken = Mapping[str, Words]
"""The words of each language that readers may choose."""


class Sides(NamedTuple):
    """Who writes what an edition said, and what the next one says, in one language."""

    then: Writer
    now: Writer


def tell_changes(folder: Path, spoken: Spoken, since: dt.date) -> Iterator[Path]:
    """
    Writes what changed in each frozen edition of the policy in this folder, where it is not written yet, as served from
    this day on; each file that was written. The last edition is told anew, since its words may have changed.
    """
    names = list_editions(folder)
    for place, name in enumerate(names):
        path = beside(folder, "changes", name)
        known = read_beside(path, Changes)
        if known is None or name == names[-1]:
            before = names[place - 1] if place else None
            found = changes_of(folder, before, name, spoken, known.since if known else since)
            if found != known:
                path.parent.mkdir(exist_ok=True)
                path.write_text(written(found), "utf-8")
                yield path


def changes_of(folder: Path, before: str | None, name: str, spoken: Spoken, since: dt.date) -> Changes:
    """What changed from one edition to another, in every language; nothing from the first. Raises `ContentError`."""
    if before is None:
        return Changes(edition=name, since=since)
    then, now = (read_edition(edition_path(folder, one)) for one in (before, name))
    found = difference(then.policy, now.policy, (then.translations, now.translations))
    return changes_told(found, (before, then), (name, now), spoken, since)


def changes_told(
    found: Difference, before: tuple[str, Edition], after: tuple[str, Edition], spoken: Spoken, since: dt.date
) -> Changes:
    """What differs between two editions that are at hand, each with its name, in every language."""
    then, now = before[1], after[1]
    sides = {lang: Sides(_writer(then, words), _writer(now, words)) for lang, words in spoken.items()}
    return Changes(
        edition=after[0],
        before=before[0],
        since=since,
        changes=tuple(_changed(change, sides) for change in found.changes),
        came=tuple(_part(one, {lang: side.now for lang, side in sides.items()}) for one in found.came),
        went=tuple(_part(one, {lang: side.then for lang, side in sides.items()}) for one in found.went),
        reworded=len(found.reworded),
    )


def _writer(edition: Edition, words: Words) -> Writer:
    return Writer(edition.policy, words.before(edition.translations))


def _changed(change: Change, sides: Mapping[str, Sides]) -> Changed:
    pair = change.example
    also = [f"{topic}/{aspect}" for topic, aspect in change.questions if (topic, aspect) != (pair.topic, pair.aspect)]
    return Changed(
        topic=pair.topic,
        aspect=pair.aspect,
        facts=pair.facts,
        on=pair.on,
        cases=change.paths,
        also=tuple(also),
        said={lang: _said(pair, *side) for lang, side in sides.items()},
    )


def _said(pair: Pair, then: Writer, now: Writer) -> Said:
    return Said(
        topic=str(now.text(now.policy.topics[pair.topic].title)),
        question=str(topic_question(now, pair.topic, pair.aspect)),
        where=tuple(_where(pair, then, now)),
        lines=tuple(Line(*map(str, one)) for one in lines(pair, then, now)),
    )


def _where(pair: Pair, then: Writer, now: Writer) -> Iterator[tuple[str, str]]:
    """The facts of a case in words: in those of the new edition, where it knows them."""
    for name, text in pair.facts.items():
        for writer in (now, then):
            try:
                (given,) = given_views(writer, {name: writer.policy.facts[name].read(text)})
            except (KeyError, Refusal):
                continue
            yield str(given.label), str(given.text)
            break


def _part(part: Part, writers: Mapping[str, Writer]) -> NewPart:
    return NewPart(kind=part.kind, name=part.name, said={lang: _called(part, one) for lang, one in writers.items()})


def _called(part: Part, writer: Writer) -> str:
    """What came or went, as its readers know it."""
    policy, say = writer.policy, writer.words.say
    match part.kind:
        case "topic":
            return str(writer.text(policy.topics[part.name].title))
        case "question":
            topic, _, asked = part.name.partition("/")
            aspect = next(one for one in policy.topics[topic].aspects if one == asked)
            title, question = writer.text(policy.topics[topic].title), topic_question(writer, topic, aspect)
            return str(say("{label}: {value}", label=title, value=question))
    fact, _, option = part.name.partition("=")
    label = writer.label(fact)
    return str(say("{label}: {value}", label=label, value=writer.value(option, fact)) if option else label)
