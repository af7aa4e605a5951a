"""The page of a policy and that of a topic as documents without a form, for programs that read Markdown."""

from collections.abc import Iterable, Iterator

from assistant.i18n.words import Words
from assistant.present.policy.pages import PolicyView, TopicView
from assistant.present.share.document import Piece, followed, listed, reached, reading
from assistant.present.tree.branches import Branch, Tree, rows
from assistant.present.views import PointView, ProcedureView

FILE = "index.md"
"""What stands behind a page's address, and is the same as Markdown."""


def policy_document(view: PolicyView, words: Words, page: str) -> Iterator[Piece]:
    """What a policy's page says, which stands at the address `page`; links lead to the topics as Markdown."""
    say = words.say
    yield from _head(view.title, (view.issuer, *_given(view.notice), view.lede), page)
    yield Piece("heading", say("Topics"))
    for topic in view.topics:
        yield Piece("item", topic.about, topic.title, href=f"{page}{topic.id}/{FILE}")
    yield from listed(say("Contacts"), ((one.name, reached(one)) for one in view.contacts))
    for one in view.procedures:
        yield from _procedure(one)
    for section in view.sections:
        yield Piece("heading", section.title)
        yield from _points(section.points)
    for table in view.tables:
        yield Piece("heading", table.label)
        for head, cells in table.rows:
            found = zip(table.columns, cells, strict=True)
            below = tuple(say("{label}: {value}", label=column, value=cell) for column, cell in found)
            yield Piece("item", "", head, below)
    yield from listed(
        say("Where the document can be read in different ways"), (("", reading(words, one)) for one in view.readings)
    )
    about = [(say("Title"), view.document), (say("Reference"), view.reference or ""),
             (say("Published"), view.document_date or say("The document gives no date")),
             (say("Edition of our answers"), view.edition)]  # fmt: skip
    yield from listed(say("The document"), (pair for pair in about if pair[1]))
    yield Piece("line", say("“{document}” governs. This page puts it in plain words.", document=view.document))


def topic_document(view: TopicView, words: Words, page: str) -> Iterator[Piece]:
    """What a topic's page says, which stands at the address `page`; links lead to its questions."""
    say = words.say
    yield from _head(view.title, (view.policy_title, *_given(view.notice), view.about), page)
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


def _given(notice: str | None) -> tuple[str, ...]:
    return (notice,) if notice else ()


def _head(title: str, lines: Iterable[str], page: str) -> Iterator[Piece]:
    yield Piece("headline", title)
    yield from (Piece("line", line) for line in lines)
    yield Piece("link", page)


def _points(points: Iterable[PointView]) -> Iterator[Piece]:
    """Points, each with the places of its clauses below it."""
    for one in points:
        places = " · ".join(cite.place for cite in one.cites)
        yield Piece("item", one.text, below=(places,) if places else ())


def _procedure(one: ProcedureView) -> Iterator[Piece]:
    yield Piece("heading", one.title)
    yield from (Piece("line", about) for about in _given(one.about))
    yield from followed(one)


def _rules(tree: Tree, words: Words) -> Iterator[Piece]:
    """The rules of a question, those of a group in a list of their own."""
    yield Piece("heading", tree.question)
    yield Piece("line", words.say("The rules are checked from the top. The first one that applies gives the answer."))
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
