"""
Answers, policies and topics as documents without a form: what is said, in its order. Text, Markdown and HTML are
written from them.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from assistant.i18n.words import Words
from assistant.present.people import ContactView
from assistant.present.tree.branches import Branch, Tree, rows
from assistant.present.views import AnswerView, DateView, PointView, ProcedureView, ReadingView

if TYPE_CHECKING:
    from assistant.present.policy.pages import PolicyView, TopicView

FILE = "index.md"
"""What stands behind a page's address, and is the same as Markdown."""


class Piece(NamedTuple):
    """
    One piece: the `headline`, a `heading`, a `line` of its own, a `link`, or an `item` of a list, `numbered` or not,
    after its label where it has one; `below` are items that belong to it. Where it has a `href`, its label leads there;
    an item of another item's list stands so many lists `deep`.
    """

    kind: Literal["headline", "heading", "line", "link", "item", "numbered"]
    text: str
    label: str = ""
    below: tuple[str, ...] = ()
    href: str = ""
    deep: int = 0


def runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Pieces of one kind that follow each other, together: the items of a list."""
    return ((kind, list(some)) for kind, some in groupby(pieces, key=lambda piece: piece.kind))


def document(view: AnswerView, words: Words, permalink: str = "") -> Iterator[Piece]:
    """Everything that an answer says, with its link where it has one."""
    say, place = words.say, view.place
    yield from (Piece("line", one) for one in place.notices)
    yield Piece("headline", view.headline)
    yield from (Piece("line", one) for one in _beside(view, words))
    yield Piece("line", pair(words, place.policy_title, place.topic_title))
    yield Piece("line", say("{question} As of {day}.", question=place.question, day=place.on_text))
    yield from (Piece("line", one) for one in (view.reasons[0].say, view.settled) if one)
    for date in view.dates:
        yield from _counted(date, words)
    for value in view.values:
        yield Piece("item", value.text, value.label, tuple(step.text for step in value.steps))
    yield from listed(view.noted, (("", one.text) for one in view.notes))
    if after := view.next_steps:
        heading = say("What happens now") if after.begun else say("What to do next: {title}", title=after.title)
        yield from (Piece("heading", heading), *_followed(after))
    heading = say("Contacts for other matters") if view.unnamed else say("Contacts")
    yield from listed(heading, ((one.name, _reached(one)) for one in view.contacts))
    yield from listed(say("What you entered"), ((one.label, one.text) for one in view.given))
    others = (one for one in view.tiles if one.state == "answered")
    yield from listed(
        say("Other questions, as of {day}", day=place.on_text) if place.elsewhen else say("Other questions about this"),
        (("", say("{question} {value}", question=one.question, value=one.value)) for one in others),
    )
    yield from listed(
        say("Where the document can be read in different ways"), (("", reading(words, one)) for one in view.readings)
    )
    yield from listed(say("Clauses"), ((one.place, one.gist) for one in view.citations))
    yield Piece("heading", say("Source"))
    yield Piece("line", view.governs)
    yield Piece("line", say("Document: {title}. Edition {edition}.", title=place.document, edition=place.edition))
    yield from [Piece("link", permalink)] if permalink else []


def short_reply(view: AnswerView, words: Words, permalink: str) -> str:
    """
    What it is about; three lines; what was entered, and the link. The lines are the answer with its day, or the notice
    that it is for another one, and what is not known of it; why; and what comes first now, else whom to reach.
    """
    say, place, following, beside = words.say, view.place, view.next_steps, [*_beside(view, words)]
    # NOTE: Headline of a short reply, and the day on which it holds
    dated = say("{answer} (As of {day})", answer=view.headline, day=place.on_text)
    ended = view.verdict == "ended"  # as the notice says, too
    notices = [one for one in place.notices if not (ended and one == place.notice)]
    told = [*notices, view.headline if place.elsewhen else dated, *beside, *([view.settled] if view.settled else [])]
    entered = (one for one in view.given if not any(one.label in each and one.text in each for each in beside))
    whom = () if view.unnamed or following else view.contacts[:1]
    lines = [pair(words, place.policy_title, place.topic_title)]
    lines += [reduce(lambda one, other: say("{sentence} {more}", sentence=one, more=other), told), view.reasons[0].say]
    lines += [following.first if following.begun else pair(words, say("Next"), following.first)] if following else []
    lines += [pair(words, one.name, one.phone or one.email or one.url or "") for one in whom]
    basis = " / ".join(pair(words, one.label, one.text) for one in entered)
    return "\n".join(filter(None, [*lines, basis, permalink])) + "\n"


def pair(words: Words, label: str, text: str) -> str:
    """A label and its text in a line."""
    return words.say("{label}: {value}", label=label, value=text)


def _beside(view: AnswerView, words: Words) -> Iterator[str]:
    """What stands beside the headline."""
    for one in view.caveats:
        yield words.say("{sentence} {more}", sentence=one.text, more=one.detail) if one.detail else one.text


def _counted(date: DateView, words: Words) -> Iterator[Piece]:
    said = pair(words, date.label, date.text)
    yield Piece("heading", words.say("{value} (passed)", value=said) if date.passed else said)
    for step in date.steps:
        skipped = (words.say("not counted: {day}, {why}", day=day.text, why=day.why) for day in step.skipped)
        yield Piece("numbered", step.text, below=tuple(skipped))


def listed(heading: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """A list of labels and texts under its heading; nothing where there is none."""
    items = [Piece("item", text, label) for label, text in pairs]
    if items:
        yield Piece("heading", heading)
        yield from items


def _followed(procedure: ProcedureView) -> Iterator[Piece]:
    for part in procedure.parts:
        yield from () if procedure.begun else [Piece("line", part.who)]  # these sentences name whoever goes on
        yield from (Piece("numbered", step.text) for step in part.steps)


def _reached(one: ContactView) -> str:
    """A contact in a line."""
    return " / ".join(part for part in (one.phone, one.email, one.url, one.hours) if part)


def reading(words: Words, reading: ReadingView) -> str:
    """Three sentences in a row, with or without a space between them, as the language has it."""
    doubt, taken, because = reading.doubt, reading.reading, reading.because
    return words.say("{doubt} {reading} {because}", doubt=doubt, reading=taken, because=because)


def policy_document(view: "PolicyView", words: Words, page: str) -> Iterator[Piece]:
    """What a policy's page says, which stands at the address `page`; links lead to the topics as Markdown."""
    say = words.say
    yield from _head(view.title, (view.issuer, view.notice, view.lede), page)
    yield Piece("heading", say("Topics"))
    for topic in view.topics:
        yield Piece("item", topic.about, topic.title, href=f"{page}{topic.id}/{FILE}")
    yield from listed(say("Contacts"), ((one.name, _reached(one)) for one in view.contacts))
    for one in view.procedures:
        yield from _procedure(one)
    for section in view.sections:
        yield Piece("heading", section.title)
        yield from _points(section.points)
    for table in view.tables:
        yield Piece("heading", table.label)
        for head, cells in table.rows:
            found = zip(table.columns, cells, strict=True)
            below = tuple(pair(words, column, cell) for column, cell in found)
            yield Piece("item", "", head, below)
    yield from listed(
        say("Where the document can be read in different ways"), (("", reading(words, one)) for one in view.readings)
    )
    about = [
        (say("Title"), view.document),
        (say("Reference"), view.reference or ""),
        (say("Published"), view.document_date or say("The document gives no date")),
        (say("Edition of our answers"), view.edition),
    ]
    yield from listed(say("The document"), (pair for pair in about if pair[1]))
    yield Piece("line", say("“{document}” governs. This page puts it in plain words.", document=view.document))


def topic_document(view: "TopicView", words: Words, page: str) -> Iterator[Piece]:
    """What a topic's page says, which stands at the address `page`; links lead to its questions."""
    say = words.say
    yield from _head(view.title, (view.policy_title, view.notice, view.about), page)
    if view.aspects:
        yield Piece("heading", say("What would you like to know?"))
        yield from (Piece("item", "", one.question, href=f"{page}{one.aspect}") for one in view.aspects)
    if view.points:
        yield Piece("heading", say("What the document says"))
        yield from _points(view.points)
    for one in view.procedures:
        yield from _procedure(one)
    for tree in view.trees:
        yield from _rules(tree, words)
    if view.related:
        yield Piece("heading", say("Related topics"))
        beside = page.removesuffix(f"{view.id}/")
        yield from (Piece("item", "", title, href=f"{beside}{id_}/{FILE}") for id_, title in view.related)


def _head(title: str, lines: Iterable[str | None], page: str) -> Iterator[Piece]:
    yield Piece("headline", title)
    yield from (Piece("line", line) for line in lines if line)
    yield Piece("link", page)


def _points(points: Iterable[PointView]) -> Iterator[Piece]:
    """Points, each with the places of its clauses below it."""
    for one in points:
        places = " · ".join(cite.place for cite in one.cites)
        yield Piece("item", one.text, below=(places,) if places else ())


def _procedure(one: ProcedureView) -> Iterator[Piece]:
    yield Piece("heading", one.title)
    yield from [Piece("line", one.about)] if one.about else []
    yield from _followed(one)


def _rules(tree: Tree, words: Words) -> Iterator[Piece]:
    """The rules of a question, those of a group in a list of their own."""
    yield Piece("heading", tree.question)
    yield Piece("line", words.say("Read from the top: the first case that fits gives the answer."))
    for deep, branch in rows(tree.branches):
        first = len(tree.branches) == 1 and not deep
        yield Piece("item", _ending(branch), _asked(branch, first, words), deep=deep)


def _asked(branch: Branch, alone: bool, words: Words) -> str:
    if not branch.asked:
        return words.say("In every case") if alone else words.say("In every other case")
    first, *rest = branch.asked
    wanted = [
        words.say("If {condition}", condition=first),
        *(words.say("and {condition}", condition=one) for one in rest),
    ]
    return " ".join(wanted)


def _ending(branch: Branch) -> str:
    return " · ".join((branch.ending.verdict, *branch.ending.dates)) if branch.ending else ""
